// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/curves.h"
#include "core/metrics/pointmetrics.h"
#include "core/metrics/proportion.h"
#include "core/metrics/thresholdsweep.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <utility>

namespace tests::metrics_metricvectors {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;
using testsupport::numbers;
using testsupport::optionalNumber;
using testsupport::VectorCase;
using testsupport::VectorFamily;

namespace {

double trapezoidFromEndPoint(const PrecisionRecallCurve &curve, double recall, double precision)
{
    double area = 0.0;
    for (Eigen::Index i = 0; i < curve.recall.size(); ++i) {
        area += (curve.recall[i] - recall) * (curve.precision[i] + precision) / 2.0;
        recall = curve.recall[i];
        precision = curve.precision[i];
    }
    return area;
}

void checkAreas(const ThresholdSweep &sweep, VectorCase &c)
{
    if (c.expected.has("average_precision"_L1))
        COMPARE_NEAR(averagePrecision(sweep),
                     optionalNumber(c.expected.take("average_precision"_L1)), c.tolerance);
    if (c.expected.has("roc_auc"_L1))
        COMPARE_NEAR(rocAuc(sweep), optionalNumber(c.expected.take("roc_auc"_L1)), c.tolerance);
    if (c.expected.has("pr_auc_davis_goadrich"_L1))
        COMPARE_NEAR(davisGoadrichArea(sweep),
                     optionalNumber(c.expected.take("pr_auc_davis_goadrich"_L1)), c.tolerance);
}

/// The artificial end point and the start at +infinity are described, not stored.
void checkEnds(const PrecisionRecallCurve &pr, const RocCurve &roc, VectorCase &c)
{
    if (c.expected.has("pr_endpoint"_L1)) {
        const auto end = c.expected.take("pr_endpoint"_L1).toObject();
        QVERIFY(end.value("threshold"_L1).isNull());
        QVERIFY((pr.recall > number(end.value("recall"_L1))).all());
        COMPARE_NEAR(trapezoidFromEndPoint(pr, number(end.value("recall"_L1)),
                                           number(end.value("precision"_L1))),
                     number(c.expected.take("pr_auc_trapezoid"_L1)), c.tolerance);
    }
    if (c.expected.has("roc_start"_L1)) {
        const auto start = c.expected.take("roc_start"_L1).toObject();
        QCOMPARE(number(start.value("threshold"_L1)), Threshold::alertOnNothing().value);
        QCOMPARE(roc.fpr[0], number(start.value("fpr"_L1)));
        QCOMPARE(roc.tpr[0], number(start.value("tpr"_L1)));
    }
}

void checkCurve(VectorCase &c)
{
    const auto sweep = testsupport::takeSweep(c.input);
    const auto pr = precisionRecallCurve(sweep);
    const auto roc = rocCurve(sweep);
    QVERIFY(pr && roc);
    QCOMPARE(roc->tpr.size(), sweep.size() + 1);

    const std::pair<QLatin1String, Eigen::ArrayXd> columns[] = {
            {"threshold_desc"_L1, sweep.threshold},
            {"tp"_L1, sweep.tp},
            {"fp"_L1, sweep.fp},
            {"precision"_L1, pr->precision},
            {"recall"_L1, pr->recall},
            {"fpr"_L1, roc->fpr.tail(sweep.size())},
    };
    QVERIFY(c.expected.has("threshold_desc"_L1));
    for (const auto &[key, actual] : columns) {
        if (c.expected.has(key))
            COMPARE_ARRAY(actual, numbers(c.expected.take(key)), c.tolerance);
    }
    const std::pair<QLatin1String, double> totals[] = {
            {"positives"_L1, sweep.positives},
            {"negatives"_L1, sweep.negatives},
            {"n_thresholds"_L1, static_cast<double>(sweep.size())},
    };
    for (const auto &[key, actual] : totals) {
        if (c.expected.has(key))
            COMPARE_NEAR(actual, number(c.expected.take(key)), c.tolerance);
    }
    checkEnds(*pr, *roc, c);
    checkAreas(sweep, c);
}

void checkPoint(VectorCase &c)
{
    const auto sweep = testsupport::takeSweep(c.input);
    const auto matrix = testsupport::matrixAt(sweep, number(c.input.take("threshold"_L1)));
    const auto m = pointMetrics(matrix);
    const std::pair<QLatin1String, std::optional<double>> metrics[] = {
            {"tp"_L1, matrix.tp()},
            {"fp"_L1, matrix.fp()},
            {"fn"_L1, matrix.fn()},
            {"tn"_L1, matrix.tn()},
            {"precision"_L1, m.precision},
            {"recall"_L1, m.recall},
            {"specificity"_L1, m.specificity},
            {"npv"_L1, m.npv},
            {"fpr"_L1, m.fpr},
            {"fnr"_L1, m.fnr},
            {"accuracy"_L1, m.accuracy},
            {"alert_rate"_L1, m.alertRate},
            {"prevalence"_L1, m.prevalence},
            {"balanced_accuracy"_L1, m.balancedAccuracy},
            {"youden_j"_L1, m.youdenJ},
            {"lift"_L1, m.lift},
            {"f0.5"_L1, m.fHalf},
            {"f1"_L1, m.f1},
            {"f2"_L1, m.f2},
            {"mcc"_L1, m.mcc},
    };
    for (const auto &[key, actual] : metrics) {
        QVERIFY2(testsupport::near(actual, optionalNumber(c.expected.take(key)), c.tolerance),
                 key.data());
    }
}

void checkDavisGoadrichPoint(VectorCase &c)
{
    const double tpA = number(c.input.take("tp_a"_L1));
    const double fpA = number(c.input.take("fp_a"_L1));
    const double tpB = number(c.input.take("tp_b"_L1));
    const double fpB = number(c.input.take("fp_b"_L1));
    const double positives = number(c.input.take("positives"_L1));
    const auto extra = numbers(c.input.take("x"_L1));
    Eigen::ArrayXd recall(extra.size());
    Eigen::ArrayXd precision(extra.size());
    for (Eigen::Index i = 0; i < extra.size(); ++i) {
        const auto point = davisGoadrichPoint(tpA, fpA, tpB, fpB, extra[i], positives);
        recall[i] = point.recall;
        precision[i] = point.precision;
    }
    COMPARE_ARRAY(recall, numbers(c.expected.take("recall"_L1)), c.tolerance);
    COMPARE_ARRAY(precision, numbers(c.expected.take("precision"_L1)), c.tolerance);
}

Eigen::ArrayXd ends(const Interval &interval)
{
    return Eigen::Array2d(interval.low, interval.high);
}

void checkBinomial(VectorCase &c)
{
    const double k = number(c.input.take("k"_L1));
    const double n = number(c.input.take("n"_L1));
    const double confidence = number(c.input.take("conf"_L1));
    COMPARE_ARRAY(ends(wilsonInterval(k, n, confidence)), numbers(c.expected.take("wilson"_L1)),
                  c.tolerance);
    COMPARE_ARRAY(ends(jeffreysInterval(k, n, confidence)), numbers(c.expected.take("jeffreys"_L1)),
                  c.tolerance);
    COMPARE_ARRAY(ends(clopperPearsonInterval(k, n, confidence)),
                  numbers(c.expected.take("clopper_pearson"_L1)), c.tolerance);
}

void checkZeroEvents(VectorCase &c)
{
    const auto n = numbers(c.input.take("n"_L1));
    const double confidence = number(c.input.take("conf"_L1));
    COMPARE_ARRAY(n.unaryExpr([](double x) { return ruleOfThreeUpper(x); }),
                  numbers(c.expected.take("rule_of_three"_L1)), c.tolerance);
    COMPARE_ARRAY(n.unaryExpr([=](double x) { return zeroEventsUpper(x, confidence); }),
                  numbers(c.expected.take("exact_one_sided"_L1)), c.tolerance);
}

Tally tallyOf(const Eigen::ArrayXd &weight)
{
    return {static_cast<double>(weight.size()), weight.sum(), weight.square().sum()};
}

void checkKish(VectorCase &c)
{
    const auto tally = tallyOf(numbers(c.input.take("weight"_L1)));
    COMPARE_NEAR(tally.rows, number(c.expected.take("n"_L1)), 0.0);
    COMPARE_NEAR(kishEffectiveN(tally), number(c.expected.take("n_eff"_L1)), c.tolerance);
    COMPARE_NEAR(tally.rows / kishEffectiveN(tally), number(c.expected.take("deff"_L1)),
                 c.tolerance);
}

void checkWeightedRatio(VectorCase &c)
{
    const auto value = numbers(c.input.take("value"_L1));
    const auto weight = numbers(c.input.take("weight"_L1));
    QCOMPARE(number(c.input.take("conf"_L1)), 0.95);
    Tally yes;
    Tally no;
    for (Eigen::Index i = 0; i < value.size(); ++i)
        (value[i] == 1.0 ? yes : no) += {1.0, weight[i], weight[i] * weight[i]};
    const auto share = proportion(yes, no);
    QVERIFY(share);
    COMPARE_NEAR(share->value, number(c.expected.take("estimate"_L1)), c.tolerance);
    COMPARE_NEAR(linearisedVariance(yes, no), number(c.expected.take("linearized_variance"_L1)),
                 c.tolerance);
    COMPARE_NEAR(share->effectiveN, number(c.expected.take("n_eff_linearized"_L1)), c.tolerance);
    COMPARE_NEAR(kishEffectiveN(share->all), number(c.expected.take("n_eff_kish"_L1)), c.tolerance);
    COMPARE_ARRAY(ends(share->interval), numbers(c.expected.take("wilson_with_linearized"_L1)),
                  c.tolerance);
}

QString keyOf(Reliability reliability)
{
    switch (reliability) {
    case Reliability::CountsOnly:
        return u"counts_only"_s;
    case Reliability::TooFew:
        return u"too_few"_s;
    case Reliability::Stated:
        return u"ok"_s;
    }
    return {};
}

void checkGate(VectorCase &c)
{
    const auto cases = c.input.take("cases"_L1).toArray();
    QVERIFY(!cases.isEmpty());
    QCOMPARE(c.expectedList.size(), cases.size());
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const double k = number(cases.at(i).toArray().at(0));
        const double n = number(cases.at(i).toArray().at(1));
        QCOMPARE(keyOf(reliabilityOf(k, n)), c.expectedList.at(i).toString());
        const auto share = proportion({k, k, k}, {n - k, n - k, n - k});
        QVERIFY(share);
        QCOMPARE(keyOf(share->reliability), c.expectedList.at(i).toString());
    }
}

constexpr VectorFamily families[] = {
        {"T1.curve.", checkCurve},
        {"T1.point.", checkPoint},
        {"T1.dg.", checkDavisGoadrichPoint},
        {"T3.binom", checkBinomial},
        {"T3.ruleofthree", checkZeroEvents},
        {"T3.kish", checkKish},
        {"T3.weighted_ratio", checkWeightedRatio},
        {"T3.gate", checkGate},
};

} // namespace

class TestMetricVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_everyKey_asExpected_data();
    void vector_everyKey_asExpected();
};

void TestMetricVectors::vector_everyKey_asExpected_data()
{
    QTest::addColumn<QString>("id");
    // T1.clean is about rows that are set aside: see the tests of predictions.
    testsupport::addVectorRows("T1", {u"T1.clean"_s});
    for (const auto *prefix :
         {"T3.binom", "T3.ruleofthree", "T3.kish", "T3.weighted_ratio", "T3.gate"})
        testsupport::addVectorRows(prefix);
}

void TestMetricVectors::vector_everyKey_asExpected()
{
    QFETCH(const QString, id);
    testsupport::checkVector(id, families);
}

ONEINN_TEST(TestMetricVectors)

} // namespace tests::metrics_metricvectors

#include "tst_metricvectors.moc"
