// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curves/curveband.h"

#include "core/assessment.h"
#include "core/curves/dragsafe.h"
#include "core/curves/largestdeviations.h"
#include "support/predictionsfrom.h"
#include "support/predictionsofuses.h"
#include "support/sanitized.h"
#include "support/testprogram.h"
#include "support/usesofusers.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::curves_curveband {

using namespace oneinn;

class TestCurveBand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dkw_theVector();
    void pointwise_isTheIntervalToldElsewhere_data();
    void pointwise_isTheIntervalToldElsewhere();
    void dragSafe_unweighted_isTheRectangleOfTheVector();
    void dragSafe_holdsAtAllThresholds_data();
    void dragSafe_holdsAtAllThresholds();
    void dragSafe_isWiderThanPointwise();
    void weightsOfOne_areNotNarrowerThanNone();
    void deviations_fewUsers_areThoseOfEveryDraw();
    void oneClass_hasNoBand();
    void fewUsers_haveNoBand();
    void stopped_isAbsent();
};

namespace {

constexpr double goodShare = 0.3;
constexpr double apart = 1.8;

struct World {
    unsigned users = 0;
    unsigned usesEach = 0;
    double spread = 0.0;
    bool weighted = false;
};

PairedRows usesOf(const World &world, std::mt19937_64 &random)
{
    PairedRows uses = testsupport::scoredUsesOfUsers(world.users, world.usesEach,
                                                     {goodShare, apart, world.spread}, random);
    if (world.weighted) {
        for (Eigen::Index row = 0; row < uses.uses(); ++row)
            uses.weight[row] = 1.0 + 3.0 * static_cast<double>(random() % 2);
    }
    return uses;
}

Scenario asked()
{
    Scenario scenario;
    scenario.selection.model = "model";
    return scenario;
}

std::shared_ptr<const UseSlice> sliceOf(const PredictionsPtr &predictions, const Scenario &scenario)
{
    return ScenarioRows::prepare(predictions, scenario).value()->at(scenario);
}

double beyond(double score, double spread)
{
    return 0.5 * std::erfc(score / std::sqrt(2.0 * (1.0 + spread * spread)));
}

bool holds(const Interval &interval, double truth)
{
    constexpr double rounding = 1e-12;
    return interval.low - rounding <= truth && truth <= interval.high + rounding;
}

struct Kept {
    bool rates = true;
    bool precision = true;
};

Kept keptBy(const CurveBand &band, double spread)
{
    Kept kept;
    for (const BandRow &row : band.rows) {
        const double recall = beyond(row.threshold.value - apart, spread);
        const double fpr = beyond(row.threshold.value, spread);
        const double right = goodShare * recall;
        kept.rates = kept.rates && holds(row.recallWithin, recall) && holds(row.fprWithin, fpr);
        kept.precision = kept.precision
                && holds(*row.precisionWithin, right / (right + (1.0 - goodShare) * fpr));
    }
    return kept;
}

} // namespace

void TestCurveBand::dkw_theVector()
{
    const auto vector = testsupport::vector(QStringLiteral("T3.dkw_band"));
    const QJsonObject expected = vector.expected.toObject();
    const auto number = [](const QJsonObject &object, const char *key) {
        return object[QLatin1String(key)].toDouble();
    };
    const double conf = number(vector.input, "conf");
    const double good = number(vector.input, "n_pos");
    const double bad = number(vector.input, "n_neg");
    COMPARE_NEAR(dkwReach(good, 1.0 - conf), number(expected, "eps_single"), vector.tolerance);
    const double error = errorOfEach(2, conf);
    COMPARE_NEAR(error, number(expected, "alpha_each"), vector.tolerance);
    COMPARE_NEAR(dkwReach(good, error), number(expected, "eps_tpr"), vector.tolerance);
    COMPARE_NEAR(dkwReach(bad, error), number(expected, "eps_fpr"), vector.tolerance);
    const Interval recall = reaching(number(vector.input, "tpr"), dkwReach(good, error));
    const Interval fpr = reaching(number(vector.input, "fpr"), dkwReach(bad, error));
    const double share = number(vector.input, "prevalence");
    const PrecisionCorners corners = precisionCorners(recall, fpr, {share, share});
    const auto compare = [&](const char *key, std::optional<double> low,
                             std::optional<double> high) {
        const QJsonArray ends = expected[QLatin1String(key)].toArray();
        COMPARE_NEAR(low, ends.at(0).toDouble(), vector.tolerance);
        COMPARE_NEAR(high, ends.at(1).toDouble(), vector.tolerance);
    };
    compare("tpr", recall.low, recall.high);
    compare("fpr", fpr.low, fpr.high);
    compare("precision", corners.low, corners.high);
}

