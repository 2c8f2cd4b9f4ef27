// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/scenariorows.h"

#include "core/assessment.h"
#include "core/policies/usecolumns.h"
#include "core/policies/valueofuses.h"
#include "support/predictionsofuses.h"
#include "support/randompredictions.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace tests::policies_scenariorows {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::predictionsOf;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const std::vector<PatiencePoint> somePatience{{{100.0}, 0.9}, {{400.0}, 0.4}};

bool near(const Tally &a, const Tally &b)
{
    const auto close = [](double x, double y) {
        return std::abs(x - y) <= 1e-6 * (1.0 + std::abs(y));
    };
    return close(a.rows, b.rows) && close(a.weight, b.weight)
            && close(a.squaredWeight, b.squaredWeight);
}

} // namespace

/// What the index answers at once, against the policies' pass over every use.
class TestScenarioRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void assess_anyPolicy_isThePassOverEveryUse_data();
    void assess_anyPolicy_isThePassOverEveryUse();
    void assess_mostValuable_isTheBestOfEveryThreshold_data();
    void assess_mostValuable_isTheBestOfEveryThreshold();
    void assess_fallback_isTheVector();
    void assess_failedCalls_areNeitherLateNorQuick_data();
    void assess_failedCalls_areNeitherLateNorQuick();
    void assess_failedCalls_areTheVectors();
    void assess_impatience_isNotLateness();
    void prepare_otherAssumptions_lendsWhatStays();
    void prepare_givenUpWhileItWaited_looksAtNothing();
    void asPrepared_fits_data();
    void asPrepared_fits();
};

namespace {

void addPolicies()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<bool>("impatient");
    QTest::addColumn<bool>("atDeadline");
    const std::pair<const char *, LatePolicy> policies[] = {
            {"wait", LatePolicy::Wait},
            {"show nothing", LatePolicy::ShowNothing},
            {"unanswered", LatePolicy::Unanswered},
            {"fall back", LatePolicy::FallBack}};
    for (const auto &[name, policy] : policies) {
        for (const bool impatient : {false, true}) {
            const bool fallsBack = policy == LatePolicy::FallBack;
            for (const bool atDeadline : {false, true}) {
                if (fallsBack || !atDeadline)
                    QTest::addRow("%s%s%s", name, impatient ? ", impatient" : "",
                                  atDeadline ? ", at the deadline" : "")
                            << policy << impatient << atDeadline;
            }
        }
    }
}

/// A random scenario of the data row's policy.
Scenario randomScenario(const PairedRows &rows, std::mt19937 &random)
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const bool, impatient);
    QFETCH(const bool, atDeadline);
    const auto below = [&random](unsigned limit) { return static_cast<double>(random() % limit); };
    Scenario scenario;
    scenario.selection.model = rows.models[0];
    scenario.latePolicy = policy;
    scenario.threshold = {below(52) / 50.0};
    if (below(5) > 0.0)
        scenario.budget = Milliseconds{10.0 * below(70)};
    if (impatient)
        scenario.patience = PatienceCurve(somePatience);
    scenario.fallback =
            FallbackModel{rows.models[1],
                          {below(52) / 50.0},
                          atDeadline ? Fallback::Start::AtDeadline : Fallback::Start::WithMain};
    scenario.values = {3.0 - below(3), -below(7), -below(3), below(2) / 2.0, -below(4)};
    return scenario;
}

SingleModel policyOf(const Scenario &scenario)
{
    return {{0, scenario.threshold},
            scenario.budget,
            scenario.latePolicy,
            {{1, scenario.fallback->threshold}, scenario.fallback->start}};
}

} // namespace

void TestScenarioRows::assess_anyPolicy_isThePassOverEveryUse_data()
{
    addPolicies();
}

void TestScenarioRows::assess_anyPolicy_isThePassOverEveryUse()
{
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        const bool weighted = round % 2 == 0;
        const PairedRows rows = testsupport::randomUses(random,
                                                        {.uses = 1 + round * round / 4,
                                                         .latencies = round % 9 != 8,
                                                         .weights = weighted,
                                                         .oneClass = round % 7 == 6,
                                                         .failures = round % 3 == 2});
        const auto predictions = predictionsOf(rows, weighted);
        const Scenario scenario = randomScenario(rows, random);
        const auto prepared = ScenarioRows::prepare(predictions, scenario);
        QVERIFY(prepared.ok());
        const auto slice = prepared.value()->at(scenario);
        const Assessment found = assess(*prepared.value(), scenario);

        const UseTerms terms{scenario.values, scenario.patience};
        const UseOutcomes outcomes = oneinn::outcomes(rows, policyOf(scenario));
        const Waterfall uses = UseColumns(rows, outcomes, scenario.patience).waterfall();
        const OperatingCounts ends = slice->ends(scenario.threshold);
        const Waterfall here = slice->waterfall(scenario.threshold);
        for (std::size_t part = 0; part < useParts; ++part)
            QVERIFY(near(here[static_cast<UsePart>(part)], uses[static_cast<UsePart>(part)]));
        QVERIFY(near(ends.tp, uses[UsePart::RightShown]));
        QVERIFY(near(ends.fp, uses[UsePart::WrongShown]));
        QVERIFY(near(ends.fn + ends.latePositive,
                     uses.of(goodUses.without({UsePart::RightShown}))));
        QVERIFY(near(ends.tn + ends.lateNegative, uses.of(badUses.without({UsePart::WrongShown}))));
        COMPARE_NEAR(found.value.perUse, valuePerUse(rows, outcomes, terms), 1e-6);
    }
}

