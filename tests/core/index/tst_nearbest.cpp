// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/nearbestsearch.h"

#include "core/index/decisionsearch.h"
#include "support/predictionsfrom.h"
#include "support/randompredictions.h"
#include "support/sanitized.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <boost/math/distributions/students_t.hpp>

#include <random>
#include <set>

namespace tests::index_nearbest {

using namespace oneinn;
namespace naive = testsupport::naive;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;
using testsupport::Part;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// What is asked of one slice.
struct Question {
    const Predictions &predictions;
    Budget budget;
    OutcomeValues values;
    ClassFactors factors;
};

double restatedWeight(const Question &q, Eigen::Index row)
{
    return testsupport::weightOf(q.predictions, row)
            * (q.predictions.label()[row] != 0 ? q.factors.positive : q.factors.negative);
}

/// Loss against the best and its standard error, from every use's own difference.
std::pair<double, double> lossByDefinition(const Question &q, double threshold, double best)
{
    double n = 0.0;
    double rows = 0.0;
    double sum = 0.0;
    const auto difference = [&](Eigen::Index row) {
        const double score = q.predictions.score()[row];
        if (testsupport::partOf(q.predictions, row, q.budget) != Part::OnTime
            || (score >= threshold) == (score >= best))
            return 0.0;
        const double gain = q.predictions.label()[row] != 0 ? q.values.tp() - q.values.fn()
                                                            : q.values.fp() - q.values.tn();
        return score >= best ? gain : -gain;
    };
    const auto takesPart = [&](Eigen::Index row) {
        return testsupport::partOf(q.predictions, row, q.budget) != Part::None;
    };
    for (Eigen::Index row = 0; row < q.predictions.rows(); ++row) {
        if (!takesPart(row))
            continue;
        n += restatedWeight(q, row);
        rows += 1.0;
        sum += restatedWeight(q, row) * difference(row);
    }
    const double loss = sum / n;
    double squares = 0.0;
    for (Eigen::Index row = 0; row < q.predictions.rows(); ++row) {
        const double influence = restatedWeight(q, row) * (difference(row) - loss);
        squares += takesPart(row) ? influence * influence : 0.0;
    }
    return {loss, rows > 1.0 ? std::sqrt(rows / (rows - 1.0) * squares) / n : 0.0};
}

double rowsTakingPart(const Question &q)
{
    double rows = 0.0;
    for (Eigen::Index row = 0; row < q.predictions.rows(); ++row)
        rows += testsupport::partOf(q.predictions, row, q.budget) != Part::None ? 1.0 : 0.0;
    return rows;
}

NearBest rangeByDefinition(const Question &q, double best)
{
    std::set<double, std::greater<>> scores{infinity};
    for (Eigen::Index row = 0; row < q.predictions.rows(); ++row) {
        if (testsupport::partOf(q.predictions, row, q.budget) == Part::OnTime)
            scores.insert(q.predictions.score()[row]);
    }
    const std::vector<double> all(scores.begin(), scores.end());
    const double rows = rowsTakingPart(q);
    const double reach =
            rows > 1.0 ? boost::math::quantile(boost::math::students_t(rows - 1.0), 0.992) : 0.0;
    const double negligible = 0.02 * lossByDefinition(q, infinity, best).first;
    const auto between = [&](double threshold) {
        double uses = 0.0;
        for (Eigen::Index row = 0; row < q.predictions.rows(); ++row) {
            const double score = q.predictions.score()[row];
            uses += testsupport::partOf(q.predictions, row, q.budget) == Part::OnTime
                            && (score >= threshold) != (score >= best)
                    ? 1.0
                    : 0.0;
        }
        return uses;
    };
    const auto near = [&](double threshold) {
        const auto [loss, error] = lossByDefinition(q, threshold, best);
        return between(threshold) < 20.0 || loss <= negligible + 1e-11
                || loss <= reach * error + 1e-11;
    };
    const auto high = std::find_if(all.begin(), all.end(), near);
    const auto low = std::prev(std::find_if(all.rbegin(), all.rend(), near).base());
    NearBest range{std::next(low) == all.end() ? -infinity : *low, *high, 0.0};
    for (auto at = high; at <= low; ++at)
        range.mostLost = std::max(range.mostLost, lossByDefinition(q, *at, best).first);
    return range;
}

void compareRange(const NearBest &actual, const NearBest &expected)
{
    QCOMPARE(actual.lowest, expected.lowest);
    QCOMPARE(actual.highest, expected.highest);
    QVERIFY2(std::abs(actual.mostLost - expected.mostLost)
                     <= 1e-9 * std::max(1.0, expected.mostLost),
             qPrintable(u"%1, not %2"_s.arg(actual.mostLost).arg(expected.mostLost)));
}

/// Scores that are probabilities: the truly best threshold is known.
naive::Rows probabilities(int uses, bool mostlyLow, std::mt19937_64 &random)
{
    std::uniform_real_distribution<double> share(0.0, 1.0);
    naive::Rows rows;
    for (int i = 0; i < uses; ++i) {
        const double score = mostlyLow ? 1.0 - std::pow(share(random), 0.25) : share(random);
        rows.push_back({share(random) < score, score});
    }
    return rows;
}

NearBest nearBestOf(const naive::Rows &rows, const OutcomeValues &values)
{
    const auto index = testsupport::indexFrom(rows);
    const auto slice = index->at({});
    const OperatingCounts counts = slice->counts(Threshold::alertOnNothing());
    const DecisionSearch search(*slice, {}, counts.matrix().positives(),
                                counts.matrix().negatives());
    return nearBest(*slice, {}, ValueGain(values), search.mostValuable(values).threshold,
                    counts.uses());
}

} // namespace

