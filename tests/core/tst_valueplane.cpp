// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bestwithin.h"
#include "core/valueplane.h"
#include "support/randompredictions.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

namespace tests::core_valueplane {

using namespace oneinn;
using testsupport::Part;

namespace {

constexpr double tolerance = 1e-9;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// What one setting does, row by row.
struct Passed {
    double tp = 0.0, fp = 0.0, fn = 0.0, tn = 0.0, latePositive = 0.0, lateNegative = 0.0;

    double positives() const { return tp + fn + latePositive; }
    double negatives() const { return fp + tn + lateNegative; }
};

Passed passOverRows(const Predictions &rows, const Budget &budget, double threshold)
{
    Passed c;
    for (Eigen::Index row = 0; row < rows.rows(); ++row) {
        const Part part = testsupport::partOf(rows, row, budget);
        if (part == Part::None)
            continue;
        const bool positive = rows.label()[row] != 0;
        const bool shown = rows.score()[row] >= threshold;
        double &cell = part == Part::Late ? (positive ? c.latePositive : c.lateNegative)
                : positive                ? (shown ? c.tp : c.fn)
                                          : (shown ? c.fp : c.tn);
        cell += testsupport::weightOf(rows, row);
    }
    return c;
}

/// Elkan 2001, theorem 2; then late uses as the policy says.
Passed restated(Passed c, const Scenario &scenario)
{
    if (scenario.baseRate && c.positives() > 0.0 && c.negatives() > 0.0) {
        const double share = c.positives() / (c.positives() + c.negatives());
        const double up = *scenario.baseRate / share;
        const double down = (1.0 - *scenario.baseRate) / (1.0 - share);
        c = {c.tp * up,   c.fp * down,         c.fn * up,
             c.tn * down, c.latePositive * up, c.lateNegative * down};
    }
    if (scenario.latePolicy == LatePolicy::ShowNothing)
        c = {c.tp, c.fp, c.fn + c.latePositive, c.tn + c.lateNegative, 0.0, 0.0};
    return c;
}

std::optional<double> share(double part, double all)
{
    return all > 0.0 ? std::optional(part / all) : std::nullopt;
}

PlaneCell naiveCell(const Predictions &rows, const Scenario &scenario, const Budget &budget,
                    double threshold)
{
    const Passed c = restated(passOverRows(rows, budget, threshold), scenario);
    const OutcomeValues &v = scenario.values;
    const double value = c.tp * v.tp() + c.fp * v.fp() + c.fn * v.fn() + c.tn * v.tn()
            + (c.latePositive + c.lateNegative) * v.late();
    const double uses = c.positives() + c.negatives();
    const auto wrong = share(c.fp, c.tp + c.fp);
    const auto missed = share(c.fn + c.latePositive, c.positives());
    const auto shown = share(c.tp + c.fp, uses);
    constexpr double rounding = 1e-12;
    const Targets &asked = scenario.targets;
    const bool beyond = (wrong && *wrong > 1.0 - scenario.precisionLimit + rounding)
            || (asked.missed && missed && *missed > *asked.missed + rounding)
            || (asked.shownPerDay && shown
                && *shown * asked.usesPerDay > *asked.shownPerDay + rounding);
    return {share(value, uses), wrong, missed, beyond};
}

bool near(const std::optional<double> &a, const std::optional<double> &b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    return std::abs(*a - *b) <= tolerance * std::max(1.0, std::abs(*b));
}

Scenario scenarioFor(unsigned seed)
{
    Scenario scenario;
    scenario.values = seed % 2 == 0 ? OutcomeValues(3.0, -6.0, -1.0, 0.0, -0.5)
                                    : OutcomeValues(1.0, -1.0, -2.0, 0.25, -1.0);
    scenario.latePolicy = seed % 3 == 0 ? LatePolicy::Unanswered : LatePolicy::ShowNothing;
    if (seed % 2 == 1)
        scenario.baseRate = 0.07;
    return scenario;
}

PlaneGrid gridOver(const Predictions &rows)
{
    PlaneGrid grid;
    for (const double budget : testsupport::budgetsToTry())
        grid.budgets.emplace_back(Milliseconds{budget});
    grid.budgets.emplace_back();
    grid.searched = grid.budgets;
    const double low = rows.score().minCoeff();
    const double high = rows.score().maxCoeff();
    for (int i = 0; i <= 20; ++i)
        grid.thresholds.push_back({low + (high - low) * i / 20.0});
    grid.thresholds.push_back({rows.score()[rows.rows() / 2]}); // in the middle of a tie
    grid.thresholds.push_back({-infinity});
    grid.thresholds.push_back(Threshold::alertOnNothing());
    return grid;
}

} // namespace

class TestValuePlane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells_anyData_areThePassOverAllRows_data() { addCases({1, 7, 400}); }
    void cells_anyData_areThePassOverAllRows();
    void best_anyData_isTheBestOfEveryScore_data() { addCases({1, 7, 60}); }
    void best_anyData_isTheBestOfEveryScore();
    void bestWithin_anyData_isTheBestThatKeepsLimits_data() { addCases({1, 7, 60}); }
    void bestWithin_anyData_isTheBestThatKeepsLimits();
    void best_budgetsAlike_isTheFirst();
    void plane_emptyGrid_hasNoCellsAndNoBest();
    void plane_stopped_isCancelled();
    void plane_progress_reachesOne();
    void question_dialsAndOtherAssumptions_doNotMatter();

private:
    static void addCases(const std::vector<int> &sizes);
};

