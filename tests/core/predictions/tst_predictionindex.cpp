// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/predictionindex.h"
#include "support/naiveoracle.h"
#include "support/predictionsfrom.h"
#include "support/randomrows.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace tests::predictions_predictionindex {

using namespace oneinn;
namespace naive = testsupport::naive;

class TestPredictionIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_anyThreshold_areTheOracles_data();
    void counts_anyThreshold_areTheOracles();
    void sameDecisions_anyThreshold_bracketsIt_data() { counts_anyThreshold_areTheOracles_data(); }
    void sameDecisions_anyThreshold_bracketsIt();
    void at_withBudget_leavesOutRowsOfUnknownLatency();
    void at_timedOut_isLateForEveryBudget();
    void at_latencyEqualToBudget_isOnTime();
    void build_selectionOfNothing_saysWhat();
    void build_model_keepsItsRowsAlone();
    void build_stopRequested_isCancelled();
    void scores_areDescendingWithTies();
};

void TestPredictionIndex::counts_anyThreshold_areTheOracles_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("seed");
    for (const auto &kind : naive::kinds()) {
        for (int seed = 0; seed < 8; ++seed)
            QTest::addRow("%s %d", kind.c_str(), seed) << QString::fromStdString(kind) << seed;
    }
}

void TestPredictionIndex::counts_anyThreshold_areTheOracles()
{
    QFETCH(QString, kind);
    QFETCH(int, seed);
    const auto rows = naive::randomRows(kind.toStdString(), static_cast<std::uint32_t>(seed));
    const auto predictions = testsupport::predictionsFrom(rows);
    if (!predictions)
        return; // nothing with weight was drawn
    const auto index = PredictionIndex::build(predictions).value();
    const auto slice = index->at(testsupport::oracleBudget);

    auto thresholds = naive::candidateThresholds(rows);
    for (const auto &row : rows) {
        thresholds.push_back(row.score);
        thresholds.push_back(std::nextafter(row.score, 1e300));
    }
    thresholds.push_back(-std::numeric_limits<double>::infinity());
    for (const double threshold : thresholds) {
        const auto expected = naive::countsAt(rows, threshold);
        const OperatingCounts actual = slice->counts({threshold});
        const double tolerance = 1e-9 * std::max(1.0, actual.uses().weight);
        QVERIFY(std::abs(actual.tp.weight - expected.tp) <= tolerance);
        QVERIFY(std::abs(actual.fp.weight - expected.fp) <= tolerance);
        QVERIFY(std::abs(actual.fn.weight - expected.fn) <= tolerance);
        QVERIFY(std::abs(actual.tn.weight - expected.tn) <= tolerance);
        QVERIFY(std::abs(actual.latePositive.weight - expected.latePositive) <= tolerance);
        QVERIFY(std::abs(actual.lateNegative.weight - expected.lateNegative) <= tolerance);
        QVERIFY(std::abs(actual.latePositiveCaught.weight - expected.latePositiveCaught)
                <= tolerance);
    }
}

void TestPredictionIndex::sameDecisions_anyThreshold_bracketsIt()
{
    QFETCH(QString, kind);
    QFETCH(int, seed);
    const auto rows = naive::randomRows(kind.toStdString(), static_cast<std::uint32_t>(seed));
    const auto predictions = testsupport::predictionsFrom(rows);
    if (!predictions)
        return;
    const auto index = PredictionIndex::build(predictions).value();
    const auto slice = index->at(testsupport::oracleBudget);
    const auto candidates = naive::candidateThresholds(rows);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const ThresholdInterval interval = slice->sameDecisions({candidates[i]});
        QCOMPARE(interval.high, candidates[i]);
        QCOMPARE(interval.low, naive::lowerEnd(candidates, i));
        QCOMPARE(slice->sameDecisions(interval.operatingThreshold()), interval);
        QCOMPARE(slice->counts(interval.operatingThreshold()).tp,
                 slice->counts({candidates[i]}).tp);
    }
}

