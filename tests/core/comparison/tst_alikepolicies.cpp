// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/alikepolicies.h"

#include "core/infinity.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>
#include <set>

namespace tests::comparison_alikepolicies {

using namespace oneinn;

class TestAlikePolicies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alike_whatUsersGet_isTheFirst();
    void alike_prices_tellApart();
    void alike_neverLateModel_isOnePolicy();
};

namespace {

ComparedPolicy policy(double value, double median, double p95, double p99, double cost = 1.0)
{
    ComparedPolicy made;
    made.summary.valuePerUse = value;
    made.summary.costPerThousandUses = cost;
    for (const auto &[p, wait] :
         {std::pair(0.5, median), std::pair(0.95, p95), std::pair(0.99, p99)}) {
        WaitPercentile percentile;
        percentile.p = p;
        percentile.wait = {wait};
        made.summary.waits.push_back(percentile);
    }
    return made;
}

} // namespace

void TestAlikePolicies::alike_whatUsersGet_isTheFirst()
{
    ComparedPolicies all;
    all.policies = {policy(1.0, 10.0, 20.0, 30.0),         policy(1.5, 10.0, 20.0, 30.0),
                    policy(1.0, 10.0, 20.0, 40.0), // beyond p95: not told apart
                    policy(1.0, 10.0, 21.0, 30.0),         policy(1.5, 10.0, 20.0, infinity),
                    policy(1.5, 10.0, infinity, infinity), policy(1.5, 10.0, infinity, infinity)};
    QCOMPARE(firstAlike(all), (std::vector<std::size_t>{0, 1, 0, 3, 1, 5, 5}));
    QVERIFY(firstAlike({}).empty());
}

void TestAlikePolicies::alike_prices_tellApart()
{
    ComparedPolicies all;
    all.policies = {policy(1.0, 10.0, 20.0, 30.0, 1.0), policy(1.0, 10.0, 20.0, 30.0, 2.0)};
    QCOMPARE(firstAlike(all), (std::vector<std::size_t>{0, 0}));
    all.callsAreCounted = false;
    QCOMPARE(firstAlike(all), (std::vector<std::size_t>{0, 1}));
}

void TestAlikePolicies::alike_neverLateModel_isOnePolicy()
{
    std::mt19937 random(5);
    PairedRows rows = testsupport::randomUses(random, 1, 600.0);
    rows.latency.col(0).setConstant(1000.0);
    rows.latency.col(1).setConstant(10.0);
    Scenario scenario = testsupport::firstModelScenario(rows);
    scenario.budget = Milliseconds{100.0};
    scenario.latePolicy = LatePolicy::ShowNothing;
    auto candidates =
            candidatesOf(*testsupport::predictionsOf(rows, true), policiesQuestion(scenario));
    const auto all = comparePolicies(std::move(*candidates), policiesQuestion(scenario)).value();
    const auto first = firstAlike(all);
    std::set<std::size_t> quick; // of the model that is never late, each at its best threshold
    int named = 0;
    for (std::size_t i = 1; i < all.policies.size(); ++i) {
        const Candidate &candidate = all.policies[i].candidate;
        const auto *single = std::get_if<SingleModel>(&candidate.policy);
        const auto *hedged = std::get_if<Hedged>(&candidate.policy);
        const bool isQuick =
                (single && single->point.model == 1) || (hedged && hedged->point.model == 1);
        if (!isQuick
            || (candidate.kind != CandidateKind::Alone && candidate.kind != CandidateKind::Hedged))
            continue;
        quick.insert(first[i]);
        ++named;
    }
    QVERIFY(named > 2); // waited for, cut off, asked again
    QCOMPARE(quick.size(), std::size_t{1});
}

ONEINN_TEST(TestAlikePolicies)

} // namespace tests::comparison_alikepolicies

#include "tst_alikepolicies.moc"
