// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/scenarioload.h"

#include "core/assessment.h"
#include "core/policies/scenariouses.h"
#include "core/policies/valueofuses.h"
#include "core/targets/reach.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/sanitized.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <limits>
#include <random>

namespace tests::loadbearing_scenarioload {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::predictionsOf;

namespace {

const std::vector<PatiencePoint> somePatience{{{100.0}, 0.9}, {{400.0}, 0.4}};

void addPolicies()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<bool>("impatient");
    const std::pair<const char *, LatePolicy> policies[] = {
            {"wait", LatePolicy::Wait},
            {"show nothing", LatePolicy::ShowNothing},
            {"unanswered", LatePolicy::Unanswered},
            {"fall back", LatePolicy::FallBack}};
    for (const auto &[name, policy] : policies) {
        for (const bool impatient : {false, true})
            QTest::addRow("%s%s", name, impatient ? ", impatient" : "") << policy << impatient;
    }
}

Scenario randomScenario(const PairedRows &rows, std::mt19937 &random)
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const bool, impatient);
    const auto below = [&random](unsigned limit) { return static_cast<double>(random() % limit); };
    Scenario scenario;
    scenario.selection.model = rows.models[0];
    scenario.latePolicy = policy;
    scenario.threshold = {below(52) / 50.0};
    if (below(5) > 0.0)
        scenario.budget = Milliseconds{10.0 * below(70)};
    if (impatient)
        scenario.patience = PatienceCurve(somePatience);
    if (below(3) == 0.0)
        scenario.baseRate = 0.05 + below(80) / 100.0;
    scenario.fallback = FallbackModel{rows.models[1],
                                      {below(52) / 50.0},
                                      below(2) == 0.0 ? Fallback::Start::AtDeadline
                                                      : Fallback::Start::WithMain};
    scenario.values = {3.0 - below(3), -below(7), -below(3), below(2) / 2.0, -below(4)};
    scenario.precisionLimit = 0.3 + below(60) / 100.0;
    return scenario;
}

/// As in real files: here and there one model has not answered, or its latency is not known.
PredictionsPtr withGaps(const PredictionsPtr &full, std::mt19937 &random)
{
    PredictionColumns columns;
    columns.label = full->label();
    columns.score = full->score();
    columns.latency = full->latency();
    columns.weight = full->weight();
    columns.model = full->model();
    columns.exampleId = full->exampleId();
    for (Eigen::Index row = 0; row < columns.label.size(); ++row) {
        if (columns.latency && random() % 10 == 0)
            (*columns.latency)[row] = std::numeric_limits<double>::quiet_NaN();
        if (random() % 10 == 0)
            columns.exampleId->codes[row] = 0;
    }
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

/// Of those shown to a user who is still there; -1 where none is.
double precisionOf(const Assessment &assessment)
{
    const Waterfall &uses = assessment.experience.shares.uses();
    const double shown = uses.of(shownUses).weight;
    return shown > 0.0 ? uses[UsePart::RightShown].weight / shown : -1.0;
}

/// The most a use can be worth, threshold by threshold.
std::optional<double> naiveBest(const ScenarioRows &rows, Scenario scenario, double precision = 0.0)
{
    std::optional<double> best;
    for (int step = 0; step <= 51; ++step) {
        scenario.threshold = {step / 50.0};
        const Assessment there = assess(rows, scenario);
        if (precision > 0.0 && precisionOf(there) < precision - 1e-9)
            continue;
        best = std::max(best.value_or(there.value.perUse), there.value.perUse);
    }
    return best;
}

} // namespace

/// A scenario's uses and what carries it, against assess().
class TestScenarioLoad : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void uses_asItIs_areWorthWhatAssessSays_data() { addPolicies(); }
    void uses_asItIs_areWorthWhatAssessSays();
    void uses_slowed_areThoseOfSlowerRows_data() { addPolicies(); }
    void uses_slowed_areThoseOfSlowerRows();
    void prices_areThoseOfEveryThreshold_data() { addPolicies(); }
    void prices_areThoseOfEveryThreshold();
    void load_anyScenario_startsFromItsValue_data() { addPolicies(); }
    void best_isWithinTheLimits();
    void load_anyScenario_startsFromItsValue();
    void load_noLatencies_losesNothingToThem();
    void load_noUses_isAProblem();
    void load_manyUses_isNotDrawn();
    void question_noun_isTheSame();
    void prices_stopped_areNone_data() { addPolicies(); }
    void prices_stopped_areNone();
};

