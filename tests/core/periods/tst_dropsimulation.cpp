// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/drop.h"
#include "core/periods/dropped.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

/// One cause is put into the second of two simulated periods, and has to be the first one named in
/// at least 95 of 100; without any, something may be named in at most 5 of 100. Of the
/// fixed seeds here as many may be wrong as a promise just kept would exceed in 5 of 100 runs;
/// none of them was looked at while the layers were made. ONEINN_DROP_PAIRS sets
/// how many pairs of each, and prints the table of docs/coverage.md.
namespace tests::periods_dropsimulation {

using namespace oneinn;
using testsupport::DropWorld;

namespace {

DropCause firstCause(const DropWorld &world, int uses, std::uint32_t seed)
{
    const auto pair = testsupport::drawnPair(world, uses, seed);
    return diagnosedDrop(pair.before, pair.after, testsupport::dropScenario()).firstCause();
}

constexpr double usual = 0.95;
/// Days that differ hide what a part of three in ten uses lost in order.
constexpr double hidden = 0.75;

int setting(const char *name, int otherwise)
{
    const int set = qEnvironmentVariableIntValue(name);
    return set > 0 ? set : otherwise;
}

} // namespace

class TestDropSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cause_isTheFirstNamed_data();
    void cause_isTheFirstNamed();
    void otherScale_isTheOnlyCause_data();
    void otherScale_isTheOnlyCause();
    void bestBefore_ofTheSameWorld_doesNotFall();
    void everythingShown_isSeenAsWell();
    void changeOfAll_blamesNoPart();
    void causeUnknown_tellsHowManyMore();
    void columnGone_isNamedWhereScoresMoved_data();
    void columnGone_isNamedWhereScoresMoved();
};

void TestDropSimulation::cause_isTheFirstNamed_data()
{
    QTest::addColumn<DropWorld>("world");
    QTest::addColumn<DropCause>("cause");
    QTest::addColumn<double>("promised");
    const auto row = [](DropCause cause, const DropWorld &world, const std::string &how = {}) {
        QTest::newRow((std::string(keyOf(cause)) + how).c_str()) << world << cause << usual;
    };
    row(DropCause::None, {});
    row(DropCause::Missing, {.emptyCells = true});
    row(DropCause::Missing, {.gaps = true}, ", of a number");
    row(DropCause::UnitOrSchema, {.otherUnit = true});
    row(DropCause::UnitOrSchema, {.cents = true}, ", of a number");
    row(DropCause::UnitOrSchema, {.scoreTimes = 100.0}, ", of scores");
    row(DropCause::UnitOrSchema, {.scoreTimes = 0.5}, ", of scores within their range");
    row(DropCause::UnitOrSchema, {.logOddsMore = -1.2}, ", of scores by a calibration");
    row(DropCause::NewValues, {.newValue = true});
    row(DropCause::BaseRate, {.goodTwice = 0.55});
    row(DropCause::ScoreMix, {.riskyShare = 0.6});
    row(DropCause::ScoreMix, {.telShare = 0.77}, ", of a channel");
    row(DropCause::ScoreMix, {.telShare = 0.5}, ", of a channel, milder");
    row(DropCause::Meaning, {.turned = true});
    row(DropCause::Meaning, {.noise = 1.5}, ", of scores that tell less");
    row(DropCause::Segment, {.brokenSegment = true});
    row(DropCause::Release, {.badRelease = true});
    row(DropCause::Waits, {.slowTail = true});
    row(DropCause::Failures, {.failures = true});
    row(DropCause::Duplicates, {.copied = 0.1});
    const auto daysRow = [](DropCause cause, DropWorld world, const std::string &how = {}) {
        world.hasUsers = false;
        QTest::newRow((std::string(keyOf(cause)) + ", days and no users" + how).c_str())
                << world << cause << usual;
        world.dayEffect = 0.15;
        QTest::newRow((std::string(keyOf(cause)) + ", days that differ" + how).c_str())
                << world << cause << (cause == DropCause::Segment ? hidden : usual);
    };
    daysRow(DropCause::None, {});
    daysRow(DropCause::Missing, {.emptyCells = true});
    daysRow(DropCause::Missing, {.gaps = true}, ", of a number");
    daysRow(DropCause::UnitOrSchema, {.scoreTimes = 100.0}, ", of scores");
    daysRow(DropCause::NewValues, {.newValue = true});
    daysRow(DropCause::BaseRate, {.goodTwice = 0.55});
    daysRow(DropCause::ScoreMix, {.riskyShare = 0.6});
    daysRow(DropCause::ScoreMix, {.telShare = 0.77}, ", of a channel");
    daysRow(DropCause::Meaning, {.turned = true});
    daysRow(DropCause::Segment, {.brokenSegment = true});
    daysRow(DropCause::Release, {.badRelease = true});
    daysRow(DropCause::Release, {.releaseByDay = true}, ", of the later ones");
    daysRow(DropCause::Waits, {.slowTail = true});
    daysRow(DropCause::Failures, {.failures = true});
    daysRow(DropCause::Duplicates, {.copied = 0.1});
}

