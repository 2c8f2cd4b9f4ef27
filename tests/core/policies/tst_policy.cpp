// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policy.h"

#include "core/latency/percentile.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace tests::policies_policy {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;
using testsupport::numbers;
using testsupport::VectorCase;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Expected {
    UseDecision decision = UseDecision::NotShown;
    bool late = false;
    double wait = 0.0;
    double cost = 0.0;
};

/// A second reading of what policies are: one use at a time, as a story.
class Story {
public:
    Story(const PairedRows &rows, const std::vector<double> &costs)
        : m_rows(rows)
        , m_costs(costs)
    {
    }

    Expected tell(Eigen::Index use, const SingleModel &policy) const
    {
        const double took = latency(use, policy.point.model);
        const bool failed = m_rows.failedAt(use, policy.point.model);
        Expected end{answer(use, policy.point), false, took, cost(policy.point.model)};
        const bool hasFallback = policy.late == LatePolicy::FallBack;
        const auto other = policy.fallback.point;
        if (hasFallback && policy.fallback.start == Fallback::Start::WithMain)
            end.cost += cost(other.model);
        if (!policy.budget || !m_rows.hasLatency())
            return end;
        if (failed ? !hasFallback || m_rows.failedAt(use, other.model)
                   : took <= policy.budget->value && took < infinity)
            return end;
        end.late = true;
        if (policy.late == LatePolicy::Wait)
            return end;
        end.wait = policy.budget->value;
        end.decision = policy.late == LatePolicy::Unanswered ? UseDecision::Unanswered
                                                             : UseDecision::NotShown;
        if (hasFallback && policy.fallback.start == Fallback::Start::AtDeadline)
            end.cost += cost(other.model);
        if (!hasFallback || m_rows.failedAt(use, other.model))
            return end;
        end.decision = answer(use, other);
        if (policy.fallback.start == Fallback::Start::AtDeadline) {
            end.wait += latency(use, other.model);
        } else if (latency(use, other.model) > end.wait) {
            end.wait = latency(use, other.model);
        }
        return end;
    }

    Expected tell(Eigen::Index use, const Cascade &policy) const
    {
        const double score = m_rows.score(use, policy.small);
        const double first = latency(use, policy.small);
        const double second = latency(use, policy.large.model);
        const double both = cost(policy.small) + cost(policy.large.model);
        const double sure = policy.parallel ? both : cost(policy.small);
        if (m_rows.failedAt(use, policy.small))
            return {answer(use, policy.large), false, second, both};
        if (score < policy.deferBetween.low)
            return {UseDecision::NotShown, false, first, sure};
        if (score >= policy.deferBetween.high)
            return {UseDecision::Shown, false, first, sure};
        const double wait = !policy.parallel ? first + second : first < second ? second : first;
        return {answer(use, policy.large), false, wait, both};
    }

    Expected tell(Eigen::Index use, const Hedged &policy) const
    {
        const auto replica = replicasOf(m_rows.uses())[static_cast<std::size_t>(use)];
        const double first = latency(use, policy.point.model);
        double second = policy.hedgeAfter.value + latency(replica, policy.point.model);
        if (m_rows.failedAt(replica, policy.point.model))
            second = infinity;
        const int calls = first > policy.hedgeAfter.value ? 2 : 1;
        return {answer(use, policy.point), false, first < second ? first : second,
                calls * cost(policy.point.model)};
    }

    Expected tell(Eigen::Index use, const Mixture &policy) const
    {
        const auto &point = goesToFirst(use, policy.share) ? policy.first : policy.second;
        return {answer(use, point), false, latency(use, point.model), cost(point.model)};
    }

private:
    UseDecision answer(Eigen::Index use, const ModelPoint &point) const
    {
        if (m_rows.failedAt(use, point.model))
            return m_rows.refusedAt(use, point.model) ? UseDecision::Refused : UseDecision::Failed;
        return m_rows.score(use, point.model) < point.threshold.value ? UseDecision::NotShown
                                                                      : UseDecision::Shown;
    }
    double latency(Eigen::Index use, Eigen::Index model) const
    {
        if (m_rows.failedAt(use, model))
            return std::numeric_limits<double>::quiet_NaN();
        return m_rows.hasLatency() ? m_rows.latency(use, model) : 0.0;
    }
    double cost(Eigen::Index model) const
    {
        return m_costs.empty() ? 0.0 : m_costs[static_cast<std::size_t>(model)];
    }

    const PairedRows &m_rows;
    const std::vector<double> &m_costs;
};

