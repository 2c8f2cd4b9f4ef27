// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curves/bestbyprice.h"

#include "core/metrics/curves.h"
#include "core/predictions/predictioncolumns.h"
#include "support/naivesweep.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>

namespace tests::curves_bestbyprice {

using namespace oneinn;
using testsupport::naive::Counts;

class TestBestByPrice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void at_randomRows_isTheBestOfAll_data();
    void at_randomRows_isTheBestOfAll();
    void all_weightsMeet_andThresholdsFall();
    void suited_ofAnyPoint_isWhereItIsLeastBehind();
    void suited_ofTheBest_isInItsMiddle();
    void netBenefit_ofVectors();
    void oneClass_hasNoRates();
};

namespace {

constexpr double exact = 1e-9;

/// Every point there is, counted anew for each threshold.
struct Point {
    double gain = 0.0;
    double loss = 0.0;
};

std::vector<Point> everyPoint(const testsupport::naive::Rows &rows, const ThresholdSweep &sweep,
                              bool rates)
{
    const double uses = sweep.positives + sweep.negatives;
    std::vector<Point> points;
    for (const double threshold : testsupport::naive::candidateThresholds(rows)) {
        const Counts counts = testsupport::naive::countsAt(rows, threshold);
        points.push_back({counts.tp / (rates ? sweep.positives : uses),
                          counts.fp / (rates ? sweep.negatives : uses)});
    }
    return points;
}

double worth(const Point &point, double weight)
{
    return weight * point.gain - (1.0 - weight) * point.loss;
}

double best(const std::vector<Point> &points, double weight)
{
    double most = worth(points.front(), weight);
    for (const Point &point : points)
        most = std::max(most, worth(point, weight));
    return most;
}

} // namespace

void TestBestByPrice::at_randomRows_isTheBestOfAll_data()
{
    testsupport::addRandomRows(8);
}

void TestBestByPrice::at_randomRows_isTheBestOfAll()
{
    const auto rows = testsupport::fetchRandomRows();
    const ThresholdSweep sweep = testsupport::sweepOf(rows);
    for (const bool rates : {true, false}) {
        const auto byPrice = rates ? BestByPrice::ofRates(sweep) : BestByPrice::ofUses(sweep);
        const bool bothClasses = sweep.positives > 0.0 && sweep.negatives > 0.0;
        QCOMPARE(byPrice.has_value(),
                 rates ? bothClasses : sweep.positives + sweep.negatives > 0.0);
        if (!byPrice)
            continue;
        const auto points = everyPoint(rows, sweep, rates);
        for (int hundredth = 0; hundredth <= 100; ++hundredth) {
            const double weight = hundredth / 100.0;
            const BestSomewhere &found = byPrice->at(weight);
            COMPARE_NEAR(worth({found.gain, found.loss}, weight), best(points, weight), exact);
            // Its threshold does what it says.
            const Counts counts = testsupport::naive::countsAt(rows, found.threshold.value);
            const double uses = sweep.positives + sweep.negatives;
            COMPARE_NEAR(found.gain, counts.tp / (rates ? sweep.positives : uses), exact);
            COMPARE_NEAR(found.loss, counts.fp / (rates ? sweep.negatives : uses), exact);
        }
    }
}

void TestBestByPrice::all_weightsMeet_andThresholdsFall()
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto rows = testsupport::naive::randomRows("distinct scores", seed);
        const auto byPrice = BestByPrice::ofUses(testsupport::sweepOf(rows));
        const auto &all = byPrice->all();
        QCOMPARE(all.front().weights.low, 0.0);
        QCOMPARE(all.back().weights.high, 1.0);
        QCOMPARE(all.front().threshold, Threshold::alertOnNothing());
        for (std::size_t k = 1; k < all.size(); ++k) {
            QCOMPARE(all[k].weights.low, all[k - 1].weights.high);
            QVERIFY(all[k].threshold.value < all[k - 1].threshold.value);
        }
    }
}

void TestBestByPrice::suited_ofAnyPoint_isWhereItIsLeastBehind()
{
    for (const char *kind : {"distinct scores", "weighted ties", "late rows"}) {
        for (unsigned seed = 0; seed < 10; ++seed) {
            const auto rows = testsupport::naive::randomRows(kind, seed);
            const ThresholdSweep sweep = testsupport::sweepOf(rows);
            const auto byPrice = BestByPrice::ofRates(sweep);
            if (!byPrice)
                continue;
            const auto points = everyPoint(rows, sweep, true);
            for (const Point &point : points) {
                const Suited found = byPrice->suited(point.gain, point.loss);
                const double suited = found.middle();
                const double there = best(points, suited) - worth(point, suited);
                QCOMPARE(found.isBest, there < exact);
                for (int hundredth = 0; hundredth <= 100; ++hundredth) {
                    const double weight = hundredth / 100.0;
                    QVERIFY(there <= best(points, weight) - worth(point, weight) + exact);
                }
            }
        }
    }
}

void TestBestByPrice::suited_ofTheBest_isInItsMiddle()
{
    const auto rows = testsupport::naive::randomRows("distinct scores", 3);
    const auto byPrice = BestByPrice::ofRates(testsupport::sweepOf(rows));
    for (const BestSomewhere &each : byPrice->all()) {
        const Suited suited = byPrice->suited(each.gain, each.loss);
        QVERIFY(suited.isBest);
        COMPARE_NEAR(suited.weights.low, each.weights.low, exact);
        COMPARE_NEAR(suited.weights.high, each.weights.high, exact);
    }
}

void TestBestByPrice::netBenefit_ofVectors()
{
    // The best at a price is never below what the vectors' own threshold brings there.
    const auto vector = testsupport::vector(QStringLiteral("T2.netbenefit.d1"));
    const Eigen::ArrayXd score = testsupport::numbers(vector.input[QStringLiteral("score")]);
    const LabelColumn label =
            testsupport::numbers(vector.input[QStringLiteral("label")]).cast<std::uint8_t>();
    const ThresholdSweep sweep = thresholdSweep(label, score);
    const auto byPrice = BestByPrice::ofUses(sweep);
    for (const auto &entry : vector.expected.toArray()) {
        const double pt = entry.toObject()[QStringLiteral("pt")].toDouble();
        const BestSomewhere &found = byPrice->at(1.0 - pt);
        QVERIFY(netBenefitOfShares(found.gain, found.loss, pt)
                >= entry.toObject()[QStringLiteral("model")].toDouble() - exact);
    }
    const auto cost = testsupport::vector(QStringLiteral("T2.costcurve"));
    COMPARE_NEAR(
            normalisedExpectedCost(1.0 - cost.input[QStringLiteral("fnr")].toDouble(),
                                   cost.input[QStringLiteral("fpr")].toDouble(),
                                   cost.expected.toObject()[QStringLiteral("pc_plus")].toDouble()),
            cost.expected.toObject()[QStringLiteral("nec")].toDouble(), cost.tolerance);
}

void TestBestByPrice::oneClass_hasNoRates()
{
    const auto rows = testsupport::naive::randomRows("all positive", 1);
    const ThresholdSweep sweep = testsupport::sweepOf(rows);
    QVERIFY(!BestByPrice::ofRates(sweep));
    // Nothing can be shown wrongly, so everything is shown, whatever it costs.
    QCOMPARE(BestByPrice::ofUses(sweep)->at(0.5).gain, 1.0);
}

ONEINN_TEST(TestBestByPrice)

} // namespace tests::curves_bestbyprice

#include "tst_bestbyprice.moc"
