// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/frontierplaces.h"

#include "core/assessment.h"
#include "core/policies/valueofuses.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace tests::comparison_policycomparison {

using namespace oneinn;
using testsupport::firstModelScenario;
using testsupport::predictionsOf;
using testsupport::randomUses;

class TestPolicyComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void now_anyScenario_isTheAssessment_data();
    void now_anyScenario_isTheAssessment();
    void alone_anyScenario_isTheBestOfEveryThreshold();
    void adopted_anySingleModel_isWhatItDoesFromThenOn();
    void candidates_twoModels_areAllKinds();
    void candidates_cascadeBounds_areThoseOfTheScenario();
    void candidates_whatIsMissing_isSaid();
    void candidates_stopped_areNone();
    void candidates_manyModels_areLimited();
    void atPrecision_everyModel_keepsTheLimitOrIsNamed();
    void pairs_twoModels_areTheirDifference();
    void now_nearTheBest_isToldNoBetterThanIt();
    void compared_again_isTheSame();
    void compared_sample_keepsTheNumbersOfAllUses();
    void compared_costs_areOfTheCallsMade();
    void compared_late_isBeyondTheBudgetForAll();
    void sampledUses_any_areInOrderAndSoMany();
    void places_anyView_areThoseOfANaivePass_data();
    void places_anyView_areThoseOfANaivePass();
    void compared_stopped_isCancelled();
};

namespace {

ComparedPolicies compared(const PairedRows &rows, const Scenario &scenario,
                          const ComparisonOptions &options = {})
{
    auto candidates = candidatesOf(*predictionsOf(rows, true), policiesQuestion(scenario));
    return comparePolicies(std::move(*candidates), policiesQuestion(scenario), options).value();
}

std::set<std::string> idsOf(const std::vector<Candidate> &candidates)
{
    std::set<std::string> ids;
    for (const Candidate &candidate : candidates)
        ids.insert(candidate.id);
    return ids;
}

bool isLeftOut(const Candidates &candidates, LeftOut reason)
{
    const auto &all = candidates.leftOut;
    return std::find(all.begin(), all.end(), reason) != all.end();
}

} // namespace

void TestPolicyComparison::now_anyScenario_isTheAssessment_data()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<bool>("impatient");
    QTest::addColumn<bool>("rebased");
    const std::pair<const char *, LatePolicy> policies[] = {
            {"wait", LatePolicy::Wait},
            {"show nothing", LatePolicy::ShowNothing},
            {"unanswered", LatePolicy::Unanswered},
            {"fall back", LatePolicy::FallBack}};
    for (const auto &[name, policy] : policies) {
        for (const bool impatient : {false, true}) {
            for (const bool rebased : {false, true})
                QTest::addRow("%s%s%s", name, impatient ? ", impatient" : "",
                              rebased ? ", at a base rate" : "")
                        << policy << impatient << rebased;
        }
    }
}

void TestPolicyComparison::now_anyScenario_isTheAssessment()
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const bool, impatient);
    QFETCH(const bool, rebased);
    std::mt19937 random(17);
    for (int round = 0; round < 25; ++round) {
        const PairedRows rows = randomUses(
                random,
                {.uses = 2 + 20 * round, .latencies = round % 6 != 5, .oneClass = round % 7 == 6});
        Scenario scenario = firstModelScenario(rows);
        scenario.threshold = {double(random() % 52) / 50.0};
        scenario.latePolicy = policy;
        scenario.fallback = FallbackModel{rows.models[1], {0.4}};
        if (round % 4 == 3)
            scenario.budget.reset();
        if (rebased)
            scenario.baseRate = 0.1;
        if (impatient)
            scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.4}});
        const auto predictions = predictionsOf(rows, true);
        const Assessment expected =
                assess(*ScenarioRows::prepare(predictions, scenario).value(), scenario);
        const auto candidates = candidatesOf(*predictions, policiesQuestion(scenario));
        const auto summary = summaryOf(candidates->rows, candidates->all.front().policy,
                                       {scenario.values, scenario.patience}, scenario.budget);
        COMPARE_NEAR(summary.valuePerUse, expected.value.perUse, 1e-9);
        for (const ShareKind &kind : shareKinds) {
            const auto here = summary.shares[kind.share];
            const auto there = expected.experience[kind.share];
            QCOMPARE(here.has_value(), there.has_value());
            if (!here)
                continue;
            COMPARE_NEAR(here->value, there->value, 1e-8);
            COMPARE_NEAR(here->interval.low, there->interval.low, 1e-7);
            COMPARE_NEAR(here->interval.high, there->interval.high, 1e-7);
        }
    }
}

