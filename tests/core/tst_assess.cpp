// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "support/predictionsfrom.h"
#include "support/randomrows.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

namespace tests::core_assess {

using namespace oneinn;
namespace naive = testsupport::naive;

/// The whole answer, against the vectors and the oracle.
class TestAssess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void precisionAtRecall_moreScoresThanAreDrawn_isTheBestOfAll();
    void nearBest_fewUses_isNotTold();
    void deadline_vector_isMet();
    void deadline_independence_vector_isMet();
    void assess_unanswered_keepsLateUsesApart();
    void assess_randomRows_agreesWithOracle_data();
    void assess_randomRows_agreesWithOracle();
    void assess_baseRate_restatesPrecisionAndKeepsRecall();
    void assess_showingEverythingAt87Percent_isWrongOneInEight();
    void assess_nothingShown_leavesPrecisionAbsent();
    void assess_keptOutlook_givesTheSameAnswer();
};

namespace {

PredictionsPtr predictionsOf(const QJsonObject &input)
{
    PredictionColumns columns;
    columns.score = testsupport::numbers(input.value(QLatin1String("score")));
    columns.label = testsupport::numbers(input.value(QLatin1String("label"))).cast<std::uint8_t>();
    if (input.contains(QLatin1String("latency_ms")))
        columns.latency = testsupport::numbers(input.value(QLatin1String("latency_ms")));
    RowAccount account;
    for (Eigen::Index i = 0; i < columns.score.size(); ++i)
        account.countUsed();
    return std::make_shared<const Predictions>(std::move(columns), account);
}

Assessment assessed(const PredictionsPtr &predictions, const Scenario &scenario)
{
    return assess(*PredictionIndex::build(predictions, scenario.selection).value(), scenario);
}

} // namespace

void TestAssess::deadline_vector_isMet()
{
    const auto vector = testsupport::vector(QStringLiteral("T5.deadline"));
    Scenario scenario;
    scenario.threshold = {vector.input.value(QLatin1String("threshold")).toDouble()};
    scenario.budget = Milliseconds{vector.input.value(QLatin1String("deadline_ms")).toDouble()};
    const auto predictions = predictionsOf(vector.input);
    const Assessment a = assessed(predictions, scenario);
    Scenario unlimited = scenario;
    unlimited.budget.reset();
    const Assessment model = assessed(predictions, unlimited);

    const OperatingCounts &c = a.counts;
    const double onTime = c.uses().rows - c.late().rows;
    const QMap<QString, std::optional<double>> actual = {
            {QStringLiteral("on_time"), onTime},
            {QStringLiteral("late"), c.late().rows},
            {QStringLiteral("tp"), a.matrix.tp()},
            {QStringLiteral("fp"), a.matrix.fp()},
            {QStringLiteral("fn"), a.matrix.fn()},
            {QStringLiteral("tn_silent"), a.matrix.tn()},
            {QStringLiteral("late_positive"), c.latePositive.rows},
            {QStringLiteral("late_positive_that_would_have_been_caught"),
             c.latePositiveCaught.rows},
            {QStringLiteral("late_negative"), c.lateNegative.rows},
            {QStringLiteral("effective_precision"), a.metrics.precision},
            {QStringLiteral("effective_recall"), a.metrics.recall},
            {QStringLiteral("model_precision"), model.metrics.precision},
            {QStringLiteral("model_recall"), model.metrics.recall},
            {QStringLiteral("coverage"), onTime / c.uses().rows},
    };
    const QJsonObject expected = vector.expected.toObject();
    QCOMPARE(actual.keys(), expected.keys());
    for (const QString &key : expected.keys()) {
        QVERIFY2(testsupport::near(actual.value(key),
                                   testsupport::optionalNumber(expected.value(key)),
                                   vector.tolerance),
                 qPrintable(key));
    }
}

void TestAssess::deadline_independence_vector_isMet()
{
    // 100 positives (75 right of 100 shown, 80 found) repeated so that each cell is late alike.
    const auto vector = testsupport::vector(QStringLiteral("T5.deadline.indep"));
    const double onTime = vector.input.value(QLatin1String("share_on_time")).toDouble();
    const double recall = vector.input.value(QLatin1String("recall")).toDouble();
    const double precision = vector.input.value(QLatin1String("precision")).toDouble();
    naive::Rows rows;
    const double tp = recall;
    const double fp = tp * (1.0 - precision) / precision;
    const auto add = [&](bool positive, double score, double weight) {
        rows.push_back(
                {.positive = positive, .score = score, .weight = weight * onTime, .late = false});
        rows.push_back({.positive = positive,
                        .score = score,
                        .weight = weight * (1.0 - onTime),
                        .late = true});
    };
    add(true, 0.9, tp);
    add(true, 0.1, 1.0 - recall);
    add(false, 0.9, fp);
    add(false, 0.1, 3.0);
    Scenario scenario;
    scenario.budget = testsupport::oracleBudget;
    const Assessment a = assess(*testsupport::indexFrom(rows), scenario);
    const QJsonObject expected = vector.expected.toObject();
    QCOMPARE(expected.size(), 2);
    COMPARE_NEAR(a.metrics.recall, expected.value(QLatin1String("effective_recall")).toDouble(),
                 1e-12);
    COMPARE_NEAR(a.metrics.precision,
                 expected.value(QLatin1String("effective_precision")).toDouble(), 1e-12);
}

