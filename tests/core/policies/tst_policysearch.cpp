// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policysearch.h"

#include "core/policies/valueofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>
#include <set>
#include <vector>

namespace tests::policies_policysearch {

using namespace oneinn;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Every score of a model, ascending, and the two ends.
std::vector<double> everyThreshold(const PairedRows &rows, Eigen::Index model)
{
    std::set<double> thresholds{-infinity, infinity};
    for (Eigen::Index use = 0; use < rows.uses(); ++use)
        thresholds.insert(rows.score(use, model));
    return {thresholds.begin(), thresholds.end()};
}

double worth(const PairedRows &rows, const Policy &policy, const UseTerms &terms)
{
    const auto value = valueOfUses(rows, outcomes(rows, policy), terms);
    double sum = 0.0;
    double weight = 0.0;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        sum += rows.weight[use] * value[use];
        weight += rows.weight[use];
    }
    return sum / weight;
}

UseTerms randomTerms(std::mt19937 &random)
{
    const auto value = [&random] { return double(random() % 9) - 4.0; };
    const PatienceCurve curves[] = {PatienceCurve(), PatienceCurve({{{200.0}, 0.8}}),
                                    PatienceCurve({{{100.0}, 1.0}, {{500.0}, 0.1}})};
    return {OutcomeValues(value(), value(), value(), value(), value()), curves[random() % 3]};
}

} // namespace

class TestPolicySearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void point_random_isTheBestOfAll();
    void point_timeOuts_areNoThresholds();
    void mostCaught_random_isTheBestOfAllThatKeepTheLimit();
    void cascade_random_isTheBestOfAll();
    void cascade_manyScores_isAtLeastEitherModelAlone();
    void cascade_perfectSmallModel_defersNothing();
    void cascadeBetween_random_hasTheBestOfAllThresholds();
};

void TestPolicySearch::point_random_isTheBestOfAll()
{
    std::mt19937 random(41);
    for (int round = 0; round < 300; ++round) {
        const auto rows = testsupport::randomUses(random, round, 80.0);
        const auto terms = randomTerms(random);
        SingleModel policy{{round % 2, {}},
                           round % 4 == 3 ? Budget() : Milliseconds{double(random() % 60) * 10.0},
                           static_cast<LatePolicy>(random() % 4),
                           {{1 - round % 2, {0.5}}, static_cast<Fallback::Start>(random() % 2)}};
        const auto best = mostValuablePoint(rows, policy, terms);
        policy.point.threshold = best.threshold;
        COMPARE_NEAR(worth(rows, policy, terms), best.best, 1e-9);
        for (const double threshold : everyThreshold(rows, policy.point.model)) {
            policy.point.threshold = {threshold};
            const double reached = worth(rows, policy, terms);
            QVERIFY(reached <= best.best + 1e-9);
            // Nothing above interrupts less and is as good; what is listed is as good.
            QVERIFY(threshold <= best.intervals.front().high || reached < best.best - 1e-9);
            for (const auto &interval : best.intervals) {
                if (interval.contains({threshold}))
                    COMPARE_NEAR(reached, best.best, 1e-9);
            }
        }
    }
}

void TestPolicySearch::mostCaught_random_isTheBestOfAllThatKeepTheLimit()
{
    struct Caught {
        double right = 0.0;
        double precision = 0.0;
    };
    const auto caughtAt = [](const PairedRows &rows, const SingleModel &policy,
                             const PatienceCurve &patience) {
        const auto ends = outcomes(rows, policy);
        double right = 0.0;
        double shown = 0.0;
        for (Eigen::Index use = 0; use < rows.uses(); ++use) {
            if (ends.decision[std::size_t(use)] != UseDecision::Shown)
                continue;
            const double there = rows.weight[use] * patience.stillWaiting({ends.wait[use]});
            shown += there;
            right += rows.label[use] > 0 ? there : 0.0;
        }
        return Caught{right, shown > 0.0 ? right / shown : -1.0};
    };
    std::mt19937 random(47);
    constexpr LatePolicy own[] = {LatePolicy::Wait, LatePolicy::ShowNothing,
                                  LatePolicy::Unanswered};
    int reached = 0;
    int missed = 0;
    for (int round = 0; round < 300; ++round) {
        const auto rows = testsupport::randomUses(random, round, 80.0);
        const auto patience = randomTerms(random).patience;
        SingleModel policy{.point = {round % 2, {}},
                           .budget = Milliseconds{double(random() % 60) * 10.0},
                           .late = own[random() % 3]};
        const double limit = 0.3 + 0.1 * double(random() % 7);
        const auto most = mostCaughtPoint(rows, policy, patience, limit);
        std::optional<double> naive;
        for (const double threshold : everyThreshold(rows, policy.point.model)) {
            policy.point.threshold = {threshold};
            const Caught at = caughtAt(rows, policy, patience);
            if (at.precision >= limit - 1e-12 && at.right > 0.0)
                naive = std::max(naive.value_or(0.0), at.right);
        }
        QCOMPARE(most.found.has_value(), naive.has_value());
        if (!naive) {
            ++missed;
            continue;
        }
        ++reached;
        policy.point.threshold = most.found->threshold;
        const Caught found = caughtAt(rows, policy, patience);
        COMPARE_NEAR(found.right, *naive, 1e-9);
        QVERIFY(found.precision >= limit - 1e-9);
    }
    QVERIFY(reached > 50 && missed > 10);
}

