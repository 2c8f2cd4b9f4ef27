// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/bootstrap.h"

#include "support/sanitized.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace tests::comparison_bootstrap {

using namespace oneinn;

namespace {

double uniform(std::mt19937_64 &engine)
{
    return static_cast<double>(engine() >> 11U) * 0x1p-53;
}

/// Sums of twelve are close enough to normal here.
double bellShaped(std::mt19937_64 &engine)
{
    double sum = -6.0;
    for (int i = 0; i < 12; ++i)
        sum += uniform(engine);
    return sum;
}

PairedRows rowsOf(Eigen::Index uses)
{
    PairedRows rows;
    rows.models = {""};
    rows.label = LabelColumn::Zero(uses);
    rows.weight = Eigen::ArrayXd::Ones(uses);
    return rows;
}

double varianceOf(const Eigen::ArrayXd &values)
{
    return (values - values.mean()).square().mean();
}

/// Studies in which the interval of a mean holds the truth, 0. Each user's uses share half of their
/// variance.
int coveredStudies(int studies, int users, int usesOfEach, bool byUser)
{
    std::mt19937_64 engine(7U);
    const int uses = users * usesOfEach;
    int covered = 0;
    for (int study = 0; study < studies; ++study) {
        PairedRows rows = rowsOf(uses);
        Eigen::ArrayXd value(uses);
        CodeColumn user(uses);
        double common = 0.0;
        for (int use = 0; use < uses; ++use) {
            if (use % usesOfEach == 0)
                common = bellShaped(engine);
            value[use] = common + bellShaped(engine);
            user[use] = static_cast<std::uint32_t>(use / usesOfEach);
        }
        if (byUser)
            rows.user = user;
        BootstrapOptions options{.resamples = 200, .threads = 1};
        options.seed = static_cast<std::uint64_t>(study);
        const auto result = resampledMeans(rows, {value}, options).value();
        const auto interval = *percentileInterval(result.resampledMean(0));
        covered += interval.low <= 0.0 && interval.high >= 0.0 ? 1 : 0;
    }
    return covered;
}

} // namespace

class TestBootstrap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawnUnits_addUp();
    void sums_areThoseOfTheDrawnRows();
    void users_areDrawnAsAWhole();
    void sameSeed_sameNumbersOnAnyThreads();
    void columns_comeFromTheSameResamples();
    void interval_coversTheTruth_data();
    void interval_coversTheTruth();
    void normalApproximation_hasTheSameSpread();
    void stopped_cancelled();
    void percentileInterval_leavesOutBothEnds();
};

void TestBootstrap::drawnUnits_addUp()
{
    for (const Eigen::Index uses : {1, 2, 7, 1000}) {
        const ResampleUnits units(rowsOf(uses));
        std::vector<std::uint16_t> times;
        units.draw({}, 3, times);
        QCOMPARE(times.size(), static_cast<std::size_t>(uses));
        std::size_t sum = 0;
        for (const std::uint16_t n : times)
            sum += n;
        QCOMPARE(sum, static_cast<std::size_t>(uses));
    }
    // With 1,000 draws from 1,000, about e^-1 of them are never drawn.
    const ResampleUnits units(rowsOf(1000));
    std::vector<std::uint16_t> times;
    double never = 0.0;
    for (std::size_t resample = 0; resample < 200; ++resample) {
        units.draw({}, resample, times);
        never += static_cast<double>(std::count(times.begin(), times.end(), 0));
    }
    QVERIFY(std::abs(never / 200000.0 - std::exp(-1.0)) < 0.003);
}

void TestBootstrap::sums_areThoseOfTheDrawnRows()
{
    constexpr Eigen::Index uses = 53;
    PairedRows rows = rowsOf(uses);
    std::mt19937_64 engine(5U);
    Eigen::ArrayXd a(uses);
    rows.user = CodeColumn(uses);
    for (Eigen::Index i = 0; i < uses; ++i) {
        rows.weight[i] = 0.5 + uniform(engine);
        rows.user[i] = static_cast<std::uint32_t>(engine() % 11U);
        a[i] = uniform(engine);
    }
    const BootstrapOptions options{.resamples = 37, .seed = 99};
    const auto result = resampledMeans(rows, {a, a.square()}, options).value();
    QVERIFY(result.drawn);
    const ResampleUnits units(rows);
    std::vector<std::uint16_t> times;
    for (std::size_t resample = 0; resample < 37; ++resample) {
        units.draw(options, resample, times);
        double weight = 0.0;
        double sum = 0.0;
        double squares = 0.0;
        for (Eigen::Index i = 0; i < uses; ++i) {
            const double w = times[units.unitOf(i)] * rows.weight[i];
            weight += w;
            sum += w * a[i];
            squares += w * a[i] * a[i];
        }
        const auto row = static_cast<Eigen::Index>(resample);
        QVERIFY(std::abs(result.resampledWeight[row] - weight) < 1e-9);
        QVERIFY(std::abs(result.resampledSum(row, 0) - sum) < 1e-9);
        QVERIFY(std::abs(result.resampledSum(row, 1) - squares) < 1e-9);
    }
    QVERIFY(std::abs(result.mean(0) - (rows.weight * a).sum() / rows.weight.sum()) < 1e-12);
}