void TestPolicyComparison::alone_anyScenario_isTheBestOfEveryThreshold()
{
    std::mt19937 random(19);
    for (int round = 0; round < 8; ++round) {
        const PairedRows rows = randomUses(random, {.uses = 20 + 40 * round});
        const Scenario scenario = firstModelScenario(rows);
        const UseTerms terms{scenario.values, scenario.patience};
        const auto candidates =
                candidatesOf(*predictionsOf(rows, true), policiesQuestion(scenario));
        for (const Candidate &candidate : candidates->all) {
            if (candidate.kind != CandidateKind::Alone)
                continue;
            auto policy = std::get<SingleModel>(candidate.policy);
            const double found = valuePerUse(rows, outcomes(rows, policy), terms);
            for (int step = 0; step <= 51; ++step) {
                policy.point.threshold = {step / 50.0};
                QVERIFY(valuePerUse(rows, outcomes(rows, policy), terms) <= found + 1e-9);
            }
        }
    }
}

void TestPolicyComparison::adopted_anySingleModel_isWhatItDoesFromThenOn()
{
    std::mt19937 random(21);
    const PairedRows rows = randomUses(random, {.uses = 200});
    const Scenario scenario = firstModelScenario(rows);
    const auto predictions = predictionsOf(rows, true);
    const auto all = comparePolicies(*candidatesOf(*predictions, policiesQuestion(scenario)),
                                     policiesQuestion(scenario))
                             .value();
    for (const ComparedPolicy &policy : all.policies) {
        const auto *single = std::get_if<SingleModel>(&policy.candidate.policy);
        if (!single)
            continue;
        const Scenario then = adopted(scenario, *single, all.models);
        const Assessment found = assess(*ScenarioRows::prepare(predictions, then).value(), then);
        COMPARE_NEAR(found.value.perUse, policy.summary.valuePerUse, 1e-9);
    }
}

void TestPolicyComparison::candidates_twoModels_areAllKinds()
{
    std::mt19937 random(23);
    const PairedRows rows = randomUses(random, {.uses = 400});
    const auto candidates =
            candidatesOf(*predictionsOf(rows, true), policiesQuestion(firstModelScenario(rows)));
    QCOMPARE(candidates->all.front().id, std::string("now"));
    // Model 0 is the faster one; the p95 of either is finite.
    const std::set<std::string> expected{"now",
                                         "default",
                                         "wait:model 0",
                                         "show-nothing:model 0",
                                         "wait:model 1",
                                         "show-nothing:model 1",
                                         "fall-back:model 0:model 1",
                                         "cascade",
                                         "cascade-parallel",
                                         "mixture"};
    auto ids = idsOf(candidates->all);
    QCOMPARE(ids.size(), candidates->all.size());
    ids.erase("hedged:model 0");
    ids.erase("hedged:model 1");
    for (const std::string &model : rows.models)
        ids.erase("at-precision:" + model);
    QVERIFY(ids == expected);
    const auto cascade = std::find_if(candidates->all.begin(), candidates->all.end(),
                                      [](const Candidate &c) { return c.id == "cascade"; });
    QCOMPARE(std::get<Cascade>(cascade->policy).small, Eigen::Index(0));
    QVERIFY(candidates->leftOut.empty());
}

void TestPolicyComparison::candidates_cascadeBounds_areThoseOfTheScenario()
{
    std::mt19937 random(27);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = predictionsOf(rows, true);
    Scenario scenario = firstModelScenario(rows);
    const auto cascadesOf = [&] {
        std::vector<Cascade> cascades;
        const auto candidates = candidatesOf(*predictions, policiesQuestion(scenario));
        for (const Candidate &candidate : candidates->all) {
            if (candidate.kind == CandidateKind::Cascade)
                cascades.push_back(std::get<Cascade>(candidate.policy));
        }
        return cascades;
    };
    const auto searched = cascadesOf();
    // The slower model may be asked first, where somebody says so.
    scenario.cascade = CascadeBounds{rows.models[1], rows.models[0], {0.3, 0.6}};
    const auto chosen = cascadesOf();
    QCOMPARE(chosen.size(), std::size_t(2));
    QVERIFY(!chosen[0].parallel && chosen[1].parallel);
    for (const Cascade &cascade : chosen) {
        QCOMPARE(cascade.small, Eigen::Index(1));
        QCOMPARE(cascade.large.model, Eigen::Index(0));
        QCOMPARE(cascade.deferBetween, (Interval{0.3, 0.6}));
    }
    scenario.cascade->second = "no such model";
    QVERIFY(cascadesOf() == searched);
}