void TestAssess::assess_unanswered_keepsLateUsesApart()
{
    const auto vector = testsupport::vector(QStringLiteral("T5.deadline"));
    Scenario scenario;
    scenario.threshold = {0.7};
    scenario.budget = Milliseconds{300.0};
    scenario.latePolicy = LatePolicy::Unanswered;
    scenario.values = {3.0, -1.0, -2.0, 0.0, -0.5};
    const Assessment a = assessed(predictionsOf(vector.input), scenario);
    QCOMPARE(a.matrix, ConfusionMatrix(2, 2, 0, 4));
    QCOMPARE(a.experience[Share::Late]->value, 4.0 / 12.0);
    QCOMPARE(a.experience[Share::WrongOfUses]->value, (2.0 + 0.0 + 4.0) / 12.0);
    // Of five good ones two are shown; the other three come late.
    QCOMPARE(a.experience[Share::Missed]->value, 3.0 / 5.0);
    COMPARE_NEAR(a.value.perUse, (2 * 3.0 - 2 * 1.0 - 4 * 0.5) / 12.0, 1e-12);
    // The best threshold under this policy: only on-time rows decide, late ones always cost.
    double best = -std::numeric_limits<double>::infinity();
    for (const double t : {2.0, 0.95, 0.9, 0.7, 0.6, 0.4, 0.2, 0.1}) {
        Scenario moved = scenario;
        moved.threshold = {t};
        best = std::max(best, assessed(predictionsOf(vector.input), moved).value.perUse);
    }
    COMPARE_NEAR(a.value.best.best, best, 1e-12);
}

void TestAssess::assess_randomRows_agreesWithOracle_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("seed");
    for (const auto &kind : naive::kinds()) {
        for (int seed = 0; seed < 6; ++seed)
            QTest::addRow("%s %d", kind.c_str(), seed) << QString::fromStdString(kind) << seed;
    }
}

void TestAssess::assess_randomRows_agreesWithOracle()
{
    QFETCH(QString, kind);
    QFETCH(int, seed);
    const auto rows = naive::randomRows(kind.toStdString(), static_cast<std::uint32_t>(seed));
    if (!testsupport::predictionsFrom(rows))
        return;
    const auto index = testsupport::indexFrom(rows);
    Scenario scenario;
    scenario.budget = testsupport::oracleBudget;
    const naive::Values values{2.0, -3.0, -1.0, 0.25};
    scenario.values = {values.tp, values.fp, values.fn, values.tn};
    double bestValue = -std::numeric_limits<double>::infinity();
    const double all = naive::classWeight(rows, true) + naive::classWeight(rows, false);
    for (const double t : naive::candidateThresholds(rows)) {
        scenario.threshold = {t};
        const Assessment a = assess(*index, scenario);
        COMPARE_NEAR(a.metrics.precision, naive::precisionAt(rows, t), 1e-9);
        COMPARE_NEAR(a.metrics.recall, naive::recallAt(rows, t), 1e-9);
        const double value = naive::valueAt(rows, t, values) / all;
        COMPARE_NEAR(a.value.perUse, value, 1e-9);
        bestValue = std::max(bestValue, value);
        const auto c = naive::countsAt(rows, t);
        COMPARE_NEAR(a.experience[Share::WrongOfUses]->value, (c.fp + c.fn + c.latePositive) / all,
                     1e-9);
        COMPARE_NEAR(a.experience[Share::Late]->value, (c.latePositive + c.lateNegative) / all,
                     1e-9);
        COMPARE_NEAR(a.experience.badUseRate, a.experience[Share::WrongOfUses]->value, 1e-9);
    }
    const Assessment a = assess(*index, scenario);
    COMPARE_NEAR(a.value.best.best, bestValue, 1e-9);
    scenario.threshold = a.value.best.threshold;
    COMPARE_NEAR(assess(*index, scenario).value.perUse, bestValue, 1e-9);
}

