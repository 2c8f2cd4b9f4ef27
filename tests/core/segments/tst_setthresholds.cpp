// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/setthresholds.h"

#include "core/policies/scenariorows.h"
#include "core/segments/segmentthresholds.h"
#include "support/segmentedrows.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace tests::segments_setthresholds {

using namespace oneinn;

/// What was chosen on these uses stays chosen on them, whoever sets it.
class TestSetThresholds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofARule_haveItsOptimism_data();
    void ofARule_haveItsOptimism();
    void movedByAHair_areNoBetterThanTheBest();
    void farFromTheBest_loseNothing();
    void oneOfASearch_looksTooGoodByTheSearch();
};

namespace {

struct Divided {
    SegmentsQuestion question;
    SegmentIndex::Ptr index;

    Divided()
    {
        std::mt19937 random(11);
        Scenario scenario;
        scenario.threshold = {0.8};
        scenario.values = OutcomeValues(5.0, -4.0, -1.0, 0.5);
        const auto predictions =
                testsupport::SegmentedRows{
                        .uses = 900, .segments = 4, .usesOfOneUser = 1, .harderInFirst = 0.7}
                        .made(random);
        question = segmentsQuestion(scenario, {{"kind"}});
        const auto rows = ScenarioRows::prepare(predictions, question);
        index = SegmentIndex::build(*rows.value(), question, question.by).value();
    }
    SegmentPolicy of(SegmentRule rule) const
    {
        return segmentPolicy(*index, question, {.rule = rule}).value();
    }
    SetThresholds set(const std::vector<Threshold> &thresholds) const
    {
        return setThresholds(*index, question, thresholds).value();
    }
};

} // namespace

void TestSetThresholds::ofARule_haveItsOptimism_data()
{
    QTest::addColumn<int>("rule");
    QTest::newRow("value") << int(SegmentRule::MostValue);
    QTest::newRow("recall") << int(SegmentRule::EqualRecall);
    QTest::newRow("false alarms") << int(SegmentRule::EqualFalseAlarms);
    QTest::newRow("wrong of shown") << int(SegmentRule::EqualWrongOfShown);
}

void TestSetThresholds::ofARule_haveItsOptimism()
{
    QFETCH(int, rule);
    const Divided divided;
    const SegmentPolicy policy = divided.of(SegmentRule(rule));
    const SetThresholds set = divided.set(policy.thresholds());
    QVERIFY(set.rule);
    QCOMPARE(int(*set.rule), rule);
    QVERIFY(std::abs(set.policy.value - policy.value) < 1e-9);
    QCOMPARE(*set.policy.optimism, *policy.optimism);
    QVERIFY(*policy.optimism >= 0.0);
    for (std::size_t i = 0; i < policy.segments.size(); ++i)
        QCOMPARE(set.policy.segments[i].optimism, policy.segments[i].optimism);
}

/// The next score of each: other decisions, and nearly as good.
void TestSetThresholds::movedByAHair_areNoBetterThanTheBest()
{
    const Divided divided;
    const SegmentPolicy best = divided.of(SegmentRule::MostValue);
    QVERIFY(*best.optimism > 0.0);
    std::vector<Threshold> moved = best.thresholds();
    for (std::size_t i = 0; i < moved.size(); ++i) {
        if (best.segments[i].own)
            moved[i] = steppedThreshold(*divided.index, i, moved[i], 1);
    }
    const SetThresholds set = divided.set(moved);
    QVERIFY(!set.rule);
    QVERIFY(set.policy.value < best.value);
    QVERIFY(*set.policy.optimism > 0.0);
    double capped = 0.0;
    for (std::size_t i = 0; i < moved.size(); ++i)
        capped += std::max(0.0, best.segments[i].value - best.segments[i].optimism);
    QVERIFY(set.policy.value - *set.policy.optimism <= capped + 1e-9);
    // And so they are where all are typed as the best are told.
    QVERIFY(divided.set(best.thresholds()).rule == SegmentRule::MostValue);
}

void TestSetThresholds::farFromTheBest_loseNothing()
{
    const Divided divided;
    std::vector<Threshold> silent(divided.index->segments().size(), divided.question.threshold);
    silent.front() = Threshold::alertOnNothing();
    const SetThresholds set = divided.set(silent);
    QVERIFY(!set.rule);
    QVERIFY(set.policy.value < 0.0);
    QCOMPARE(*set.policy.optimism, 0.0);
}

/// Which one is taken follows from what the search says of all.
void TestSetThresholds::oneOfASearch_looksTooGoodByTheSearch()
{
    const Divided divided;
    const SegmentPolicy best = divided.of(SegmentRule::MostValue);
    std::vector<Threshold> one(best.segments.size(), divided.question.threshold);
    const auto most = std::ranges::max_element(best.segments, {}, &SegmentChange::value);
    QVERIFY(most->value > 0.0);
    const auto place = static_cast<std::size_t>(most - best.segments.begin());
    one[place] = most->threshold;
    const SetThresholds set = divided.set(one);
    QVERIFY(!set.rule && set.policy.isPartOfSearch);
    QCOMPARE(*set.policy.optimism, *best.optimism);
    COMPARE_NEAR(set.policy.segments[place].optimism, *best.optimism, 1e-9);
    QVERIFY(!divided.set(std::vector<Threshold>(one.size(), divided.question.threshold))
                     .policy.isPartOfSearch);
}

ONEINN_TEST(TestSetThresholds)

} // namespace tests::segments_setthresholds

#include "tst_setthresholds.moc"