void TestPolicyComparison::candidates_stopped_areNone()
{
    std::mt19937 random(31);
    const PairedRows rows = randomUses(random, {.uses = 50});
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!candidatesOf(*predictionsOf(rows, true), policiesQuestion(firstModelScenario(rows)),
                          {.stop = stop.get_token(), .progress = {}}));
}

void TestPolicyComparison::candidates_whatIsMissing_isSaid()
{
    std::mt19937 random(29);
    const PairedRows rows = randomUses(random, {.uses = 50});
    Scenario scenario = firstModelScenario(rows);
    scenario.budget.reset();
    auto found = candidatesOf(*predictionsOf(rows, true), policiesQuestion(scenario));
    QVERIFY(isLeftOut(*found, LeftOut::NoBudget));
    QVERIFY(!idsOf(found->all).contains("show-nothing:model 0"));

    scenario.selection.model.reset();
    found = candidatesOf(*predictionsOf(rows, true), policiesQuestion(scenario));
    QVERIFY(isLeftOut(*found, LeftOut::ModelsMixed));
    QVERIFY(!isLeftOut(*found, LeftOut::OneModel));
    QCOMPARE(found->rows.uses(), Eigen::Index(100));

    const PairedRows plain = randomUses(random, {.uses = 50, .models = 1, .latencies = false});
    scenario = firstModelScenario(plain);
    found = candidatesOf(*predictionsOf(plain, true), policiesQuestion(scenario));
    QVERIFY(isLeftOut(*found, LeftOut::OneModel));
    QVERIFY(isLeftOut(*found, LeftOut::NoLatency));
    auto ids = idsOf(found->all);
    ids.erase("at-precision:model 0");
    QVERIFY(ids == (std::set<std::string>{"now", "default", "wait:model 0"}));

    PairedRows wide = rows;
    wide.score *= 3.0;
    scenario = firstModelScenario(wide);
    scenario.latePolicy = LatePolicy::FallBack;
    found = candidatesOf(*predictionsOf(wide, true), policiesQuestion(scenario));
    QVERIFY(isLeftOut(*found, LeftOut::NotProbabilities));
    QVERIFY(isLeftOut(*found, LeftOut::FallbackNotPossible));
}

void TestPolicyComparison::candidates_manyModels_areLimited()
{
    std::mt19937 random(31);
    const PairedRows rows = randomUses(random, {.uses = 40, .models = 9});
    Scenario scenario = firstModelScenario(rows);
    scenario.selection.model = rows.models[8];
    auto found = candidatesOf(*predictionsOf(rows, true), policiesQuestion(scenario));
    QCOMPARE(found->rows.models.size(), rows.models.size());
    QCOMPARE(found->rows.models.front(), rows.models[8]);
    QCOMPARE(found->together.size(), mostCandidateModels);
    QCOMPARE(found->together.front(), Eigen::Index(0));
    QVERIFY(isLeftOut(*found, LeftOut::SomeTogether));
    QVERIFY(!isLeftOut(*found, LeftOut::MoreModels));
    // Each of them alone.
    const auto alone = std::ranges::count_if(found->all, [](const Candidate &candidate) {
        return candidate.id.starts_with("wait:");
    });
    QCOMPARE(alone, std::ptrdiff_t(9));

    const PairedRows more = randomUses(random, {.uses = 20, .models = 33});
    found = candidatesOf(*predictionsOf(more, true), policiesQuestion(firstModelScenario(more)));
    QCOMPARE(found->rows.models.size(), mostComparedModels);
    QVERIFY(isLeftOut(*found, LeftOut::MoreModels));
}

