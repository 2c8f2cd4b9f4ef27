// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/decisionsearch.h"
#include "support/randompredictions.h"
#include "support/sanitized.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

namespace tests::predictions_indexproperties {

using namespace oneinn;
using testsupport::Part;

/// The index against passes over all rows, on data of every kind and size, with bins and
/// checkpoints small enough that each is opened, skipped and crossed.
class TestIndexProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_anyData_areThePassOverAllRows_data() { addCases({1, 2, 7, 100, 3000, 50000}); }
    void counts_anyData_areThePassOverAllRows();
    void sweep_anyData_isThatOfTheColumns_data() { addCases({1, 2, 7, 100, 3000, 50000}); }
    void sweep_anyData_isThatOfTheColumns();
    void neighbours_anyData_areThoseOfTheSweep_data() { addCases({1, 2, 7, 100, 3000}); }
    void neighbours_anyData_areThoseOfTheSweep();
    void search_anyData_isTheSearchOfEveryScore_data() { addCases({1, 2, 7, 100, 3000, 200000}); }
    void search_anyData_isTheSearchOfEveryScore();
    void search_everyThresholdAsGood_listsTheHighestThousand();
    void at_weightsTooDifferentToSubtract_addsThem();
    void build_moreStrataThanFit_putsTheRarestTogether();
    void build_anyOptions_stayWithinTheirMemory();

private:
    static void addCases(const std::vector<int> &sizes);
};

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double tolerance = 1e-9;

struct Case {
    PredictionsPtr predictions;
    std::shared_ptr<const PredictionIndex> index;
    std::vector<Budget> budgets;
    unsigned seed = 0;
};

/// The data of the test's row; how the index is made varies with the seed.
Case fetchCase()
{
    QFETCH(const QString, kind);
    QFETCH(const int, rows);
    QFETCH(const unsigned, seed);
    Case c{testsupport::randomPredictions(kind.toStdString(), rows, seed), {}, {}, seed};
    IndexOptions options;
    if (rows < 10000)
        options = {
                .mostBins = 2 + 7 * seed, .rowsPerCheckpoint = 1 + 29 * seed, .tableBytes = 50000};
    else
        options = {.mostBins = 64, .rowsPerCheckpoint = 3000};
    options.strataByModel = seed != 1;
    options.strataBySegment = seed == 2 ? "country" : "";
    options.threads = 1 + seed % 2;
    c.index = PredictionIndex::build(c.predictions, {}, {}, options).value();
    c.budgets.push_back({});
    for (const double budget : testsupport::budgetsToTry())
        c.budgets.emplace_back(Milliseconds{budget});
    if (rows > 10000) // a few of them: each is a pass over all rows
        c.budgets = {Budget{}, Milliseconds{137.25}};
    return c;
}

bool near(double a, double b, double scale)
{
    return a == b || std::abs(a - b) <= tolerance * std::max(1.0, scale);
}

bool near(const Tally &a, const Tally &b, double scale)
{
    return a.rows == b.rows && near(a.weight, b.weight, scale)
            && near(a.squaredWeight, b.squaredWeight, scale * scale);
}

Tally &cellOf(OperatingCounts &c, bool positive, bool late, bool shown)
{
    if (late)
        return positive ? c.latePositive : c.lateNegative;
    return positive ? (shown ? c.tp : c.fn) : (shown ? c.fp : c.tn);
}

/// Straight from the definitions; a stratum's rows alone if one is given.
OperatingCounts countsByPass(const Case &c, const Budget &budget, double threshold,
                             const Stratum *stratum = nullptr)
{
    const Predictions &p = *c.predictions;
    OperatingCounts counts;
    for (Eigen::Index row = 0; row < p.rows(); ++row) {
        const Part part = testsupport::partOf(p, row, budget);
        if (part == Part::None)
            continue;
        if (stratum && stratum->model
            && p.model()->values[p.model()->codes[row]] != *stratum->model)
            continue;
        const CategoryColumn &country = p.segments().front();
        if (stratum && stratum->segment && country.values[country.codes[row]] != *stratum->segment)
            continue;
        const double w = testsupport::weightOf(p, row);
        const bool positive = p.label()[row] != 0;
        const bool shown = p.score()[row] >= threshold;
        cellOf(counts, positive, part == Part::Late, shown) += {1.0, w, w * w};
        if (part == Part::Late && shown)
            (positive ? counts.latePositiveCaught : counts.lateNegativeCaught) += {1.0, w, w * w};
    }
    return counts;
}

