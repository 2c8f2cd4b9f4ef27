// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/differenceverdict.h"
#include "core/comparison/policyverdicts.h"
#include "core/comparison/simultaneous.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace tests::comparison_verdicts {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::number;
using testsupport::numbers;

namespace {

template<typename Verdict> QString words(Verdict verdict)
{
    const std::string_view code = codeOf(verdict);
    return QString::fromUtf8(code.data(), qsizetype(code.size())).replace(u'-', u' ');
}

ComparisonVerdict verdictNamed(const QString &name)
{
    using enum ComparisonVerdict;
    for (const auto verdict : {AIsBetter, BIsBetter, NoDifferenceThatMatters}) {
        if (words(verdict) == name)
            return verdict;
    }
    return CannotBeToldApart;
}

Eigen::ArrayXXd rowsOf(const QJsonValue &value)
{
    const QJsonArray rows = value.toArray();
    Eigen::ArrayXXd result(rows.size(), rows[0].toArray().size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        result.row(i) = numbers(rows[i]).transpose();
    return result;
}

/// What alternatives gain over now on n uses that differ as much: none of them anything in truth.
struct Table {
    Eigen::ArrayXd estimate;
    Eigen::ArrayXXd resampled;
};

Table nothingIsBetter(std::mt19937_64 &engine, Eigen::Index alternatives)
{
    constexpr Eigen::Index uses = 60;
    constexpr Eigen::Index resamples = 400;
    std::normal_distribution<double> normal;
    Eigen::ArrayXXd gains(uses, alternatives);
    for (double &gain : gains.reshaped())
        gain = normal(engine);
    Table table{gains.colwise().mean().transpose(), Eigen::ArrayXXd(resamples, alternatives)};
    std::uniform_int_distribution<Eigen::Index> any(0, uses - 1);
    for (Eigen::Index resample = 0; resample < resamples; ++resample) {
        Eigen::RowVectorXd sum = Eigen::RowVectorXd::Zero(alternatives);
        for (Eigen::Index draw = 0; draw < uses; ++draw)
            sum += gains.row(any(engine)).matrix();
        table.resampled.row(resample) = sum.array() / double(uses);
    }
    return table;
}

} // namespace

class TestVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void difference_asVectors();
    void overall_asVectors();
    void limits_asVectors_data();
    void limits_asVectors();
    void nothingBetter_seldomSaidToBe();
    void pairs_bothWays();
    void smallest_ofEachMeasure();
};

void TestVerdicts::difference_asVectors()
{
    const testsupport::Vector vector = testsupport::vector(u"T9.simultaneous.verdict"_s);
    const QJsonArray cases = vector.input["cases"_L1].toArray();
    const QJsonArray expected = vector.expected.toArray();
    QCOMPARE(cases.size(), expected.size());
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const auto verdict =
                differenceVerdict(number(cases[i][1]), {number(cases[i][0]), number(cases[i][2])},
                                  number(cases[i][3]));
        QCOMPARE(words(verdict), expected[i].toString());
    }
    // Exactly none, with nothing that would be too small to matter.
    QCOMPARE(differenceVerdict(0.0, {0.0, 0.0}, 0.0), ComparisonVerdict::NoDifferenceThatMatters);
    // No better for sure by a hair.
    QCOMPARE(differenceVerdict(0.0003, {0.0001, 0.0005}, 0.001),
             ComparisonVerdict::NoDifferenceThatMatters);
}

void TestVerdicts::overall_asVectors()
{
    const testsupport::Vector vector = testsupport::vector(u"T9.simultaneous.for_sure"_s);
    const QJsonArray cases = vector.input["cases"_L1].toArray();
    const QJsonArray expected = vector.expected.toArray();
    QCOMPARE(cases.size(), expected.size());
    for (qsizetype i = 0; i < cases.size(); ++i) {
        std::vector<ComparisonVerdict> measures;
        const auto names = cases[i].toArray();
        for (const auto &name : names)
            measures.push_back(verdictNamed(name.toString()));
        QCOMPARE(words(overallVerdict(measures)), expected[i].toString());
    }
}

