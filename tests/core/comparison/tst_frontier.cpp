// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/frontier.h"

#include "core/latency/percentile.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <random>

namespace tests::comparison_frontier {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::number;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double uniform(std::mt19937_64 &engine)
{
    return static_cast<double>(engine() >> 11U) * 0x1p-53;
}

PairedRows madeUpRows(Eigen::Index uses)
{
    std::mt19937_64 engine(11U);
    PairedRows rows;
    rows.models = {""};
    rows.label = LabelColumn::Ones(uses);
    rows.weight = Eigen::ArrayXd(uses);
    for (double &weight : rows.weight)
        weight = 0.5 + uniform(engine);
    return rows;
}

/// Right with this share, waits around this long, one in 50 never over if `timesOut`.
FrontierPolicy policyOf(Eigen::Index uses, double quality, double wait, bool timesOut,
                        unsigned seed)
{
    std::mt19937_64 engine(seed);
    FrontierPolicy policy;
    policy.quality = Eigen::ArrayXd(uses);
    policy.burden = Eigen::ArrayXd(uses);
    for (Eigen::Index i = 0; i < uses; ++i) {
        policy.quality[i] = uniform(engine) < quality ? 1.0 : 0.0;
        policy.burden[i] =
                timesOut && uniform(engine) < 0.02 ? infinity : wait * (0.5 + uniform(engine));
    }
    return policy;
}

} // namespace

class TestFrontier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void points_paretoFront();
    void lowerIsBetter_turnsTheFrontRound();
    void places_areThoseOfTheRows();
    void clearlyWorse_isDominatedForSure_data();
    void clearlyWorse_isDominatedForSure();
    void hardlyWorse_cannotBeToldApart();
    void exactTies_bothStay();
    void resampledPercentiles_matchSortedRows();
    void normalApproximation_agreesWithDrawing();
    void undefinedQuality_isNowhere();
    void stopped_cancelled();
};

void TestFrontier::points_paretoFront()
{
    const auto vector = testsupport::vector(u"T5.pareto"_s);
    std::vector<FrontierPoint> points;
    QStringList ids;
    const auto given = vector.input.value("points"_L1).toArray();
    for (const auto &point : given) {
        points.push_back({number(point[u"recall"]), number(point[u"p95_ms"])});
        ids.append(point[u"id"].toString());
    }
    const auto front = paretoFront(points, BetterQuality::Higher);
    QStringList kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (front[i])
            kept.append(ids[static_cast<qsizetype>(i)]);
    }
    QStringList expected;
    const auto expectedIds = vector.expected.toArray();
    for (const auto &id : expectedIds)
        expected.append(id.toString());
    QCOMPARE(kept, expected);
}

void TestFrontier::lowerIsBetter_turnsTheFrontRound()
{
    const std::vector<FrontierPoint> points{
            {0.1, 200.0}, {0.2, 100.0}, {0.3, 150.0}, {0.0, infinity}};
    QCOMPARE(paretoFront(points, BetterQuality::Lower),
             (std::vector<bool>{true, true, false, true}));
}

void TestFrontier::places_areThoseOfTheRows()
{
    const PairedRows rows = madeUpRows(300);
    FrontierPolicy policy = policyOf(300, 0.7, 200.0, true, 1U);
    policy.qualityOf = Eigen::ArrayXd::Zero(300);
    policy.qualityOf.head(100).setOnes();
    const auto places = frontier(rows, {policy}, {}, {.resamples = 20}).value();
    const double quality = (rows.weight * policy.quality).sum() / rows.weight.head(100).sum();
    COMPARE_NEAR(places[0].quality, quality, 1e-12);
    COMPARE_NEAR(places[0].burden,
                 LatencyDistribution(policy.burden, &rows.weight).percentile(0.95), 0.0);
    QVERIFY(places[0].onFront && !places[0].dominatedBy);

    policy = policyOf(300, 0.7, 200.0, false, 1U);
    const auto byMean =
            frontier(rows, {policy}, {.burdenPercentile = std::nullopt}, {.resamples = 20}).value();
    COMPARE_NEAR(byMean[0].burden, (rows.weight * policy.burden).sum() / rows.weight.sum(), 1e-9);
}

void TestFrontier::clearlyWorse_isDominatedForSure_data()
{
    QTest::addColumn<int>("percentile"); // 0: mean
    QTest::newRow("median") << 50;
    QTest::newRow("p95") << 95;
    QTest::newRow("mean") << 0;
}

void TestFrontier::clearlyWorse_isDominatedForSure()
{
    QFETCH(int, percentile);
    constexpr Eigen::Index uses = 2000;
    FrontierQuestion question;
    question.burdenPercentile = percentile == 0 ? std::nullopt : std::optional(percentile / 100.0);
    const auto places =
            frontier(madeUpRows(uses),
                     {policyOf(uses, 0.8, 200.0, false, 1U), policyOf(uses, 0.6, 300.0, false, 2U),
                      policyOf(uses, 0.5, 100.0, false, 3U)},
                     question, {.resamples = 200})
                    .value();
    QVERIFY(places[0].onFront && places[2].onFront && !places[1].onFront);
    QVERIFY(places[1].dominatedForSure);
    QCOMPARE(places[1].dominatedBy, std::optional<std::size_t>(0));
    QVERIFY(!places[0].dominatedForSure && !places[2].dominatedForSure);
}

