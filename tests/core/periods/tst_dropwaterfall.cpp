// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/dropwaterfall.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <cstdio>
#include <stop_token>

namespace tests::periods_dropwaterfall {

using namespace oneinn;
using testsupport::DrawnPair;
using testsupport::DropWorld;

class TestDropWaterfall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amounts_addUp_data();
    void amounts_addUp();
    void amountsOfLittle_addUp_data();
    void amountsOfLittle_addUp();
    void exchangedPeriods_areTheNegative();
    void otherShares_areMixAlone();
    void threads_changeNothing();
    void stopped_isCancelled();
    void modelAndWaits_areTwoFactors();
    void otherBaseRate_isLabelShift();
    void emptyCells_carryWhatTheirUsesLost();
    void otherMix_isMixAlone();
    void intervals_holdTheTruth_data();
    void intervals_holdTheTruth();
};

namespace {

constexpr double exact = 1e-9;

DropWaterfall waterfallOf(const DrawnPair &pair, const DropSplit &split, std::size_t resamples = 1)
{
    return dropWaterfall(pair.before, pair.after, testsupport::dropScenario().threshold, split,
                         {.resamples = resamples})
            .value();
}

double amountOf(const DropWaterfall &waterfall, DropCause cause)
{
    for (const DropAmount &amount : waterfall.amounts) {
        if (amount.cause == cause)
            return amount.amount;
    }
    return std::nan("");
}

/// The rest is what is left by definition: what the causes add up to is asked without it.
void verifyAddsUp(const DrawnPair &pair, const DropWaterfall &waterfall, std::size_t amounts = 7)
{
    double before = 0.0;
    double after = 0.0;
    double causes = 0.0;
    for (Eigen::Index use = 0; use < pair.before.uses(); ++use)
        before += pair.before.measured[use] / static_cast<double>(pair.before.uses());
    for (Eigen::Index use = 0; use < pair.after.uses(); ++use)
        after += pair.after.measured[use] / static_cast<double>(pair.after.uses());
    for (const DropAmount &amount : waterfall.amounts) {
        QVERIFY(std::isfinite(amount.interval.low) && std::isfinite(amount.interval.high));
        if (amount.cause)
            causes += amount.amount;
    }
    QCOMPARE(waterfall.amounts.size(), amounts);
    COMPARE_NEAR(waterfall.change, after - before, exact);
    COMPARE_NEAR(causes, after - before, exact);
    COMPARE_NEAR(waterfall.amounts.back().amount, 0.0, exact);
}

DropSplit mixSplit(const char *column, const char *value)
{
    DropSplit split;
    split.mix = DropSplit::Part{column, value, false};
    return split;
}

DropSplit segmentSplit(const char *column, const char *value)
{
    DropSplit split;
    split.part = DropSplit::Part{column, value, false};
    return split;
}

/// Good uses shown and not, bad uses shown and not; of each so many, and of each so many late.
struct Block {
    bool good = false;
    double score = 0.0;
    int inTime = 0;
    int late = 0;
};

PeriodUses blocks(const std::vector<Block> &all, DropMeasure measure, bool waits = true)
{
    std::vector<double> score;
    std::vector<double> wait;
    std::vector<std::uint8_t> label;
    for (const Block &block : all) {
        for (int use = 0; use < block.inTime + block.late; ++use) {
            score.push_back(block.score);
            label.push_back(block.good ? 1 : 0);
            wait.push_back(use < block.inTime ? 100.0 : 2000.0);
        }
    }
    PredictionColumns columns;
    columns.label = testsupport::columnOfDrawn<LabelColumn>(label);
    columns.score = testsupport::columnOfDrawn<Eigen::ArrayXd>(score);
    if (waits)
        columns.latency = testsupport::columnOfDrawn<Eigen::ArrayXd>(wait);
    Scenario scenario = testsupport::dropScenario();
    scenario.latePolicy = LatePolicy::ShowNothing;
    if (!waits)
        scenario.budget.reset();
    return testsupport::usesOfPeriod(
            std::make_shared<const Predictions>(std::move(columns), RowAccount()), scenario,
            measure);
}

PeriodUses byChannel(const std::vector<Block> &usual, const std::vector<Block> &others,
                     const char *channelOfOthers = "hard")
{
    std::vector<double> score;
    std::vector<std::uint8_t> label;
    std::vector<std::uint32_t> channel;
    for (const auto *blocks : {&usual, &others}) {
        for (const Block &block : *blocks) {
            for (int use = 0; use < block.inTime; ++use) {
                score.push_back(block.score);
                label.push_back(block.good ? 1 : 0);
                channel.push_back(blocks == &others ? 1 : 0);
            }
        }
    }
    PredictionColumns columns;
    columns.label = testsupport::columnOfDrawn<LabelColumn>(label);
    columns.score = testsupport::columnOfDrawn<Eigen::ArrayXd>(score);
    columns.segments = {testsupport::drawnCategory("channel", {"web", channelOfOthers}, channel)};
    Scenario scenario = testsupport::dropScenario();
    scenario.budget.reset();
    return testsupport::usesOfPeriod(
            std::make_shared<const Predictions>(std::move(columns), RowAccount()), scenario,
            DropMeasure::Missed);
}

/// The channel of the faulty ones is empty.
PeriodUses withChannel(const std::vector<Block> &sound, const std::vector<Block> &faulty)
{
    return byChannel(sound, faulty, "");
}

} // namespace