void TestCurveBand::pointwise_isTheIntervalToldElsewhere_data()
{
    QTest::addColumn<unsigned>("users");
    QTest::addColumn<bool>("weighted");
    QTest::addColumn<bool>("stated");
    QTest::newRow("independent") << 300U << false << false;
    QTest::newRow("independent, stated") << 300U << false << true;
    QTest::newRow("users") << 30U << false << false;
    QTest::newRow("users, weighted, stated") << 30U << true << true;
}

void TestCurveBand::pointwise_isTheIntervalToldElsewhere()
{
    QFETCH(const unsigned, users);
    QFETCH(const bool, weighted);
    QFETCH(const bool, stated);
    std::mt19937_64 random(5);
    const PairedRows uses = usesOf({users, 300 / users, 0.8, weighted}, random);
    Scenario scenario = asked();
    if (stated)
        scenario.baseRate = 0.1;
    const auto rows =
            ScenarioRows::prepare(testsupport::predictionsOf(uses, weighted), scenario).value();
    CurveBandQuestion question = curveBandQuestion(scenario, BandKind::Pointwise);
    question.most = 24;
    const auto band = curveBand(*rows->at(scenario), question);
    QCOMPARE(band->rows.size(), std::size_t{24});
    for (const BandRow &row : band->rows) {
        scenario.threshold = row.threshold;
        const MetricIntervals told = assess(*rows, scenario).intervals;
        QCOMPARE(row.recallWithin, told.recall->interval);
        QCOMPARE(row.fprWithin, told.fpr->interval);
        QCOMPARE(row.precisionWithin.value(), told.precision->interval);
        QCOMPARE(row.recall, told.recall->value);
        QCOMPARE(row.precision.value(), told.precision->value);
    }
    QVERIFY(band->rows.front().threshold.value > band->rows.back().threshold.value);
}

void TestCurveBand::dragSafe_unweighted_isTheRectangleOfTheVector()
{
    std::mt19937_64 random(5);
    const PairedRows uses = usesOf({400, 1, 0.0, false}, random);
    const double good = uses.label.cast<double>().sum();
    Scenario scenario = asked();
    scenario.baseRate = 0.1;
    const auto band = curveBand(*sliceOf(testsupport::predictionsOf(uses, false), scenario),
                                curveBandQuestion(scenario, BandKind::DragSafe));
    QCOMPARE(band->source, BandSource::IndependentUses);
    for (const BandRow &row : band->rows) {
        const Interval recall = reaching(row.recall, dkwReach(good, errorOfEach(2)));
        const Interval fpr = reaching(row.fpr, dkwReach(400.0 - good, errorOfEach(2)));
        COMPARE_NEAR(row.recallWithin.low, recall.low, 1e-12);
        COMPARE_NEAR(row.fprWithin.high, fpr.high, 1e-12);
        const PrecisionCorners corners = precisionCorners(recall, fpr, {0.1, 0.1});
        COMPARE_NEAR(row.precisionWithin->low, corners.low.value_or(0.0), 1e-12);
        COMPARE_NEAR(row.precisionWithin->high, corners.high.value_or(1.0), 1e-12);
    }
}

void TestCurveBand::dragSafe_holdsAtAllThresholds_data()
{
    QTest::addColumn<unsigned>("users");
    QTest::addColumn<unsigned>("usesEach");
    QTest::addColumn<double>("spread");
    QTest::addColumn<bool>("weighted");
    QTest::addColumn<int>("files");
    QTest::newRow("independent") << 150U << 1U << 0.0 << false << 400;
    QTest::newRow("users who differ") << 40U << 12U << 0.8 << false << 120;
    QTest::newRow("few users who differ") << 12U << 20U << 0.8 << false << 120;
    QTest::newRow("weighted") << 200U << 1U << 0.0 << true << 120;
}

/// "95 of 100 such bands hold the truth at every threshold": files of users, again and again.
void TestCurveBand::dragSafe_holdsAtAllThresholds()
{
    QFETCH(const unsigned, users);
    QFETCH(const unsigned, usesEach);
    QFETCH(const double, spread);
    QFETCH(const bool, weighted);
    QFETCH(int, files);
    if (testsupport::isSanitized)
        files = 5;
    std::mt19937_64 random(23);
    const Scenario scenario = asked();
    CurveBandQuestion question = curveBandQuestion(scenario, BandKind::DragSafe);
    question.most = 100000;
    int rates = 0;
    int precision = 0;
    for (int file = 0; file < files; ++file) {
        const PairedRows uses = usesOf({users, usesEach, spread, weighted}, random);
        const auto band =
                curveBand(*sliceOf(testsupport::predictionsOf(uses, weighted), scenario), question);
        QCOMPARE(band->source == BandSource::DrawnAgain, weighted || usesEach > 1);
        const Kept kept = keptBy(*band, spread);
        rates += kept.rates ? 1 : 0;
        precision += kept.precision ? 1 : 0;
    }
    qInfo("held %d (rates) and %d (precision) of %d", rates, precision, files);
    // 95 of 100, less three standard errors of so many files.
    const double least = files * 0.95 - 3.0 * std::sqrt(files * 0.95 * 0.05);
    QVERIFY(rates >= least);
    QVERIFY(precision >= least);
}