void TestFrontier::hardlyWorse_cannotBeToldApart()
{
    constexpr Eigen::Index uses = 400;
    const FrontierPolicy good = policyOf(uses, 0.7, 200.0, false, 1U);
    FrontierPolicy worse = good;
    // Worse in 12 uses, better in 10, and always a little slower.
    Eigen::Index changed = 0;
    for (Eigen::Index i = 0; changed < 22; ++i) {
        if (good.quality[i] != (changed < 12 ? 1.0 : 0.0))
            continue;
        worse.quality[i] = 1.0 - worse.quality[i];
        ++changed;
    }
    worse.burden += 5.0;
    PairedRows rows = madeUpRows(uses);
    rows.weight.setOnes();
    const auto places = frontier(rows, {good, worse}).value();
    QVERIFY(!places[1].onFront);
    QVERIFY(!places[1].dominatedForSure);
    QVERIFY(places[1].dominatedShare > 0.5 && places[1].dominatedShare < 0.9);
}

void TestFrontier::exactTies_bothStay()
{
    const FrontierPolicy policy = policyOf(200, 0.7, 200.0, true, 1U);
    FrontierPolicy slower = policy;
    slower.burden += 1.0; // as good, and slower in every resample
    const auto places =
            frontier(madeUpRows(200), {policy, policy, slower}, {}, {.resamples = 100}).value();
    QVERIFY(places[0].onFront && places[1].onFront);
    QVERIFY(!places[0].dominatedForSure && !places[1].dominatedForSure);
    QVERIFY(places[2].dominatedForSure);
}

void TestFrontier::resampledPercentiles_matchSortedRows()
{
    // Two policies with the same quality: who dominates is decided by percentiles alone, which are
    // computed here from the drawn rows.
    constexpr Eigen::Index uses = 60;
    const PairedRows rows = madeUpRows(uses);
    FrontierPolicy a = policyOf(uses, 0.7, 200.0, false, 1U);
    FrontierPolicy b = policyOf(uses, 0.7, 205.0, false, 2U);
    b.quality = a.quality;
    const BootstrapOptions options{.resamples = 80, .seed = 5};
    for (const double p : {0.5, 0.9}) {
        const auto places = frontier(rows, {a, b}, {.burdenPercentile = p}, options).value();
        const std::size_t loser = places[0].onFront ? 1 : 0;
        const Eigen::ArrayXd &mine = loser == 0 ? a.burden : b.burden;
        const Eigen::ArrayXd &other = loser == 0 ? b.burden : a.burden;
        int dominated = 0;
        std::vector<std::uint16_t> times;
        for (std::size_t resample = 0; resample < options.resamples; ++resample) {
            ResampleUnits(rows).draw(options, resample, times);
            std::vector<double> mineDrawn;
            std::vector<double> otherDrawn;
            std::vector<double> weight;
            for (Eigen::Index i = 0; i < uses; ++i) {
                for (int n = 0; n < times[static_cast<std::size_t>(i)]; ++n) {
                    mineDrawn.push_back(mine[i]);
                    otherDrawn.push_back(other[i]);
                    weight.push_back(rows.weight[i]);
                }
            }
            const Eigen::Map<const Eigen::ArrayXd> w(weight.data(), uses);
            const Eigen::ArrayXd weights = w;
            const auto percentileOf = [&](const std::vector<double> &drawn) {
                const Eigen::ArrayXd column = Eigen::Map<const Eigen::ArrayXd>(drawn.data(), uses);
                return *LatencyDistribution(column, &weights).percentile(p);
            };
            dominated += percentileOf(otherDrawn) < percentileOf(mineDrawn) ? 1 : 0;
        }
        COMPARE_NEAR(places[loser].dominatedShare, dominated / 80.0, 1e-12);
    }
}

void TestFrontier::normalApproximation_agreesWithDrawing()
{
    constexpr Eigen::Index uses = 3000;
    const FrontierPolicy a = policyOf(uses, 0.70, 200.0, true, 1U);
    FrontierPolicy b = policyOf(uses, 0.70, 200.0, true, 2U);
    b.quality = a.quality;
    const PairedRows rows = madeUpRows(uses);
    const FrontierQuestion question{.burdenPercentile = 0.8};
    BootstrapOptions options{.resamples = 1000};
    const auto drawn = frontier(rows, {a, b}, question, options).value();
    options.mostDrawn = 10;
    const auto normal = frontier(rows, {a, b}, question, options).value();
    const std::size_t loser = drawn[0].onFront ? 1 : 0;
    COMPARE_NEAR(normal[loser].dominatedShare, drawn[loser].dominatedShare, 0.05);
}

void TestFrontier::undefinedQuality_isNowhere()
{
    FrontierPolicy empty = policyOf(50, 0.7, 100.0, false, 1U);
    empty.qualityOf = Eigen::ArrayXd::Zero(50);
    const auto places = frontier(madeUpRows(50), {empty, policyOf(50, 0.7, 200.0, false, 2U)}, {},
                                 {.resamples = 20})
                                .value();
    QVERIFY(!places[0].quality && !places[0].onFront && !places[0].dominatedBy);
    QVERIFY(places[1].onFront);
}

void TestFrontier::stopped_cancelled()
{
    std::stop_source source;
    source.request_stop();
    const auto result = frontier(madeUpRows(50), {policyOf(50, 0.7, 100.0, false, 1U)}, {}, {},
                                 {.stop = source.get_token()});
    QVERIFY(!result.ok());
}

ONEINN_TEST(TestFrontier)

} // namespace tests::comparison_frontier

#include "tst_frontier.moc"
