// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace tests::pipeline_pipeline {

using namespace oneinn;

class TestPipeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losses_agreeWithCounting();
    void worth_isWhatAStageMendedBrings();
    void intervals_holdTheTruth();
    void whatIsUnknown_isSetAsideOrAbsent();
    void value_isOfARightOneInPlaceOfNothing();
};

namespace {

constexpr std::size_t stages = 3;
constexpr double nobody = std::numeric_limits<double>::quiet_NaN();

/// Each stage is right so often, given that all before are; what comes after a fault is drawn all
/// the same, so that it has to be ignored.
struct DrawnPipeline {
    double right[stages] = {0.8, 0.9, 0.7};
};

StageRows drawnRows(const DrawnPipeline &pipeline, int uses, std::mt19937 &random)
{
    std::uniform_real_distribution<double> uniform;
    StageRows rows{.names = {"a", "b", "c"},
                   .outcomes = std::vector<std::vector<StageOutcome>>(stages),
                   .waits = std::vector<std::vector<double>>(stages),
                   .weight = Eigen::ArrayXd::Ones(uses)};
    for (int use = 0; use < uses; ++use) {
        for (std::size_t stage = 0; stage < stages; ++stage) {
            rows.outcomes[stage].push_back(uniform(random) < pipeline.right[stage]
                                                   ? StageOutcome::Right
                                                   : StageOutcome::Wrong);
            rows.waits[stage].push_back(uniform(random) < 0.9 ? 100.0 * uniform(random) : nobody);
        }
        rows.weight[use] = 0.5 + uniform(random);
    }
    return rows;
}

} // namespace

/// Use by use, with no formula shared.
void TestPipeline::losses_agreeWithCounting()
{
    std::mt19937 random(1);
    const StageRows rows = drawnRows({}, 500, random);
    const auto losses = pipelineLosses(rows).value();
    double all = 0.0;
    double right = 0.0;
    double lost[stages] = {};
    double reached[stages] = {};
    double waited[stages] = {};
    double waiting[stages] = {};
    for (std::size_t use = 0; use < 500; ++use) {
        const double weight = rows.weight[Eigen::Index(use)];
        all += weight;
        std::size_t stage = 0;
        while (stage < stages && rows.outcomes[stage][use] == StageOutcome::Right)
            reached[stage++] += weight;
        if (stage < stages) {
            reached[stage] += weight;
            lost[stage] += weight;
        } else {
            right += weight;
        }
        for (std::size_t each = 0; each < stages; ++each) {
            if (!std::isnan(rows.waits[each][use])) {
                waited[each] += weight;
                waiting[each] += weight * rows.waits[each][use];
            }
        }
    }
    COMPARE_NEAR(losses.right, right / all, 1e-12);
    double sum = losses.right;
    for (std::size_t stage = 0; stage < stages; ++stage) {
        const StageLoss &loss = losses.stages[stage];
        COMPARE_NEAR(loss.lost, lost[stage] / all, 1e-12);
        COMPARE_NEAR(loss.reached, reached[stage] / all, 1e-12);
        COMPARE_NEAR(loss.lostOf.value(), lost[stage] / reached[stage], 1e-12);
        COMPARE_NEAR(loss.wait.value(), waiting[stage] / waited[stage], 1e-9);
        COMPARE_NEAR(loss.waited, waited[stage] / all, 1e-12);
        COMPARE_NEAR(loss.timeShare.value(),
                     waiting[stage] / (waiting[0] + waiting[1] + waiting[2]), 1e-12);
        sum += loss.lost;
    }
    COMPARE_NEAR(sum, 1.0, 1e-12);
}

/// A stage is mended in the world itself, and all uses go through it anew.
void TestPipeline::worth_isWhatAStageMendedBrings()
{
    std::mt19937 random(2);
    constexpr int uses = 100000;
    const DrawnPipeline pipeline;
    const auto losses = pipelineLosses(drawnRows(pipeline, uses, random)).value();
    for (std::size_t stage = 0; stage < stages; ++stage) {
        DrawnPipeline mended = pipeline;
        mended.right[stage] = 1.0;
        const auto after = pipelineLosses(drawnRows(mended, uses, random)).value();
        COMPARE_NEAR(losses.stages[stage].worth.value(), after.right - losses.right, 0.012);
    }
    // Nothing comes after the last: what it loses is what it is worth.
    COMPARE_NEAR(losses.stages.back().worth.value(), losses.stages.back().lost, 1e-12);
}

