// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/bestthreshold.h"
#include "core/decision/elkan.h"
#include "core/decision/netbenefit.h"
#include "core/decision/prevalence.h"
#include "core/metrics/pointmetrics.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

namespace tests::decision_decisionvectors {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::CheckedKeys;
using testsupport::number;
using testsupport::numbers;
using testsupport::optionalNumber;
using testsupport::VectorCase;
using testsupport::VectorFamily;

namespace {

/// Costs become values; a cost the input does not name is 0.
OutcomeValues takeValues(CheckedKeys &input)
{
    const auto value = [&input](QLatin1String key) {
        return input.has(key) ? -number(input.take(key)) : 0.0;
    };
    return {value("cost_tp"_L1), value("cost_fp"_L1), value("cost_fn"_L1), value("cost_tn"_L1)};
}

void compareIntervals(const std::vector<ThresholdInterval> &actual, const QJsonValue &expected,
                      double tolerance)
{
    const auto wanted = testsupport::thresholdIntervals(expected);
    QVERIFY(!wanted.empty());
    QCOMPARE(actual.size(), wanted.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        COMPARE_NEAR(actual[i].low, wanted[i].low, tolerance);
        COMPARE_NEAR(actual[i].high, wanted[i].high, tolerance);
    }
}

Eigen::ArrayXd column(const std::vector<double> &values)
{
    return Eigen::Map<const Eigen::ArrayXd>(values.data(),
                                            static_cast<Eigen::Index>(values.size()));
}

void checkElkan(VectorCase &c)
{
    using Kind = ElkanDecision::Kind;
    const auto decision = elkanDecision(takeValues(c.input));
    COMPARE_NEAR(decision.threshold, optionalNumber(c.expected.take("threshold"_L1)), c.tolerance);
    if (c.expected.has("decision"_L1)) {
        QCOMPARE(c.expected.take("decision"_L1).toString(), u"always_alert"_s);
        QCOMPARE(decision.kind, Kind::AlwaysAlert);
    } else {
        QCOMPARE(decision.kind, Kind::AtThreshold);
    }
}

void checkEmpirical(VectorCase &c)
{
    const auto sweep = testsupport::takeSweep(c.input);
    const auto values = takeValues(c.input);
    const auto candidates = numbers(c.expected.take("candidate_t"_L1));
    QCOMPARE(candidates[0], Threshold::alertOnNothing().value);
    COMPARE_ARRAY(sweep.threshold, candidates.tail(candidates.size() - 1), c.tolerance);
    const Eigen::ArrayXd cost = candidates.unaryExpr(
            [&](double t) { return -values.of(testsupport::matrixAt(sweep, t)); });
    COMPARE_ARRAY(cost, numbers(c.expected.take("total_cost"_L1)), c.tolerance);

    const auto best = mostValuableThreshold(sweep, values);
    COMPARE_NEAR(-best.best, number(c.expected.take("min_cost"_L1)), c.tolerance);
    compareIntervals(best.intervals, c.expected.take("argmin_intervals_lo_excl_hi_incl"_L1),
                     c.tolerance);
    COMPARE_NEAR(best.threshold.value, number(c.expected.take("reported_threshold"_L1)),
                 c.tolerance);
}

void checkConstrained(VectorCase &c)
{
    const auto sweep = testsupport::takeSweep(c.input);
    const auto result = mostRecallAtPrecision(sweep, number(c.input.take("min_precision"_L1)));
    const auto threshold = optionalNumber(c.expected.take("threshold"_L1));
    QCOMPARE(result.found.has_value(), threshold.has_value());
    if (!threshold) {
        QVERIFY(result.feasible.empty());
        COMPARE_NEAR(result.bestReachable, number(c.expected.take("best_achievable_precision"_L1)),
                     c.tolerance);
        return;
    }
    COMPARE_NEAR(result.found->threshold.value, *threshold, c.tolerance);
    QVERIFY(result.found->interval.contains(Threshold{*threshold}));
    COMPARE_NEAR(result.found->recall, number(c.expected.take("recall"_L1)), c.tolerance);
    COMPARE_NEAR(result.found->precision, number(c.expected.take("precision"_L1)), c.tolerance);
    COMPARE_ARRAY(column(result.feasible), numbers(c.expected.take("feasible_thresholds"_L1)),
                  c.tolerance);
}

void checkPrevalenceShift(VectorCase &c)
{
    const double from = number(c.input.take("sample_prevalence"_L1));
    const double to = number(c.input.take("production_prevalence"_L1));
    const double recall = number(c.input.take("tpr"_L1));
    const double fpr = number(c.input.take("fpr"_L1));
    const auto factors = classFactors(from, to);
    COMPARE_NEAR(factors.positive, number(c.expected.take("weight_pos"_L1)), c.tolerance);
    COMPARE_NEAR(factors.negative, number(c.expected.take("weight_neg"_L1)), c.tolerance);
    COMPARE_NEAR(precisionAt(recall, fpr, from), number(c.expected.take("precision_sample"_L1)),
                 c.tolerance);
    COMPARE_NEAR(precisionAt(recall, fpr, to), number(c.expected.take("precision_production"_L1)),
                 c.tolerance);
    COMPARE_NEAR(npvAt(recall, fpr, to), number(c.expected.take("npv_production"_L1)), c.tolerance);
    const Eigen::ArrayXd moved = numbers(c.input.take("scores"_L1)).unaryExpr([=](double p) {
        return recalibratedProbability(p, from, to);
    });
    COMPARE_ARRAY(moved, numbers(c.expected.take("recalibrated"_L1)), c.tolerance);
}

/// By the rates, and by a rebased sweep: both must agree.
void checkPrevalenceShiftOfData(VectorCase &c)
{
    const auto sweep = testsupport::takeSweep(c.input);
    const double threshold = number(c.input.take("threshold"_L1));
    const double to = number(c.input.take("production_prevalence"_L1));
    const auto sample = pointMetrics(testsupport::matrixAt(sweep, threshold));
    const auto rebased = pointMetrics(
            testsupport::matrixAt(sweep.rebased(classFactors(*sample.prevalence, to)), threshold));
    const double precision = number(c.expected.take("precision"_L1));
    const double alertRate = number(c.expected.take("alert_rate"_L1));
    COMPARE_NEAR(rebased.precision, precision, c.tolerance);
    COMPARE_NEAR(precisionAt(*sample.recall, *sample.fpr, to), precision, c.tolerance);
    COMPARE_NEAR(rebased.alertRate, alertRate, c.tolerance);
    COMPARE_NEAR(alertRateAt(*sample.recall, *sample.fpr, to), alertRate, c.tolerance);
    COMPARE_NEAR(rebased.recall, number(c.expected.take("recall"_L1)), c.tolerance);
    COMPARE_NEAR(rebased.prevalence, to, c.tolerance);
}

void checkNetBenefit(VectorCase &c)
{
    const auto sweep = testsupport::takeSweep(c.input);
    std::optional<double> prevalence;
    if (c.input.has("prevalence"_L1))
        prevalence = number(c.input.take("prevalence"_L1));
    const auto points = numbers(c.input.take("pt"_L1));
    QCOMPARE(c.expectedList.size(), points.size());
    for (Eigen::Index i = 0; i < points.size(); ++i) {
        const double pt = points[i];
        const auto matrix = testsupport::matrixAt(sweep, pt);
        CheckedKeys expected(c.expectedList.at(i));
        COMPARE_NEAR(pt, number(expected.take("pt"_L1)), 0.0);
        COMPARE_NEAR(netBenefit(matrix, pt, prevalence), number(expected.take("model"_L1)),
                     c.tolerance);
        COMPARE_NEAR(netBenefitOfAlertingAll(
                             prevalence.value_or(matrix.positives() / matrix.total()), pt),
                     number(expected.take("alert_all"_L1)), c.tolerance);
        COMPARE_NEAR(netBenefit(sweep.alertOnNothing(), pt, prevalence),
                     number(expected.take("alert_none"_L1)), c.tolerance);
        QCOMPARE(expected.problems(), QStringList());
    }
}

void checkCostCurve(VectorCase &c)
{
    const auto take = [&c](QLatin1String key) { return number(c.input.take(key)); };
    const auto point = costCurvePoint(take("prevalence"_L1), take("cost_fp"_L1), take("cost_fn"_L1),
                                      take("fpr"_L1), take("fnr"_L1));
    COMPARE_NEAR(point.probabilityCost, number(c.expected.take("pc_plus"_L1)), c.tolerance);
    COMPARE_NEAR(point.normalisedExpectedCost, number(c.expected.take("nec"_L1)), c.tolerance);
    COMPARE_NEAR(point.expectedCostPerCase, number(c.expected.take("expected_cost_per_case"_L1)),
                 c.tolerance);
    COMPARE_NEAR(point.largestCostPerCase, number(c.expected.take("max_cost_per_case"_L1)),
                 c.tolerance);
}

constexpr VectorFamily families[] = {
        {"T2.elkan.", checkElkan},
        {"T2.empirical.", checkEmpirical},
        {"T2.constrained.", checkConstrained},
        {"T2.prevshift.", checkPrevalenceShiftOfData},
        {"T2.prevshift", checkPrevalenceShift},
        {"T2.netbenefit.", checkNetBenefit},
        {"T2.costcurve", checkCostCurve},
};

} // namespace

class TestDecisionVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_everyKey_asExpected_data();
    void vector_everyKey_asExpected();
};

void TestDecisionVectors::vector_everyKey_asExpected_data()
{
    QTest::addColumn<QString>("id");
    for (const auto *prefix : {"T2.elkan", "T2.empirical", "T2.constrained", "T2.prevshift",
                               "T2.netbenefit", "T2.costcurve"})
        testsupport::addVectorRows(prefix);
}

void TestDecisionVectors::vector_everyKey_asExpected()
{
    QFETCH(const QString, id);
    testsupport::checkVector(id, families);
}

ONEINN_TEST(TestDecisionVectors)

} // namespace tests::decision_decisionvectors

#include "tst_decisionvectors.moc"
