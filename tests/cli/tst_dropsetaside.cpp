// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>

namespace tests::cli_dropsetaside {

using namespace Qt::Literals::StringLiterals;
using testsupport::runCommandLine;

/// Faults of the data that no used row shows: the same in two files and in one that is parted.
class TestDropSetAside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fault_inTwoFilesAndInOne_isNamed_data();
    void fault_inTwoFilesAndInOne_isNamed();
    void column_gone_isSaidOfTheData();
    void release_ofAllLaterUses_isNamed();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

struct TwoMonths {
    QString before;
    QString after;
    QString both;
};

constexpr int usesOfMonth = 5000;

/// Scores of four digits, so that many are alike; 1 in 10 is good, whatever the month.
TwoMonths months(const QString &fault, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> uniform;
    TwoMonths text;
    const QString head = u"payment_id,day,user_id,channel,score,label\n"_s;
    text.before = text.after = text.both = head;
    const QStringList channels{u"web"_s, u"app"_s, u"tel"_s};
    for (int i = 0; i < 2 * usesOfMonth; ++i) {
        const bool later = i >= usesOfMonth;
        const bool good = uniform(random) < 0.1;
        const double score = std::clamp(
                std::normal_distribution<double>(good ? 0.7 : 0.3, 0.15)(random), 0.0001, 0.9999);
        const bool unlabelled = later
                && ((fault == u"late"_s && uniform(random) < 0.3)
                    || (fault == u"selective"_s && score < 0.5 && uniform(random) < 0.7));
        const bool unscored = later && fault == u"unscored"_s && uniform(random) < 0.15;
        const QString line =
                u"p%1,2026-0%2-%3,u%4,%5,%6,%7\n"_s.arg(i)
                        .arg(later ? 4 : 3)
                        .arg(1 + i % usesOfMonth * 28 / usesOfMonth, 2, 10, QLatin1Char('0'))
                        .arg(random() % 1500)
                        .arg(channels[qsizetype(random() % 3)],
                             unscored ? QString() : QString::number(score, 'f', 4),
                             unlabelled ? QString() : QString::number(good ? 1 : 0));
        const int times = later && fault == u"copies"_s && uniform(random) < 0.06 ? 2 : 1;
        (later ? text.after : text.before) += line.repeated(times);
        text.both += line.repeated(times);
    }
    return text;
}

} // namespace

void TestDropSetAside::fault_inTwoFilesAndInOne_isNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("cause");
    QTest::newRow("nothing") << u"nothing"_s << u"none"_s;
    QTest::newRow("late labels") << u"late"_s << u"labels-late-or-selective"_s;
    QTest::newRow("labels by the score") << u"selective"_s << u"labels-late-or-selective"_s;
    QTest::newRow("no scores") << u"unscored"_s << u"missing"_s;
    QTest::newRow("copies of few digits") << u"copies"_s << u"duplicates"_s;
}

void TestDropSetAside::fault_inTwoFilesAndInOne_isNamed()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, cause);
    for (const unsigned seed : {1U, 2U, 3U}) {
        const TwoMonths told = months(fault, seed);
        const QStringList asked{u"--threshold"_s, u"0.5"_s};
        const auto apart = runCommandLine(
                QStringList{u"drop"_s, m_files.write(told.before), m_files.write(told.after)}
                + asked);
        const auto parted = runCommandLine(QStringList{u"drop"_s, m_files.write(told.both),
                                                       u"--split-at"_s, u"day=2026-04-01"_s}
                                           + asked);
        for (const auto &run : {apart, parted}) {
            QVERIFY2(run.code == 0, qPrintable(run.err));
            QCOMPARE(run.at(u"first_cause"_s).toString(), cause);
            // Who has a label is another matter than who comes.
            QVERIFY2(run.at(u"causes"_s).toArray().size() <= 1, qPrintable(run.out));
        }
    }
}

void TestDropSetAside::column_gone_isSaidOfTheData()
{
    const TwoMonths told = months(u"nothing"_s, 1);
    QString without = told.after;
    for (const QString &channel : {u",channel,"_s, u",web,"_s, u",app,"_s, u",tel,"_s})
        without.replace(channel, u","_s);
    const auto run = runCommandLine({u"drop"_s, m_files.write(told.before), m_files.write(without),
                                     u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.at(u"first_cause"_s).toString(), u"none"_s);
    const QJsonValue data = run.at(u"layers"_s).toArray().first();
    QCOMPARE(data[u"columns_gone"_s].toArray(), QJsonArray{u"channel"_s});
    QCOMPARE(data[u"standing"_s].toString(), u"other columns"_s);
    QVERIFY(data[u"evidence"_s].toString().contains(u"lack channel"_s));
}

/// The version changes with the period, and what a score means with the version.
void TestDropSetAside::release_ofAllLaterUses_isNamed()
{
    for (const unsigned seed : {1U, 2U, 3U}) {
        std::mt19937_64 random(seed);
        std::uniform_real_distribution<double> uniform;
        QString text = u"version,day,user,score,label\n"_s;
        for (int i = 0; i < 2 * usesOfMonth; ++i) {
            const bool later = i >= usesOfMonth;
            const bool good = uniform(random) < 0.3;
            const double shift = later ? 0.1 : 0.4;
            const double score = std::clamp(
                    std::normal_distribution<double>(0.35 + (good ? shift : 0.0), 0.15)(random),
                    0.0, 1.0);
            text += u"%1,2026-0%2-%3,u%4,%5,%6\n"_s.arg(later ? u"8.2"_s : u"8.1"_s)
                            .arg(later ? 4 : 3)
                            .arg(1 + i % usesOfMonth * 28 / usesOfMonth, 2, 10, QLatin1Char('0'))
                            .arg(random() % 900)
                            .arg(score)
                            .arg(good ? 1 : 0);
        }
        const QString file = m_files.write(text);
        for (const QStringList &parts : {QStringList{u"--split"_s, u"version=8.1..8.2"_s},
                                         QStringList{u"--split-at"_s, u"day=2026-04-01"_s}}) {
            const auto run = runCommandLine(QStringList{u"drop"_s, file} + parts
                                            + QStringList{u"--threshold"_s, u"0.55"_s});
            QVERIFY2(run.code == 0, qPrintable(run.err));
            QCOMPARE(run.at(u"first_cause"_s).toString(), u"release"_s);
            QVERIFY(run.out.contains(u"all later uses are of it, and none of the earlier"_s));
            QVERIFY(!run.out.contains(u"Retrain on recent labels"_s));
        }
    }
}

ONEINN_TEST(TestDropSetAside)

} // namespace tests::cli_dropsetaside

#include "tst_dropsetaside.moc"
