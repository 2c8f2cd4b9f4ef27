// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/reachtargets.h"

#include "core/assessment.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::targets_reachtargets {

using namespace oneinn;

class TestReachTargets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routes_noBudget_areEveryModelOnce();
    void routes_budgetAndWait_areThreeForEachModel();
    void routes_noLatencies_areEveryModelOnce();
    void routes_mixedModels_isOne();
    void routes_anyScenario_assessAsTheySay_data();
    void routes_anyScenario_assessAsTheySay();
    void routes_order_isReachableFirst();
    void slowModel_quickOneBesides_isReplaced();
    void quickModel_neverLate_isAskedOnceAndStepsIn();
    void severalCallsAsOne_theirModelAlone_isLookedAtAsWell();
    void fallbackModel_itself_showsNothing();
    void binding_overRoutes_choosesTheRouteAnew();
    void question_thresholdAndNounAlone_isTheSame();
    void stopped_cancelled();
};

namespace {

struct Data {
    PairedRows rows;
    PredictionsPtr predictions;
    Scenario scenario;
};

Data dataOf(Eigen::Index uses, bool latencies = true)
{
    std::mt19937 random(17);
    Data data;
    data.rows = testsupport::randomUses(
            random, {.uses = uses, .models = 3, .latencies = latencies, .weights = false});
    data.predictions = testsupport::predictionsOf(data.rows, false);
    data.scenario.selection.model = data.rows.models[0];
    data.scenario.targets.wrongOfShown = 0.4;
    return data;
}

ReachAnswer answerOf(const Data &data)
{
    const auto rows = ScenarioRows::prepare(data.predictions, data.scenario).value();
    return reachTargets(rows, reachQuestion(data.scenario)).value();
}

std::vector<RouteKind> kindsOf(const ReachAnswer &answer, const std::string &model)
{
    std::vector<RouteKind> kinds;
    for (const Route &route : answer.routes) {
        if (route.choice.model == model)
            kinds.push_back(route.kind);
    }
    std::sort(kinds.begin(), kinds.end());
    return kinds;
}

} // namespace

void TestReachTargets::routes_noBudget_areEveryModelOnce()
{
    const Data data = dataOf(300);
    const ReachAnswer answer = answerOf(data);
    QCOMPARE(answer.routes.size(), std::size_t{3});
    for (const auto &model : data.rows.models)
        QCOMPARE(kindsOf(answer, model), std::vector{RouteKind::AsItIs});
}

void TestReachTargets::routes_budgetAndWait_areThreeForEachModel()
{
    Data data = dataOf(300);
    data.scenario.budget = Milliseconds{200.0};
    data.scenario.targets.answered = Targets::AnsweredWithin{{400.0}, 0.5};
    const ReachAnswer answer = answerOf(data);
    for (const auto &model : data.rows.models) {
        auto kinds = kindsOf(answer, model);
        std::erase(kinds, RouteKind::Replaced);
        QCOMPARE(kinds,
                 (std::vector{RouteKind::AsItIs, RouteKind::AtTheWait, RouteKind::WaitedFor}));
    }
    // A longer wait than the budget is of no use where the budget is longer.
    data.scenario.budget = Milliseconds{500.0};
    for (const Route &route : answerOf(data).routes)
        QVERIFY(route.kind != RouteKind::AtTheWait);
}

void TestReachTargets::routes_noLatencies_areEveryModelOnce()
{
    Data data = dataOf(100, false);
    data.scenario.targets.answered = Targets::AnsweredWithin{{400.0}, 0.5};
    const ReachAnswer answer = answerOf(data);
    QCOMPARE(answer.routes.size(), std::size_t{3});
    QVERIFY(!answer.reachable());
    QVERIFY(!answer.hasLatency);
    for (const Route &route : answer.routes)
        QCOMPARE(route.reach.conflict, TargetSet::of(TargetKind::Answered));
}

void TestReachTargets::routes_mixedModels_isOne()
{
    Data data = dataOf(100);
    data.scenario.selection.model.reset();
    const ReachAnswer answer = answerOf(data);
    QCOMPARE(answer.routes.size(), std::size_t{1});
    QVERIFY(answer.modelsMixed);
}

void TestReachTargets::routes_anyScenario_assessAsTheySay_data()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<bool>("budget");
    QTest::newRow("nothing shown") << LatePolicy::ShowNothing << true;
    QTest::newRow("unanswered") << LatePolicy::Unanswered << true;
    QTest::newRow("waited for") << LatePolicy::Wait << true;
    QTest::newRow("replaced") << LatePolicy::FallBack << true;
    QTest::newRow("no budget") << LatePolicy::ShowNothing << false;
}