void TestVerdicts::limits_asVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : testsupport::vectorIds(u"T9.simultaneous.max_t"_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestVerdicts::limits_asVectors()
{
    QFETCH(QString, id);
    const testsupport::Vector vector = testsupport::vector(id);
    const QJsonValue optimism = vector.input["optimism"_L1];
    const Eigen::ArrayXd estimate = numbers(vector.input["estimate"_L1]);
    const auto limits = simultaneousLimits(estimate, rowsOf(vector.input["boot"_L1]));
    const Eigen::ArrayXd tooGood =
            optimism.isArray() ? numbers(optimism) : Eigen::ArrayXd::Zero(estimate.size()).eval();
    const QJsonObject expected = vector.expected.toObject();
    COMPARE_NEAR(limits.reach, number(expected["c"_L1]), 1e-9);
    const Eigen::ArrayXd se = numbers(expected["se"_L1]);
    const Eigen::ArrayXd told = numbers(expected["told"_L1]);
    const QJsonArray intervals = expected["intervals"_L1].toArray();
    const QJsonArray apart = expected["apart"_L1].toArray();
    for (Eigen::Index i = 0; i < se.size(); ++i) {
        const Interval &alone = limits.interval[static_cast<std::size_t>(i)];
        const Interval interval = expectedInterval(alone, {.a = tooGood[i]});
        COMPARE_NEAR(limits.standardError[i], se[i], 1e-9);
        if (told[i] > 0.0)
            COMPARE_NEAR(expectedDifference(estimate[i], {.a = tooGood[i]}), told[i], 1e-9);
        COMPARE_NEAR(interval.low, number(intervals[i][0]), 1e-9);
        // Ours goes as far up as without the optimism: looking too good makes nothing worse.
        COMPARE_NEAR(interval.high, number(intervals[i][1]) + tooGood[i], 1e-9);
        QCOMPARE(interval.low > 0.0 || interval.high < 0.0, apart[i].toBool());
    }
}

/// Of 100 tables of eight alternatives at most about 5 call one better that is not (and as many one
/// worse); by themselves one would be in 17.
void TestVerdicts::nothingBetter_seldomSaidToBe()
{
    constexpr int tables = 400;
    std::mt19937_64 engine(3);
    int better = 0;
    int byThemselves = 0;
    for (int i = 0; i < tables; ++i) {
        const Table table = nothingIsBetter(engine, 8);
        const SimultaneousLimits limits = simultaneousLimits(table.estimate, table.resampled);
        better += std::ranges::any_of(limits.interval,
                                      [](const Interval &interval) { return interval.low > 0.0; });
        byThemselves += (table.estimate > 1.96 * limits.standardError).any();
    }
    qInfo("one said to be better: %d of %d tables, by themselves %d", better, tables, byThemselves);
    QVERIFY2(better <= tables * 0.07, qPrintable(QString::number(better)));
    QVERIFY2(byThemselves >= tables * 0.12, qPrintable(QString::number(byThemselves)));
}

void TestVerdicts::pairs_bothWays()
{
    MeasuredPolicies measure{Eigen::ArrayXd(4), Eigen::ArrayXXd(50, 4), 0.5};
    measure.estimate << 1.0, 1.1, 5.0, 1.0;
    std::mt19937_64 engine(1);
    std::normal_distribution<double> normal(0.0, 0.1);
    for (Eigen::Index resample = 0; resample < 50; ++resample) {
        for (Eigen::Index policy = 0; policy < 3; ++policy)
            measure.resampled(resample, policy) = measure.estimate[policy] + normal(engine);
        measure.resampled(resample, 3) = measure.resampled(resample, 0);
    }
    using enum ComparisonVerdict;
    const PairVerdicts pairs(measure);
    QCOMPARE(pairs.of(2, 0), AIsBetter);
    QCOMPARE(pairs.of(0, 2), BIsBetter);
    QCOMPARE(pairs.of(3, 2), BIsBetter);
    QCOMPARE(pairs.of(0, 3), NoDifferenceThatMatters);
    QCOMPARE(pairs.of(1, 1), NoDifferenceThatMatters);
    QCOMPARE(verdictsAgainstFirst(measure),
             (std::vector{NoDifferenceThatMatters, pairs.of(1, 0), AIsBetter,
                          NoDifferenceThatMatters}));
}

void TestVerdicts::smallest_ofEachMeasure()
{
    COMPARE_NEAR(smallestValue(0.3, -0.1), 0.004, 1e-15);
    QCOMPARE(smallestWait(40.0), 1.0);
    QCOMPARE(smallestWait(400.0), 4.0);
    QCOMPARE(smallestWait(std::numeric_limits<double>::infinity()), 1.0);
}

ONEINN_TEST(TestVerdicts)

} // namespace tests::comparison_verdicts

#include "tst_verdicts.moc"