void TestScenarioRows::assess_mostValuable_isTheBestOfEveryThreshold_data()
{
    addPolicies();
}

void TestScenarioRows::assess_mostValuable_isTheBestOfEveryThreshold()
{
    std::mt19937 random(11);
    for (int round = 0; round < 12; ++round) {
        const PairedRows rows = testsupport::randomUses(
                random,
                {.uses = 5 + 20 * round, .weights = round % 2 == 0, .failures = round % 3 == 2});
        Scenario scenario = randomScenario(rows, random);
        const auto prepared =
                ScenarioRows::prepare(predictionsOf(rows, round % 2 == 0), scenario).value();
        const Assessment found = assess(*prepared, scenario);
        const UseTerms terms{scenario.values, scenario.patience};
        double best = -infinity;
        double bestF1 = 0.0;
        for (int step = 0; step <= 51; ++step) {
            scenario.threshold = {step / 50.0};
            const auto outcomes = oneinn::outcomes(rows, policyOf(scenario));
            best = std::max(best, valuePerUse(rows, outcomes, terms));
            // The model's own: whoever would have left, and without those unanswered.
            const auto uses = UseColumns(rows, outcomes, {}).waterfall();
            const double right = uses[UsePart::RightShown].weight;
            const double missed =
                    uses.of({UsePart::MissedByModel, UsePart::MissedByLateness}).weight
                    - uses[UsePart::UnansweredGood].weight;
            if (right > 0.0)
                bestF1 = std::max(
                        bestF1,
                        2.0 * right / (2.0 * right + uses[UsePart::WrongShown].weight + missed));
        }
        COMPARE_NEAR(found.value.best.best, best, 1e-6);
        if (found.recommendations.f1)
            COMPARE_NEAR(found.recommendations.f1->best, bestF1, 1e-6);
    }
}

void TestScenarioRows::assess_fallback_isTheVector()
{
    const auto vector = testsupport::vector(u"T5.deadline.fallback"_s);
    const auto column = [&](const char *key) {
        return testsupport::numbers(vector.input.value(QLatin1String(key)));
    };
    const Eigen::ArrayXd label = column("label");
    PairedRows rows;
    rows.models = {"large", "small"};
    rows.label = (label > 0.5).cast<std::uint8_t>();
    rows.weight = Eigen::ArrayXd::Ones(label.size());
    rows.score.resize(label.size(), 2);
    rows.score << column("score_large"), column("score_small");
    rows.latency.resize(label.size(), 2);
    rows.latency.col(0) = column("latency_large_ms");
    rows.latency.col(1) = vector.input.value("latency_small_ms"_L1).toDouble();
    Scenario scenario;
    scenario.selection.model = "large";
    scenario.latePolicy = LatePolicy::FallBack;
    scenario.budget = Milliseconds{vector.input.value("deadline_ms"_L1).toDouble()};
    scenario.threshold = {vector.input.value("threshold_large"_L1).toDouble()};
    scenario.fallback =
            FallbackModel{"small", {vector.input.value("threshold_small"_L1).toDouble()}};
    const auto prepared = ScenarioRows::prepare(predictionsOf(rows, false), scenario).value();
    const Assessment found = assess(*prepared, scenario);
    QCOMPARE(found.matrix.tp(), vector.expected["tp"_L1].toDouble());
    QCOMPARE(found.matrix.fp(), vector.expected["fp"_L1].toDouble());
    COMPARE_NEAR(found.metrics.precision, vector.expected["precision"_L1].toDouble(), 1e-12);
    COMPARE_NEAR(found.metrics.recall, vector.expected["recall"_L1].toDouble(), 1e-12);
    COMPARE_NEAR(found.experience[Share::Late]->value,
                 vector.expected["fallback_share"_L1].toDouble(), 1e-12);
}