void TestPolicyComparison::atPrecision_everyModel_keepsTheLimitOrIsNamed()
{
    std::mt19937 random(53);
    const PairedRows rows = randomUses(random, {.uses = 300});
    Scenario scenario = firstModelScenario(rows);
    for (const double limit : {0.0, 0.4, 1.0}) {
        scenario.precisionLimit = limit;
        const auto all = compared(rows, scenario);
        std::set<std::string> named;
        for (const LimitMissed &missed : all.limitMissed) {
            named.insert("at-precision:" + missed.model);
            QVERIFY(limit > 0.0);
        }
        for (const ComparedPolicy &policy : all.policies) {
            if (policy.candidate.kind != CandidateKind::AtPrecision)
                continue;
            named.insert(policy.candidate.id);
            QVERIFY(policy.summary.shares[Share::WrongOfShown]->value <= 1.0 - limit + 1e-9);
        }
        QVERIFY(named == (std::set<std::string>{"at-precision:model 0", "at-precision:model 1"}));
    }
    scenario.precisionLimit = 0.0;
    scenario.latePolicy = LatePolicy::FallBack;
    scenario.fallback = FallbackModel{"model 1", {0.5}};
    const auto fallingBack = candidatesOf(*predictionsOf(rows, true), policiesQuestion(scenario));
    for (const Candidate &candidate : fallingBack->all) {
        if (candidate.kind == CandidateKind::AtPrecision)
            QCOMPARE(std::get<SingleModel>(candidate.policy).late, LatePolicy::ShowNothing);
    }
}

void TestPolicyComparison::pairs_twoModels_areTheirDifference()
{
    std::mt19937 random(59);
    const PairedRows rows = randomUses(random, {.uses = 300});
    Scenario scenario = firstModelScenario(rows);
    scenario.precisionLimit = 0.0;
    const auto all = compared(rows, scenario);
    QCOMPARE(all.pairs.size(), std::size_t(2));
    for (const ModelPair &pair : all.pairs) {
        const ComparedPolicy &a = all.policies[pair.a];
        const ComparedPolicy &b = all.policies[pair.b];
        const bool best = pair.at == ModelPair::At::Best;
        const std::string kind = best ? "show-nothing:" : "at-precision:";
        QCOMPARE(a.candidate.id, kind + "model 0");
        QCOMPARE(b.candidate.id, kind + "model 1");
        COMPARE_NEAR(pair.comparison.valuePerUse.difference,
                     a.summary.valuePerUse - b.summary.valuePerUse, 1e-9);
        COMPARE_NEAR(pair.comparison.recall->difference,
                     b.summary.shares[Share::Missed]->value
                             - a.summary.shares[Share::Missed]->value,
                     1e-9);
        const Interval &interval = pair.comparison.valuePerUse.interval;
        QVERIFY(interval.low <= pair.comparison.valuePerUse.difference
                && pair.comparison.valuePerUse.difference <= interval.high);
    }
    scenario.latePolicy = LatePolicy::Wait;
    const auto waited = compared(rows, scenario);
    QCOMPARE(waited.policies[waited.pairs.front().a].candidate.id, std::string("wait:model 0"));
    scenario.precisionLimit = 1.1;
    QCOMPARE(compared(rows, scenario).pairs.size(), std::size_t(1));
}

/// The best threshold, as it is told, and the nearest that decides otherwise.
void TestPolicyComparison::now_nearTheBest_isToldNoBetterThanIt()
{
    std::mt19937 random(23);
    int near = 0;
    for (int round = 0; round < 6; ++round) {
        const PairedRows rows = randomUses(random, {.uses = 400});
        Scenario scenario = firstModelScenario(rows);
        const auto candidates =
                candidatesOf(*predictionsOf(rows, true), policiesQuestion(scenario));
        const auto alone = std::ranges::find_if(candidates->all, [&](const Candidate &candidate) {
            const auto *policy = std::get_if<SingleModel>(&candidate.policy);
            return candidate.kind == CandidateKind::Alone && policy && policy->point.model == 0
                    && policy->late == scenario.latePolicy && policy->budget == scenario.budget;
        });
        if (alone == candidates->all.end())
            continue;
        const double best = std::get<SingleModel>(alone->policy).point.threshold.value;
        if (!std::isfinite(best))
            continue;
        scenario.threshold = {best};
        const ComparedPolicies exact = compared(rows, scenario);
        // In other digits, with the same decisions.
        scenario.threshold = {std::nextafter(best, best - 1.0)};
        const ComparedPolicies typed = compared(rows, scenario);
        QCOMPARE(typed.policies.front().optimism, exact.policies.front().optimism);
        const double expected = exact.policies.front().summary.valuePerUse
                - exact.policies.front().optimism.value_or(0.0);
        for (const double moved : {best - 0.02, best + 0.02}) {
            scenario.threshold = {moved};
            const ComparedPolicies by = compared(rows, scenario);
            const ComparedPolicy &now = by.policies.front();
            QVERIFY(now.optimism && *now.optimism >= 0.0);
            QVERIFY(now.summary.valuePerUse - *now.optimism <= expected + 1e-9);
            if (*now.optimism > 0.0) {
                ++near;
                QVERIFY(std::abs(now.summary.valuePerUse - *now.optimism - expected) < 1e-9);
            }
        }
    }
    QVERIFY(near > 0);
}