/// Scores of the data, numbers beside them, and beyond all.
std::vector<double> thresholdsToTry(const Case &c)
{
    std::vector<double> thresholds{-infinity, infinity, 0.5, -0.0};
    const auto rows = c.predictions->rows();
    for (Eigen::Index i = 0; i < std::min<Eigen::Index>(rows, 4); ++i) {
        const double score = c.predictions->score()[(i * 7907) % rows];
        thresholds.insert(thresholds.end(), {score, std::nextafter(score, infinity), score - 1e-3});
    }
    return thresholds;
}

bool sameStart(const std::vector<ThresholdInterval> &listed,
               const std::vector<ThresholdInterval> &all)
{
    return listed.size() == std::min(all.size(), DecisionSearch::listedIntervals)
            && std::equal(listed.begin(), listed.end(), all.begin());
}

void compare(const ConstrainedThreshold &actual, const ConstrainedThreshold &expected)
{
    QCOMPARE(actual.found.has_value(), expected.found.has_value());
    QCOMPARE(actual.bestReachable.has_value(), expected.bestReachable.has_value());
    QCOMPARE(actual.bestReachableAt, expected.bestReachableAt);
    if (expected.bestReachable)
        QVERIFY(near(*actual.bestReachable, *expected.bestReachable, 1.0));
    if (!expected.found)
        return;
    QCOMPARE(actual.found->interval, expected.found->interval);
    QCOMPARE(actual.found->threshold, expected.found->threshold);
    QVERIFY(near(actual.found->precision, expected.found->precision, 1.0));
    QVERIFY(near(actual.found->recall, expected.found->recall, 1.0));
}

void compare(const BestThreshold &actual, const BestThreshold &expected, double scale)
{
    QVERIFY2(near(actual.best, expected.best, scale),
             qPrintable(QStringLiteral("%1 %2").arg(actual.best).arg(expected.best)));
    QVERIFY(sameStart(actual.intervals, expected.intervals));
    QCOMPARE(actual.threshold, expected.threshold);
}

void compareSearches(const BudgetSlice &slice, const ThresholdSweep &columns,
                     const ClassFactors &factors, const OutcomeValues &values)
{
    const ThresholdSweep sweep = columns.rebased(factors);
    const DecisionSearch search(slice, factors, sweep.positives, sweep.negatives);
    const double scale = 10.0 * (sweep.positives + sweep.negatives);
    compare(search.mostValuable(values), mostValuableThreshold(sweep, values), scale);
    const auto f1 = search.highestF1();
    const auto expected = highestF1(sweep);
    QCOMPARE(f1.has_value(), expected.has_value());
    if (f1)
        compare(*f1, *expected, 1.0);
    for (const double limit : {0.0, 0.35, 0.9, 1.0}) {
        compare(search.mostRecallAtPrecision(limit), mostRecallAtPrecision(sweep, limit));
        const Promise sure{PromiseRule::LowerLimit, 0.7};
        compare(search.mostRecallAtPrecision(limit, sure),
                mostRecallAtPrecision(sweep, limit, sure));
        compare(search.mostPrecisionAtRecall(limit), mostPrecisionAtRecall(sweep, limit));
    }
}

} // namespace

void TestIndexProperties::addCases(const std::vector<int> &sizes)
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("rows");
    QTest::addColumn<unsigned>("seed");
    for (const auto &kind : testsupport::predictionKinds()) {
        for (const int rows : sizes) {
            const bool few = rows <= 10000;
            // The sanitizers watch the code, which is the same for other numbers of a kind.
            const unsigned seeds = few && !testsupport::isSanitized ? 3 : 1;
            const int tried = few || !testsupport::isSanitized ? rows : rows / 4;
            for (unsigned seed = 0; seed < seeds; ++seed)
                QTest::addRow("%s, %d rows, seed %u", kind.c_str(), tried, seed)
                        << QString::fromStdString(kind) << tried << seed;
        }
    }
}