void TestScenarioRows::assess_failedCalls_areNeitherLateNorQuick_data()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<double>("failed"); // of all uses, each by hand
    QTest::addColumn<double>("late");
    QTest::addColumn<double>("missed"); // of the good ones
    QTest::addColumn<double>("shown");
    QTest::addRow("wait") << LatePolicy::Wait << 2.0 / 8.0 << 1.0 / 8.0 << 1.0 / 4.0 << 5.0 / 8.0;
    QTest::addRow("show nothing") << LatePolicy::ShowNothing << 2.0 / 8.0 << 1.0 / 8.0 << 2.0 / 4.0
                                  << 4.0 / 8.0;
    QTest::addRow("unanswered") << LatePolicy::Unanswered << 2.0 / 8.0 << 1.0 / 8.0 << 2.0 / 4.0
                                << 4.0 / 8.0;
    // The other model shows everything, and failed itself on the last use.
    QTest::addRow("fall back") << LatePolicy::FallBack << 1.0 / 8.0 << 2.0 / 8.0 << 0.0
                               << 6.0 / 8.0;
}

void TestScenarioRows::assess_failedCalls_areNeitherLateNorQuick()
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const double, failed);
    QFETCH(const double, late);
    QFETCH(const double, missed);
    QFETCH(const double, shown);
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    PairedRows rows;
    rows.models = {"asked", "other"};
    rows.label.resize(8);
    rows.label << 1, 1, 1, 1, 0, 0, 0, 0;
    rows.weight = Eigen::ArrayXd::Ones(8);
    rows.score.resize(8, 2);
    rows.score.col(0) << 0.9, 0.9, 0.9, 0.0, 0.9, 0.9, 0.1, 0.0;
    rows.score.col(1).setConstant(1.0);
    rows.latency.resize(8, 2);
    rows.latency.col(0) << 10, 20, 900, none, 30, 40, 50, none;
    rows.latency.col(1).setConstant(5.0);
    rows.latency(7, 1) = none;
    rows.failed.setZero(8, 2);
    rows.failed(3, 0) = rows.failed(7, 0) = rows.failed(7, 1) = 1;
    Scenario scenario;
    scenario.selection.model = "asked";
    scenario.latePolicy = policy;
    scenario.budget = Milliseconds{100.0};
    scenario.threshold = {0.5};
    scenario.fallback = FallbackModel{"other", {0.5}};
    const auto prepared = ScenarioRows::prepare(predictionsOf(rows, false), scenario).value();
    const Assessment found = assess(*prepared, scenario);
    COMPARE_NEAR(found.experience[Share::Failed]->value, failed, 1e-12);
    COMPARE_NEAR(found.experience[Share::Late]->value, late, 1e-12);
    COMPARE_NEAR(found.experience[Share::Missed]->value, missed, 1e-12);
    COMPARE_NEAR(found.experience[Share::Shown]->value, shown, 1e-12);
    // Six waits are known, and what a percentile is of.
    QCOMPARE(prepared->all()->latency().size(), 6);
    QCOMPARE(*prepared->all()->latency().percentile(0.5), 30.0);
    // The model's own matrix is of what it answered.
    QCOMPARE(found.counts.uses().rows, 6.0);
}

void TestScenarioRows::assess_failedCalls_areTheVectors()
{
    const auto vector = testsupport::vector(u"T9.llm.outcomes"_s);
    const QJsonArray calls = vector.input.value("rows"_L1).toArray();
    const Eigen::Index size = calls.size();
    PairedRows rows;
    rows.models = {"only"};
    rows.label = LabelColumn::Zero(size);
    rows.weight = Eigen::ArrayXd::Ones(size);
    rows.score = Eigen::ArrayXXd::Zero(size, 1);
    rows.latency = Eigen::ArrayXXd::Constant(size, 1, infinity);
    rows.failed.setZero(size, 1);
    for (Eigen::Index i = 0; i < size; ++i) {
        const QJsonObject call = calls[i].toObject();
        const QString outcome = call["outcome"_L1].toString();
        const bool failed = outcome == u"error" || outcome == u"rate-limited";
        rows.failed(i, 0) = failed ? 1 : 0;
        if (failed)
            rows.latency(i, 0) = std::numeric_limits<double>::quiet_NaN();
        else if (call.contains("total_ms"_L1))
            rows.latency(i, 0) = call["total_ms"_L1].toDouble();
    }
    Scenario scenario;
    scenario.selection.model = "only";
    const auto prepared = ScenarioRows::prepare(predictionsOf(rows, false), scenario).value();
    const Assessment found = assess(*prepared, scenario);
    COMPARE_NEAR(found.experience[Share::Failed]->value,
                 vector.expected["of_all_uses"_L1].toObject()["failed"_L1].toDouble(), 1e-12);
    QCOMPARE(prepared->all()->latency().size(), vector.expected["percentile_of"_L1].toInteger());
    QCOMPARE(*prepared->all()->latency().percentile(0.99), infinity);
}