void TestAssess::assess_baseRate_restatesPrecisionAndKeepsRecall()
{
    const auto vector = testsupport::vector(QStringLiteral("T2.prevshift.d1"));
    Scenario scenario;
    scenario.threshold = {vector.input.value(QLatin1String("threshold")).toDouble()};
    scenario.baseRate = vector.input.value(QLatin1String("production_prevalence")).toDouble();
    const Assessment a = assessed(predictionsOf(vector.input), scenario);
    const QJsonObject expected = vector.expected.toObject();
    QCOMPARE(expected.size(), 3);
    COMPARE_NEAR(a.metrics.precision, expected.value(QLatin1String("precision")).toDouble(), 1e-12);
    COMPARE_NEAR(a.metrics.recall, expected.value(QLatin1String("recall")).toDouble(), 1e-12);
    COMPARE_NEAR(a.metrics.alertRate, expected.value(QLatin1String("alert_rate")).toDouble(),
                 1e-12);
    COMPARE_NEAR(a.metrics.prevalence, *scenario.baseRate, 1e-12);
    QCOMPARE(a.matrix.tp(), 4.0); // the file's own
}

void TestAssess::assess_showingEverythingAt87Percent_isWrongOneInEight()
{
    naive::Rows rows(100);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = {.positive = i < 87, .score = 0.6 + 0.001 * double(i)};
    Scenario scenario;
    const Assessment a = assess(*testsupport::indexFrom(rows), scenario);
    COMPARE_NEAR(a.metrics.accuracy, 0.87, 1e-12);
    COMPARE_NEAR(a.experience[Share::WrongOfUses]->value, 0.13, 1e-12);
    COMPARE_NEAR(a.experience[Share::WrongOfShown]->value, 0.13, 1e-12);
    QCOMPARE(a.experience.usesUntilBad->median, 21.0);
    QCOMPARE(a.experience.usesUntilBad->p10, 9.0);
    COMPARE_NEAR(a.experience.usesUntilBad->mean, 3.0 / 0.13, 1e-9);
}

void TestAssess::assess_nothingShown_leavesPrecisionAbsent()
{
    const auto vector = testsupport::vector(QStringLiteral("T1.point.d1.none"));
    Scenario scenario;
    scenario.threshold = Threshold::alertOnNothing();
    const Assessment a = assessed(predictionsOf(vector.input), scenario);
    QVERIFY(!a.metrics.precision);
    QVERIFY(!a.experience[Share::WrongOfShown]);
    QCOMPARE(a.experience[Share::Missed]->value, 1.0);
    QVERIFY(!a.experience[Share::Late]);
}

void TestAssess::assess_keptOutlook_givesTheSameAnswer()
{
    const auto rows = naive::randomRows("late rows", 3);
    const auto index = testsupport::indexFrom(rows);
    Scenario scenario;
    scenario.budget = testsupport::oracleBudget;
    const auto slice = ScenarioRows::around(index, scenario)->at(scenario);
    const auto kept = outlook(*slice, scenario);
    for (const double t : naive::candidateThresholds(rows)) {
        scenario.threshold = {t};
        const Assessment fresh = assess(*index, scenario);
        const Assessment quick = assess(*slice, kept, scenario, nullptr);
        QCOMPARE(quick.counts, fresh.counts);
        QCOMPARE(quick.sameDecisions, fresh.sameDecisions);
        QCOMPARE(quick.value.best.intervals, fresh.value.best.intervals);
        QCOMPARE(quick.value.perUse, fresh.value.perUse);
    }
}

void TestAssess::precisionAtRecall_moreScoresThanAreDrawn_isTheBestOfAll()
{
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    testsupport::naive::Rows rows;
    constexpr int uses = 20000;
    for (int i = 0; i < uses; ++i) {
        const double score = share(random);
        rows.push_back({share(random) < score * score, score});
    }
    const auto index = testsupport::indexFrom(rows);
    const ThresholdSweep everyScore = index->at({})->sweep();
    const auto slice = ScenarioRows::around(index, {})->at({});
    int differ = 0;
    for (int percent = 1; percent < 100; ++percent) {
        const double recall = percent / 100.0;
        const auto found = mostPrecisionAtRecall(*slice, {}, recall).found;
        const auto best = mostPrecisionAtRecall(everyScore, recall).found;
        QVERIFY(found && best);
        QCOMPARE(found->threshold, best->threshold);
        const auto drawn = mostPrecisionAtRecall(outlook(*slice, {})->sweep, recall).found;
        differ += drawn->threshold == best->threshold ? 0 : 1;
    }
    QVERIFY(differ > 0); // else this would hold for the thinned curve, too
}

void TestAssess::nearBest_fewUses_isNotTold()
{
    testsupport::naive::Rows rows;
    for (int i = 0; i < 19; ++i)
        rows.push_back({i % 2 == 0, i / 20.0});
    const auto toldOf = [&rows] {
        const auto slice = ScenarioRows::around(testsupport::indexFrom(rows), {})->at({});
        return outlook(*slice, {})->nearBest.has_value();
    };
    QVERIFY(!toldOf());
    rows.push_back({true, 0.99});
    QVERIFY(toldOf());
}

ONEINN_TEST(TestAssess)

} // namespace tests::core_assess

#include "tst_assess.moc"