void compareWithStory(const PairedRows &rows, const Policy &policy,
                      const std::vector<double> &costs)
{
    const Story story(rows, costs);
    const auto actual = outcomes(rows, policy, costs);
    QCOMPARE(static_cast<Eigen::Index>(actual.decision.size()), rows.uses());
    QCOMPARE(static_cast<Eigen::Index>(actual.late.size()), rows.uses());
    QCOMPARE(actual.wait.size(), rows.uses());
    QCOMPARE(actual.cost.size(), rows.uses());
    // Telling a hedged use asks for all replicas each time.
    const Eigen::Index step = std::holds_alternative<Hedged>(policy) ? 1 + rows.uses() / 50 : 1;
    for (Eigen::Index use = 0; use < rows.uses(); use += step) {
        const auto expected =
                std::visit([&](const auto &one) { return story.tell(use, one); }, policy);
        const auto at = static_cast<std::size_t>(use);
        QCOMPARE(int(actual.decision[at]), int(expected.decision));
        QCOMPARE(actual.late[at] != 0, expected.late);
        // Nobody waits for a call that failed.
        QCOMPARE(std::isnan(actual.wait[use]), isLost(expected.decision));
        if (!isLost(expected.decision))
            QCOMPARE(actual.wait[use], expected.wait);
        QCOMPARE(actual.cost[use], expected.cost);
    }
}

/// Every kind of policy, at random.
std::vector<Policy> randomPolicies(std::mt19937 &random, Eigen::Index models)
{
    const auto below = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    const auto point = [&]() -> ModelPoint {
        return {below(int(models)), {below(9) == 0 ? infinity : below(50) / 50.0}};
    };
    std::vector<Policy> policies;
    for (const auto late : {LatePolicy::Wait, LatePolicy::ShowNothing, LatePolicy::Unanswered,
                            LatePolicy::FallBack}) {
        for (const auto start : {Fallback::Start::WithMain, Fallback::Start::AtDeadline}) {
            const Budget budgets[] = {std::nullopt, Milliseconds{10.0 * below(70)},
                                      Milliseconds{infinity}};
            for (const auto &budget : budgets)
                policies.emplace_back(SingleModel{point(), budget, late, {point(), start}});
        }
    }
    const double low = below(5) == 0 ? -infinity : below(30) / 50.0;
    const double high = below(5) == 0 ? infinity : std::max(low, 0.0) + below(20) / 50.0;
    for (const bool parallel : {false, true})
        policies.emplace_back(Cascade{below(int(models)), {low, high}, point(), parallel});
    policies.emplace_back(Hedged{point(), {10.0 * below(60)}});
    policies.emplace_back(Mixture{below(11) / 10.0, point(), point()});
    return policies;
}

} // namespace

class TestPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_cascade_agrees();
    void outcomes_random_agreeWithTheStory();
    void outcomes_withoutBudget_areWhatTheModelSays();
    void replicas_areOneCycle();
    void hedged_independentReplicas_agreesWithTheFormula();
    void mixture_divides();
};

void TestPolicy::vector_cascade_agrees()
{
    VectorCase c(testsupport::vector(u"T5.cascade"_s));
    const auto deferred = numbers(c.input.take("deferred"_L1));
    PairedRows rows;
    rows.models = {"small", "large"};
    rows.label = LabelColumn::Zero(deferred.size());
    rows.weight = Eigen::ArrayXd::Ones(deferred.size());
    rows.score.resize(deferred.size(), 2);
    rows.score << 0.1 + 0.4 * deferred, 0.9 * deferred; // 0.5 where it defers
    rows.latency.resize(deferred.size(), 2);
    rows.latency << numbers(c.input.take("latency_small_ms"_L1)),
            numbers(c.input.take("latency_large_ms"_L1));

    Cascade cascade{0, {0.5, 0.6}, {1, {0.5}}};
    const auto inTurn = outcomes(rows, cascade);
    COMPARE_ARRAY(inTurn.wait, numbers(c.expected.take("sequential"_L1)), c.tolerance);
    const LatencyDistribution distribution(inTurn.wait);
    COMPARE_NEAR(distribution.percentile(0.5), number(c.expected.take("p50"_L1)), c.tolerance);
    const auto p90 = distribution.percentile(0.9);
    COMPARE_NEAR(p90, number(c.expected.take("p90"_L1)), c.tolerance);
    COMPARE_NEAR(inTurn.wait.mean(), number(c.expected.take("mean"_L1)), c.tolerance);
    QVERIFY(*p90 != number(c.expected.take("wrong_weighted_avg_of_p90"_L1)));
    cascade.parallel = true;
    COMPARE_NEAR(LatencyDistribution(outcomes(rows, cascade).wait).percentile(0.9),
                 number(c.expected.take("parallel_p90"_L1)), c.tolerance);
    for (Eigen::Index use = 0; use < rows.uses(); ++use)
        QCOMPARE(inTurn.decision[static_cast<std::size_t>(use)] == UseDecision::Shown,
                 deferred[use] == 1.0);
    QCOMPARE(c.input.problems(), QStringList());
    QCOMPARE(c.expected.problems(), QStringList());
}

