// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dropcommand.h"

#include "cli/commandlinerun.h"
#include "results/namedpreset.h"
#include "results/periodcomparison.h"
#include "session/scenarioedit.h"
#include "session/session.h"
#include "support/dropworld.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "wording/droprecoverywords.h"
#include "wording/numbers.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <cstddef>
#include <random>

namespace tests::cli_dropcommand {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestDropCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplePair_namesTheCausesPutIntoIt();
    void waterfall_addsUpInEveryFormat();
    void oldThreshold_isJudgedOnOthers();
    void whatWeDo_isTheSameEverywhere();
    void everyLengthOfAnswer_saysTheDrop();
    void segment_hasAThresholdOfItsOwn();
    void periodWithItself_findsNothing();
    void filesSwapped_isSaid();
    void wrongFiles_areRefused();
    void day_partsOneFile();
    void causeOfDays_isNamed_data();
    void causeOfDays_isNamed();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

QString february()
{
    return testsupport::sampleData(u"payments-february.csv"_s);
}

QString march()
{
    return testsupport::sampleData(u"payments-march.csv"_s);
}

} // namespace

/// Empty channels, a third less fraud, gift cards that the score tells little of.
void TestDropCommand::samplePair_namesTheCausesPutIntoIt()
{
    const auto run =
            runCommandLine({u"drop"_s, february(), march(), u"--preset"_s, u"fraudalert"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"first_cause"_s).toString(), u"missing"_s);
    QCOMPARE(run.at(u"causes"_s).toArray(),
             (QJsonArray{u"missing"_s, u"base-rate"_s, u"segment"_s}));
    QCOMPARE(run.at(u"layers"_s).toArray().size(), 5);
    // The files have neither waits nor failed calls.
    const QJsonValue system = run.at(u"layers"_s).toArray().last();
    QCOMPARE(system[u"status"_s].toString(), u"cannot-tell"_s);
    QCOMPARE(system[u"standing"_s].toString(), u"not known"_s);
    QVERIFY(system[u"evidence"_s].toString().contains(u"Nothing is known of it"_s));
    QVERIFY(run.at(u"change_high"_s).toDouble() < -1000.0);
}

/// The change is that of the two measures; what the causes come to is added here.
void TestDropCommand::waterfall_addsUpInEveryFormat()
{
    const QStringList asked{u"drop"_s, february(), march(), u"--preset"_s, u"fraudalert"_s};
    const auto run = runCommandLine(asked);
    const QJsonArray waterfall = run.at(u"waterfall"_s).toArray();
    QStringList causes;
    double sum = 0.0;
    for (const QJsonValue &amount : waterfall) {
        causes.append(amount[u"cause"_s].toString());
        sum += amount[u"amount"_s].toDouble();
        QVERIFY(amount[u"low"_s].toDouble() <= amount[u"high"_s].toDouble());
    }
    QCOMPARE(causes,
             (QStringList{u"missing"_s, u"base-rate"_s, u"score-mix"_s, u"meaning"_s, u"segment"_s,
                          u"waits"_s, u"failures"_s, u"rest"_s}));
    COMPARE_NEAR(sum, run.at(u"after"_s).toDouble() - run.at(u"before"_s).toDouble(), 1e-6);
    // What was put into the sample takes away, for sure.
    QVERIFY(waterfall[1][u"high"_s].toDouble() < 0.0);
    QVERIFY(waterfall[4][u"high"_s].toDouble() < 0.0);

    const auto csv = runCommandLine(asked + QStringList{u"--format"_s, u"csv"_s});
    const QStringList lines = csv.out.trimmed().split(u'\n');
    QCOMPARE(lines.size(), 9);
    QCOMPARE(lines.front(), u"cause,amount_per_1000,low_per_1000,high_per_1000"_s);
    QCOMPARE(lines[5].section(u',', 0, 0), u"segment"_s);
    COMPARE_NEAR(lines[5].section(u',', 1, 1).toDouble(), waterfall[4][u"amount"_s].toDouble(),
                 1e-6);
    const auto text = runCommandLine(asked + QStringList{u"--format"_s, u"text"_s});
    QVERIFY2(text.out.contains(u"  base rate (another share of frauds): −"_s),
             qPrintable(text.out));
}

void TestDropCommand::oldThreshold_isJudgedOnOthers()
{
    const auto run =
            runCommandLine({u"drop"_s, february(), march(), u"--preset"_s, u"fraudalert"_s});
    const QJsonValue old = run.at(u"old_threshold"_s);
    const double held = old[u"held_out"_s][u"cost"_s].toDouble();
    QVERIFY(old[u"keeping_costs_per_1000"_s].toDouble() > held);
    QVERIFY(old[u"held_out"_s][u"low"_s].toDouble() < held);
    COMPARE_NEAR(old[u"held_out_base_rate"_s][u"cost"_s].toDouble()
                         + old[u"held_out_rest"_s][u"cost"_s].toDouble(),
                 held, 1e-6);
}