void TestValuePlane::addCases(const std::vector<int> &sizes)
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("rows");
    QTest::addColumn<unsigned>("seed");
    for (const std::string &kind : testsupport::predictionKinds()) {
        for (const int rows : sizes) {
            for (const unsigned seed : {0U, 1U, 2U})
                QTest::addRow("%s, %d rows, seed %u", kind.c_str(), rows, seed)
                        << QString::fromStdString(kind) << rows << seed;
        }
    }
}

void TestValuePlane::cells_anyData_areThePassOverAllRows()
{
    QFETCH(const QString, kind);
    QFETCH(const int, rows);
    QFETCH(const unsigned, seed);
    const auto predictions = testsupport::randomPredictions(kind.toStdString(), rows, seed);
    const auto index = PredictionIndex::build(predictions).value();
    Scenario scenario = scenarioFor(seed);
    scenario.precisionLimit = seed == 2 ? 0.0 : 0.6;
    if (seed != 0)
        scenario.targets.missed = 0.4;
    if (seed != 1)
        scenario.targets.shownPerDay = 0.3 * scenario.targets.usesPerDay;
    const ValuePlane plane = valuePlane(*ScenarioRows::around(index, scenario),
                                        planeQuestion(scenario), gridOver(*predictions))
                                     .value();
    QCOMPARE(plane.cells.size(), plane.grid.cells());
    for (std::size_t b = 0; b < plane.grid.budgets.size(); ++b) {
        for (std::size_t t = 0; t < plane.grid.thresholds.size(); ++t) {
            const PlaneCell expected = naiveCell(*predictions, scenario, plane.grid.budgets[b],
                                                 plane.grid.thresholds[t].value);
            const PlaneCell &cell = plane.at(b, t);
            QVERIFY(near(cell.valuePerUse, expected.valuePerUse));
            QVERIFY(near(cell.wrongOfShown, expected.wrongOfShown));
            QVERIFY(near(cell.missed, expected.missed));
            QCOMPARE(cell.beyondLimits, expected.beyondLimits);
        }
    }
}

void TestValuePlane::best_anyData_isTheBestOfEveryScore()
{
    QFETCH(const QString, kind);
    QFETCH(const int, rows);
    QFETCH(const unsigned, seed);
    const auto predictions = testsupport::randomPredictions(kind.toStdString(), rows, seed);
    const auto index = PredictionIndex::build(predictions).value();
    const Scenario scenario = scenarioFor(seed);
    const PlaneGrid grid = gridOver(*predictions);
    const ValuePlane plane =
            valuePlane(*ScenarioRows::around(index, scenario), planeQuestion(scenario), grid)
                    .value();
    std::optional<double> best;
    for (const Budget &budget : grid.budgets) {
        for (Eigen::Index row = -1; row < predictions->rows(); ++row) {
            const double threshold = row < 0 ? infinity : predictions->score()[row];
            const auto value = naiveCell(*predictions, scenario, budget, threshold).valuePerUse;
            if (value && (!best || *value > *best))
                best = value;
        }
    }
    QCOMPARE(plane.best.has_value(), best.has_value());
    if (!best)
        return;
    QVERIFY(near(plane.best->threshold.best, best));
    // It can be had: at the setting it names.
    const PlaneCell there = naiveCell(*predictions, scenario, plane.best->budget,
                                      plane.best->threshold.threshold.value);
    QVERIFY(near(there.valuePerUse, best));
}

void TestValuePlane::bestWithin_anyData_isTheBestThatKeepsLimits()
{
    QFETCH(const QString, kind);
    QFETCH(const int, rows);
    QFETCH(const unsigned, seed);
    const auto predictions = testsupport::randomPredictions(kind.toStdString(), rows, seed);
    const auto index = PredictionIndex::build(predictions).value();
    Scenario scenario = scenarioFor(seed);
    BestWithinQuestion question{planeQuestion(scenario), PromiseRule::Plain};
    question.limits = {};
    if (seed != 1)
        question.limits.wrongOfShown = 0.45;
    if (seed != 0)
        question.limits.missed = 0.6;
    const PlaneGrid grid = gridOver(*predictions);
    std::optional<double> expected;
    for (const Budget &budget : grid.budgets) {
        for (Eigen::Index row = -1; row < predictions->rows(); ++row) {
            const double threshold = row < 0 ? infinity : predictions->score()[row];
            const PlaneCell cell = naiveCell(*predictions, scenario, budget, threshold);
            const auto keeps = [](const std::optional<double> &asked,
                                  const std::optional<double> &is) {
                return !asked || (is && *is <= *asked + 1e-12);
            };
            if (cell.valuePerUse && keeps(question.limits.wrongOfShown, cell.wrongOfShown)
                && keeps(question.limits.missed, cell.missed)
                && (!expected || *cell.valuePerUse > *expected))
                expected = cell.valuePerUse;
        }
    }
    const auto best =
            bestWithin(*ScenarioRows::around(index, scenario), question, grid.searched).value();
    QCOMPARE(best.has_value(), expected.has_value());
    if (best)
        QVERIFY(near(best->threshold.best, expected));
}

