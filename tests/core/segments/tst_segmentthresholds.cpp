// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentthresholds.h"

#include "core/assessment.h"
#include "core/comparison/pincomparison.h"
#include "core/infinity.h"
#include "core/policies/ownthresholds.h"
#include "core/segments/segmentdifferences.h"
#include "core/segments/shortestthreshold.h"
#include "support/segmentedrows.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace tests::segments_segmentthresholds {

using namespace oneinn;

/// What a table of segments says of thresholds is what a scenario that has them says.
class TestSegmentThresholds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takenOver_hasTheNumbersOfTheTable_data();
    void takenOver_hasTheNumbersOfTheTable();
    void takenOver_oneThreshold_isNone();
    void differences_areThoseOfThePins_data();
    void differences_areThoseOfThePins();
    void takenOver_nothingShown_canBeMoved();
    void thresholds_ofWhatWasTakenOver_areThose();
    void changes_areThoseOfTheRule();
    void table_ofTheScenario_namesTheSameThresholds();
    void stepped_changesOneDecision();
    void nearest_isOneOfItsScores();
};

namespace {

struct Example {
    PredictionsPtr predictions;
    Scenario scenario;
    SegmentsQuestion question;
    SegmentIndex::Ptr index;

    explicit Example(int usesOfOneUser = 1)
    {
        std::mt19937 random(31);
        predictions = testsupport::SegmentedRows{.uses = 900,
                                                 .segments = 4,
                                                 .usesOfOneUser = usesOfOneUser,
                                                 .harderInFirst = 0.7}
                              .made(random);
        scenario.threshold = {0.8};
        scenario.values = OutcomeValues(5.0, -4.0, -1.0, 0.5);
        question = segmentsQuestion(scenario, {{"kind"}});
        index = SegmentIndex::build(*ScenarioRows::prepare(predictions, scenario).value(), question,
                                    question.by)
                        .value();
    }
    std::vector<Threshold> chosen(SegmentRule rule) const
    {
        return segmentPolicy(*index, question, {.rule = rule, .resamples = 0}).value().thresholds();
    }
    Scenario with(const std::vector<Threshold> &thresholds) const
    {
        Scenario then = scenario;
        then.combination = takenOver(*index, thresholds, scenario.threshold);
        return then;
    }
};

} // namespace

void TestSegmentThresholds::takenOver_hasTheNumbersOfTheTable_data()
{
    QTest::addColumn<SegmentRule>("rule");
    QTest::addColumn<int>("usesOfOneUser");
    QTest::newRow("value") << SegmentRule::MostValue << 1;
    QTest::newRow("recall") << SegmentRule::EqualRecall << 1;
    QTest::newRow("false alarms, users") << SegmentRule::EqualFalseAlarms << 5;
    QTest::newRow("wrong of shown, users") << SegmentRule::EqualWrongOfShown << 5;
}

void TestSegmentThresholds::takenOver_hasTheNumbersOfTheTable()
{
    QFETCH(const SegmentRule, rule);
    QFETCH(const int, usesOfOneUser);
    const Example example(usesOfOneUser);
    const auto thresholds = example.chosen(rule);
    const auto spreads = segmentSpreads(*example.index, example.question, thresholds).value();
    const SegmentTable table =
            tableWithGains(*example.index, example.question, &spreads, thresholds);
    const Scenario then = example.with(thresholds);
    QVERIFY(thresholdsBySegment(then.combination));
    const Assessment found =
            assess(*ScenarioRows::prepare(example.predictions, then).value(), then);
    const Assessment before =
            assess(*ScenarioRows::prepare(example.predictions, example.scenario).value(),
                   example.scenario);
    COMPARE_NEAR(found.value.perUse, *table.wholeValue, 1e-9);
    COMPARE_NEAR(1000.0 * (found.value.perUse - before.value.perUse), *table.gain, 1e-9);
    for (const Share share : {Share::WrongOfShown, Share::Missed}) {
        COMPARE_NEAR(found.experience[share]->value, table.whole[share]->value, 1e-12);
        COMPARE_NEAR(found.experience[share]->interval.low, table.whole[share]->interval.low, 1e-9);
        COMPARE_NEAR(found.experience[share]->interval.high, table.whole[share]->interval.high,
                     1e-9);
    }
}