void TestPipeline::intervals_holdTheTruth()
{
    constexpr int files = 400;
    const double truth[stages] = {0.2 * 0.9 * 0.7, 0.8 * 0.1 * 0.7, 0.8 * 0.9 * 0.3};
    const double lost[stages] = {0.2, 0.8 * 0.1, 0.8 * 0.9 * 0.3};
    std::mt19937 random(3);
    int worthHeld[stages] = {};
    int lostHeld[stages] = {};
    for (int file = 0; file < files; ++file) {
        const auto losses = pipelineLosses(drawnRows({}, 400, random)).value();
        for (std::size_t stage = 0; stage < stages; ++stage) {
            const Interval worth = losses.stages[stage].worthInterval.value();
            const Interval share = losses.stages[stage].lostInterval;
            worthHeld[stage] += worth.low <= truth[stage] && truth[stage] <= worth.high ? 1 : 0;
            lostHeld[stage] += share.low <= lost[stage] && lost[stage] <= share.high ? 1 : 0;
        }
    }
    // With 95 of 100 that hold, so few in one of a thousand runs.
    const double fewest = 0.95 * files - 3.5 * std::sqrt(0.05 * 0.95 * files);
    for (std::size_t stage = 0; stage < stages; ++stage) {
        QVERIFY2(worthHeld[stage] >= fewest, std::to_string(worthHeld[stage]).c_str());
        QVERIFY2(lostHeld[stage] >= fewest, std::to_string(lostHeld[stage]).c_str());
    }
}

void TestPipeline::whatIsUnknown_isSetAsideOrAbsent()
{
    using enum StageOutcome;
    QVERIFY(!stageFate({Right, Right}).lostAt && stageFate({Right, Right}).isKnown);
    QCOMPARE(stageFate({Right, Wrong}).lostAt.value(), std::size_t(1));
    QCOMPARE(stageFate({Wrong, Unknown}).lostAt.value(), std::size_t(0));
    QVERIFY(!stageFate({Right, Unknown}).isKnown);
    StageRows rows{.names = {"a", "b"},
                   .outcomes = {{}, {}},
                   .waits = {{}, {}},
                   .weight = Eigen::ArrayXd()};
    QVERIFY(!pipelineLosses(rows));
    rows.outcomes = {{Wrong, Wrong}, {Unknown, Right}};
    rows.waits = {{nobody, nobody}, {nobody, nobody}};
    rows.weight = Eigen::ArrayXd::Ones(2);
    const auto losses = pipelineLosses(rows).value();
    QCOMPARE(losses.right, 0.0);
    QVERIFY(!losses.stages[0].worth && !losses.stages[0].wait && !losses.stages[0].timeShare);
    QVERIFY(!losses.stages[1].lostOf);
    QCOMPARE(losses.stages[1].lost, 0.0);
}

/// What all uses are worth, before and after so many about which nothing was said are right ones.
void TestPipeline::value_isOfARightOneInPlaceOfNothing()
{
    const OutcomeValues values(2.0, -3.0, -1.0, 0.5);
    StageLoss loss;
    QVERIFY(!mendingValue(loss, values));
    loss.worth = 0.04;
    const auto worthOf = [&](double right) {
        return values.of(ConfusionMatrix(right, 0.0, 0.0, 1.0 - right));
    };
    COMPARE_NEAR(*mendingValue(loss, values), worthOf(0.64) - worthOf(0.6), 1e-12);
    QVERIFY(!mendingValue(loss, OutcomeValues(1.0, 0.0, 0.0, 1.0)));
    QVERIFY(!mendingValue(loss, OutcomeValues(0.0, 0.0, 0.0, 0.0)));
}

ONEINN_TEST(TestPipeline)

} // namespace tests::pipeline_pipeline

#include "tst_pipeline.moc"