/// What is taken over is what was promised.
void TestReachTargets::routes_anyScenario_assessAsTheySay()
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const bool, budget);
    Data data = dataOf(400);
    Scenario &s = data.scenario;
    s.latePolicy = policy;
    s.fallback = FallbackModel{data.rows.models[2], {0.6}, Fallback::Start::WithMain};
    if (budget)
        s.budget = Milliseconds{250.0};
    s.baseRate = 0.2;
    s.patience = PatienceCurve({{{300.0}, 0.9}, {{900.0}, 0.4}});
    s.targets = {.wrongOfShown = 0.6,
                 .missed = 0.95,
                 .answered = Targets::AnsweredWithin{{450.0}, 0.4},
                 .gone = {},
                 .shownPerDay = 800.0,
                 .usesPerDay = 1000.0};
    int reached = 0;
    for (const Route &route : answerOf(data).routes) {
        if (!route.reach.chosen)
            continue;
        ++reached;
        const Scenario taken = withChoice(s, route.choice);
        const auto rows = ScenarioRows::prepare(data.predictions, taken).value();
        const Assessment assessment = assess(*rows, taken);
        const TargetSetting &chosen = *route.reach.chosen;
        QCOMPARE(assessment.sameDecisions, chosen.sameDecisions);
        QVERIFY(std::abs(assessment.value.perUse - chosen.valuePerUse) < 1e-12);
        const auto same = [](const std::optional<Proportion> &a,
                             const std::optional<Proportion> &b) {
            return a && b && std::abs(a->value - b->value) < 1e-12
                    && std::abs(a->interval.low - b->interval.low) < 1e-12
                    && std::abs(a->effectiveN - b->effectiveN) < 1e-9 * a->effectiveN;
        };
        QVERIFY(same(chosen.readings[TargetKind::WrongOfShown].share,
                     assessment.experience[Share::WrongOfShown]));
        QVERIFY(same(chosen.readings[TargetKind::Missed].share,
                     assessment.experience[Share::Missed]));
    }
    QVERIFY(reached > 0);
}

void TestReachTargets::routes_order_isReachableFirst()
{
    Data data = dataOf(300);
    data.scenario.budget = Milliseconds{300.0};
    data.scenario.targets.missed = 0.55;
    data.scenario.targets.answered = Targets::AnsweredWithin{{500.0}, 0.7};
    const ReachAnswer answer = answerOf(data);
    for (std::size_t i = 1; i < answer.routes.size(); ++i) {
        const Reach &before = answer.routes[i - 1].reach;
        const Reach &after = answer.routes[i].reach;
        QVERIFY(before.reachable() || !after.reachable());
        if (after.reachable())
            QVERIFY(before.chosen->valuePerUse >= after.chosen->valuePerUse);
    }
}

void TestReachTargets::slowModel_quickOneBesides_isReplaced()
{
    // Latencies of the models are up to 600, 1,200 and 1,800 ms; one in twenty times out.
    Data data = dataOf(400);
    data.scenario.selection.model = data.rows.models[2];
    data.scenario.targets = {};
    data.scenario.targets.answered = Targets::AnsweredWithin{{600.0}, 0.93};
    const ReachAnswer answer = answerOf(data);
    const auto replaced =
            std::find_if(answer.routes.begin(), answer.routes.end(), [&](const Route &route) {
                return route.kind == RouteKind::Replaced
                        && route.choice.model == data.rows.models[2];
            });
    QVERIFY(replaced != answer.routes.end());
    QVERIFY(replaced->reach.reachable());
    QCOMPARE(replaced->choice.budget, Budget(Milliseconds{600.0}));
    QCOMPARE(replaced->choice.fallback->model, data.rows.models[0]);
    Scenario alone = data.scenario;
    alone.selection.model = data.rows.models[0];
    const auto rows = ScenarioRows::prepare(data.predictions, alone).value();
    QCOMPARE(replaced->choice.fallback->threshold,
             outlook(*rows->at(alone), alone)->mostValuable.threshold);
    for (const Route &route : answer.routes)
        QVERIFY(route.kind != RouteKind::Replaced || route.choice.model != data.rows.models[0]);
}