void TestDropWaterfall::amounts_addUp_data()
{
    QTest::addColumn<DropWorld>("world");
    QTest::addColumn<DropSplit>("split");
    DropWorld all{.goodTwice = 0.3, .riskyShare = 0.4};
    all.turned = all.brokenSegment = all.slowTail = all.failures = all.newValue = true;
    QTest::newRow("nothing") << DropWorld() << DropSplit();
    QTest::newRow("everything") << all << DropSplit();
    QTest::newRow("everything, a segment") << all << segmentSplit("channel", "app");
    QTest::newRow("a segment that is new") << all << segmentSplit("channel", "tv");
    QTest::newRow("a segment that is nowhere") << all << segmentSplit("channel", "boat");
    QTest::newRow("a column that is nowhere") << all << segmentSplit("colour", "blue");
    DropSplit release = segmentSplit("version", "1.1");
    release.part->isRelease = true;
    QTest::newRow("a release") << all << release;
    DropSplit faults = segmentSplit("channel", "app");
    faults.faults = {{DropCause::NewValues, "channel"}};
    QTest::newRow("new values and a segment") << all << faults;
    faults.faults.push_back({DropCause::Missing, "channel"});
    faults.faults.push_back({DropCause::Missing, "nowhere"});
    QTest::newRow("two faults and a segment") << all << faults;
    DropSplit mix;
    mix.driftMovesBaseRate = true;
    QTest::newRow("mix") << all << mix;
    DropSplit mixAndPart = segmentSplit("channel", "app");
    mixAndPart.driftMovesBaseRate = true;
    QTest::newRow("mix and a segment") << all << mixAndPart;
    DropSplit channels = segmentSplit("channel", "app");
    channels.mix = DropSplit::Part{"channel", "phone", false};
    QTest::newRow("other channels and one of them") << all << channels;
    QTest::newRow("other uses by a column that is nowhere") << all << mixSplit("colour", "blue");
    DropWorld tel = all;
    tel.telShare = 0.77;
    QTest::newRow("other channels that differ") << tel << mixSplit("channel", "phone");
}

void TestDropWaterfall::amounts_addUp()
{
    QFETCH(DropWorld, world);
    QFETCH(DropSplit, split);
    for (const DropMeasure measure :
         {DropMeasure::Value, DropMeasure::Wrong, DropMeasure::Missed}) {
        for (std::uint32_t seed = 1; seed <= 5; ++seed) {
            const auto pair = testsupport::drawnPair(world, 40 * static_cast<int>(seed * seed),
                                                     seed, measure);
            verifyAddsUp(pair, waterfallOf(pair, split, 20), split.faults.empty() ? 7U : 8U);
        }
    }
}

void TestDropWaterfall::amountsOfLittle_addUp_data()
{
    QTest::addColumn<std::vector<Block>>("before");
    QTest::addColumn<std::vector<Block>>("after");
    QTest::addColumn<bool>("waits");
    using Blocks = std::vector<Block>;
    const Blocks usual{
            {true, 0.9, 8, 2}, {false, 0.9, 3, 1}, {true, 0.1, 2, 1}, {false, 0.1, 40, 9}};
    const Blocks other{
            {true, 0.9, 3, 1}, {false, 0.5, 7, 3}, {true, 0.2, 5, 0}, {false, 0.1, 30, 1}};
    const Blocks good{{true, 0.9, 8, 2}, {true, 0.1, 2, 1}};
    const Blocks bad{{false, 0.9, 8, 2}, {false, 0.1, 2, 1}};
    const Blocks silent{{true, 0.1, 8, 2}, {false, 0.2, 30, 1}};
    const Blocks one{{true, 0.9, 1, 0}};
    const auto row = [](const char *name, const Blocks &before, const Blocks &after,
                        bool waits = true) { QTest::newRow(name) << before << after << waits; };
    row("usual", usual, other);
    row("no latency", usual, other, false);
    row("good ones alone afterwards", usual, good);
    row("bad ones alone before", bad, usual);
    row("bad ones, good ones", bad, good);
    row("nothing shown", silent, silent);
    row("nothing shown afterwards", usual, silent);
    row("one use", one, one);
    row("one use before", one, other);
}

