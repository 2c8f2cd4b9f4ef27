// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusterednearbest.h"

#include "core/assessment.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <boost/math/distributions/students_t.hpp>

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <random>
#include <set>

namespace tests::core_clusterednearbest {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestClusteredNearBest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void users_theVector();
    void range_anyUsersAndDays_isThatOfTheDefinition();
    void fewUsers_tellNothing();
};

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Loss against the best, use by use, straight from the definition.
struct Definition {
    const PairedRows &rows;
    OutcomeValues values;
    double best;

    Eigen::ArrayXd losses(double threshold) const
    {
        Eigen::ArrayXd loss = Eigen::ArrayXd::Zero(rows.uses());
        for (Eigen::Index use = 0; use < rows.uses(); ++use) {
            const double score = rows.score(use, 0);
            const double gain =
                    rows.label[use] != 0 ? values.tp() - values.fn() : values.fp() - values.tn();
            loss[use] =
                    rows.weight[use] * gain * (double(score >= best) - double(score >= threshold));
        }
        return loss;
    }
    double differing(double threshold) const
    {
        return static_cast<double>(
                ((rows.score.col(0) >= best) != (rows.score.col(0) >= threshold)).count());
    }
    std::pair<double, double> varianceBy(const std::function<std::uint64_t(Eigen::Index)> &cluster,
                                         double threshold) const
    {
        const Eigen::ArrayXd loss = losses(threshold);
        const double n = rows.weight.sum();
        const double mean = loss.sum() / n;
        std::map<std::uint64_t, double> sums;
        for (Eigen::Index use = 0; use < rows.uses(); ++use)
            sums[cluster(use)] += (loss[use] - mean * rows.weight[use]) / n;
        double squares = 0.0;
        for (const auto &[id, sum] : sums)
            squares += sum * sum;
        const auto g = static_cast<double>(sums.size());
        return {g < 2.0 ? 0.0 : g / (g - 1.0) * squares, g};
    }
    std::pair<double, double> variance(double threshold) const
    {
        const auto user = [&](Eigen::Index use) { return std::uint64_t{rows.user[use]}; };
        const auto day = [&](Eigen::Index use) { return std::uint64_t{rows.day[use]}; };
        const auto both = [&](Eigen::Index use) { return user(use) * 100000 + day(use); };
        if (rows.day.size() == 0)
            return varianceBy(user, threshold);
        if (rows.user.size() == 0)
            return varianceBy(day, threshold);
        const auto u = varianceBy(user, threshold);
        const auto d = varianceBy(day, threshold);
        return {std::max({u.first, d.first, u.first + d.first - varianceBy(both, threshold).first}),
                std::min(u.second, d.second)};
    }
    bool isNear(double threshold) const
    {
        const double n = rows.weight.sum();
        const double loss = losses(threshold).sum() / n;
        const double gained = std::max(0.0, losses(infinity).sum() / n);
        const auto [v, g] = variance(threshold);
        const double t = boost::math::quantile(boost::math::students_t(g - 1.0), 0.992);
        return differing(threshold) < 20.0 || loss <= 0.02 * gained + 1e-11
                || loss <= t * std::sqrt(v) + 1e-11;
    }
};

Scenario scenarioOf(const OutcomeValues &values)
{
    Scenario scenario;
    scenario.selection.model = "model 0";
    scenario.values = values;
    return scenario;
}

} // namespace