void TestScenarioLoad::uses_asItIs_areWorthWhatAssessSays()
{
    std::mt19937 random(7);
    int compared = 0;
    for (int round = 0; round < (testsupport::isSanitized ? 30 : 80); ++round) {
        const bool weighted = round % 2 == 0;
        const PairedRows made = testsupport::randomUses(random,
                                                        {.uses = 1 + round * round / 4,
                                                         .latencies = round % 9 != 8,
                                                         .weights = weighted,
                                                         .oneClass = round % 7 == 6});
        const auto full = predictionsOf(made, weighted);
        const Scenario scenario = randomScenario(made, random);
        const auto rows =
                ScenarioRows::prepare(round % 3 == 0 ? withGaps(full, random) : full, scenario);
        QVERIFY(rows.ok());
        const auto uses = ScenarioUses::of(*rows.value(), scenario, scenario.threshold);
        if (!uses)
            continue;
        ++compared;
        const double found =
                valuePerUse(uses->rows(), uses->outcomes(), {scenario.values, scenario.patience});
        COMPARE_NEAR(found, assess(*rows.value(), scenario).value.perUse, 1e-6);
    }
    QVERIFY(compared > (testsupport::isSanitized ? 20 : 60));
}

void TestScenarioLoad::uses_slowed_areThoseOfSlowerRows()
{
    std::mt19937 random(11);
    for (int round = 0; round < (testsupport::isSanitized ? 12 : 30); ++round) {
        const PairedRows made = testsupport::randomUses(random, {.uses = 2 + 9 * round});
        const double slowdown = 1.0 + static_cast<double>(random() % 20) / 10.0;
        PairedRows slower = made;
        slower.latency *= slowdown;
        const Scenario scenario = randomScenario(made, random);
        const auto rows = ScenarioRows::prepare(predictionsOf(made, true), scenario).value();
        const auto slow = ScenarioRows::prepare(predictionsOf(slower, true), scenario).value();
        const auto uses = ScenarioUses::of(*rows, scenario, scenario.threshold);
        QVERIFY(uses.has_value());
        const double found = valuePerUse(uses->rows(), uses->outcomes(slowdown),
                                         {scenario.values, scenario.patience});
        COMPARE_NEAR(found, assess(*slow, scenario).value.perUse, 1e-6);
    }
}

void TestScenarioLoad::prices_areThoseOfEveryThreshold()
{
    std::mt19937 random(13);
    for (int round = 0; round < (testsupport::isSanitized ? 6 : 12); ++round) {
        const PairedRows made = testsupport::randomUses(random, {.uses = 40 + 20 * round});
        Scenario scenario = randomScenario(made, random);
        const auto rows = ScenarioRows::prepare(predictionsOf(made, true), scenario).value();
        const auto budget = priceOfBudget(*rows, scenario);
        QCOMPARE(budget.has_value(), scenario.budget.has_value());
        if (budget && budget->up) {
            Scenario more = scenario;
            more.budget = Milliseconds{scenario.budget->value + budget->stepUp};
            COMPARE_NEAR(*budget->up * budget->stepUp,
                         *naiveBest(*rows, more) - *naiveBest(*rows, scenario), 1e-6);
        }
        const auto precision = priceOfPrecision(*rows, scenario, scenario.precisionLimit);
        const auto here = naiveBest(*rows, scenario, scenario.precisionLimit);
        QCOMPARE(precision.has_value(), here.has_value());
        if (precision && precision->down) {
            const double loose = scenario.precisionLimit - precision->stepDown;
            COMPARE_NEAR(*precision->down * precision->stepDown,
                         *here - *naiveBest(*rows, scenario, loose), 1e-6);
        }
    }
}

/// What is told without "at this setting" is of the best point within the limits.
void TestScenarioLoad::best_isWithinTheLimits()
{
    constexpr Eigen::Index uses = 4000;
    PredictionColumns columns;
    columns.score = Eigen::ArrayXd::LinSpaced(uses, 0.0, 1.0);
    columns.label.resize(uses);
    for (Eigen::Index use = 0; use < uses; ++use)
        columns.label[use] = use >= uses / 2 ? (use % 20 != 19) : (use % 5 < 3);
    RowAccount account;
    account.countUsed(uses);
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), account);
    Scenario scenario;
    scenario.values = OutcomeValues{1.0, -1.0, -1.0, 0.0, 0.0};
    const auto rows = ScenarioRows::prepare(predictions, scenario).value();
    const auto isBestAt = [&](double threshold) {
        scenario.threshold = {threshold};
        return scenarioLoad(*rows, loadQuestion(scenario)).value().isAtTheBest;
    };
    scenario.precisionLimit = 0.0;
    QVERIFY(isBestAt(0.0));
    scenario.precisionLimit = 0.9;
    QVERIFY(!isBestAt(0.0));
    const auto kept = plainlyKept(*rows->at(scenario), limitsQuestion(scenario));
    const auto sure = surelyKept(*rows->at(scenario), limitsQuestion(scenario));
    QVERIFY(kept && sure.ok() && sure.value());
    QVERIFY(kept->threshold.value < sure.value()->threshold.value);
    for (const PromiseRule promise : {PromiseRule::LowerLimit, PromiseRule::Plain}) {
        scenario.promise = promise;
        QVERIFY(isBestAt(kept->threshold.value));
        QVERIFY(promise == PromiseRule::Plain || isBestAt(sure.value()->threshold.value));
    }
    scenario.precisionLimit = 0.99; // that none keeps
    QVERIFY(isBestAt(0.0));
}