void TestReachTargets::quickModel_neverLate_isAskedOnceAndStepsIn()
{
    Data data = dataOf(300);
    data.rows.latency.col(0).setConstant(50.0);
    data.predictions = testsupport::predictionsOf(data.rows, false);
    data.scenario.budget = Milliseconds{200.0};
    data.scenario.targets = {};
    data.scenario.targets.answered = Targets::AnsweredWithin{{200.0}, 0.99};
    const ReachAnswer answer = answerOf(data);
    QCOMPARE(kindsOf(answer, data.rows.models[0]), std::vector{RouteKind::AsItIs});
    QCOMPARE(kindsOf(answer, data.rows.models[1]),
             (std::vector{RouteKind::AsItIs, RouteKind::WaitedFor, RouteKind::Replaced}));
    for (const Route &route : answer.routes)
        QCOMPARE(route.reach.reachable(),
                 route.kind == RouteKind::Replaced || route.choice.model == data.rows.models[0]);
}

void TestReachTargets::severalCallsAsOne_theirModelAlone_isLookedAtAsWell()
{
    Data data = dataOf(300);
    const ReachAnswer alone = answerOf(data);
    data.scenario.combination = FirstAsked{data.rows.models[1], {0.3, 0.7}, false};
    const ReachAnswer answer = answerOf(data);
    QCOMPARE(answer.routes.size(), alone.routes.size() + 1);
    int together = 0;
    for (const Route &route : answer.routes) {
        if (route.choice.combination) {
            ++together;
            QCOMPARE(&route.reach, reachAsItIs(answer, data.scenario.selection));
            continue;
        }
        const auto same = std::ranges::find_if(alone.routes, [&](const Route &each) {
            return each.choice.model == route.choice.model;
        });
        QVERIFY(same != alone.routes.end());
        QCOMPARE(route.choice, same->choice);
        QCOMPARE(route.reach.feasible, same->reach.feasible);
    }
    QCOMPARE(together, 1);
}

void TestReachTargets::fallbackModel_itself_showsNothing()
{
    Data data = dataOf(200);
    data.scenario.budget = Milliseconds{300.0};
    data.scenario.latePolicy = LatePolicy::FallBack;
    data.scenario.fallback = FallbackModel{data.rows.models[1], {0.5}, {}};
    for (const Route &route : answerOf(data).routes) {
        if (route.kind == RouteKind::AsItIs)
            QCOMPARE(route.choice.latePolicy,
                     route.choice.model == data.rows.models[1] ? LatePolicy::ShowNothing
                                                               : LatePolicy::FallBack);
    }
}

void TestReachTargets::binding_overRoutes_choosesTheRouteAnew()
{
    Data data = dataOf(400);
    data.scenario.targets.wrongOfShown = 0.45;
    data.scenario.targets.answered = Targets::AnsweredWithin{{600.0}, 0.9};
    const ReachAnswer answer = answerOf(data);
    const auto binding = bindingTarget(answer);
    double best = answer.reachable() ? answer.routes.front().reach.chosen->valuePerUse : -1e9;
    std::optional<TargetKind> kind;
    for (const Route &route : answer.routes) {
        for (const TargetKind each : {TargetKind::WrongOfShown, TargetKind::Answered}) {
            const auto &without = route.reach.without[each];
            if (without && without->valuePerUse > best + 1e-12) {
                best = without->valuePerUse;
                kind = each;
            }
        }
    }
    QVERIFY(kind && binding);
    QCOMPARE(binding->kind, *kind);
    QCOMPARE(binding->setting.valuePerUse, best);
}

void TestReachTargets::question_thresholdAndNounAlone_isTheSame()
{
    const Scenario scenario;
    Scenario other = scenario;
    other.threshold = {0.9};
    other.noticed.late = 0.1;
    other.precisionLimit = 0.5;
    other.words.raised = "alert";
    QVERIFY(reachQuestion(scenario) == reachQuestion(other));
    other.targets.missed = 0.3;
    QVERIFY(reachQuestion(scenario) != reachQuestion(other));
    other = scenario;
    other.budget = Milliseconds{1.0};
    QVERIFY(reachQuestion(scenario) != reachQuestion(other));
}

void TestReachTargets::stopped_cancelled()
{
    const Data data = dataOf(50);
    const auto rows = ScenarioRows::prepare(data.predictions, data.scenario).value();
    std::stop_source stop;
    stop.request_stop();
    const auto answer = reachTargets(rows, reachQuestion(data.scenario),
                                     {.stop = stop.get_token(), .progress = {}});
    QVERIFY(!answer.ok());
}

ONEINN_TEST(TestReachTargets)

} // namespace tests::targets_reachtargets

#include "tst_reachtargets.moc"