void TestValuePlane::best_budgetsAlike_isTheFirst()
{
    // Latencies of 50, 100 and 150 ms: beyond that nothing changes.
    const auto predictions = testsupport::randomPredictions("equal latencies", 200, 4);
    const auto index = PredictionIndex::build(predictions).value();
    PlaneGrid grid;
    for (const double budget : {20.0, 60.0, 160.0, 1000.0})
        grid.searched.emplace_back(Milliseconds{budget});
    grid.searched.emplace_back();
    Scenario scenario;
    scenario.values = {3.0, -1.0, -1.0, 0.0};
    const ValuePlane plane =
            valuePlane(*ScenarioRows::around(index, scenario), planeQuestion(scenario), grid)
                    .value();
    QCOMPARE(plane.best->budget.value().value, 160.0);
    QVERIFY(plane.best->withoutBudgetAsGood);
    BestWithinQuestion within{planeQuestion(scenario), PromiseRule::Plain};
    within.limits = {};
    within.limits.missed = 1.0; // kept by everything
    const auto kept =
            bestWithin(*ScenarioRows::around(index, scenario), within, grid.searched).value();
    QCOMPARE(kept->budget.value().value, 160.0);
    QVERIFY(kept->withoutBudgetAsGood);
    // Not known where no budget is not among those that are looked at.
    grid.searched = {Milliseconds{60.0}, Milliseconds{1000.0}};
    const ValuePlane without =
            valuePlane(*ScenarioRows::around(index, scenario), planeQuestion(scenario), grid)
                    .value();
    QVERIFY(!without.best->withoutBudgetAsGood);
}

void TestValuePlane::plane_emptyGrid_hasNoCellsAndNoBest()
{
    const auto index =
            PredictionIndex::build(testsupport::randomPredictions("useful scores", 50, 1)).value();
    const ValuePlane plane =
            valuePlane(*ScenarioRows::around(index, {}), planeQuestion(Scenario()), {}).value();
    QVERIFY(plane.cells.empty());
    QVERIFY(!plane.best);
}

void TestValuePlane::plane_stopped_isCancelled()
{
    const auto predictions = testsupport::randomPredictions("useful scores", 50, 1);
    const auto index = PredictionIndex::build(predictions).value();
    std::stop_source stop;
    JobControl job{stop.get_token(), [&stop](double) { stop.request_stop(); }};
    const auto plane = valuePlane(*ScenarioRows::around(index, {}), planeQuestion(Scenario()),
                                  gridOver(*predictions), job);
    QVERIFY(!plane);
    QCOMPARE(plane.problem().kind, ProblemKind::Cancelled);
}

void TestValuePlane::plane_progress_reachesOne()
{
    const auto predictions = testsupport::randomPredictions("useful scores", 50, 1);
    const auto index = PredictionIndex::build(predictions).value();
    double last = 0.0;
    const auto report = [&last](double share) {
        QVERIFY(share > last);
        last = share;
    };
    QVERIFY(valuePlane(*ScenarioRows::around(index, {}), planeQuestion(Scenario()),
                       gridOver(*predictions), {{}, report}));
    QCOMPARE(last, 1.0);
}

void TestValuePlane::question_dialsAndOtherAssumptions_doNotMatter()
{
    const Scenario before;
    Scenario after = before;
    after.threshold = {0.1};
    after.budget = Milliseconds{7.0};
    after.badBeforeLeaving = 9;
    QVERIFY(planeQuestion(before) == planeQuestion(after));
    after.precisionLimit = 0.5;
    QVERIFY(planeQuestion(before) != planeQuestion(after));
    after.values = {9.0, -1.0, -1.0, 0.0};
    QVERIFY(planeQuestion(before) != planeQuestion(after));
    after = before;
    after.baseRate = 0.5;
    QVERIFY(planeQuestion(before) != planeQuestion(after));
    after = before;
    after.latePolicy = LatePolicy::Unanswered;
    QVERIFY(planeQuestion(before) != planeQuestion(after));
}

ONEINN_TEST(TestValuePlane)

} // namespace tests::core_valueplane

#include "tst_valueplane.moc"
