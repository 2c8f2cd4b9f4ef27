// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/ends/betweenbins.h"
#include "core/infinity.h"
#include "core/predictions/predictionindex.h"

#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace tests::ends_betweenbins {

using namespace oneinn;

class TestBetweenBins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_anyThreshold_holdWhatTheRowsSay();
    void ends_areReached();
    void operatingThreshold_ofBins_isWhereOneBegins();
    void rows_leaveNothingOpen();
};

namespace {

struct Row {
    bool good = false;
    double score = 0.0;
};

constexpr double width = 0.125; ///< of a bin: exact in binary

double binOf(double score)
{
    return std::floor(score / width) * width;
}

std::vector<Row> drawn(unsigned seed, int rows)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform;
    std::vector<Row> result;
    for (int i = 0; i < rows; ++i) {
        const bool good = uniform(random) < 0.4;
        result.push_back({good, std::min(0.999, uniform(random) * (good ? 1.2 : 0.8))});
    }
    return result;
}

std::shared_ptr<const PredictionIndex> indexOf(const std::vector<Row> &rows, bool byBins)
{
    PredictionColumns columns;
    columns.scoreIsBinStart = byBins;
    const auto count = static_cast<Eigen::Index>(rows.size());
    columns.label.resize(count);
    columns.score.resize(count);
    for (Eigen::Index i = 0; i < count; ++i) {
        const Row &row = rows[static_cast<std::size_t>(i)];
        columns.label[i] = row.good ? 1 : 0;
        columns.score[i] = byBins ? binOf(row.score) : row.score;
    }
    return PredictionIndex::build(
                   std::make_shared<const Predictions>(std::move(columns), RowAccount{}), {})
            .value();
}

Assessment at(const PredictionIndex &index, double threshold)
{
    Scenario scenario;
    scenario.threshold = {threshold};
    return assess(index, scenario);
}

} // namespace

/// Whatever the rows were: their own shares lie within what the counts leave open, and where the
/// counts leave nothing open they are the same.
void TestBetweenBins::counts_anyThreshold_holdWhatTheRowsSay()
{
    int within = 0;
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto rows = drawn(seed, 60);
        const auto exact = indexOf(rows, false);
        const auto counted = indexOf(rows, true);
        for (double threshold = 0.1; threshold < 1.0; threshold += 0.0125) {
            const Assessment told = at(*counted, threshold);
            const Assessment so = at(*exact, threshold);
            const auto wrong = so.experience[Share::WrongOfShown];
            const auto missed = so.experience[Share::Missed];
            if (!told.between) {
                QCOMPARE(missed->value, told.experience[Share::Missed]->value);
                continue;
            }
            ++within;
            QVERIFY(told.between->thresholds.low < threshold
                    && threshold < told.between->thresholds.high);
            const auto holds = [](const std::optional<Interval> &open, double value) {
                return open && open->low <= value + 1e-12 && value <= open->high + 1e-12;
            };
            QVERIFY(holds(told.between->missed, missed->value));
            if (wrong && told.between->wrongOfShown)
                QVERIFY(holds(told.between->wrongOfShown, wrong->value));
        }
    }
    QVERIFY(within > 500);
}

/// 10 good and 10 bad ones above the bin; in it 4 good and 6 bad ones.
void TestBetweenBins::ends_areReached()
{
    Waterfall silent;
    silent[UsePart::RightShown] = {10.0, 10.0, 10.0};
    silent[UsePart::WrongShown] = {10.0, 10.0, 10.0};
    silent[UsePart::MissedByModel] = {4.0, 4.0, 4.0};
    silent[UsePart::RightlySilent] = {6.0, 6.0, 6.0};
    Waterfall shown;
    shown[UsePart::RightShown] = {14.0, 14.0, 14.0};
    shown[UsePart::WrongShown] = {16.0, 16.0, 16.0};
    const BetweenBins between = betweenBins({0.5, 0.6}, shown, silent);
    QCOMPARE(between.wrongOfShown->low, 10.0 / 24.0);
    QCOMPARE(between.wrongOfShown->high, 16.0 / 26.0);
    QCOMPARE(between.missed->low, 0.0);
    QCOMPARE(between.missed->high, 4.0 / 14.0);
}

void TestBetweenBins::operatingThreshold_ofBins_isWhereOneBegins()
{
    QCOMPARE((ThresholdInterval{0.5, 0.6}.operatingThreshold().value), 0.55);
    QCOMPARE((ThresholdInterval{0.5, 0.6, true}.operatingThreshold().value), 0.6);
    const auto rows = drawn(7, 400);
    const auto counted = indexOf(rows, true);
    const Assessment told = at(*counted, 0.5);
    for (const Threshold threshold : {told.value.best.threshold, told.recommendations.f1->threshold,
                                      told.sameDecisions.operatingThreshold()}) {
        QVERIFY2(binOf(threshold.value) == threshold.value,
                 std::to_string(threshold.value).c_str());
        QVERIFY(!at(*counted, threshold.value).between);
    }
}

void TestBetweenBins::rows_leaveNothingOpen()
{
    const auto exact = indexOf(drawn(3, 60), false);
    QVERIFY(!at(*exact, 0.51).between);
    QVERIFY(!at(*exact, 0.51).sameDecisions.isOfBins);
}

ONEINN_TEST(TestBetweenBins)

} // namespace tests::ends_betweenbins

#include "tst_betweenbins.moc"
