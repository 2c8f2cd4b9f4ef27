// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/learncommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonObject>
#include <QTest>

#include <random>

namespace tests::cli_learncommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestLearnCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void audit_asLargeAsSaid_tellsWhatIsMissed_data();
    void audit_asLargeAsSaid_tellsWhatIsMissed();
    void wrongOptions_areRefused();

private:
    QString table();

    testsupport::WrittenFiles m_files;
};

/// 1,000 shown, 800 of them good; 3,000 silent, 200 of them good.
QString TestLearnCommand::table()
{
    QString text = u"label,score\n"_s;
    for (int i = 0; i < 4000; ++i) {
        const bool shown = i < 1000;
        const bool good = shown ? i < 800 : i < 1200;
        const double within = 0.3 * ((i * 7919) % 4000) / 4000.0;
        text += u"%1,%2\n"_s.arg(good ? u"1"_s : u"0"_s,
                                 QString::number((shown ? 0.6 : 0.1) + within));
    }
    return m_files.write(text);
}

void TestLearnCommand::audit_asLargeAsSaid_tellsWhatIsMissed_data()
{
    QTest::addColumn<double>("within");
    QTest::newRow("5 of 100") << 0.05;
    QTest::newRow("8 of 100") << 0.08;
}

void TestLearnCommand::audit_asLargeAsSaid_tellsWhatIsMissed()
{
    QFETCH(const double, within);
    const auto run = runCommandLine({u"learn"_s, table(), u"--threshold"_s, u"0.5"_s, u"--within"_s,
                                     QString::number(within)});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"shown"_s).toInt(), 1000);
    QCOMPARE(run.at(u"silent"_s).toInt(), 3000);
    const int label = run.at(u"audit"_s)[u"label"_s].toInt();
    QVERIFY(label > 50 && label < 3000);
    std::mt19937_64 random(9);
    constexpr int audits = 2000;
    int near = 0;
    for (int audit = 0; audit < audits; ++audit) {
        int left = 3000;
        int goodLeft = 200;
        int good = 0;
        for (int i = 0; i < label; ++i, --left) {
            if (std::uniform_int_distribution<int>(1, left)(random) <= goodLeft) {
                ++good;
                --goodLeft;
            }
        }
        const double recall = 800.0 / (800.0 + 3000.0 * good / label);
        near += std::abs(recall - 0.8) <= within ? 1 : 0;
    }
    QVERIFY2(near >= audits * 0.93, qPrintable(QString::number(near)));
}

void TestLearnCommand::wrongOptions_areRefused()
{
    QCOMPARE(runCommandLine({u"learn"_s, table(), u"--within"_s, u"0"_s}).code, 2);
    QCOMPARE(runCommandLine({u"learn"_s, table(), u"--uses-per-day"_s, u"0"_s}).code, 2);
}

ONEINN_TEST(TestLearnCommand)

} // namespace tests::cli_learncommand

#include "tst_learncommand.moc"