void TestDropWaterfall::amountsOfLittle_addUp()
{
    QFETCH(std::vector<Block>, before);
    QFETCH(std::vector<Block>, after);
    QFETCH(bool, waits);
    for (const DropMeasure measure :
         {DropMeasure::Value, DropMeasure::Wrong, DropMeasure::Missed}) {
        const DrawnPair pair{blocks(before, measure, waits), blocks(after, measure, waits)};
        verifyAddsUp(pair, waterfallOf(pair, {}, 50));
    }
}

void TestDropWaterfall::exchangedPeriods_areTheNegative()
{
    DropWorld world{.goodTwice = 0.3};
    world.brokenSegment = world.slowTail = world.failures = true;
    const auto pair = testsupport::drawnPair(world, 2000, 3);
    const DropSplit split = segmentSplit("channel", "app");
    const auto there = waterfallOf(pair, split);
    const auto back = waterfallOf({pair.after, pair.before}, split);
    for (std::size_t i = 0; i < there.amounts.size(); ++i)
        COMPARE_NEAR(there.amounts[i].amount, -back.amounts[i].amount, exact);
    const auto others = testsupport::drawnPair({.telShare = 0.77}, 2000, 3);
    const DropSplit mix = mixSplit("channel", "phone");
    const auto come = waterfallOf(others, mix);
    const auto go = waterfallOf({others.after, others.before}, mix);
    QVERIFY2(std::abs(amountOf(come, DropCause::ScoreMix)) > 0.01,
             std::to_string(amountOf(come, DropCause::ScoreMix)).c_str());
    for (std::size_t i = 0; i < come.amounts.size(); ++i)
        COMPARE_NEAR(come.amounts[i].amount, -go.amounts[i].amount, exact);
}

/// Standardised by hand: uses of two channels that differ come in other shares, and nothing else
/// moves. Which has more is all that it takes.
void TestDropWaterfall::otherShares_areMixAlone()
{
    const auto usual = [](int times) {
        return std::vector<Block>{{true, 0.9, 30 * times, 0},
                                  {true, 0.1, 10 * times, 0},
                                  {false, 0.9, 5 * times, 0},
                                  {false, 0.1, 155 * times, 0}};
    };
    const auto hard = [](int times) {
        return std::vector<Block>{{true, 0.9, 10 * times, 0},
                                  {true, 0.1, 40 * times, 0},
                                  {false, 0.9, 30 * times, 0},
                                  {false, 0.1, 120 * times, 0}};
    };
    const DrawnPair pair{byChannel(usual(3), hard(1)), byChannel(usual(1), hard(3))};
    const auto waterfall = waterfallOf(pair, mixSplit("channel", "hard"));
    COMPARE_NEAR(waterfall.change, 0.075, exact); // missed: 70 of 800 before, 130 now
    COMPARE_NEAR(amountOf(waterfall, DropCause::ScoreMix), 0.075, exact);
    COMPARE_NEAR(amountOf(waterfall, DropCause::Meaning), 0.0, exact);
    COMPARE_NEAR(amountOf(waterfall, DropCause::BaseRate), 0.0, exact);
}

void TestDropWaterfall::threads_changeNothing()
{
    const auto pair = testsupport::drawnPair({.goodTwice = 0.3}, 1000, 4);
    const auto with = [&](unsigned threads) {
        return dropWaterfall(pair.before, pair.after, {0.3}, segmentSplit("channel", "app"),
                             {.resamples = 101, .threads = threads})
                .value();
    };
    const auto one = with(1);
    const auto five = with(5);
    for (std::size_t i = 0; i < one.amounts.size(); ++i) {
        QCOMPARE(one.amounts[i].interval.low, five.amounts[i].interval.low);
        QCOMPARE(one.amounts[i].interval.high, five.amounts[i].interval.high);
    }
    QVERIFY(one.amounts[0].interval.low < one.amounts[0].interval.high);
}