/// One list, in text, JSON, an answer and the window, with equal amounts at equal thresholds.
void TestDropCommand::whatWeDo_isTheSameEverywhere()
{
    const QStringList preset{u"--preset"_s, u"fraudalert"_s};
    const auto run = runCommandLine(QStringList{u"drop"_s, february(), march()} + preset);
    QCOMPARE(run.code, 0);
    QStringList remedies;
    for (const QJsonValue &each : run.at(u"recoveries"_s).toArray())
        remedies.append(each[u"do"_s].toString());
    QCOMPARE(remedies.first(), u"mend-data"_s);
    QCOMPARE(remedies.last(), u"keep-threshold"_s);
    const QString todo = run.at(u"sentences"_s).toArray().at(2).toString();
    QVERIFY2(todo.startsWith(u"What we do: 1. About data"_s), qPrintable(todo));
    QVERIFY2(!todo.contains(u"threshold anew"_s), qPrintable(todo));
    const auto story = runCommandLine(
            QStringList{u"drop"_s, february(), march(), u"--format"_s, u"text"_s} + preset);
    QVERIFY(story.out.contains(todo));
    QVERIFY(story.out.contains(u"no reason to move it for sure"_s));
    const auto answer =
            runCommandLine(QStringList{u"answer"_s, march(), u"--before"_s, february()} + preset);
    QVERIFY(QString(answer.out).remove(u'\\').contains(todo));

    Session session;
    Workers workers;
    PeriodComparison window(&session, workers);
    window.setWanted(this, true);
    QSignalSpy finished(&session.loading(), &Loading::finished);
    session.loading().open({.path = march()});
    QVERIFY(finished.wait());
    session.edit(edits::preset(std::get<Preset>(presetNamed(u"fraudalert"_s))));
    window.compareWith(EarlierFile{february()});
    QTRY_VERIFY_WITH_TIMEOUT(window.current() && window.current()->dropped, 60000);
    const Dropped &shown = *window.current()->dropped;
    QCOMPARE(u"What we do: "_s + wording::dropRecoveriesText(shown, session.scenario().words),
             todo);
    COMPARE_NEAR(shown.threshold.kept.value, run.at(u"old_threshold"_s)[u"then"_s].toDouble(),
                 1e-9);
    COMPARE_NEAR(1000.0 * shown.diagnosis.measureAfter, run.at(u"after"_s).toDouble(), 1e-6);
    const QJsonArray waterfall = run.at(u"waterfall"_s).toArray();
    QCOMPARE(waterfall.size(), qsizetype(shown.waterfall.amounts.size()));
    for (qsizetype i = 0; i < waterfall.size(); ++i)
        COMPARE_NEAR(1000.0 * shown.waterfall.amounts[std::size_t(i)].amount,
                     waterfall[i][u"amount"_s].toDouble(), 1e-6);
}

/// In one sentence: what happened, with the numbers of `drop`, the largest parts, what we do first.
void TestDropCommand::everyLengthOfAnswer_saysTheDrop()
{
    const QStringList preset{u"--preset"_s, u"fraudalert"_s};
    const auto drop = runCommandLine(QStringList{u"drop"_s, february(), march()} + preset);
    const auto number = [&](const QString &key) {
        return wording::plainNumberText(drop.at(key).toDouble(), 3);
    };
    const QString said =
            u"Against the period before, what 1,000 payments are worth fell from %1 to %2: "_s.arg(
                    number(u"before"_s), number(u"after"_s));
    const QString firstDone =
            u"; first we have the data mended, and retrain on nothing until then, as “channel” is empty in more payments (12 instead of 0 of 100), though that explains next to nothing."_s;
    for (const QString &length : {u"sentence"_s, u"spoken"_s, u"executive"_s}) {
        const QStringList answer{u"answer"_s, march(), u"--length"_s, length};
        const auto with = runCommandLine(answer + QStringList{u"--before"_s, february()} + preset);
        const QString told = QString(with.out).remove(u'\\');
        QVERIFY2(told.contains(said) && told.contains(firstDone), qPrintable(with.out));
        QVERIFY2(told.contains(
                         u"1,502 because there are fewer frauds to find (4 instead of 6 of 100)"_s),
                 qPrintable(with.out));
        QVERIFY(!runCommandLine(answer + preset).out.contains(u"Against the period before"_s));
    }
    const auto brief =
            runCommandLine(QStringList{u"answer"_s, march(), u"--before"_s, february()} + preset);
    QVERIFY(brief.out.contains(u"What happened: "_s));
}