class TestNearBest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_rows_asExpected();
    void range_anyData_isThatOfTheDefinition_data();
    void range_anyData_isThatOfTheDefinition();
    void range_simulatedFiles_holdsTheTrulyBest_data();
    void range_simulatedFiles_holdsTheTrulyBest();
    void range_manyRows_isNarrow();
};

void TestNearBest::vector_rows_asExpected()
{
    testsupport::VectorCase c(testsupport::vector(u"T9.nearbest.rows"_s));
    naive::Rows rows;
    const QJsonArray labels = c.input.take("label"_L1).toArray();
    const QJsonArray scores = c.input.take("score"_L1).toArray();
    for (qsizetype i = 0; i < labels.size(); ++i)
        rows.push_back({labels.at(i).toInt() == 1, scores.at(i).toDouble()});
    const QJsonObject worth = c.input.take("values"_L1).toObject();
    const OutcomeValues values{worth.value("tp"_L1).toDouble(), worth.value("fp"_L1).toDouble(),
                               worth.value("fn"_L1).toDouble(), worth.value("tn"_L1).toDouble()};
    const auto index = testsupport::indexFrom(rows);
    const auto slice = index->at({});
    const double n = static_cast<double>(rows.size());
    const double best = number(c.expected.take("best_threshold"_L1));
    const Tally uses{n, n, n};
    const double gained = number(c.expected.take("best_value_per_1000"_L1)) * n / 1000.0;
    const NearBestRule rule(ValueGain(values), uses, gained);

    const Question q{*index->predictions(), {}, values, {}};
    for (const QJsonValue &one : c.expected.take("thresholds"_L1).toArray()) {
        const QJsonObject expected = one.toObject();
        const double threshold = number(expected.value("threshold"_L1));
        const auto [loss, error] = lossByDefinition(q, threshold, best);
        COMPARE_NEAR(1000.0 * loss, expected.value("loss_per_1000"_L1).toDouble(), c.tolerance);
        COMPARE_NEAR(1000.0 * error, expected.value("se_per_1000"_L1).toDouble(), c.tolerance);
        UsesBetween between;
        for (const auto &row : rows) {
            if ((row.score >= threshold) != (row.score >= best))
                (row.positive ? between.positive : between.negative) += Tally{1.0, 1.0, 1.0};
        }
        const bool shown = threshold < best;
        COMPARE_NEAR(1000.0 * rule.loss(between, shown),
                     expected.value("loss_per_1000"_L1).toDouble(), c.tolerance);
        QCOMPARE(rule.isNear(between, shown), expected.value("near_best"_L1).toBool());
    }
    const NearBest range = nearBest(*slice, {}, ValueGain(values), Threshold{best}, uses);
    const QJsonArray ends = c.expected.take("range_around_best"_L1).toArray();
    // The lowest score of all: everything may be shown.
    QCOMPARE(ends.at(0).toDouble(), 0.1);
    QCOMPARE(range.lowest, -infinity);
    QCOMPARE(range.highest, number(ends.at(1)));
    QCOMPARE(c.input.problems(), QStringList());
    QCOMPARE(c.expected.problems(), QStringList());
}