void TestScenarioRows::assess_impatience_isNotLateness()
{
    const auto vector = testsupport::vector(u"T5.abandon"_s);
    const Eigen::ArrayXd latency =
            1000.0 * testsupport::numbers(vector.input.value("latency_s"_L1));
    PairedRows rows;
    rows.models = {"only"};
    rows.label = LabelColumn::Ones(latency.size());
    rows.weight = Eigen::ArrayXd::Ones(latency.size());
    rows.score = Eigen::ArrayXXd::Constant(latency.size(), 1, 0.9);
    rows.latency = latency;
    std::vector<PatiencePoint> points;
    const auto pairs = vector.input.value("points"_L1).toArray();
    for (const auto &pair : pairs)
        points.push_back({{1000.0 * pair[0].toDouble()}, pair[1].toDouble()});
    Scenario scenario;
    scenario.selection.model = "only";
    scenario.latePolicy = LatePolicy::Wait;
    scenario.patience = PatienceCurve(points);
    scenario.budget = Milliseconds{1000.0 * vector.input.value("budget_s"_L1).toDouble()};
    const auto prepared = ScenarioRows::prepare(predictionsOf(rows, false), scenario).value();
    const Assessment found = assess(*prepared, scenario);
    COMPARE_NEAR(found.experience[Share::Left]->value,
                 vector.expected["share_abandoned"_L1].toDouble(), 1e-9);
    COMPARE_NEAR(found.experience[Share::Late]->value,
                 vector.expected["share_over_budget"_L1].toDouble(), 1e-9);
}

void TestScenarioRows::prepare_otherAssumptions_lendsWhatStays()
{
    std::mt19937 random(3);
    const PairedRows uses = testsupport::randomUses(random, {.uses = 50, .weights = false});
    const auto predictions = predictionsOf(uses, false);
    Scenario scenario;
    scenario.selection.model = uses.models[0];
    const auto first = ScenarioRows::prepare(predictions, scenario).value();
    QCOMPARE(first->staying(), first->all());
    QVERIFY(first->everyoneWaits() && !first->paired());

    scenario.patience = PatienceCurve(somePatience);
    QVERIFY(!first->fit(scenario));
    const auto second = ScenarioRows::prepare(predictions, scenario, {}, first).value();
    QCOMPARE(second->all(), first->all());
    QVERIFY(second->staying() != second->all());

    scenario.latePolicy = LatePolicy::FallBack;
    scenario.fallback = FallbackModel{uses.models[1], {0.5}};
    QVERIFY(!second->fit(scenario));
    const auto third = ScenarioRows::prepare(predictions, scenario, {}, second).value();
    QCOMPARE(third->staying(), second->staying());
    QVERIFY(third->paired() != nullptr);
    scenario.latePolicy = LatePolicy::Wait;
    QVERIFY(third->fit(scenario));
}

void TestScenarioRows::prepare_givenUpWhileItWaited_looksAtNothing()
{
    const auto predictions = testsupport::randomPredictions("useful scores", 50, 1);
    Scenario scenario;
    scenario.mix = TrafficMix{"no such column", {{"a", 1.0}}};
    QCOMPARE(ScenarioRows::prepare(predictions, scenario).problem().kind,
             ProblemKind::ValueMissing);
    std::stop_source stop;
    stop.request_stop();
    const JobControl job{stop.get_token(), {}};
    QCOMPARE(ScenarioRows::prepare(predictions, scenario, job).problem().kind,
             ProblemKind::Cancelled);
    // And between its steps.
    scenario.mix.reset();
    scenario.patience = PatienceCurve({{{100.0}, 0.5}});
    QCOMPARE(ScenarioRows::prepare(predictions, scenario, job).problem().kind,
             ProblemKind::Cancelled);
}

void TestScenarioRows::asPrepared_fits_data()
{
    addPolicies();
}

void TestScenarioRows::asPrepared_fits()
{
    std::mt19937 random(5);
    const PairedRows uses = testsupport::randomUses(random, {.uses = 50});
    const auto predictions = predictionsOf(uses, true);
    Scenario plain;
    plain.selection.model = uses.models[1];
    const auto rows = ScenarioRows::prepare(predictions, plain).value();
    const Scenario wanted = randomScenario(uses, random);
    QVERIFY(!rows->fit(wanted));
    const Scenario shown = rows->asPrepared(wanted);
    QVERIFY(rows->fit(shown));
    QCOMPARE(shown.threshold, wanted.threshold);
    QCOMPARE(shown.budget, wanted.budget);
}

ONEINN_TEST(TestScenarioRows)

} // namespace tests::policies_scenariorows

#include "tst_scenariorows.moc"