/// Which segment, which threshold, and whether it gains anything for sure.
void TestDropCommand::segment_hasAThresholdOfItsOwn()
{
    const auto run =
            runCommandLine({u"drop"_s, february(), march(), u"--preset"_s, u"fraudalert"_s});
    QJsonValue own;
    for (const QJsonValue &each : run.at(u"recoveries"_s).toArray()) {
        if (each[u"do"_s].toString() == u"mend-segment"_s)
            own = each[u"own_threshold"_s];
        else
            QVERIFY(each[u"own_threshold"_s].isNull());
    }
    QCOMPARE(own[u"column"_s].toString(), u"channel"_s);
    QCOMPARE(own[u"value"_s].toString(), u"gift-card"_s);
    COMPARE_NEAR(own[u"others"_s].toDouble(), run.at(u"old_threshold"_s)[u"then"_s].toDouble(),
                 1e-12);
    QVERIFY(own[u"looks_to_gain_per_1000"_s].toDouble() > own[u"gain_per_1000"_s].toDouble());
    QCOMPARE(own[u"gains"_s].toBool(), own[u"low"_s].toDouble() > 0.0);
    // Typed, it gains what it looks to.
    const auto valueWith = [&](const QStringList &more) {
        const QStringList asked{
                u"metrics"_s,     march(),
                u"--preset"_s,    u"fraudalert"_s,
                u"--threshold"_s, QString::number(own[u"others"_s].toDouble(), 'g', 17)};
        return runCommandLine(asked + more).at(u"value"_s)[u"per_1000_uses"_s].toDouble();
    };
    const QString typed =
            u"channel:gift-card="_s + QString::number(own[u"threshold"_s].toDouble(), 'g', 17);
    COMPARE_NEAR(valueWith({u"--threshold-by"_s, typed}) - valueWith({}),
                 own[u"looks_to_gain_per_1000"_s].toDouble(), 1e-6);
}

void TestDropCommand::periodWithItself_findsNothing()
{
    const auto run = runCommandLine({u"drop"_s, february(), february()});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"first_cause"_s).toString(), u"none"_s);
    // At a threshold that was chosen on it a period looks better than it is.
    COMPARE_NEAR(run.at(u"after"_s).toDouble() - run.at(u"before"_s).toDouble(),
                 run.at(u"optimism_taken_off"_s).toDouble(), 1e-6);
    QVERIFY(run.at(u"optimism_taken_off"_s).toDouble() > 0.0);
    const auto named =
            runCommandLine({u"drop"_s, february(), february(), u"--threshold"_s, u"0.3"_s});
    QCOMPARE(named.at(u"before"_s).toDouble(), named.at(u"after"_s).toDouble());
    QCOMPARE(named.at(u"optimism_taken_off"_s).toDouble(-1.0), 0.0);
}

void TestDropCommand::filesSwapped_isSaid()
{
    const auto swapped = runCommandLine({u"drop"_s, march(), february()});
    QCOMPARE(swapped.code, 0);
    QVERIFY2(swapped.err.contains(
                     u"begins on 2026-03-01, after the later one ends, on 2026-02-28"_s),
             qPrintable(swapped.err));
    QVERIFY(!runCommandLine({u"drop"_s, february(), march()}).err.contains(u"other way round"_s));
}

void TestDropCommand::wrongFiles_areRefused()
{
    const auto one = runCommandLine({u"drop"_s, february()});
    QCOMPARE(one.code, 2);
    QVERIFY(one.err.contains(u"Two files"_s));
    const auto value =
            runCommandLine({u"drop"_s, february(), u"--split"_s, u"channel=web-card..boat"_s});
    QCOMPARE(value.code, 1);
    QVERIFY(value.err.contains(u"boat"_s));
    const auto both = runCommandLine({u"drop"_s, february(), u"--split-at"_s, u"day=2026-01-01"_s,
                                      u"--split"_s, u"channel=web-card..app-card"_s});
    QCOMPARE(both.code, 2);
    QVERIFY(both.err.contains(u"leave out one"_s));
    const auto late = runCommandLine({u"drop"_s, february(), u"--split-at"_s, u"day=2030-01-01"_s});
    QCOMPARE(late.code, 1);
    QVERIFY2(late.err.contains(u"from 2030-01-01 on"_s), qPrintable(late.err));
}