void TestPolicySearch::point_timeOuts_areNoThresholds()
{
    PairedRows rows;
    rows.models = {""};
    rows.label = LabelColumn::Ones(3);
    rows.weight = Eigen::ArrayXd::Ones(3);
    rows.score.resize(3, 1);
    rows.score << 0.2, 0.4, 0.6;
    rows.latency.resize(3, 1);
    rows.latency << 10.0, infinity, 10.0;
    const SingleModel policy{{0, {}}, Milliseconds{100.0}};
    const auto best = mostValuablePoint(rows, policy, {OutcomeValues(1.0, -1.0, 0.0, 0.0), {}});
    QCOMPARE(best.threshold.value, 0.2);
    COMPARE_NEAR(best.best, 2.0 / 3.0, 1e-12);
    const auto never = mostValuablePoint(rows, policy, {OutcomeValues(-1.0, -1.0, 0.0, 0.0), {}});
    QCOMPARE(never.threshold, Threshold::alertOnNothing());
    QCOMPARE(never.intervals.front().low, 0.6);
}

void TestPolicySearch::cascade_random_isTheBestOfAll()
{
    std::mt19937 random(42);
    for (int round = 0; round < 60; ++round) {
        const auto rows = testsupport::randomUses(random, round, 300.0);
        const auto terms = randomTerms(random);
        const bool parallel = round % 3 == 0;
        const auto best = bestCascade(rows, 0, 1, terms, parallel);
        QCOMPARE(best.cascade.small, 0);
        QCOMPARE(best.cascade.parallel, parallel);
        const SingleModel alone{{1, {}}, {}, LatePolicy::Wait};
        QCOMPARE(best.cascade.large,
                 (ModelPoint{1, mostValuablePoint(rows, alone, terms).threshold}));
        COMPARE_NEAR(worth(rows, best.cascade, terms), best.valuePerUse, 1e-9);
        // Fewer than 64 distinct scores: nothing is left out.
        const auto bounds = everyThreshold(rows, 0);
        double most = -infinity;
        Cascade cascade = best.cascade;
        for (std::size_t low = 0; low < bounds.size(); ++low) {
            for (std::size_t high = low; high < bounds.size(); ++high) {
                cascade.deferBetween = {bounds[low], bounds[high]};
                most = std::max(most, worth(rows, cascade, terms));
            }
        }
        COMPARE_NEAR(best.valuePerUse, most, 1e-9);
    }
}

void TestPolicySearch::cascade_manyScores_isAtLeastEitherModelAlone()
{
    std::mt19937 random(43);
    std::uniform_real_distribution<double> noise(0.0, 0.01);
    auto rows = testsupport::randomUses(random, {.uses = 20000});
    for (double &score : rows.score.reshaped())
        score += noise(random);
    const UseTerms terms{OutcomeValues(), PatienceCurve({{{500.0}, 0.7}})};
    const auto best = bestCascade(rows, 0, 1, terms, true);
    const auto &bounds = best.cascade.deferBetween;
    COMPARE_NEAR(worth(rows, best.cascade, terms), best.valuePerUse, 1e-9);
    Cascade cascade = best.cascade;
    // The ends are among what is tried: only the large model, and nothing ever shown.
    for (const Interval &other : {Interval{-infinity, infinity}, Interval{infinity, infinity}}) {
        cascade.deferBetween = other;
        QVERIFY(worth(rows, cascade, terms) <= best.valuePerUse + 1e-12);
    }
    // A bound that is off by a 64th of the uses costs no more than those uses could be worth.
    const auto alone = mostValuablePoint(rows, {{0, {}}, {}, LatePolicy::Wait}, terms);
    QVERIFY(alone.best <= best.valuePerUse + 2.0 * 2.0 / 64.0);
    QVERIFY(bounds.low <= bounds.high);
}

void TestPolicySearch::cascade_perfectSmallModel_defersNothing()
{
    std::mt19937 random(44);
    auto rows = testsupport::randomUses(random, {.uses = 200});
    rows.score.col(0) = rows.label.cast<double>();
    rows.score.col(1) = rows.label.cast<double>(); // no better
    const auto best = bestCascade(rows, 0, 1, {OutcomeValues(), {}});
    QCOMPARE(best.cascade.deferBetween, (Interval{1.0, 1.0}));
}

void TestPolicySearch::cascadeBetween_random_hasTheBestOfAllThresholds()
{
    std::mt19937 random(45);
    int tuned = 0;
    for (int round = 0; round < 200; ++round) {
        const auto rows = testsupport::randomUses(random, round, 80.0);
        const auto terms = randomTerms(random);
        auto ends = everyThreshold(rows, 0);
        Interval between{ends[random() % ends.size()], ends[random() % ends.size()]};
        if (between.high < between.low)
            std::swap(between.low, between.high);
        const bool parallel = round % 3 == 0;
        const auto found = cascadeBetween(rows, 0, 1, between, terms, parallel);
        QCOMPARE(found.cascade.small, Eigen::Index(0));
        QCOMPARE(found.cascade.large.model, Eigen::Index(1));
        QCOMPARE(found.cascade.deferBetween, between);
        QCOMPARE(found.cascade.parallel, parallel);
        COMPARE_NEAR(worth(rows, found.cascade, terms), found.valuePerUse, 1e-9);
        double most = -infinity;
        Cascade cascade = found.cascade;
        for (const double threshold : everyThreshold(rows, 1)) {
            cascade.large.threshold = {threshold};
            most = std::max(most, worth(rows, cascade, terms));
        }
        COMPARE_NEAR(found.valuePerUse, most, 1e-9);
        const auto alone = mostValuablePoint(rows, {{1, {}}, {}, LatePolicy::Wait}, terms);
        cascade.large.threshold = alone.threshold;
        tuned += worth(rows, cascade, terms) < most - 1e-9 ? 1 : 0;
    }
    // The large model's own best threshold would not always do.
    QVERIFY(tuned > 0);
}

ONEINN_TEST(TestPolicySearch)

} // namespace tests::policies_policysearch

#include "tst_policysearch.moc"
