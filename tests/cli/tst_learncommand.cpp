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
    void audit_ofFewLabels_isThatOfTheFilesLimits_data();
    void audit_ofFewLabels_isThatOfTheFilesLimits();
    void wrongOptions_areRefused();

private:
    QString table(int shownLabelledOf = 1, int silentLabelledOf = 1, bool weighted = false);

    testsupport::WrittenFiles m_files;
};

/// 1,000 shown, 800 of them good; 3,000 silent, 200 of them good. One of so many has a label; of
/// the silent none, by 0.
QString TestLearnCommand::table(int shownLabelledOf, int silentLabelledOf, bool weighted)
{
    QString text = weighted ? u"label,score,weight\n"_s : u"label,score\n"_s;
    for (int i = 0; i < 4000; ++i) {
        const bool shown = i < 1000;
        const bool good = shown ? i < 800 : i < 1200;
        const double within = 0.3 * ((i * 7919) % 4000) / 4000.0;
        const int labelledOf = shown ? shownLabelledOf : silentLabelledOf;
        const bool labelled = labelledOf > 0 && i % labelledOf == 0;
        text += u"%1,%2%3\n"_s.arg(!labelled      ? QString()
                                           : good ? u"1"_s
                                                  : u"0"_s,
                                   QString::number((shown ? 0.6 : 0.1) + within),
                                   !weighted      ? QString()
                                           : good ? u",3"_s
                                                  : u",1"_s);
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

void TestLearnCommand::audit_ofFewLabels_isThatOfTheFilesLimits_data()
{
    QTest::addColumn<int>("shownLabelledOf");
    QTest::addColumn<int>("silentLabelledOf");
    QTest::addColumn<bool>("weighted");
    QTest::newRow("all shown have one, no silent one") << 1 << 0 << false;
    QTest::newRow("every other shown one has one") << 2 << 0 << false;
    QTest::newRow("a few silent ones have one") << 1 << 10 << false;
    QTest::newRow("some of both") << 2 << 20 << false;
    QTest::newRow("rows weigh differently") << 2 << 20 << true;
}

void TestLearnCommand::audit_ofFewLabels_isThatOfTheFilesLimits()
{
    QFETCH(const int, shownLabelledOf);
    QFETCH(const int, silentLabelledOf);
    QFETCH(const bool, weighted);
    QStringList options{table(shownLabelledOf, silentLabelledOf, weighted), u"--threshold"_s,
                        u"0.5"_s};
    if (weighted)
        options << u"--weight"_s << u"weight"_s;
    const auto learn = runCommandLine(QStringList{u"learn"_s} + options);
    QVERIFY2(learn.code == 0, qPrintable(learn.err));
    const auto limits = runCommandLine(QStringList{u"metrics"_s} + options);
    QVERIFY2(limits.code == 0, qPrintable(limits.err));
    const double wanted = limits.at(u"labels/audit_size"_s).toDouble();
    QVERIFY(wanted > 0.0);
    QCOMPARE(learn.at(u"audit"_s)[u"label"_s].toDouble(), wanted);
    QCOMPARE(learn.at(u"silent_share"_s).toDouble(), limits.at(u"labels/audit_guess"_s).toDouble());
    QCOMPARE(learn.at(u"silent_to_audit"_s).toDouble(),
             limits.at(u"labels/silent"_s).toDouble()
                     - limits.at(u"labels/silent_labelled"_s).toDouble());
    QVERIFY(learn.at(u"silent_share_is_guessed"_s).toBool());
}

void TestLearnCommand::wrongOptions_areRefused()
{
    QCOMPARE(runCommandLine({u"learn"_s, table(), u"--within"_s, u"0"_s}).code, 2);
    QCOMPARE(runCommandLine({u"learn"_s, table(), u"--uses-per-day"_s, u"0"_s}).code, 2);
}

ONEINN_TEST(TestLearnCommand)

} // namespace tests::cli_learncommand

#include "tst_learncommand.moc"