namespace {

PredictionColumns threeRows(double firstLatency)
{
    PredictionColumns columns;
    columns.label = LabelColumn(3);
    columns.label << 1, 0, 1;
    columns.score = Eigen::ArrayXd(3);
    columns.score << 0.9, 0.5, 0.2;
    columns.latency = Eigen::ArrayXd(3);
    *columns.latency << firstLatency, 100.0, 200.0;
    return columns;
}

std::shared_ptr<const PredictionIndex> indexOf(PredictionColumns columns)
{
    return PredictionIndex::build(
                   std::make_shared<const Predictions>(std::move(columns), RowAccount()))
            .value();
}

} // namespace

void TestPredictionIndex::at_withBudget_leavesOutRowsOfUnknownLatency()
{
    const auto index = indexOf(threeRows(std::numeric_limits<double>::quiet_NaN()));
    QCOMPARE(index->rowsWithoutLatency(), std::size_t(1));
    QCOMPARE(index->at({})->counts({0.5}).tp.rows, 1.0);
    const OperatingCounts limited = index->at(Milliseconds{1000.0})->counts({0.5});
    QCOMPARE(limited.tp.rows, 0.0);
    QCOMPARE(limited.uses().rows, 2.0);
}

void TestPredictionIndex::at_timedOut_isLateForEveryBudget()
{
    const auto index = indexOf(threeRows(std::numeric_limits<double>::infinity()));
    const OperatingCounts counts = index->at(Milliseconds{1e12})->counts({0.5});
    QCOMPARE(counts.latePositive.rows, 1.0);
    QCOMPARE(counts.latePositiveCaught.rows, 1.0);
    QCOMPARE(index->at({})->counts({0.5}).tp.rows, 1.0);
}

void TestPredictionIndex::at_latencyEqualToBudget_isOnTime()
{
    const auto index = indexOf(threeRows(300.0));
    QCOMPARE(index->at(Milliseconds{300.0})->counts({0.5}).tp.rows, 1.0);
    QCOMPARE(index->at(Milliseconds{std::nextafter(300.0, 0.0)})->counts({0.5}).tp.rows, 0.0);
}

void TestPredictionIndex::build_selectionOfNothing_saysWhat()
{
    const auto predictions = std::make_shared<const Predictions>(threeRows(1.0), RowAccount());
    const auto result =
            PredictionIndex::build(predictions, {.model = {}, .where = {{"country", "FI"}}});
    QVERIFY(!result.ok());
    QCOMPARE(result.problem().kind, ProblemKind::ValueMissing);
    QCOMPARE(result.problem().column, std::string("country"));
    QCOMPARE(result.problem().detail, std::string("FI"));
}

void TestPredictionIndex::build_model_keepsItsRowsAlone()
{
    PredictionColumns columns = threeRows(1.0);
    columns.model = CategoryColumn{"model", {"small", "large"}, CodeColumn(3)};
    columns.model->codes << 0, 1, 0;
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), RowAccount());
    const auto index = PredictionIndex::build(predictions, {.model = "small", .where = {}}).value();
    QCOMPARE(index->rows(), std::size_t(2));
    QCOMPARE(index->at({})->counts({0.0}).uses().rows, 2.0);
    QCOMPARE(index->at({})->counts({0.0}).fp.rows, 0.0);
}

void TestPredictionIndex::build_stopRequested_isCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto predictions = std::make_shared<const Predictions>(threeRows(1.0), RowAccount());
    const auto result =
            PredictionIndex::build(predictions, {}, {.stop = stop.get_token(), .progress = {}});
    QVERIFY(!result.ok());
    QCOMPARE(result.problem().kind, ProblemKind::Cancelled);
}

void TestPredictionIndex::scores_areDescendingWithTies()
{
    naive::Rows rows(4);
    rows[0].score = 0.1;
    rows[1].score = 0.7;
    rows[2].score = 0.7;
    rows[3].score = 0.3;
    const auto index = testsupport::indexFrom(rows);
    QCOMPARE(index->scores(), (std::vector<double>{0.7, 0.7, 0.3, 0.1}));
}

ONEINN_TEST(TestPredictionIndex)

} // namespace tests::predictions_predictionindex

#include "tst_predictionindex.moc"