/// One file of both months, parted at a day, is the two files.
void TestDropCommand::day_partsOneFile()
{
    QFile first(february());
    QFile second(march());
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    QCOMPARE(second.readLine(), first.readLine());
    QVERIFY(first.seek(0));
    const QString whole = m_files.write(QString::fromUtf8(first.readAll() + second.readAll()));
    const QStringList asked{u"--preset"_s, u"fraudalert"_s};
    const auto two = runCommandLine(QStringList{u"drop"_s, february(), march()} + asked);
    const auto one = runCommandLine(
            QStringList{u"drop"_s, whole, u"--split-at"_s, u"day=2026-03-01"_s} + asked);
    QVERIFY2(one.code == 0, qPrintable(one.err));
    QCOMPARE(one.at(u"waterfall"_s).toArray(), two.at(u"waterfall"_s).toArray());
    QCOMPARE(one.at(u"causes"_s).toArray(), two.at(u"causes"_s).toArray());
    const QStringList at{u"--threshold"_s, u"0.0597"_s};
    const auto before = runCommandLine(
            QStringList{u"metrics"_s, whole, u"--where"_s, u"day<2026-03-01"_s} + asked + at);
    const auto alone = runCommandLine(QStringList{u"metrics"_s, february()} + asked + at);
    QCOMPARE(before.at(u"confusion_matrix"_s).toObject(),
             alone.at(u"confusion_matrix"_s).toObject());
    QCOMPARE(before.at(u"selection/where"_s)
                     .toArray()
                     .first()
                     .toObject()
                     .value(u"match"_s)
                     .toString(),
             u"before"_s);
}

namespace {

/// As a person has it: each day's uses, and no users.
QString withDays(const testsupport::DropWorld &world, bool later)
{
    std::mt19937 random(later ? 81U : 80U);
    testsupport::DropWorld drawn = later ? world : testsupport::beforeIt(world);
    drawn.hasUsers = false;
    const auto uses = testsupport::drawnPeriod(drawn, later, 6000, random);
    QString text = u"day,channel,app_version,score,latency_ms,label,error\n"_s;
    const auto word = [&](std::size_t segment, Eigen::Index use) {
        const CategoryColumn &column = uses->segments()[segment];
        return QString::fromStdString(column.values[column.codes[use]]);
    };
    for (Eigen::Index use = 0; use < uses->rows(); ++use) {
        const bool failed = uses->failed(use);
        text += word(2, use) + u',' + word(0, use) + u',' + word(1, use) + u','
                + (failed ? QString() : QString::number(uses->score()[use], 'f', 7)) + u','
                + (failed ? QString() : QString::number((*uses->latency())[use], 'f', 1)) + u','
                + QString::number(int(uses->label()[use])) + u',' + (failed ? u"timeout" : u"")
                + u'\n';
    }
    return text;
}

} // namespace

void TestDropCommand::causeOfDays_isNamed_data()
{
    using testsupport::DropWorld;
    QTest::addColumn<DropWorld>("world");
    QTest::addColumn<QString>("cause");
    QTest::newRow("nothing") << DropWorld{} << u"none"_s;
    QTest::newRow("empty cells") << DropWorld{.emptyCells = true} << u"missing"_s;
    QTest::newRow("a new value") << DropWorld{.newValue = true} << u"new-values"_s;
    QTest::newRow("a release, written as a number, which the earlier file had only one of")
            << DropWorld{.badRelease = true} << u"release"_s;
    QTest::newRow("a release of the later days") << DropWorld{.releaseByDay = true} << u"release"_s;
    QTest::newRow("slow ones") << DropWorld{.slowTail = true} << u"waits"_s;
    QTest::newRow("failed calls") << DropWorld{.failures = true} << u"failures"_s;
    QTest::newRow("rows that come twice") << DropWorld{.copied = 0.1} << u"duplicates"_s;
}

/// Where there is a day and no user, few days hide nothing that is plain.
void TestDropCommand::causeOfDays_isNamed()
{
    QFETCH(testsupport::DropWorld, world);
    QFETCH(QString, cause);
    const QString before = withDays(world, false);
    const QString after = withDays(world, true);
    const QStringList asked{u"--budget"_s, u"900"_s, u"--threshold"_s, u"0.3"_s};
    const auto two = runCommandLine(
            QStringList{u"drop"_s, m_files.write(before), m_files.write(after)} + asked);
    QVERIFY2(two.code == 0, qPrintable(two.err));
    QCOMPARE(two.at(u"first_cause"_s).toString(), cause);
    const QString whole = m_files.write(before + after.section(u'\n', 1));
    const auto one = runCommandLine(
            QStringList{u"drop"_s, whole, u"--split-at"_s, u"day=2026-04-01"_s} + asked);
    QVERIFY2(one.code == 0, qPrintable(one.err));
    QCOMPARE(one.at(u"first_cause"_s).toString(), cause);
}

ONEINN_TEST(TestDropCommand)

} // namespace tests::cli_dropcommand

#include "tst_dropcommand.moc"
