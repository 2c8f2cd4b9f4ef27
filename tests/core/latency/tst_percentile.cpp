// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/percentile.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <random>
#include <vector>

namespace tests::latency_percentile {

using namespace oneinn;
using testsupport::number;
using testsupport::numbers;
using testsupport::Vector;

namespace {

Eigen::ArrayXd latenciesOf(const Vector &vector)
{
    const auto value = vector.input.value(QLatin1String("latency_ms"));
    if (value.toString() == QLatin1String("1..100"))
        return Eigen::ArrayXd::LinSpaced(100, 1.0, 100.0);
    return numbers(value);
}

void checkPercentiles(const Vector &vector)
{
    auto expected = vector.expected.toObject();
    const auto p = numbers(vector.input.value(QLatin1String("p")));
    const auto weightValue = vector.input.value(QLatin1String("weight"));
    const auto weight = numbers(weightValue);
    const auto latency = latenciesOf(vector);
    QVERIFY(latency.size() > 0);
    const LatencyDistribution distribution(latency, weightValue.isArray() ? &weight : nullptr);
    const auto nearestRank = numbers(expected.take(QLatin1String("nearest_rank")));
    QCOMPARE(nearestRank.size(), p.size());
    for (Eigen::Index i = 0; i < p.size(); ++i)
        COMPARE_NEAR(distribution.percentile(p[i]), nearestRank[i], vector.tolerance);
    // The interpolating convention is the one not taken: a percentile is an observed value.
    const auto interpolated = numbers(expected.take(QLatin1String("linear_type7")));
    for (Eigen::Index i = 0; i < interpolated.size(); ++i)
        QVERIFY(!testsupport::near(*distribution.percentile(p[i]), interpolated[i],
                                   vector.tolerance));
    QVERIFY2(expected.isEmpty(), qPrintable(expected.keys().join(QLatin1Char(' '))));
}

void checkRanks(const Vector &vector)
{
    const auto cases = vector.input.value(QLatin1String("cases")).toArray();
    const auto all = vector.expected.toArray();
    QCOMPARE(all.size(), cases.size());
    const double confidence = number(vector.input.value(QLatin1String("conf")));
    for (qsizetype i = 0; i < cases.size(); ++i) {
        auto expected = all.at(i).toObject();
        const double n = number(cases.at(i).toArray().at(0));
        const double p = number(cases.at(i).toArray().at(1));
        QCOMPARE(number(expected.take(QLatin1String("n"))), n);
        QCOMPARE(number(expected.take(QLatin1String("p"))), p);
        const auto actual = percentileRanks(static_cast<std::size_t>(n), p, confidence);
        QCOMPARE(static_cast<double>(actual.lower),
                 number(expected.take(QLatin1String("lower_rank"))));
        QCOMPARE(static_cast<double>(actual.upper),
                 number(expected.take(QLatin1String("upper_rank"))));
        COMPARE_NEAR(actual.coverage, number(expected.take(QLatin1String("coverage"))),
                     vector.tolerance);
        QVERIFY2(expected.isEmpty(), qPrintable(expected.keys().join(QLatin1Char(' '))));
    }
}

void checkFewest(const Vector &vector)
{
    const auto p = numbers(vector.input.value(QLatin1String("p")));
    const auto expected = numbers(vector.expected);
    QCOMPARE(expected.size(), p.size());
    const double confidence = number(vector.input.value(QLatin1String("conf")));
    for (Eigen::Index i = 0; i < p.size(); ++i)
        QCOMPARE(static_cast<double>(fewestForPercentile(p[i], confidence)), expected[i]);
}

using Check = void (*)(const Vector &);

Check checkFor(const QString &id)
{
    if (id == QLatin1String("T5.quantile_ci"))
        return checkRanks;
    if (id == QLatin1String("T5.quantile_min_n"))
        return checkFewest;
    return id.startsWith(QLatin1String("T5.percentile")) ? checkPercentiles : nullptr;
}

/// The definition, word for word: the smallest observed value at or under which p of the weight is.
double naivePercentile(const Eigen::ArrayXd &latency, const Eigen::ArrayXd &weight, double p)
{
    double smallest = std::numeric_limits<double>::infinity();
    for (const double candidate : latency) {
        double within = 0.0;
        for (Eigen::Index i = 0; i < latency.size(); ++i)
            within += latency[i] <= candidate ? weight[i] : 0.0;
        if (within >= (p - 1e-9) * weight.sum() && candidate < smallest)
            smallest = candidate;
    }
    return smallest;
}

} // namespace

class TestPercentile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_everyOneOfTheFamily_agrees_data();
    void vectors_everyOneOfTheFamily_agrees();
    void percentile_randomTiedWeighted_agreesWithDefinition();
    void distribution_empty_saysNothing();
    void distribution_timeOuts_sortLastAndAreNeverWithin();
    void percentileRanks_everyN_areTheSmallestThatHold();
    void fewestForPercentile_everyP_isTheSmallestThatHolds();
};