void TestIndexProperties::counts_anyData_areThePassOverAllRows()
{
    const Case c = fetchCase();
    for (const Budget &budget : c.budgets) {
        const auto slice = c.index->at(budget);
        for (const double threshold : thresholdsToTry(c)) {
            const OperatingCounts actual = slice->counts({threshold});
            const OperatingCounts expected = countsByPass(c, budget, threshold);
            const double scale = expected.uses().weight;
            QVERIFY(near(actual.tp, expected.tp, scale));
            QVERIFY(near(actual.fp, expected.fp, scale));
            QVERIFY(near(actual.fn, expected.fn, scale));
            QVERIFY(near(actual.tn, expected.tn, scale));
            QVERIFY(near(actual.latePositive, expected.latePositive, scale));
            QVERIFY(near(actual.lateNegative, expected.lateNegative, scale));
            QVERIFY(near(actual.latePositiveCaught, expected.latePositiveCaught, scale));
            QVERIFY(near(actual.lateNegativeCaught, expected.lateNegativeCaught, scale));
            if (c.predictions->rows() > 10000 && threshold != 0.5)
                continue;
            const auto strata = slice->strataCounts({threshold});
            QCOMPARE(strata.size(), c.index->strata().size());
            for (std::size_t s = 0; s < strata.size(); ++s) {
                const auto part = countsByPass(c, budget, threshold, &c.index->strata()[s]);
                const ConfusionMatrix &matrix = strata[s].onTime;
                QVERIFY(near(matrix.tp(), part.tp.weight, scale));
                QVERIFY(near(matrix.fp(), part.fp.weight, scale));
                QVERIFY(near(matrix.fn(), part.fn.weight, scale));
                QVERIFY(near(matrix.tn(), part.tn.weight, scale));
                QVERIFY(near(strata[s].latePositive, part.latePositive.weight, scale));
                QVERIFY(near(strata[s].lateNegative, part.lateNegative.weight, scale));
            }
        }
    }
}

void TestIndexProperties::sweep_anyData_isThatOfTheColumns()
{
    const Case c = fetchCase();
    for (const Budget &budget : c.budgets) {
        const auto slice = c.index->at(budget);
        const ThresholdSweep expected = testsupport::sweepByColumns(*c.predictions, budget);
        const double scale = expected.positives + expected.negatives;
        const ThresholdSweep actual = slice->sweep();
        QCOMPARE(actual.size(), expected.size());
        QVERIFY((actual.threshold == expected.threshold).all());
        QVERIFY(((actual.tp - expected.tp).abs() <= tolerance * scale).all());
        QVERIFY(((actual.fp - expected.fp).abs() <= tolerance * scale).all());
        QVERIFY(near(actual.positives, expected.positives, scale));
        QVERIFY(near(actual.negatives, expected.negatives, scale));

        const ThresholdSweep drawn = slice->vertices();
        QVERIFY(drawn.size() <= expected.size());
        for (Eigen::Index row = 0; row < drawn.size(); ++row) {
            const OperatingCounts counts = slice->counts({drawn.threshold[row]});
            QVERIFY(near(drawn.tp[row], counts.tp.weight, scale));
            QVERIFY(near(drawn.fp[row], counts.fp.weight, scale));
        }
        if (expected.size() == 0)
            continue;
        QVERIFY(near(drawn.tp[drawn.size() - 1], expected.tp[expected.size() - 1], scale));

        const Interval part{expected.threshold[2 * expected.size() / 3],
                            expected.threshold[expected.size() / 3]};
        const auto inPart = expected.threshold >= part.low && expected.threshold <= part.high;
        const ThresholdSweep points = slice->points(part);
        QCOMPARE(points.size(), inPart.count());
        QCOMPARE(points.threshold[0], part.high);
        QVERIFY(near(points.tp[0], expected.tp[expected.size() / 3], scale));
    }
}

void TestIndexProperties::neighbours_anyData_areThoseOfTheSweep()
{
    const Case c = fetchCase();
    for (const Budget &budget : c.budgets) {
        const auto slice = c.index->at(budget);
        const Eigen::ArrayXd scores = testsupport::sweepByColumns(*c.predictions, budget).threshold;
        const auto size = scores.size();
        QCOMPARE(slice->showingAll().has_value(), size > 0);
        if (size > 0)
            QCOMPARE(slice->showingAll()->value, scores[size - 1]);
        for (const double threshold : thresholdsToTry(c)) {
            const Eigen::Index shown = (scores >= threshold).count();
            const ThresholdInterval expected{shown < size ? scores[shown] : -infinity,
                                             shown > 0 ? scores[shown - 1] : infinity};
            QCOMPARE(slice->sameDecisions({threshold}), expected);
            for (const int steps : {-100000, -3, -1, 0, 1, 2, 100000}) {
                const auto target = std::clamp<Eigen::Index>(shown - steps, 0, size);
                QCOMPARE(slice->stepped({threshold}, steps).value,
                         target == 0 ? infinity : scores[target - 1]);
            }
        }
    }
}