void TestDropSimulation::cause_isTheFirstNamed()
{
    QFETCH(DropWorld, world);
    QFETCH(DropCause, cause);
    QFETCH(double, promised);
    const bool told = qEnvironmentVariableIsSet("ONEINN_DROP_PAIRS");
    const int pairs = setting("ONEINN_DROP_PAIRS", world.hasUsers ? 60 : 30);
    const int uses = setting("ONEINN_DROP_USES", 6000);
    const int seed = setting("ONEINN_DROP_SEED", 10000);
    std::map<DropCause, int> named;
    for (int pair = 0; pair < pairs; ++pair)
        ++named[firstCause(world, uses, static_cast<std::uint32_t>(seed + pair))];
    const int right = named[cause] + (cause == DropCause::None ? named[DropCause::CannotTell] : 0);
    std::string table;
    for (const auto &[each, count] : named) {
        if (count > 0)
            table += ' ' + std::string(keyOf(each)) + ' ' + std::to_string(count);
    }
    if (told)
        std::printf("| %s | %d of %d |%s |\n", QTest::currentDataTag(), right, pairs,
                    table.c_str());
    const double mean = (1.0 - promised) * pairs;
    const double bound = mean + 1.645 * std::sqrt(promised * mean);
    QVERIFY2(pairs - right <= bound, table.c_str());
}

void TestDropSimulation::otherScale_isTheOnlyCause_data()
{
    QTest::addColumn<DropWorld>("world");
    QTest::addColumn<bool>("isScale");
    QTest::newRow("percent") << DropWorld{.scoreTimes = 100.0} << true;
    QTest::newRow("halved") << DropWorld{.scoreTimes = 0.5} << true;
    QTest::newRow("another calibration") << DropWorld{.logOddsMore = 1.5} << true;
    QTest::newRow("nothing moved") << DropWorld{} << false;
    QTest::newRow("other uses") << DropWorld{.riskyShare = 0.6} << false;
    QTest::newRow("another base rate") << DropWorld{.goodTwice = 0.55} << false;
    QTest::newRow("a meaning turned round") << DropWorld{.turned = true} << false;
    QTest::newRow("scores that tell less") << DropWorld{.noise = 1.5} << false;
}

/// Where scores are only written otherwise, the world did not change; and where they order uses
/// otherwise, it is not the scale.
void TestDropSimulation::otherScale_isTheOnlyCause()
{
    QFETCH(DropWorld, world);
    QFETCH(bool, isScale);
    constexpr int pairs = 10;
    int told = 0;
    for (std::uint32_t seed = 30000; seed < 30000 + pairs; ++seed) {
        const auto pair = testsupport::drawnPair(world, 6000, seed);
        const DropDiagnosis diagnosis =
                diagnosedDrop(pair.before, pair.after, testsupport::dropScenario());
        const bool alone = diagnosis.found.size() == 1 && diagnosis.found.front().sameOrder;
        QVERIFY(!diagnosis.scale || diagnosis.hasOtherScale());
        told += alone ? 1 : 0;
    }
    QVERIFY2(isScale ? told >= pairs - 1 : told == 0, std::to_string(told).c_str());
}

/// Where nothing moved, a threshold that was chosen on the earlier period makes no drop: what it
/// looks too good by there is taken off, and without that there would be one.
void TestDropSimulation::bestBefore_ofTheSameWorld_doesNotFall()
{
    constexpr int pairs = 60;
    constexpr int uses = 500;
    std::vector<double> told;
    std::vector<double> asTheyAre;
    const Scenario scenario = testsupport::dropScenario();
    for (std::uint32_t seed = 40000; seed < 40000 + pairs; ++seed) {
        std::mt19937 random(seed);
        const auto period = [&](bool later) {
            return PredictionIndex::build(testsupport::drawnPeriod({}, later, uses, random), {})
                    .value();
        };
        const auto before = period(false);
        const auto after = period(true);
        const auto answer = dropped({.before = before,
                                     .after = after,
                                     .earlier = scenario,
                                     .later = scenario,
                                     .kept = KeptThreshold::BestBefore});
        QVERIFY(answer.has_value());
        told.push_back(answer->waterfall.change);
        asTheyAre.push_back(answer->waterfall.change - answer->waterfall.optimism);
        double sum = 0.0;
        for (const DropAmount &amount : answer->waterfall.amounts)
            sum += amount.amount;
        QVERIFY(std::abs(sum - answer->waterfall.change) < 1e-9);
    }
    const auto inErrors = [](const std::vector<double> &changes) {
        const auto n = static_cast<double>(changes.size());
        const double mean = std::accumulate(changes.begin(), changes.end(), 0.0) / n;
        double squares = 0.0;
        for (const double change : changes)
            squares += std::pow(change - mean, 2);
        return mean / std::sqrt(squares / (n - 1.0) / n);
    };
    QVERIFY2(std::abs(inErrors(told)) < 2.5, std::to_string(inErrors(told)).c_str());
    QVERIFY2(inErrors(asTheyAre) < -2.5, std::to_string(inErrors(asTheyAre)).c_str());
}