void TestBootstrap::users_areDrawnAsAWhole()
{
    PairedRows rows = rowsOf(6);
    rows.user.resize(6);
    rows.user << 9, 4, 9, 4, 7, 9;
    const ResampleUnits units(rows);
    QCOMPARE(units.size(), std::size_t{3});
    QVERIFY(!units.usesAreUnits());
    QCOMPARE(units.unitOf(0), units.unitOf(5));
    QVERIFY(units.unitOf(0) != units.unitOf(1));
    PairedRows everyoneOnce = rowsOf(3);
    everyoneOnce.user.resize(3);
    everyoneOnce.user << 2, 1, 0;
    QVERIFY(ResampleUnits(everyoneOnce).usesAreUnits());
}

void TestBootstrap::sameSeed_sameNumbersOnAnyThreads()
{
    constexpr Eigen::Index uses = 500;
    const PairedRows rows = rowsOf(uses);
    const Eigen::ArrayXd column = Eigen::ArrayXd::LinSpaced(uses, 0.0, 1.0).square();
    BootstrapOptions options{.resamples = 203, .threads = 1};
    const auto one = resampledMeans(rows, {column}, options).value();
    options.threads = 3;
    const auto three = resampledMeans(rows, {column}, options).value();
    QVERIFY((one.resampledSum == three.resampledSum).all());
    options.seed = 2;
    const auto other = resampledMeans(rows, {column}, options).value();
    QVERIFY((one.resampledSum != other.resampledSum).any());
}

void TestBootstrap::columns_comeFromTheSameResamples()
{
    constexpr Eigen::Index uses = 400;
    const PairedRows rows = rowsOf(uses);
    const Eigen::ArrayXd a = Eigen::ArrayXd::LinSpaced(uses, -1.0, 1.0).sin();
    for (const std::size_t mostDrawn : {std::size_t{1000}, std::size_t{1}}) {
        const auto result =
                resampledMeans(rows, {a, a + 1.0}, {.resamples = 50, .mostDrawn = mostDrawn})
                        .value();
        const Eigen::ArrayXd difference = result.resampledMean(1) - result.resampledMean(0);
        QVERIFY((difference - 1.0).abs().maxCoeff() < 1e-9);
        QCOMPARE(result.drawn, mostDrawn == 1000);
    }
}

void TestBootstrap::interval_coversTheTruth_data()
{
    QTest::addColumn<bool>("byUser");
    QTest::newRow("users drawn") << true;
    QTest::newRow("uses drawn: too sure of alike uses") << false;
}

void TestBootstrap::interval_coversTheTruth()
{
    QFETCH(bool, byUser);
    // Under the sanitizers, which look for other things, a tenth of it.
    constexpr int studies = testsupport::isSanitized ? 25 : 250;
    const int covered = coveredStudies(studies, 60, 5, byUser);
    const double share = static_cast<double>(covered) / studies;
    if (byUser)
        QVERIFY2(testsupport::isSanitized || (share > 0.91 && share < 0.98),
                 qPrintable(QString::number(share)));
    else
        QVERIFY2(testsupport::isSanitized || share < 0.85, qPrintable(QString::number(share)));
}

void TestBootstrap::normalApproximation_hasTheSameSpread()
{
    constexpr Eigen::Index uses = 2000;
    PairedRows rows = rowsOf(uses);
    std::mt19937_64 engine(3U);
    Eigen::ArrayXd a(uses);
    Eigen::ArrayXd b(uses);
    rows.user = CodeColumn(uses);
    for (Eigen::Index i = 0; i < uses; ++i) {
        rows.user[i] = static_cast<std::uint32_t>(i / 4);
        rows.weight[i] = 0.5 + uniform(engine);
        a[i] = uniform(engine) + (i / 4 % 3 == 0 ? 1.0 : 0.0);
        b[i] = 0.5 * a[i] + uniform(engine);
    }
    const auto drawn = resampledMeans(rows, {a, b}, {.resamples = 4000}).value();
    const auto normal = resampledMeans(rows, {a, b}, {.resamples = 4000, .mostDrawn = 100}).value();
    QVERIFY(drawn.drawn && !normal.drawn);
    const auto spread = [](const ResampledMeans &means) {
        return std::array{varianceOf(means.resampledMean(0)), varianceOf(means.resampledMean(1)),
                          varianceOf(means.resampledMean(0) - means.resampledMean(1))};
    };
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(spread(normal)[i] / spread(drawn)[i] - 1.0) < 0.12);
    QVERIFY(std::abs(normal.resampledMean(0).mean() - normal.mean(0)) < 0.002);
}

void TestBootstrap::stopped_cancelled()
{
    std::stop_source source;
    double last = 0.0;
    const JobControl job{.stop = source.get_token(), .progress = [&](double share) {
                             QVERIFY(share >= last);
                             last = share;
                             source.request_stop();
                         }};
    const auto result =
            resampledMeans(rowsOf(10), {Eigen::ArrayXd::Ones(10)}, {.resamples = 100}, job);
    QVERIFY(!result.ok());
    QCOMPARE(result.problem().kind, ProblemKind::Cancelled);
}

void TestBootstrap::percentileInterval_leavesOutBothEnds()
{
    Eigen::ArrayXd values(200);
    for (int i = 0; i < 200; ++i)
        values[i] = 200 - i; // 1 to 200
    const auto interval = percentileInterval(values);
    QCOMPARE(*interval, (Interval{6.0, 195.0}));
    QVERIFY(!percentileInterval(std::vector<double>{}));
}

ONEINN_TEST(TestBootstrap)

} // namespace tests::comparison_bootstrap

#include "tst_bootstrap.moc"
