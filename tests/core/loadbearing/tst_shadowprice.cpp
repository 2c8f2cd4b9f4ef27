// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/decisionsearch.h"
#include "core/loadbearing/shadowprice.h"

#include "support/randompredictions.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tests::loadbearing_shadowprice {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::number;
using testsupport::numbers;

namespace {

constexpr double undefined = -std::numeric_limits<double>::infinity();

struct Example {
    testsupport::Vector vector = testsupport::vector(u"T6.shadow"_s);
    std::shared_ptr<const PredictionIndex> index;
    Scenario scenario;

    Example()
    {
        PredictionColumns columns;
        columns.label = numbers(vector.input.value("label"_L1)).cast<std::uint8_t>();
        columns.score = numbers(vector.input.value("score"_L1));
        columns.latency = numbers(vector.input.value("latency_ms"_L1));
        index = PredictionIndex::build(std::make_shared<const Predictions>(columns, RowAccount()))
                        .value();
        const auto utility = vector.input.value("utility"_L1).toObject();
        scenario.values = {number(utility.value("tp"_L1)), number(utility.value("fp"_L1)),
                           number(utility.value("fn"_L1)), number(utility.value("tn"_L1))};
    }
};

void compareBest(const std::optional<BestUnderLimit> &best, const QJsonValue &expected,
                 double tolerance)
{
    QVERIFY(best);
    COMPARE_NEAR(best->valuePerUse, number(expected["value_per_use"_L1]), tolerance);
    COMPARE_NEAR(best->threshold.value, number(expected["threshold"_L1]), tolerance);
    if (!expected["tp"_L1].isDouble())
        return;
    QCOMPARE(best->tp, number(expected["tp"_L1]));
    QCOMPARE(best->fp, number(expected["fp"_L1]));
}

/// Highest gain over all thresholds that keep a precision, row by row of the full sweep.
std::pair<double, double> naiveBest(const ThresholdSweep &sweep, const OutcomeValues &values,
                                    double limit)
{
    double best = undefined;
    double threshold = undefined;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const ConfusionMatrix matrix = sweep.matrix(row);
        if (!(matrix.alerts() > 0.0) || matrix.tp() / matrix.alerts() < limit - 1e-12)
            continue;
        const double value = values.of(matrix);
        if (value > best) {
            best = value;
            threshold = sweep.threshold[row];
        }
    }
    return {best, threshold};
}

} // namespace

class TestShadowPrice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void budgets_bestValue();
    void precisionLimits_bestValue();
    void budgetSteps_price();
    void tinyStep_hasNoPrice();
    void looseBudget_pricesNothing();
    void noThresholdKeepsTheLimit_absent();
    void unansweredLateUses_areWorthTheirOwn();
    void precisionLimit_isExactOnAnyRows_data();
    void precisionLimit_isExactOnAnyRows();
};

void TestShadowPrice::budgets_bestValue()
{
    const Example example;
    const auto expected = example.vector.expected["by_budget"_L1].toArray();
    QCOMPARE(expected.size(), example.vector.input.value("budgets"_L1).toArray().size());
    for (const auto &entry : expected)
        compareBest(bestWithin(*example.index, example.scenario,
                               Milliseconds{number(entry[u"budget_ms"])}),
                    entry, example.vector.tolerance);
}

void TestShadowPrice::precisionLimits_bestValue()
{
    const Example example;
    const auto expected = example.vector.expected["by_min_precision"_L1].toArray();
    QCOMPARE(expected.size(), example.vector.input.value("min_precisions"_L1).toArray().size());
    for (const auto &entry : expected)
        compareBest(
                bestAtPrecision(*example.index, example.scenario, number(entry[u"min_precision"])),
                entry, example.vector.tolerance);
}

void TestShadowPrice::budgetSteps_price()
{
    const Example example;
    const BestAtLimit best = [&example](double limit) {
        return bestWithin(*example.index, example.scenario, Milliseconds{limit})->valuePerUse;
    };
    const double expected = number(example.vector.expected["price_per_100ms_300_to_400"_L1]);
    COMPARE_NEAR(100.0 * *shadowPrice(best, 300.0, 100.0, 100.0)->up, expected,
                 example.vector.tolerance);
    COMPARE_NEAR(100.0 * *shadowPrice(best, 400.0, 100.0, 100.0)->down, expected,
                 example.vector.tolerance);
    QCOMPARE(*shadowPrice(best, 200.0, 40.0, 100.0)->up, 0.0); // inside a plateau
    QCOMPARE(*shadowPrice(best, 200.0, 40.0, 100.0)->down, 0.0);

    // One in six of twelve uses: two more are on time from 310 and 400 ms on.
    const auto price = *priceOfBudget(*example.index, example.scenario, {300.0}, 1.0 / 6.0);
    QCOMPARE(price.stepUp, 100.0);
    QCOMPARE(price.stepDown, 120.0); // 300 and 250 ms become late at 180
    COMPARE_NEAR(100.0 * *price.up, expected, example.vector.tolerance);
}