void TestPolicy::outcomes_random_agreeWithTheStory()
{
    std::mt19937 random(3);
    for (int round = 0; round < 40; ++round) {
        const auto rows = testsupport::randomUses(random, round);
        std::vector<double> costs;
        if (round % 3 != 0)
            costs = {0.1, 1.5, 7.0};
        costs.resize(std::min(costs.size(), rows.models.size()));
        for (const Policy &policy : randomPolicies(random, rows.score.cols())) {
            compareWithStory(rows, policy, costs);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestPolicy::outcomes_withoutBudget_areWhatTheModelSays()
{
    std::mt19937 random(4);
    const auto rows = testsupport::randomUses(random, {.uses = 500});
    const SingleModel hurried{{1, {0.4}}, Milliseconds{200.0}, LatePolicy::Unanswered};
    const auto unhurried = outcomes(rows, withoutBudget(hurried));
    QVERIFY((unhurried.wait == rows.latency.col(1)).all());
    for (std::size_t use = 0; use < unhurried.late.size(); ++use) {
        const bool shown = rows.score(static_cast<Eigen::Index>(use), 1) >= 0.4;
        QCOMPARE(int(unhurried.late[use]), 0);
        QCOMPARE(unhurried.decision[use] == UseDecision::Shown, shown);
    }
    const Policy hedged = Hedged{{1, {0.4}}, {100.0}};
    QVERIFY(withoutBudget(hedged) == hedged);
}

void TestPolicy::replicas_areOneCycle()
{
    QVERIFY(replicasOf(0).empty());
    QCOMPARE(replicasOf(1), std::vector<std::uint32_t>{0});
    for (const std::uint32_t uses : {2U, 3U, 10U, 1000U, 4097U}) {
        const auto replica = replicasOf(uses);
        std::uint32_t at = 0;
        for (std::uint32_t step = 1; step <= uses; ++step) {
            at = replica[at];
            QCOMPARE(at == 0, step == uses);
        }
    }
}

void TestPolicy::hedged_independentReplicas_agreesWithTheFormula()
{
    std::mt19937 random(8);
    auto rows = testsupport::randomUses(random, {.uses = 100000, .models = 1, .weights = false});
    std::lognormal_distribution<double> latency(std::log(200.0), 0.8);
    for (double &ms : rows.latency.reshaped())
        ms = latency(random);
    const Hedged policy{{0, {0.5}}, {500.0}};
    const auto hedged = outcomes(rows, policy, {1.0});
    const auto survival = [&](double t) {
        return static_cast<double>((rows.latency > t).count()) / 100000.0;
    };
    for (const double t : {300.0, 600.0, 1000.0, 1500.0}) {
        const double formula = survival(t) * (t < 500.0 ? 1.0 : survival(t - 500.0));
        COMPARE_NEAR(static_cast<double>((hedged.wait > t).count()) / 100000.0, formula, 0.003);
    }
    COMPARE_NEAR(hedgedShare(rows, policy), survival(500.0), 1e-12);
    COMPARE_NEAR(hedged.cost.mean(), 1.0 + survival(500.0), 1e-12);
    rows.latency.resize(rows.uses(), 0);
    QVERIFY(!hedgedShare(rows, policy));
}

void TestPolicy::mixture_divides()
{
    constexpr int uses = 100000;
    for (const double share : {0.0, 0.1, 0.5, 0.9, 1.0}) {
        int first = 0;
        int pairs = 0;
        for (int use = 0; use < uses; ++use) {
            const bool taken = goesToFirst(use, share);
            QVERIFY(!taken || goesToFirst(use, std::min(1.0, share + 0.05)));
            first += taken ? 1 : 0;
            pairs += taken && goesToFirst(use + 1, share) ? 1 : 0;
        }
        COMPARE_NEAR(double(first) / uses, share, 0.006);
        COMPARE_NEAR(double(pairs) / uses, share * share, 0.008);
    }
}

ONEINN_TEST(TestPolicy)

} // namespace tests::policies_policy

#include "tst_policy.moc"