void TestPolicyComparison::compared_again_isTheSame()
{
    std::mt19937 random(37);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto first = compared(rows, firstModelScenario(rows));
    const auto second = compared(rows, firstModelScenario(rows));
    QVERIFY(!first.policies.front().againstNow);
    QCOMPARE(first.policies.size(), second.policies.size());
    for (std::size_t i = 1; i < first.policies.size(); ++i) {
        QVERIFY(first.policies[i].candidate.policy == second.policies[i].candidate.policy);
        QVERIFY(first.policies[i].valuePerUse == second.policies[i].valuePerUse);
        QVERIFY(first.policies[i].againstNow->valuePerUse.interval
                == second.policies[i].againstNow->valuePerUse.interval);
    }
}

void TestPolicyComparison::compared_sample_keepsTheNumbersOfAllUses()
{
    std::mt19937 random(41);
    const PairedRows rows = randomUses(random, {.uses = 1000});
    ComparisonOptions few;
    few.mostUses = 200;
    const auto all = compared(rows, firstModelScenario(rows));
    const auto some = compared(rows, firstModelScenario(rows), few);
    QVERIFY(!all.isSample());
    QVERIFY(some.isSample());
    QCOMPARE(some.resampled.uses(), Eigen::Index(200));
    for (std::size_t i = 0; i < all.policies.size(); ++i) {
        QCOMPARE(some.policies[i].summary.valuePerUse, all.policies[i].summary.valuePerUse);
        QCOMPARE(some.policies[i].valuePerUse, all.policies[i].valuePerUse);
    }
    const auto places = placesOf(some, {}, {.resamples = 40}).value();
    for (std::size_t i = 0; i < places.size(); ++i)
        COMPARE_NEAR(*places[i].quality, all.policies[i].summary.valuePerUse, 1e-12);
}

void TestPolicyComparison::compared_costs_areOfTheCallsMade()
{
    std::mt19937 random(43);
    const PairedRows rows = randomUses(random, {.uses = 300});
    Scenario scenario = firstModelScenario(rows);
    const auto calls = compared(rows, scenario);
    scenario.costPerCall = {{"another model", 20.0}};
    QVERIFY(compared(rows, scenario).callsAreCounted);
    scenario.costPerCall = {{"model 1", 20.0}};
    const auto paid = compared(rows, scenario);
    QVERIFY(calls.callsAreCounted && !paid.callsAreCounted);
    for (std::size_t i = 0; i < paid.policies.size(); ++i) {
        const std::string &id = paid.policies[i].candidate.id;
        const double cost = paid.policies[i].summary.costPerThousandUses;
        const double count = calls.policies[i].summary.costPerThousandUses;
        if (id == "show-nothing:model 1")
            QCOMPARE(cost, 20.0 * count);
        else if (id == "now" || id == "wait:model 0")
            QCOMPARE(cost, count);
        if (id.starts_with("hedged"))
            COMPARE_NEAR(count, 1000.0 * (1.0 + *calls.policies[i].asksAgain), 1e-9);
        QVERIFY(count >= 1000.0 - 1e-9);
    }
}

void TestPolicyComparison::compared_late_isBeyondTheBudgetForAll()
{
    std::mt19937 random(47);
    const PairedRows rows = randomUses(random, {.uses = 300, .weights = false});
    const Scenario scenario = firstModelScenario(rows);
    for (const ComparedPolicy &policy : compared(rows, scenario).policies) {
        COMPARE_NEAR(policy.summary.shares[Share::Late]->value
                             + policy.summary.shares[Share::InTime]->value,
                     1.0, 1e-12);
        if (policy.againstNow)
            COMPARE_NEAR(policy.againstNow->lateShare.a, policy.summary.shares[Share::Late]->value,
                         1e-12);
    }
}

void TestPolicyComparison::sampledUses_any_areInOrderAndSoMany()
{
    for (const Eigen::Index uses : {0, 1, 7, 100, 5000}) {
        const auto taken = sampledUses(uses, 100);
        QCOMPARE(Eigen::Index(taken.size()), std::min<Eigen::Index>(uses, 100));
        QVERIFY(std::is_sorted(taken.begin(), taken.end()));
        QVERIFY(std::adjacent_find(taken.begin(), taken.end()) == taken.end());
        QVERIFY(taken.empty() || (taken.front() >= 0 && taken.back() < uses));
    }
    QVERIFY(sampledUses(5000, 100) == sampledUses(5000, 100));
    const auto taken = sampledUses(100000, 10000);
    const double mean = std::accumulate(taken.begin(), taken.end(), 0.0) / 10000.0;
    QVERIFY(std::abs(mean - 50000.0) < 1500.0);
}