void TestShadowPrice::tinyStep_hasNoPrice()
{
    const auto best = [](double limit) { return std::optional(limit > 0.0 ? 1e12 : 0.0); };
    const auto price = shadowPrice(best, 0.0, 5e-324, 0.0);
    QVERIFY(price && !price->up && !price->down);
}

void TestShadowPrice::looseBudget_pricesNothing()
{
    const Example example;
    const auto price = *priceOfBudget(*example.index, example.scenario, {2000.0});
    QCOMPARE(*price.up, 0.0);
    QVERIFY(*price.down > 0.0); // back to where 900 ms is late
    const auto precision = *priceOfPrecision(*example.index, example.scenario, 1.0);
    QVERIFY(!precision.up);
    QCOMPARE(*precision.down, 0.0);
    COMPARE_NEAR(priceOfPrecision(*example.index, example.scenario, 0.7, 0.1)->down,
                 (1.0 / 3.0 - 2.0 / 3.0) / 0.1, 1e-9);
}

void TestShadowPrice::noThresholdKeepsTheLimit_absent()
{
    PredictionColumns columns;
    columns.label = LabelColumn(2);
    columns.label << 0, 1;
    columns.score = Eigen::ArrayXd(2);
    columns.score << 0.9, 0.1;
    const auto index =
            PredictionIndex::build(std::make_shared<const Predictions>(columns, RowAccount()))
                    .value();
    QVERIFY(bestAtPrecision(*index, Scenario(), 0.5));
    QVERIFY(!bestAtPrecision(*index, Scenario(), 0.6));
    QVERIFY(!priceOfPrecision(*index, Scenario(), 0.6));
    QVERIFY(!priceOfPrecision(*index, Scenario(), 0.48)->up);
}

void TestShadowPrice::unansweredLateUses_areWorthTheirOwn()
{
    Example example;
    example.scenario.latePolicy = LatePolicy::Unanswered;
    example.scenario.values = OutcomeValues(3.0, -1.0, -2.0, 0.0, -0.5);
    // At 300 ms: 8 on time (2 positives), 4 late. Showing 0.9 and up: 2 right, 1 wrong.
    const auto best = *bestWithin(*example.index, example.scenario, Milliseconds{300.0});
    COMPARE_NEAR(best.valuePerUse, (6.0 - 1.0 - 4.0 * 0.5) / 12.0, 1e-12);
}

void TestShadowPrice::precisionLimit_isExactOnAnyRows_data()
{
    QTest::addColumn<QString>("kind");
    for (const std::string &kind : testsupport::predictionKinds())
        QTest::newRow(kind.c_str()) << QString::fromStdString(kind);
}

void TestShadowPrice::precisionLimit_isExactOnAnyRows()
{
    QFETCH(QString, kind);
    const auto predictions = testsupport::randomPredictions(kind.toStdString(), 3000, 5U);
    const auto index = PredictionIndex::build(predictions).value();
    const OutcomeValues valuesToTry[] = {{1.0, -1.0, -1.0, 0.0},
                                         {5.0, -1.0, -3.0, 0.0},
                                         {1.0, 2.0, 0.0, 0.0},
                                         {0.0, -1.0, 1.0, 0.0}};
    for (const Budget &budget : {Budget(), Budget(Milliseconds{50.0})}) {
        const auto slice = index->at(budget);
        const ThresholdSweep sweep = testsupport::sweepByColumns(*predictions, budget);
        const DecisionSearch search(*slice, {}, sweep.positives, sweep.negatives);
        for (const double limit : {0.0, 0.29, 0.31, 0.5, 0.8, 1.0}) {
            for (const OutcomeValues &values : valuesToTry) {
                const auto found = search.mostValuableAtPrecision(values, limit);
                const auto [best, threshold] = naiveBest(sweep, values, limit);
                QCOMPARE(found.has_value(), best > undefined);
                if (!found)
                    continue;
                const double scale = 10.0 * (sweep.positives + sweep.negatives);
                QVERIFY2(std::abs(found->best - best) < 1e-12 * scale,
                         qPrintable(u"%1 instead of %2 at %3"_s.arg(found->best)
                                            .arg(best)
                                            .arg(threshold)));
            }
        }
    }
}

ONEINN_TEST(TestShadowPrice)

} // namespace tests::loadbearing_shadowprice

#include "tst_shadowprice.moc"