/// Where all are shown, that says nothing of how alike users are, and takes no use away.
void TestDropSimulation::everythingShown_isSeenAsWell()
{
    Scenario scenario = testsupport::dropScenario();
    scenario.threshold = {-1.0};
    std::mt19937 random(50000);
    const auto period = [&](const DropWorld &world, bool later) {
        return testsupport::usesOfPeriod(testsupport::drawnPeriod(world, later, 6000, random),
                                         scenario, DropMeasure::Value);
    };
    const PeriodUses before = period({}, false);
    const PeriodUses after = period({.goodTwice = 0.55}, true);
    const DropDiagnosis told = diagnosedDrop(before, after, scenario);
    QCOMPARE(told.firstCause(), DropCause::BaseRate);
    QVERIFY2(told.usesAfter > 3000.0, std::to_string(told.usesAfter).c_str());
}

/// Where few uses tell little, the others of a part look as before though they moved as much.
void TestDropSimulation::changeOfAll_blamesNoPart()
{
    constexpr int pairs = 60;
    int blamed = 0;
    int named = 0;
    for (std::uint32_t seed = 55000; seed < 55000 + pairs; ++seed) {
        const auto pair = testsupport::drawnPair({.noise = 1.5}, 1500, seed);
        const DropDiagnosis told =
                diagnosedDrop(pair.before, pair.after, testsupport::dropScenario());
        const bool any = std::ranges::any_of(told.found, [](const DropFinding &finding) {
            return layerOf(finding.cause) == DropLayer::Model;
        });
        blamed += any ? 1 : 0;
        named += told.firstCause() == DropCause::Meaning ? 1 : 0;
    }
    const std::string counts = std::to_string(blamed) + ", " + std::to_string(named);
    QVERIFY2(blamed <= 6, counts.c_str()); // 5 of 100, and 1.8 standard errors of 60 pairs
    QVERIFY2(named >= pairs / 3, counts.c_str());
}

/// Of periods too small to say anything: as many as it takes to say something.
void TestDropSimulation::causeUnknown_tellsHowManyMore()
{
    const auto pair = testsupport::drawnPair({}, 60, 58000);
    const DropDiagnosis told = diagnosedDrop(pair.before, pair.after, testsupport::dropScenario());
    QCOMPARE(told.firstCause(), DropCause::CannotTell);
    QVERIFY(told.moreForCause && *told.moreForCause >= fewestUsesOfPeriod - 60.0);
    const auto large = testsupport::drawnPair({.turned = true}, 6000, 58000);
    QVERIFY(!diagnosedDrop(large.before, large.after, testsupport::dropScenario()).moreForCause);
}

void TestDropSimulation::columnGone_isNamedWhereScoresMoved_data()
{
    QTest::addColumn<DropWorld>("world");
    QTest::addColumn<bool>("isNamed");
    QTest::newRow("nothing moved") << DropWorld{.gone = true} << false;
    QTest::newRow("the base rate alone") << DropWorld{.goodTwice = 0.55, .gone = true} << false;
    QTest::newRow("what a score means") << DropWorld{.turned = true, .gone = true} << true;
}

/// Which columns an export has is no fault by itself.
void TestDropSimulation::columnGone_isNamedWhereScoresMoved()
{
    QFETCH(DropWorld, world);
    QFETCH(bool, isNamed);
    for (std::uint32_t seed = 20000; seed < 20005; ++seed) {
        const auto pair = testsupport::drawnPair(world, 6000, seed);
        const DropDiagnosis told =
                diagnosedDrop(pair.before, pair.after, testsupport::dropScenario());
        const bool named = !told.found.empty()
                && told.found.front().cause == DropCause::UnitOrSchema
                && told.found.front().column == "amount" && !told.found.front().after;
        QCOMPARE(named, isNamed);
    }
}

ONEINN_TEST(TestDropSimulation)

} // namespace tests::periods_dropsimulation

#include "tst_dropsimulation.moc"
