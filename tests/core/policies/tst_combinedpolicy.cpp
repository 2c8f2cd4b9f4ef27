// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/combinedpolicy.h"

#include "core/assessment.h"
#include "core/comparison/pincomparison.h"
#include "core/comparison/policycomparison.h"
#include "core/infinity.h"
#include "core/targets/reachtargets.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>

namespace tests::policies_combinedpolicy {

using namespace oneinn;
using testsupport::firstModelScenario;
using testsupport::predictionsOf;
using testsupport::randomUses;

/// Several calls operated as one: every number is that of the table they were chosen from.
class TestCombinedPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void adopted_everyCandidate_hasTheNumbersOfTheTable_data();
    void adopted_everyCandidate_hasTheNumbersOfTheTable();
    void adopted_everyCandidate_isNowAndNotTwice();
    void threshold_dragged_isNowOfTheTable_data();
    void threshold_dragged_isNowOfTheTable();
    void pins_combined_differFromNowByWhatIsShown();
    void rows_ofAnotherModel_stayAsTheyWere();
    void cascade_incompleteUses_areLeftOut();
    void model_missing_isAProblem();
    void reach_otherModels_answerAlone();
};

namespace {

ComparedPolicies compared(const PredictionsPtr &predictions, const Scenario &scenario)
{
    auto candidates = candidatesOf(*predictions, policiesQuestion(scenario));
    return comparePolicies(std::move(*candidates), policiesQuestion(scenario)).value();
}

Assessment assessed(const PredictionsPtr &predictions, const Scenario &scenario)
{
    return assess(*ScenarioRows::prepare(predictions, scenario).value(), scenario);
}

void compareShares(const Shares &found, const Shares &wanted)
{
    for (const ShareKind &kind : shareKinds) {
        const auto a = found[kind.share];
        const auto b = wanted[kind.share];
        QVERIFY2(a.has_value() == b.has_value(), std::string(kind.key).c_str());
        if (!a)
            continue;
        COMPARE_NEAR(a->value, b->value, 1e-9);
        COMPARE_NEAR(a->interval.low, b->interval.low, 1e-7);
        COMPARE_NEAR(a->interval.high, b->interval.high, 1e-7);
    }
}

/// Of every kind that asks several times.
std::vector<Scenario> combinedScenarios(const PredictionsPtr &predictions, const Scenario &scenario)
{
    const ComparedPolicies all = compared(predictions, scenario);
    std::vector<Scenario> result;
    for (const ComparedPolicy &policy : all.policies) {
        const Scenario then = adopted(scenario, policy.candidate.policy, all.models);
        if (then.combination)
            result.push_back(then);
    }
    return result;
}

} // namespace

void TestCombinedPolicy::adopted_everyCandidate_hasTheNumbersOfTheTable_data()
{
    QTest::addColumn<bool>("impatient");
    QTest::addColumn<bool>("rebased");
    QTest::addColumn<bool>("budget");
    for (const bool impatient : {false, true}) {
        for (const bool rebased : {false, true}) {
            for (const bool budget : {false, true})
                QTest::addRow("%s%s%s", impatient ? "impatient " : "", rebased ? "rebased " : "",
                              budget ? "budget" : "")
                        << impatient << rebased << budget;
        }
    }
}

void TestCombinedPolicy::adopted_everyCandidate_hasTheNumbersOfTheTable()
{
    QFETCH(const bool, impatient);
    QFETCH(const bool, rebased);
    QFETCH(const bool, budget);
    std::mt19937 random(7);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = predictionsOf(rows, true);
    Scenario scenario = firstModelScenario(rows);
    if (!budget)
        scenario.budget.reset();
    if (rebased)
        scenario.baseRate = 0.2;
    if (impatient)
        scenario.patience = PatienceCurve({{{100.0}, 0.95}, {{2000.0}, 0.3}});
    const ComparedPolicies all = compared(predictions, scenario);
    std::size_t combined = 0;
    for (const ComparedPolicy &policy : all.policies) {
        const Scenario then = adopted(scenario, policy.candidate.policy, all.models);
        combined += then.combination ? 1U : 0U;
        const Assessment found = assessed(predictions, then);
        COMPARE_NEAR(found.value.perUse, policy.summary.valuePerUse, 1e-9);
        if (then.combination)
            compareShares(found.experience.shares, policy.summary.shares);
    }
    QVERIFY(combined >= 4);
}

void TestCombinedPolicy::adopted_everyCandidate_isNowAndNotTwice()
{
    std::mt19937 random(8);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = predictionsOf(rows, true);
    const ComparedPolicies all = compared(predictions, firstModelScenario(rows));
    for (const ComparedPolicy &policy : all.policies) {
        const Scenario then =
                adopted(firstModelScenario(rows), policy.candidate.policy, all.models);
        if (!then.combination)
            continue;
        const ComparedPolicies next = compared(predictions, then);
        const auto &now = next.policies.front();
        COMPARE_NEAR(now.summary.valuePerUse, policy.summary.valuePerUse, 1e-9);
        COMPARE_NEAR(now.summary.costPerThousandUses, policy.summary.costPerThousandUses, 1e-9);
        compareShares(now.summary.shares, policy.summary.shares);
    }
}