void TestScenarioLoad::load_anyScenario_startsFromItsValue()
{
    std::mt19937 random(17);
    for (int round = 0; round < 6; ++round) {
        const PairedRows made = testsupport::randomUses(random, {.uses = 100 + 50 * round});
        const Scenario scenario = randomScenario(made, random);
        const auto rows = ScenarioRows::prepare(predictionsOf(made, true), scenario).value();
        const auto found = scenarioLoad(*rows, loadQuestion(scenario));
        QVERIFY(found.ok());
        const LoadBearing &load = found.value().load;
        const double value = assess(*rows, scenario).value.perUse;
        COMPARE_NEAR(load.equalSteps.value, value, 1e-6);
        COMPARE_NEAR(load.badWeek.value, value, 1e-6);
        const double best = naiveBest(*rows, scenario).value();
        QCOMPARE(found.value().isAtTheBest, value >= best - 0.02 * std::abs(best));
        const auto &split = load.equalSteps.shapley;
        COMPARE_NEAR(split.latency + split.precision + split.recall, load.equalSteps.joint, 1e-9);
        QVERIFY(found.value().drawn);
        QCOMPARE(found.value().uses, static_cast<std::size_t>(made.uses()));
    }
}

void TestScenarioLoad::load_noLatencies_losesNothingToThem()
{
    std::mt19937 random(19);
    const PairedRows made = testsupport::randomUses(random, {.uses = 300, .latencies = false});
    Scenario scenario;
    scenario.selection.model = made.models[0];
    scenario.threshold = {0.5};
    const auto rows = ScenarioRows::prepare(predictionsOf(made, true), scenario).value();
    const auto found = scenarioLoad(*rows, loadQuestion(scenario));
    QVERIFY(found.ok());
    QVERIFY(!found.value().hasLatency && !found.value().timeCounts);
    QCOMPARE(found.value().load.equalSteps.alone.latency, 0.0);
    QVERIFY(!found.value().budget);
}

void TestScenarioLoad::load_noUses_isAProblem()
{
    PairedRows made;
    made.models = {"only"};
    made.label = LabelColumn::Ones(4);
    made.weight = Eigen::ArrayXd::Ones(4);
    made.score = Eigen::ArrayXXd::Constant(4, 1, 0.5);
    made.latency = Eigen::ArrayXXd::Constant(4, 1, std::numeric_limits<double>::quiet_NaN());
    Scenario scenario;
    scenario.selection.model = "only";
    scenario.budget = Milliseconds{100.0};
    const auto rows = ScenarioRows::prepare(predictionsOf(made, false), scenario).value();
    const auto found = scenarioLoad(*rows, loadQuestion(scenario));
    QVERIFY(!found.ok());
    QCOMPARE(found.problem().kind, ProblemKind::NothingUsable);
}

void TestScenarioLoad::load_manyUses_isNotDrawn()
{
    std::mt19937 random(23);
    const auto uses = static_cast<Eigen::Index>(mostDrawnForLoad) + 1;
    const PairedRows made = testsupport::randomUses(random, {.uses = uses, .models = 1});
    Scenario scenario;
    scenario.selection.model = made.models[0];
    scenario.threshold = {0.5};
    scenario.budget = Milliseconds{300.0};
    const auto rows = ScenarioRows::prepare(predictionsOf(made, false), scenario).value();
    const auto found = scenarioLoad(*rows, loadQuestion(scenario));
    QVERIFY(found.ok());
    QVERIFY(!found.value().drawn);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped =
            scenarioLoad(*rows, loadQuestion(scenario), {.stop = stop.get_token(), .progress = {}});
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.problem().kind, ProblemKind::Cancelled);
}

void TestScenarioLoad::prices_stopped_areNone()
{
    std::mt19937 random(29);
    const PairedRows made = testsupport::randomUses(random, {.uses = 200});
    Scenario scenario = randomScenario(made, random);
    scenario.budget = Milliseconds{300.0};
    scenario.latePolicy = LatePolicy::ShowNothing;
    const auto rows = ScenarioRows::prepare(predictionsOf(made, true), scenario).value();
    QVERIFY(priceOfBudget(*rows, scenario));
    std::stop_source stop;
    stop.request_stop();
    const JobControl job{.stop = stop.get_token(), .progress = {}};
    QVERIFY(!priceOfBudget(*rows, scenario, 0.02, job));
    QVERIFY(!priceOfPrecision(*rows, scenario, 0.1, 0.05, job));
}

void TestScenarioLoad::question_noun_isTheSame()
{
    Scenario one;
    Scenario other = one;
    other.words.raised = "alert";
    other.usesPerWeek = 3.0;
    QVERIFY(loadQuestion(one) == loadQuestion(other));
    other.threshold = {0.7};
    QVERIFY(loadQuestion(one) != loadQuestion(other));
}

ONEINN_TEST(TestScenarioLoad)

} // namespace tests::loadbearing_scenarioload

#include "tst_scenarioload.moc"