void TestSegmentThresholds::takenOver_oneThreshold_isNone()
{
    const Example example;
    const std::vector<Threshold> same(example.index->segments().size(), example.scenario.threshold);
    QVERIFY(!takenOver(*example.index, same, example.scenario.threshold));
    auto other = same;
    other[1] = {0.3};
    QVERIFY(!takenOver(*example.index, other, Threshold::alertOnNothing()));
    const auto own = takenOver(*example.index, other, example.scenario.threshold);
    QCOMPARE(std::get<ThresholdsBySegment>(*own).values.size(), std::size_t{1});
}

void TestSegmentThresholds::differences_areThoseOfThePins_data()
{
    QTest::addColumn<int>("usesOfOneUser");
    QTest::addColumn<double>("baseRate");
    QTest::newRow("rows") << 1 << 0.0;
    QTest::newRow("users") << 5 << 0.0;
    QTest::newRow("users, another base rate") << 5 << 0.1;
}

/// A segment alone, its own threshold pinned beside the one for all: another way to the same.
void TestSegmentThresholds::differences_areThoseOfThePins()
{
    QFETCH(const int, usesOfOneUser);
    QFETCH(const double, baseRate);
    Example example(usesOfOneUser);
    if (baseRate > 0.0)
        example.question.baseRate = example.scenario.baseRate = baseRate;
    const auto thresholds = example.chosen(SegmentRule::EqualRecall);
    const auto found = segmentDifferences(*example.index, example.question, thresholds).value();
    const SegmentTable table =
            tableWithGains(*example.index, example.question, nullptr, thresholds);
    int compared = 0;
    for (const SegmentRow &row : table.rows) {
        const SegmentDifferences &own = found[row.segment];
        QCOMPARE(own.valuePerUse.has_value(), row.before.has_value());
        if (!row.before)
            continue;
        ++compared;
        Scenario now = example.scenario;
        now.selection.where = {{"kind", row.values.front()}};
        const auto rows = ScenarioRows::prepare(example.predictions, now).value();
        Scenario pin = now;
        pin.threshold = row.threshold;
        const auto wanted =
                pinDifferences(*rows, settingQuestion(pin), *rows, settingQuestion(now)).value();
        const auto compare = [](const std::optional<MeasureComparison> &is,
                                const std::optional<MeasureComparison> &should) {
            QCOMPARE(is.has_value(), should.has_value());
            COMPARE_NEAR(is->a, should->a, 1e-9);
            COMPARE_NEAR(is->b, should->b, 1e-9);
            COMPARE_NEAR(is->interval.low, should->interval.low, 1e-9);
            COMPARE_NEAR(is->interval.high, should->interval.high, 1e-9);
            QCOMPARE(is->verdict, should->verdict);
        };
        compare(own.missed, wanted[Share::Missed]);
        compare(own.wrongOfShown, wanted[Share::WrongOfShown]);
        compare(own.valuePerUse, wanted.valuePerUse);
        COMPARE_NEAR(own.missed->b, row.before->shares[Share::Missed]->value, 1e-9);
        COMPARE_NEAR(own.missed->a, row.shares[Share::Missed]->value, 1e-9);
        COMPARE_NEAR(own.wrongOfShown->b, row.before->shares[Share::WrongOfShown]->value, 1e-9);
        COMPARE_NEAR(own.valuePerUse->b, *row.before->valuePerUse, 1e-9);
        COMPARE_NEAR(own.valuePerUse->a, *row.valuePerUse, 1e-9);
    }
    QVERIFY(compared >= 2);
}

void TestSegmentThresholds::takenOver_nothingShown_canBeMoved()
{
    const Example example;
    std::vector<Threshold> thresholds(example.index->segments().size(), example.scenario.threshold);
    thresholds[2] = Threshold::alertOnNothing();
    const auto own = takenOver(*example.index, thresholds, example.scenario.threshold);
    const Threshold finite = std::get<ThresholdsBySegment>(*own).values.front().threshold;
    QVERIFY(std::isfinite(finite.value));
    const auto highest = example.index->rowsOf(2).front();
    QVERIFY(example.predictions->score()[highest] < finite.value);
    QVERIFY(finite == shortestAbove(example.predictions->score()[highest]));
}

void TestSegmentThresholds::thresholds_ofWhatWasTakenOver_areThose()
{
    const Example example;
    const auto thresholds = example.chosen(SegmentRule::MostValue);
    const Scenario then = example.with(thresholds);
    const auto now = segmentThresholds(*example.index, thresholdsBySegment(then.combination),
                                       then.threshold);
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        QVERIFY(now[i].value <= thresholds[i].value);
        for (const UsePart part : {UsePart::RightShown, UsePart::WrongShown})
            QCOMPARE(example.index->waterfall(i, now[i])[part].rows,
                     example.index->waterfall(i, thresholds[i])[part].rows);
        // Told with all its digits, and typed again.
        const QString told = QString::number(now[i].value, 'g', 6);
        QCOMPARE(told.toDouble(), now[i].value);
    }
    for (const Threshold each : segmentThresholds(*example.index, nullptr, {0.4}))
        QCOMPARE(each.value, 0.4);
}