void TestDropWaterfall::stopped_isCancelled()
{
    const auto pair = testsupport::drawnPair({}, 200, 5);
    std::stop_source source;
    source.request_stop();
    const auto result = dropWaterfall(pair.before, pair.after, {0.3}, {}, {},
                                      {.stop = source.get_token(), .progress = {}});
    QVERIFY(!result);
    QCOMPARE(result.problem().kind, ProblemKind::Cancelled);
}

/// T7.recall_waterfall: what is missed of good ones alone is one less the recall.
void TestDropWaterfall::modelAndWaits_areTwoFactors()
{
    const auto one = testsupport::vector(QStringLiteral("T7.recall_waterfall"));
    const QJsonObject input = one.input;
    const QJsonObject expected = one.expected.toObject();
    const auto period = [&](const char *recallKey, const char *onTimeKey) {
        constexpr double uses = 10000.0;
        const double shown = uses * input[QLatin1String(recallKey)].toDouble();
        const double inTime = shown * input[QLatin1String(onTimeKey)].toDouble();
        const auto count = [](double x) { return static_cast<int>(std::lround(x)); };
        return blocks({{true, 0.9, count(inTime), count(shown - inTime)},
                       {true, 0.1, count(uses - shown), 0}},
                      DropMeasure::Missed);
    };
    const DrawnPair pair{period("model_recall_ref", "on_time_ref"),
                         period("model_recall_cur", "on_time_cur")};
    const auto split = waterfallOf(pair, {});
    COMPARE_NEAR(-split.change, expected[QLatin1String("change")].toDouble(), exact);
    COMPARE_NEAR(-amountOf(split, DropCause::Waits),
                 expected[QLatin1String("latency_effect")].toDouble(), exact);
    COMPARE_NEAR(-amountOf(split, DropCause::ScoreMix) - amountOf(split, DropCause::Meaning),
                 expected[QLatin1String("model_effect")].toDouble(), exact);
}

/// T7.label_shift: what would be missed and wrong with another base rate alone, as a precision.
void TestDropWaterfall::otherBaseRate_isLabelShift()
{
    const auto one = testsupport::vector(QStringLiteral("T7.label_shift"));
    const QJsonObject input = one.input;
    const auto number = [&](const char *key) { return input[QLatin1String(key)].toDouble(); };
    const auto period = [&](double prevalence, DropMeasure measure) {
        const auto count = [](double x) { return static_cast<int>(std::lround(20000.0 * x)); };
        const double good = prevalence;
        const double bad = 1.0 - prevalence;
        return blocks({{true, 0.9, count(good * number("tpr")), 0},
                       {true, 0.1, count(good * (1.0 - number("tpr"))), 0},
                       {false, 0.9, count(bad * number("fpr")), 0},
                       {false, 0.1, count(bad * (1.0 - number("fpr"))), 0}},
                      measure);
    };
    const double later = number("prevalence_cur");
    const auto restated = [&](DropMeasure measure) {
        const DrawnPair pair{period(number("prevalence_ref"), measure), period(later, measure)};
        const auto split = waterfallOf(pair, {});
        return pair.before.measured.mean() + amountOf(split, DropCause::BaseRate);
    };
    const double right = later - restated(DropMeasure::Missed);
    const double precision = right / (right + restated(DropMeasure::Wrong));
    const QJsonObject expected = one.expected.toObject();
    COMPARE_NEAR(precision,
                 expected[QLatin1String("precision_if_only_prevalence_moved")].toDouble(), exact);
    COMPARE_NEAR(precision - number("precision_ref"),
                 expected[QLatin1String("label_shift_effect")].toDouble(), exact);
}

/// Good ones with empty cells are no longer seen: what is missed more is theirs, counted by hand.
/// Where their scores are as all others', they carry nothing.
void TestDropWaterfall::emptyCells_carryWhatTheirUsesLost()
{
    const std::vector<Block> usual{
            {true, 0.9, 90, 0}, {true, 0.1, 10, 0}, {false, 0.9, 50, 0}, {false, 0.1, 850, 0}};
    const std::vector<Block> fewer{
            {true, 0.9, 72, 0}, {true, 0.1, 8, 0}, {false, 0.9, 40, 0}, {false, 0.1, 680, 0}};
    const std::vector<Block> blind{{true, 0.1, 20, 0}, {false, 0.9, 10, 0}, {false, 0.1, 170, 0}};
    const std::vector<Block> alike{
            {true, 0.9, 18, 0}, {true, 0.1, 2, 0}, {false, 0.9, 10, 0}, {false, 0.1, 170, 0}};
    DropSplit split;
    split.faults = {{DropCause::Missing, "channel"}};
    const DrawnPair lost{withChannel(usual, {}), withChannel(fewer, blind)};
    const auto waterfall = waterfallOf(lost, split);
    COMPARE_NEAR(waterfall.change, 0.018, exact); // 28 of 1,000 missed, 10 before
    COMPARE_NEAR(amountOf(waterfall, DropCause::Missing), 0.018, exact);
    COMPARE_NEAR(amountOf(waterfall, DropCause::BaseRate), 0.0, exact);
    COMPARE_NEAR(amountOf(waterfallOf({withChannel(usual, {}), withChannel(fewer, alike)}, split),
                          DropCause::Missing),
                 0.0, exact);
    COMPARE_NEAR(amountOf(waterfallOf({lost.after, lost.before}, split), DropCause::Missing),
                 -0.018, exact);
}