void TestNearBest::range_anyData_isThatOfTheDefinition_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("rows");
    for (const auto &kind : testsupport::predictionKinds()) {
        for (const int rows : {1, 2, 7, 100, 300})
            QTest::addRow("%s, %d rows", kind.c_str(), rows)
                    << QString::fromStdString(kind) << rows;
    }
}

void TestNearBest::range_anyData_isThatOfTheDefinition()
{
    QFETCH(const QString, kind);
    QFETCH(const int, rows);
    const auto predictions = testsupport::randomPredictions(kind.toStdString(), rows, 1);
    const auto index =
            PredictionIndex::build(predictions, {}, {}, {.mostBins = 40, .rowsPerCheckpoint = 17})
                    .value();
    const std::pair<OutcomeValues, ClassFactors> settings[] = {
            {{1.0, -4.0, 0.0, 0.0}, {}},
            {{5.0, -1.0, -2.0, 0.0}, {0.5, 1.5}},
            {{1.0, -0.2, 0.0, 0.0}, {}},
    };
    for (const Budget &budget : {Budget{}, Budget{Milliseconds{137.25}}}) {
        for (const auto &[values, factors] : settings) {
            const Question q{*predictions, budget, values, factors};
            const auto slice = index->at(budget);
            const OperatingCounts counts =
                    slice->counts(Threshold::alertOnNothing()).rebased(factors);
            const Tally uses = counts.uses();
            if (!(uses.weight > 0.0))
                continue;
            const DecisionSearch search(*slice, factors, counts.matrix().positives(),
                                        counts.matrix().negatives());
            const Threshold best = search.mostValuable(values).threshold;
            compareRange(nearBest(*slice, factors, ValueGain(values), best, uses),
                         rangeByDefinition(q, best.value));
        }
    }
}

void TestNearBest::range_simulatedFiles_holdsTheTrulyBest_data()
{
    QTest::addColumn<int>("uses");
    QTest::addColumn<double>("wrongCosts");
    QTest::addColumn<bool>("mostlyLow");
    QTest::newRow("100 uses, wrong ones cost 2") << 100 << 2.0 << false;
    QTest::newRow("100 uses, wrong ones cost 0.2") << 100 << 0.2 << false;
    QTest::newRow("100 uses, few good ones") << 100 << 0.1 << true;
    QTest::newRow("500 uses, wrong ones cost 2") << 500 << 2.0 << false;
    QTest::newRow("500 uses, wrong ones cost 4") << 500 << 4.0 << false;
    QTest::newRow("500 uses, few good ones") << 500 << 0.1 << true;
    QTest::newRow("3,000 uses, wrong ones cost 4") << 3000 << 4.0 << false;
}

void TestNearBest::range_simulatedFiles_holdsTheTrulyBest()
{
    QFETCH(const int, uses);
    QFETCH(const double, wrongCosts);
    QFETCH(const bool, mostlyLow);
    const double trulyBest = wrongCosts / (1.0 + wrongCosts);
    const int files = testsupport::isSanitized ? 20 : 300;
    std::mt19937_64 random(5);
    int holds = 0;
    for (int file = 0; file < files; ++file) {
        const NearBest range =
                nearBestOf(probabilities(uses, mostlyLow, random), {1.0, -wrongCosts, 0.0, 0.0});
        holds += range.lowest <= trulyBest && trulyBest <= range.highest ? 1 : 0;
    }
    QVERIFY2(holds >= 0.95 * files, qPrintable(QString::number(holds)));
}

void TestNearBest::range_manyRows_isNarrow()
{
    std::mt19937_64 random(9);
    constexpr int uses = 40000;
    const NearBest range = nearBestOf(probabilities(uses, false, random), {1.0, -2.0, 0.0, 0.0});
    QVERIFY(range.lowest > 0.55 && range.highest < 0.78);
    QVERIFY(range.mostLost > 0.0 && range.mostLost < 0.01);
}

ONEINN_TEST(TestNearBest)

} // namespace tests::index_nearbest

#include "tst_nearbest.moc"