void TestPercentile::vectors_everyOneOfTheFamily_agrees_data()
{
    QTest::addColumn<QString>("id");
    for (const auto *family : {"T5.percentile", "T5.quantile"}) {
        const auto ids = testsupport::vectorIds(QLatin1String(family));
        QVERIFY(!ids.isEmpty());
        for (const auto &id : ids)
            QTest::addRow("%s", qPrintable(id)) << id;
    }
}

void TestPercentile::vectors_everyOneOfTheFamily_agrees()
{
    QFETCH(QString, id);
    const auto check = checkFor(id);
    QVERIFY2(check, "no check for this vector");
    check(testsupport::vector(id));
}

void TestPercentile::percentile_randomTiedWeighted_agreesWithDefinition()
{
    std::mt19937 random(11);
    std::uniform_int_distribution<int> size(1, 40);
    std::uniform_int_distribution<int> tied(0, 12);
    std::uniform_real_distribution<double> positive(0.01, 3.0);
    for (int round = 0; round < 300; ++round) {
        const int n = size(random);
        Eigen::ArrayXd latency(n);
        Eigen::ArrayXd weight(n);
        for (int i = 0; i < n; ++i) {
            latency[i] = tied(random) * 10.0;
            weight[i] = round % 2 == 0 ? 1.0 : positive(random);
        }
        const LatencyDistribution distribution(latency, round % 2 == 0 ? nullptr : &weight);
        for (const double p : {0.01, 0.07, 0.25, 0.5, 0.57, 0.9, 0.95, 0.99, 1.0})
            QCOMPARE(*distribution.percentile(p), naivePercentile(latency, weight, p));
        for (const double budget : {-1.0, 0.0, 35.0, 40.0, 1000.0}) {
            const double within = (latency <= budget).select(weight, 0.0).sum();
            COMPARE_NEAR(distribution.weightWithin(budget), within, 1e-12 * n);
            COMPARE_NEAR(distribution.shareWithin(budget), within / weight.sum(), 1e-12);
        }
    }
}

void TestPercentile::distribution_empty_saysNothing()
{
    const LatencyDistribution nothing;
    QVERIFY(nothing.empty());
    QVERIFY(!nothing.percentile(0.5));
    QVERIFY(!nothing.shareWithin(100.0));
    QCOMPARE(nothing.weightWithin(100.0), 0.0);
    QCOMPARE(nothing.totalWeight(), 0.0);
}

void TestPercentile::distribution_timeOuts_sortLastAndAreNeverWithin()
{
    const double never = std::numeric_limits<double>::infinity();
    Eigen::ArrayXd latency(4);
    latency << never, 30.0, never, 10.0;
    const LatencyDistribution distribution(latency);
    QCOMPARE(distribution.at(0), 10.0);
    QCOMPARE(*distribution.percentile(0.5), 30.0);
    QVERIFY(std::isinf(*distribution.percentile(0.51)));
    QCOMPARE(*distribution.shareWithin(1e300), 0.5);
}

void TestPercentile::percentileRanks_everyN_areTheSmallestThatHold()
{
    for (const double p : {0.05, 0.5, 0.9, 0.99}) {
        std::vector<double> mass{1.0}; // of the number of observations below the percentile
        for (std::size_t n = 1; n <= 120; ++n) {
            std::vector<double> next(n + 1, 0.0);
            for (std::size_t i = 0; i < n; ++i) {
                next[i] += mass[i] * (1.0 - p);
                next[i + 1] += mass[i] * p;
            }
            mass = next;
            const auto ranks = percentileRanks(n, p);
            std::size_t lower = 0;
            double sum = mass[0];
            while (sum < 0.025)
                sum += mass[++lower];
            std::size_t upper = lower;
            while (sum < 0.975)
                sum += mass[++upper];
            QCOMPARE(ranks.lower, lower);
            QCOMPARE(ranks.upper, upper + 1);
            double coverage = 0.0;
            for (std::size_t i = lower; i <= upper; ++i)
                coverage += mass[i];
            COMPARE_NEAR(ranks.coverage, coverage, 1e-11);
        }
    }
}

void TestPercentile::fewestForPercentile_everyP_isTheSmallestThatHolds()
{
    for (const double p : {0.01, 0.25, 0.5, 0.75, 0.95, 0.999}) {
        for (const double confidence : {0.5, 0.9, 0.95, 0.99}) {
            const auto n = static_cast<double>(fewestForPercentile(p, confidence));
            QVERIFY(1.0 - std::pow(p, n) >= confidence - 1e-9);
            QVERIFY(n == 1.0 || 1.0 - std::pow(p, n - 1.0) < confidence);
        }
    }
}

ONEINN_TEST(TestPercentile)

} // namespace tests::latency_percentile

#include "tst_percentile.moc"