void TestDropWaterfall::otherMix_isMixAlone()
{
    const DrawnPair pair{blocks({{true, 0.9, 60, 0},
                                 {false, 0.9, 40, 0},
                                 {true, 0.1, 20, 0},
                                 {false, 0.1, 880, 0}},
                                DropMeasure::Value),
                         blocks({{true, 0.9, 180, 0},
                                 {false, 0.9, 120, 0},
                                 {true, 0.1, 20, 0},
                                 {false, 0.1, 880, 0}},
                                DropMeasure::Value)};
    DropSplit split;
    split.driftMovesBaseRate = true;
    const auto waterfall = waterfallOf(pair, split);
    QVERIFY(waterfall.change > 0.1);
    COMPARE_NEAR(amountOf(waterfall, DropCause::ScoreMix), waterfall.change, exact);
    COMPARE_NEAR(amountOf(waterfall, DropCause::BaseRate), 0.0, exact);
}

void TestDropWaterfall::intervals_holdTheTruth_data()
{
    QTest::addColumn<DropWorld>("world");
    QTest::addColumn<DropCause>("cause");
    QTest::addColumn<DropSplit>("split");
    const auto row = [](const DropWorld &world, DropCause cause, const DropSplit &split = {},
                        const std::string &how = {}) {
        QTest::newRow((std::string(keyOf(cause)) + how).c_str()) << world << cause << split;
    };
    row({.goodTwice = 0.55}, DropCause::BaseRate);
    DropSplit mix;
    mix.driftMovesBaseRate = true;
    row({.riskyShare = 0.6}, DropCause::ScoreMix, mix);
    row({.telShare = 0.77}, DropCause::ScoreMix, mixSplit("channel", "phone"), ", of a channel");
    row({.turned = true}, DropCause::Meaning);
    row({.brokenSegment = true}, DropCause::Segment, segmentSplit("channel", "app"));
    DropSplit release = segmentSplit("version", "1.1");
    release.part->isRelease = true;
    row({.badRelease = true}, DropCause::Release, release);
    DropSplit scores;
    scores.scoresAsOne = true;
    row({.noise = 1.5}, DropCause::Meaning, scores, ", of scores as one");
    row({.slowTail = true}, DropCause::Waits);
    row({.failures = true}, DropCause::Failures);
}

/// The truth is what a pair of 200,000 uses a period says. ONEINN_DROP_PAIRS sets how many pairs,
/// and prints the table of docs/coverage.md.
void TestDropWaterfall::intervals_holdTheTruth()
{
    QFETCH(DropWorld, world);
    QFETCH(DropCause, cause);
    QFETCH(DropSplit, split);
    const int wanted = qEnvironmentVariableIntValue("ONEINN_DROP_PAIRS");
    const int pairs = wanted > 0 ? wanted : 60;
    const double truth =
            amountOf(waterfallOf(testsupport::drawnPair(world, 200000, 1), split), cause);
    int held = 0;
    for (int i = 0; i < pairs; ++i) {
        const auto pair =
                testsupport::drawnPair(world, 2000, static_cast<std::uint32_t>(20000 + i));
        for (const DropAmount &amount : waterfallOf(pair, split, 200).amounts) {
            if (amount.cause == cause)
                held += amount.interval.low <= truth && truth <= amount.interval.high ? 1 : 0;
        }
    }
    if (wanted > 0)
        std::printf("| %s | %+.4f | %d of %d |\n", QTest::currentDataTag(), truth, held, pairs);
    // With 95 of 100 that hold, so few in one of a thousand runs.
    const double mean = 0.95 * pairs;
    QVERIFY2(held >= mean - 3.5 * std::sqrt(0.05 * mean), std::to_string(held).c_str());
}

ONEINN_TEST(TestDropWaterfall)

} // namespace tests::periods_dropwaterfall

#include "tst_dropwaterfall.moc"