void TestClusteredNearBest::users_theVector()
{
    const auto vector = testsupport::vector(u"T9.nearbest.users"_s);
    const auto label = testsupport::numbers(vector.input["label"_L1]);
    const auto score = testsupport::numbers(vector.input["score"_L1]);
    const QJsonArray users = vector.input["user"_L1].toArray();
    PairedRows rows;
    rows.models = {"model 0"};
    rows.label = label.cast<std::uint8_t>();
    rows.weight = Eigen::ArrayXd::Ones(label.size());
    rows.score = score;
    rows.user.resize(label.size());
    for (qsizetype i = 0; i < users.size(); ++i)
        rows.user[i] = users[i].toString().mid(1).toUInt();
    const auto worth = vector.input["values"_L1];
    const OutcomeValues values(worth["tp"_L1].toDouble(), worth["fp"_L1].toDouble(),
                               worth["fn"_L1].toDouble(), worth["tn"_L1].toDouble());
    const Definition definition{rows, values, vector.expected["best_threshold"_L1].toDouble()};
    double lowest = infinity;
    double highest = -infinity;
    for (const auto &one : vector.expected["thresholds"_L1].toArray()) {
        const double threshold = testsupport::number(one["threshold"_L1]);
        const double n = static_cast<double>(label.size());
        COMPARE_NEAR(1000.0 * definition.losses(threshold).sum() / n,
                     one["loss_per_1000"_L1].toDouble(), 1e-6);
        COMPARE_NEAR(1000.0 * std::sqrt(definition.variance(threshold).first),
                     one["se_per_1000"_L1].toDouble(), 1e-6);
        // With fewer uses between, nothing is told: our addition.
        if (!one["near_best"_L1].toBool() && definition.differing(threshold) >= 20.0)
            continue;
        lowest = std::min(lowest, threshold);
        highest = std::max(highest, threshold);
    }
    const Scenario scenario = scenarioOf(values);
    const auto prepared =
            ScenarioRows::prepare(testsupport::predictionsOf(rows, false), scenario).value();
    const auto range = assess(*prepared, scenario).value.nearBest;
    QCOMPARE(range->highest, highest);
    QCOMPARE(range->lowest, lowest == score.minCoeff() ? -infinity : lowest);
}

void TestClusteredNearBest::range_anyUsersAndDays_isThatOfTheDefinition()
{
    std::mt19937 random(17);
    const OutcomeValues values[] = {{1.0, -4.0, 0.0, 0.0}, {5.0, -1.0, -2.0, 0.0}};
    for (int round = 0; round < 60; ++round) {
        PairedRows rows = testsupport::randomUses(random,
                                                  {.uses = 30 + round * 5,
                                                   .models = 1,
                                                   .latencies = false,
                                                   .weights = round % 2 == 0});
        const auto draw = [&](CodeColumn &codes, unsigned most) {
            codes.resize(rows.uses());
            for (std::uint32_t &code : codes)
                code = random() % most;
        };
        if (round % 3 != 1)
            draw(rows.user, 8 + random() % 30);
        if (round % 3 != 0)
            draw(rows.day, 8 + random() % 10);
        const Scenario scenario = scenarioOf(values[round % 2]);
        const auto prepared =
                ScenarioRows::prepare(testsupport::predictionsOf(rows, true), scenario).value();
        const Assessment found = assess(*prepared, scenario);
        const Definition definition{rows, scenario.values, found.value.best.threshold.value};
        std::set<double> thresholds(rows.score.col(0).begin(), rows.score.col(0).end());
        thresholds.insert(infinity);
        double lowest = infinity;
        double highest = -infinity;
        for (const double threshold : thresholds) {
            if (!definition.isNear(threshold))
                continue;
            lowest = std::min(lowest, threshold);
            highest = std::max(highest, threshold);
        }
        QVERIFY(found.value.nearBest.has_value());
        QCOMPARE(found.value.nearBest->highest, highest);
        QCOMPARE(found.value.nearBest->lowest, lowest == *thresholds.begin() ? -infinity : lowest);
        double worst = 0.0;
        for (const double threshold : thresholds) {
            if (threshold >= lowest && threshold <= highest)
                worst = std::max(worst, definition.losses(threshold).sum() / rows.weight.sum());
        }
        COMPARE_NEAR(found.value.nearBest->mostLost, worst, 1e-9);
    }
}

void TestClusteredNearBest::fewUsers_tellNothing()
{
    std::mt19937 random(18);
    PairedRows rows =
            testsupport::randomUses(random, {.uses = 200, .models = 1, .latencies = false});
    rows.user.resize(200);
    for (Eigen::Index use = 0; use < 200; ++use)
        rows.user[use] = static_cast<std::uint32_t>(use % 5);
    const Scenario scenario = scenarioOf({1.0, -4.0, 0.0, 0.0});
    const auto prepared =
            ScenarioRows::prepare(testsupport::predictionsOf(rows, true), scenario).value();
    QVERIFY(!assess(*prepared, scenario).value.nearBest.has_value());
    // Nor is anything promised.
    QVERIFY(!outlook(*prepared->at(scenario), scenario)->recommendations.recallAtPrecision.found);
}

ONEINN_TEST(TestClusteredNearBest)

} // namespace tests::core_clusterednearbest

#include "tst_clusterednearbest.moc"