void TestCurveBand::dragSafe_isWiderThanPointwise()
{
    std::mt19937_64 random(9);
    const auto predictions =
            testsupport::predictionsOf(usesOf({40, 12, 0.8, false}, random), false);
    const auto slice = sliceOf(predictions, asked());
    const auto at = curveBand(*slice, curveBandQuestion(asked(), BandKind::Pointwise));
    const auto safe = curveBand(*slice, curveBandQuestion(asked(), BandKind::DragSafe));
    QCOMPARE(at->rows.size(), safe->rows.size());
    for (std::size_t i = 0; i < at->rows.size(); ++i) {
        QCOMPARE(at->rows[i].recall, safe->rows[i].recall);
        const double recall = at->rows[i].recall;
        if (recall < 0.2 || recall > 0.8)
            continue; // near the ends a band is cut off, an interval is not symmetric
        QVERIFY(safe->rows[i].recallWithin.width() > at->rows[i].recallWithin.width());
    }
}

void TestCurveBand::weightsOfOne_areNotNarrowerThanNone()
{
    std::mt19937_64 random(9);
    const PairedRows uses = usesOf({200, 1, 0.0, false}, random);
    const CurveBandQuestion question = curveBandQuestion(asked(), BandKind::DragSafe);
    const auto plain =
            curveBand(*sliceOf(testsupport::predictionsOf(uses, false), asked()), question);
    const auto weighted =
            curveBand(*sliceOf(testsupport::predictionsOf(uses, true), asked()), question);
    QCOMPARE(weighted->source, BandSource::DrawnAgain);
    for (std::size_t i = 0; i < plain->rows.size(); ++i) {
        const double narrower =
                plain->rows[i].recallWithin.width() - weighted->rows[i].recallWithin.width();
        QVERIFY(narrower < 1e-9);
    }
}

/// Of users whose good uses score all alike a draw decides by whom it holds alone.
void TestCurveBand::deviations_fewUsers_areThoseOfEveryDraw()
{
    PairedRows uses = testsupport::usesOfUsers(8, 2);
    for (Eigen::Index row = 0; row < uses.uses(); ++row) {
        uses.label[row] = row % 2 == 0 ? 1 : 0;
        uses.score(row, 0) = uses.user[row] < 4 ? 1.0 : 0.0;
    }
    const Scenario scenario = asked();
    const auto drawn =
            largestDeviations(*sliceOf(testsupport::predictionsOf(uses, false), scenario),
                              {scenario, scenario.threshold, scenario.baseRate}, 2000, 7);
    QCOMPARE(drawn.recall.size(), std::size_t{2000});
    QCOMPARE(drawn.recall, drawn.fpr);
    QCOMPARE(drawn.units, 8.0);
    // |k/8 - 1/2| with k of Bin(8, 1/2): the share of draws with exactly as many of each half.
    const auto even = std::ranges::count_if(drawn.recall, [](double d) { return d < 1e-9; });
    QVERIFY(std::abs(static_cast<double>(even) / 2000.0 - 70.0 / 256.0) < 0.04);
    for (const double each : drawn.recall)
        COMPARE_NEAR(std::round(8.0 * each), 8.0 * each, 1e-9);
}

void TestCurveBand::oneClass_hasNoBand()
{
    const auto rows = testsupport::naive::randomRows("all positive", 1);
    for (const BandKind kind : {BandKind::Pointwise, BandKind::DragSafe}) {
        const Scenario scenario;
        const auto band = curveBand(*sliceOf(testsupport::predictionsFrom(rows), scenario),
                                    curveBandQuestion(scenario, kind));
        QVERIFY(band && band->rows.empty() && !band->tooFewUnits);
    }
}

void TestCurveBand::fewUsers_haveNoBand()
{
    std::mt19937_64 random(9);
    const auto predictions = testsupport::predictionsOf(usesOf({4, 30, 0.5, false}, random), false);
    for (const BandKind kind : {BandKind::Pointwise, BandKind::DragSafe}) {
        const auto band =
                curveBand(*sliceOf(predictions, asked()), curveBandQuestion(asked(), kind));
        QVERIFY(band && band->rows.empty() && band->tooFewUnits);
    }
}

void TestCurveBand::stopped_isAbsent()
{
    std::mt19937_64 random(9);
    const auto predictions = testsupport::predictionsOf(usesOf({40, 5, 0.5, false}, random), false);
    std::stop_source stop;
    stop.request_stop();
    for (const BandKind kind : {BandKind::Pointwise, BandKind::DragSafe})
        QVERIFY(!curveBand(*sliceOf(predictions, asked()), curveBandQuestion(asked(), kind),
                           {.stop = stop.get_token()}));
}

ONEINN_TEST(TestCurveBand)

} // namespace tests::curves_curveband

#include "tst_curveband.moc"