void TestPolicyComparison::places_anyView_areThoseOfANaivePass_data()
{
    QTest::addColumn<QualityMeasure>("quality");
    QTest::addColumn<BurdenMeasure>("burden");
    QTest::newRow("value, p50") << QualityMeasure::Value << BurdenMeasure::WaitP50;
    QTest::newRow("value, p99.9") << QualityMeasure::Value << BurdenMeasure::WaitP999;
    QTest::newRow("wrong, p95") << QualityMeasure::WrongOfShown << BurdenMeasure::WaitP95;
    QTest::newRow("missed, cost") << QualityMeasure::Missed << BurdenMeasure::Cost;
}

void TestPolicyComparison::places_anyView_areThoseOfANaivePass()
{
    QFETCH(const QualityMeasure, quality);
    QFETCH(const BurdenMeasure, burden);
    std::mt19937 random(53);
    const PairedRows rows = randomUses(random, {.uses = 500});
    const Scenario scenario = firstModelScenario(rows);
    const auto all = compared(rows, scenario);
    const FrontierView view{quality, burden};
    const auto places = placesOf(all, view, {.resamples = 40}).value();
    std::vector<FrontierPoint> points;
    for (const ComparedPolicy &policy : all.policies) {
        const auto ends = outcomes(rows, policy.candidate.policy, {1.0, 1.0});
        double part = 0.0;
        double whole = 0.0;
        std::vector<std::pair<double, double>> burdens;
        for (Eigen::Index use = 0; use < rows.uses(); ++use) {
            const auto at = static_cast<std::size_t>(use);
            const bool shown = ends.decision[at] == UseDecision::Shown;
            const bool positive = rows.label[use] != 0;
            const bool counts = quality == QualityMeasure::WrongOfShown ? shown : positive;
            const bool holds = quality == QualityMeasure::WrongOfShown ? !positive : !shown;
            whole += counts ? rows.weight[use] : 0.0;
            part += counts && holds ? rows.weight[use] : 0.0;
            burdens.emplace_back(burden == BurdenMeasure::Cost ? ends.cost[use] : ends.wait[use],
                                 rows.weight[use]);
        }
        if (quality == QualityMeasure::Value) {
            part = valuePerUse(rows, ends, {scenario.values, {}});
            whole = 1.0;
        }
        std::sort(burdens.begin(), burdens.end());
        const double total = rows.weight.sum();
        double found = 0.0;
        if (const auto p = percentileOf(burden)) {
            double upTo = 0.0;
            for (const auto &[value, weight] : burdens) {
                found = value;
                upTo += weight;
                if (upTo >= *p * total - 1e-9 * total)
                    break;
            }
        } else {
            for (const auto &[value, weight] : burdens)
                found += value * weight / total;
        }
        points.push_back({part / whole, found});
    }
    const auto better =
            quality == QualityMeasure::Value ? BetterQuality::Higher : BetterQuality::Lower;
    const auto front = paretoFront(points, better);
    for (std::size_t i = 0; i < places.size(); ++i) {
        COMPARE_NEAR(*places[i].quality, points[i].quality, 1e-9);
        if (std::isinf(points[i].burden))
            QVERIFY(std::isinf(places[i].burden));
        else
            COMPARE_NEAR(places[i].burden, points[i].burden, 1e-9);
        QCOMPARE(places[i].onFront, bool(front[i]));
        QVERIFY(!places[i].onFront || !places[i].dominatedForSure);
    }
}

void TestPolicyComparison::compared_stopped_isCancelled()
{
    std::mt19937 random(59);
    const PairedRows rows = randomUses(random, {.uses = 50});
    const Scenario scenario = firstModelScenario(rows);
    std::stop_source stop;
    stop.request_stop();
    const auto result =
            comparePolicies(*candidatesOf(*predictionsOf(rows, true), policiesQuestion(scenario)),
                            policiesQuestion(scenario), {}, {.stop = stop.get_token()});
    QVERIFY(!result.ok());
    QCOMPARE(result.problem().kind, ProblemKind::Cancelled);
}

ONEINN_TEST(TestPolicyComparison)

} // namespace tests::comparison_policycomparison

#include "tst_policycomparison.moc"