void TestSegmentThresholds::changes_areThoseOfTheRule()
{
    const Example example;
    const auto policy = segmentPolicy(*example.index, example.question,
                                      {.rule = SegmentRule::MostValue, .resamples = 0})
                                .value();
    const SegmentPolicy changes =
            changesFromOne(*example.index, example.question, policy.thresholds());
    COMPARE_NEAR(changes.value, policy.value, 1e-9);
    QVERIFY(!changes.optimism);
    for (std::size_t i = 0; i < policy.segments.size(); ++i) {
        COMPARE_NEAR(changes.segments[i].value, policy.segments[i].value, 1e-9);
        COMPARE_NEAR(changes.segments[i].wrongShown, policy.segments[i].wrongShown, 1e-9);
        COMPARE_NEAR(changes.segments[i].missed, policy.segments[i].missed, 1e-9);
    }
}

void TestSegmentThresholds::table_ofTheScenario_namesTheSameThresholds()
{
    const Example example;
    const auto thresholds = example.chosen(SegmentRule::MostValue);
    Scenario then = example.with(thresholds);
    const auto question = segmentsQuestion(then, {{"kind"}});
    const auto rows = ScenarioRows::prepare(example.predictions, then).value();
    const auto index = SegmentIndex::build(*rows, question, question.by).value();
    const SegmentTable table = segmentTable(*index, question, nullptr);
    const SegmentTable plain =
            tableWithGains(*example.index, example.question, nullptr, thresholds);
    for (const SegmentRow &row : table.rows) {
        const auto other = std::ranges::find(plain.rows, row.values, &SegmentRow::values);
        QVERIFY(row.threshold.value <= other->threshold.value);
        COMPARE_NEAR(row.shares[Share::Missed]->value, other->shares[Share::Missed]->value, 1e-12);
    }
}

void TestSegmentThresholds::stepped_changesOneDecision()
{
    const Example example;
    const auto shown = [&example](Threshold threshold) {
        double rows = 0.0;
        for (const auto row : example.index->rowsOf(1))
            rows += example.predictions->score()[row] >= threshold.value ? 1.0 : 0.0;
        return rows;
    };
    const Threshold from{0.8};
    const Threshold up = steppedThreshold(*example.index, 1, from, 1);
    const Threshold more = steppedThreshold(*example.index, 1, from, -3);
    QVERIFY(up.value > from.value && more.value < from.value);
    QCOMPARE(shown(up), shown(from) - 1.0);
    QCOMPARE(shown(more), shown(from) + 3.0);
    QCOMPARE(shown(steppedThreshold(*example.index, 1, up, 1)), shown(up) - 1.0);
    QCOMPARE(shown(steppedThreshold(*example.index, 1, from, 2000)), 0.0);
    QCOMPARE(shown(steppedThreshold(*example.index, 1, from, -2000)),
             double(example.index->rowsOf(1).size()));
}

/// Against all scores of the segment, one by one.
void TestSegmentThresholds::nearest_isOneOfItsScores()
{
    const Example example;
    std::vector<double> scores;
    for (const auto row : example.index->rowsOf(2))
        scores.push_back(example.predictions->score()[row]);
    const double highest = *std::ranges::max_element(scores);
    for (int i = -5; i <= 105; ++i) {
        const double at = i / 100.0;
        const double found = nearestThreshold(*example.index, 2, at).value;
        if (at > highest) {
            QCOMPARE(found, shortestAbove(highest).value);
            continue;
        }
        const double nearest = *std::ranges::min_element(
                scores, {}, [at](double score) { return std::abs(score - at); });
        QCOMPARE(std::abs(found - at), std::abs(nearest - at));
        QVERIFY(std::ranges::find(scores, found) != scores.end());
    }
    QVERIFY(std::isfinite(nearestThreshold(*example.index, 2, infinity).value));
    QCOMPARE(nearestThreshold(*example.index, 2, -infinity).value,
             *std::ranges::min_element(scores));
}

ONEINN_TEST(TestSegmentThresholds)

} // namespace tests::segments_segmentthresholds

#include "tst_segmentthresholds.moc"