void TestIndexProperties::search_anyData_isTheSearchOfEveryScore()
{
    const Case c = fetchCase();
    const std::vector<OutcomeValues> valuesToTry{{1.0, -1.0, -1.0, 0.0}, {5.0, -0.25, -1.0, 0.5},
                                                 {0.0, 1.0, 1.0, 0.0},   {1.0, 2.0, 0.0, 0.0},
                                                 {0.0, -1.0, 0.0, 0.0},  {0.0, 0.0, 0.0, 0.0}};
    for (const Budget &budget : c.budgets) {
        const auto slice = c.index->at(budget);
        const ThresholdSweep columns = testsupport::sweepByColumns(*c.predictions, budget);
        for (std::size_t i = 0; i < valuesToTry.size(); ++i) {
            const ClassFactors factors = i % 2 == 0 ? ClassFactors{} : ClassFactors{0.125, 1.7};
            if (c.predictions->rows() <= 10000 || i < 2)
                compareSearches(*slice, columns, factors, valuesToTry[i]);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestIndexProperties::search_everyThresholdAsGood_listsTheHighestThousand()
{
    const auto predictions = testsupport::randomPredictions("distinct scores", 5000, 1);
    const auto slice = PredictionIndex::build(predictions).value()->at({});
    const OutcomeValues indifferent(1.0, 2.0, 1.0, 2.0);
    const auto best = DecisionSearch(*slice, {}, 1.0, 1.0).mostValuable(indifferent);
    QCOMPARE(best.intervals.size(), DecisionSearch::listedIntervals);
    QCOMPARE(best.intervals.front().high, infinity);
    QCOMPARE(best.intervals[1].high, slice->index().scoreAt(0));
    QCOMPARE(best.intervals.back().high,
             slice->index().scoreAt(DecisionSearch::listedIntervals - 2));
}

void TestIndexProperties::at_weightsTooDifferentToSubtract_addsThem()
{
    PredictionColumns columns;
    columns.label = LabelColumn::Ones(4);
    columns.score = Eigen::Array4d(0.5, 0.5, 0.5, 0.5);
    columns.latency = Eigen::Array4d(1.0, 2.0, 3.0, 4.0);
    columns.weight = Eigen::Array4d(1.0, 1.0, 1.0, 1e17);
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), RowAccount());
    const auto index =
            PredictionIndex::build(predictions, {}, {}, {.rowsPerCheckpoint = 4}).value();
    QCOMPARE(index->at(Milliseconds{3.0})->counts({0.5}).tp.weight, 3.0);
    QCOMPARE(index->at(Milliseconds{3.0})->counts({0.5}).latePositive.weight, 1e17);
}

void TestIndexProperties::build_moreStrataThanFit_putsTheRarestTogether()
{
    PredictionColumns columns = testsupport::randomColumns("useful scores", 4000, 3);
    CategoryColumn city{"city", {}, CodeColumn(4000)};
    for (int i = 0; i < 40; ++i)
        city.values.push_back(std::to_string(i));
    for (Eigen::Index row = 0; row < 4000; ++row)
        city.codes[row] = static_cast<std::uint32_t>(row % 8 == 0 ? row / 8 % 40 : row % 15);
    columns.segments.push_back(city);
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), RowAccount());
    const auto index =
            PredictionIndex::build(predictions, {}, {}, {.strataBySegment = "city"}).value();
    QCOMPARE(index->strata().size(), mostStrata);
    QVERIFY(index->strata().back().everythingElse);
    QCOMPARE(index->strata().front().segment, std::optional<std::string>("0"));
    const auto slice = index->at(Milliseconds{100.0});
    const auto strata = slice->strataCounts({0.5});
    double tp = 0.0;
    double lateNegative = 0.0;
    std::size_t rows = 0;
    for (std::size_t s = 0; s < strata.size(); ++s) {
        tp += strata[s].onTime.tp();
        lateNegative += strata[s].lateNegative;
        rows += index->strata()[s].rows;
    }
    QCOMPARE(rows, index->rows());
    QCOMPARE(tp, slice->counts({0.5}).tp.weight);
    QCOMPARE(lateNegative, slice->counts({0.5}).lateNegative.weight);
}

void TestIndexProperties::build_anyOptions_stayWithinTheirMemory()
{
    for (const char *kind : {"useful scores", "uneven weights"}) {
        const auto predictions = testsupport::randomPredictions(kind, 200000, 5);
        for (const std::size_t tableBytes : {std::size_t{1}, std::size_t{1} << 20U}) {
            const auto index =
                    PredictionIndex::build(predictions, {}, {},
                                           {.rowsPerCheckpoint = 1, .tableBytes = tableBytes})
                            .value();
            QVERIFY(index->memory().rows <= 25 * index->rows());
            // Beside the checkpoints that fit there is one before the first row and one more.
            QVERIFY(index->memory().table <= 3 * tableBytes + 2 * 2048 * 2 * 20);
        }
    }
}

ONEINN_TEST(TestIndexProperties)

} // namespace tests::predictions_indexproperties

#include "tst_indexproperties.moc"