void TestCombinedPolicy::threshold_dragged_isNowOfTheTable_data()
{
    QTest::addColumn<LatePolicy>("late");
    QTest::newRow("wait") << LatePolicy::Wait;
    QTest::newRow("show nothing") << LatePolicy::ShowNothing;
    QTest::newRow("unanswered") << LatePolicy::Unanswered;
    QTest::newRow("fall back") << LatePolicy::FallBack;
}

void TestCombinedPolicy::threshold_dragged_isNowOfTheTable()
{
    QFETCH(const LatePolicy, late);
    std::mt19937 random(9);
    const PairedRows rows = randomUses(random, {.uses = 200});
    const auto predictions = predictionsOf(rows, true);
    for (Scenario scenario : combinedScenarios(predictions, firstModelScenario(rows))) {
        scenario.latePolicy = late;
        const auto &other =
                scenario.selection.model == rows.models[0] ? rows.models[1] : rows.models[0];
        scenario.fallback = FallbackModel{other, {0.4}};
        for (const double threshold : {-infinity, 0.0, 0.2, 0.55, 0.8, 1.0, infinity}) {
            scenario.threshold = {threshold};
            const Assessment found = assessed(predictions, scenario);
            auto candidates = candidatesOf(*predictions, policiesQuestion(scenario));
            const PolicySummary now =
                    summaryOf(candidates->rows, candidates->all.front().policy,
                              {scenario.values, scenario.patience}, scenario.budget);
            COMPARE_NEAR(found.value.perUse, now.valuePerUse, 1e-9);
            compareShares(found.experience.shares, now.shares);
        }
    }
}

void TestCombinedPolicy::pins_combined_differFromNowByWhatIsShown()
{
    std::mt19937 random(10);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = predictionsOf(rows, true);
    const Scenario now = firstModelScenario(rows);
    const auto nowRows = ScenarioRows::prepare(predictions, now).value();
    const Assessment ofNow = assess(*nowRows, now);
    for (const Scenario &then : combinedScenarios(predictions, now)) {
        const auto pin = assessedPin(choiceOf(then), now, {nowRows});
        QVERIFY(pin && pin.value().assessment);
        const auto differences =
                pinDifferences(*pin.value().rows, settingQuestion(pin.value().scenario), *nowRows,
                               settingQuestion(now));
        QVERIFY(differences && differences.value().isPaired());
        COMPARE_NEAR(differences.value().valuePerUse->difference,
                     pin.value().assessment->value.perUse - ofNow.value.perUse, 1e-9);
    }
}

void TestCombinedPolicy::rows_ofAnotherModel_stayAsTheyWere()
{
    std::mt19937 random(11);
    const PairedRows rows = randomUses(random, {.uses = 100});
    const auto predictions = predictionsOf(rows, true);
    const Combination combination = FirstAsked{rows.models[0], {0.3, 0.7}};
    const auto combined = combinedPredictions(*predictions, {.model = rows.models[1]}, combination);
    QVERIFY(combined);
    QCOMPARE(combined->rows(), predictions->rows());
    for (const auto row : predictions->select({.model = rows.models[0]}))
        QCOMPARE(combined->score()[row], predictions->score()[row]);
}

void TestCombinedPolicy::cascade_incompleteUses_areLeftOut()
{
    PredictionColumns columns;
    columns.label = LabelColumn::Ones(5);
    columns.score = Eigen::ArrayXd::Constant(5, 0.5);
    CategoryColumn model{"model", {"a", "b"}, CodeColumn(5)};
    model.codes << 0, 1, 0, 1, 1;
    CategoryColumn id{"id", {"1", "2", "3"}, CodeColumn(5)};
    id.codes << 0, 0, 1, 1, 2;
    columns.model = model;
    columns.exampleId = id;
    const Predictions predictions(columns, {});
    const auto combined =
            combinedPredictions(predictions, {.model = "b"}, FirstAsked{"a", {0.2, 0.8}});
    QVERIFY(combined);
    QCOMPARE(combined->select({.model = "b"}).size(), std::size_t(2));
    QVERIFY(!combinedPredictions(predictions, {.model = "b"}, FirstAsked{"b", {0.2, 0.8}}));
}

void TestCombinedPolicy::model_missing_isAProblem()
{
    std::mt19937 random(12);
    const PairedRows rows = randomUses(random, {.uses = 50});
    Scenario scenario = firstModelScenario(rows);
    scenario.combination = FirstAsked{"nobody", {0.2, 0.8}};
    const auto prepared = ScenarioRows::prepare(predictionsOf(rows, true), scenario);
    QVERIFY(!prepared);
    QCOMPARE(prepared.problem().kind, ProblemKind::ValueMissing);
}

void TestCombinedPolicy::reach_otherModels_answerAlone()
{
    std::mt19937 random(13);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = predictionsOf(rows, true);
    Scenario scenario = combinedScenarios(predictions, firstModelScenario(rows)).front();
    scenario.targets.missed = 0.9;
    const auto own = ScenarioRows::prepare(predictions, scenario).value();
    const auto answer = reachTargets(own, reachQuestion(scenario));
    QVERIFY(answer);
    int alone = 0;
    for (const Route &route : answer.value().routes) {
        const bool sameModel = route.choice.model == scenario.selection.model;
        QVERIFY(sameModel || !route.choice.combination);
        alone += sameModel && !route.choice.combination ? 1 : 0;
    }
    QVERIFY(alone > 0); // its own model does, too
}

ONEINN_TEST(TestCombinedPolicy)

} // namespace tests::policies_combinedpolicy

#include "tst_combinedpolicy.moc"
