// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/pincomparison.h"

#include "support/naiveoracle.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::comparison_pincomparison {

using namespace oneinn;
using testsupport::firstModelScenario;
using testsupport::predictionsOf;
using testsupport::randomUses;
namespace naive = testsupport::naive;

class TestPinComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void assessed_anyChoice_isAskedUnderTheSameAssumptions();
    void assessed_misfits_areSaid();
    void differences_sameModel_areThoseOfTheNaivePass();
    void differences_anyPolicy_areThoseOfTheAssessments_data();
    void differences_anyPolicy_areThoseOfTheAssessments();
    void differences_otherModel_pairsByExample();
    void differences_sameChoice_areNone();
    void differences_turnedRound_areTheOpposite();
    void differences_clearAndUnclear_areToldApartOrNot();
    void differences_ofCounts_areNewcombes();
    void differences_unpaired_saysWhy();
    void differences_stopped_isCancelled();
};

namespace {

ScenarioRows::Ptr prepared(const PredictionsPtr &predictions, const Scenario &scenario)
{
    return ScenarioRows::prepare(predictions, scenario).value();
}

AssessedPin assessed(const Choice &choice, const Scenario &now, const ScenarioRows::Ptr &rows)
{
    return assessedPin(choice, now, {rows}).value();
}

PinDifferences differencesOf(const AssessedPin &pin, const Scenario &now,
                             const ScenarioRows::Ptr &rows)
{
    return pinDifferences(*pin.rows, settingQuestion(pin.scenario), *rows, settingQuestion(now))
            .value();
}

naive::Rows naiveRows(const PairedRows &rows, const Budget &budget)
{
    naive::Rows result;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const bool late = budget && rows.hasLatency() && !(rows.latency(use, 0) <= budget->value);
        result.push_back({rows.label[use] != 0, rows.score(use, 0), rows.weight[use], late});
    }
    return result;
}

/// What a choice does where nothing is shown late and everyone waits.
struct Naive {
    std::optional<double> wrong, missed;
    double late = 0.0;
    double value = 0.0;
};

Naive naiveOf(const PairedRows &rows, const Scenario &scenario)
{
    const naive::Rows all = naiveRows(rows, scenario.budget);
    const naive::Counts c = naive::countsAt(all, scenario.threshold.value);
    const double positives = naive::classWeight(all, true);
    const double uses = positives + naive::classWeight(all, false);
    Naive result;
    if (c.tp + c.fp > 0.0)
        result.wrong = c.fp / (c.tp + c.fp);
    if (positives > 0.0)
        result.missed = (c.fn + c.latePositive) / positives;
    result.late = (c.latePositive + c.lateNegative) / uses;
    const OutcomeValues &v = scenario.values;
    result.value =
            naive::valueAt(all, scenario.threshold.value, {v.tp(), v.fp(), v.fn(), v.tn()}) / uses;
    return result;
}

/// The same rows of models, with other example ids.
PredictionsPtr withIds(const Predictions &from, std::optional<CategoryColumn> ids)
{
    return std::make_shared<const Predictions>(PredictionColumns{.label = from.label(),
                                                                 .score = from.score(),
                                                                 .latency = from.latency(),
                                                                 .weight = {},
                                                                 .model = from.model(),
                                                                 .segments = {},
                                                                 .exampleId = std::move(ids),
                                                                 .userId = {}},
                                               RowAccount());
}

std::optional<double> less(const std::optional<double> &a, const std::optional<double> &b)
{
    return a && b ? std::optional(*a - *b) : std::nullopt;
}

std::optional<double> differenceIn(const std::optional<MeasureComparison> &measure)
{
    return measure ? std::optional(measure->difference) : std::nullopt;
}

} // namespace

void TestPinComparison::assessed_anyChoice_isAskedUnderTheSameAssumptions()
{
    std::mt19937 random(3);
    const PairedRows rows = randomUses(random, {.uses = 400});
    const auto predictions = predictionsOf(rows, false);
    Scenario now = firstModelScenario(rows);
    now.baseRate = 0.1;
    const auto of = prepared(predictions, now);
    for (const std::string &model : rows.models) {
        const Choice choice{.threshold = {0.3},
                            .budget = {},
                            .latePolicy = LatePolicy::Wait,
                            .fallback = {},
                            .model = model};
        const AssessedPin pin = assessed(choice, now, of);
        QVERIFY(!pin.misfit);
        QVERIFY(pin.scenario == withChoice(now, choice));
        // The rows at hand are used where they are the same.
        QCOMPARE(pin.rows == of, model == rows.models[0]);
        const Assessment fresh = assess(*prepared(predictions, pin.scenario), pin.scenario);
        QCOMPARE(pin.assessment->value.perUse, fresh.value.perUse);
        QCOMPARE(pin.assessment->experience[Share::WrongOfShown]->value,
                 fresh.experience[Share::WrongOfShown]->value);
    }
}

void TestPinComparison::assessed_misfits_areSaid()
{
    std::mt19937 random(4);
    const PairedRows timed = randomUses(random, {.uses = 50});
    const auto predictions = predictionsOf(timed, false);
    const Scenario now = firstModelScenario(timed);
    const auto rows = prepared(predictions, now);
    Choice gone = choiceOf(now);
    gone.model = "gone";
    QCOMPARE(assessed(gone, now, rows).misfit, PinMisfit::ModelMissing);
    QVERIFY(!assessed(gone, now, rows).assessment);

    Choice without = choiceOf(now);
    without.latePolicy = LatePolicy::FallBack;
    without.fallback = FallbackModel{"gone", {0.5}};
    QCOMPARE(assessed(without, now, rows).misfit, PinMisfit::FallbackMissing);
    without.budget.reset(); // nothing is late
    QVERIFY(!assessed(without, now, rows).misfit);

    const PairedRows untimed = randomUses(random, {.uses = 50, .latencies = false});
    const Scenario other = firstModelScenario(untimed);
    const auto otherRows = prepared(predictionsOf(untimed, false), other);
    QCOMPARE(assessed(choiceOf(now), other, otherRows).misfit, PinMisfit::BudgetWithoutLatencies);
}

void TestPinComparison::differences_sameModel_areThoseOfTheNaivePass()
{
    std::mt19937 random(5);
    for (int round = 0; round < 40; ++round) {
        const PairedRows rows = randomUses(random, round, 400.0);
        const auto predictions = predictionsOf(rows, round % 2 == 0);
        Scenario now = firstModelScenario(rows);
        const auto of = prepared(predictions, now);
        Choice choice = choiceOf(now);
        choice.threshold = {static_cast<double>(random() % 60) / 50.0};
        if (round % 3 == 0)
            choice.budget.reset();
        const AssessedPin pin = assessed(choice, now, of);
        const PinDifferences found = differencesOf(pin, now, of);
        const Naive a = naiveOf(rows, pin.scenario);
        const Naive b = naiveOf(rows, now);
        QCOMPARE(found.pairing, PinPairing::SameRows);
        QCOMPARE(found.uses, std::size_t(rows.uses()));
        COMPARE_NEAR(differenceIn(found[Share::WrongOfShown]), less(a.wrong, b.wrong), 1e-9);
        COMPARE_NEAR(differenceIn(found[Share::Missed]), less(a.missed, b.missed), 1e-9);
        COMPARE_NEAR(found.valuePerUse->difference, a.value - b.value, 1e-9);
        QCOMPARE(found[Share::Late].has_value(), rows.hasLatency());
        if (found[Share::Late])
            COMPARE_NEAR(found[Share::Late]->difference, a.late - b.late, 1e-9);
    }
}

void TestPinComparison::differences_anyPolicy_areThoseOfTheAssessments_data()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<bool>("impatient");
    for (const bool impatient : {false, true}) {
        const char *who = impatient ? ", impatient" : "";
        QTest::addRow("wait%s", who) << LatePolicy::Wait << impatient;
        QTest::addRow("show nothing%s", who) << LatePolicy::ShowNothing << impatient;
        QTest::addRow("unanswered%s", who) << LatePolicy::Unanswered << impatient;
        QTest::addRow("fall back%s", who) << LatePolicy::FallBack << impatient;
    }
}

void TestPinComparison::differences_anyPolicy_areThoseOfTheAssessments()
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const bool, impatient);
    std::mt19937 random(6);
    for (int round = 0; round < 8; ++round) {
        const PairedRows rows =
                randomUses(random, {.uses = 300, .models = 3, .weights = round % 2 == 0});
        const auto predictions = predictionsOf(rows, round % 2 == 0);
        Scenario now = firstModelScenario(rows);
        if (impatient)
            now.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.4}});
        if (round % 3 == 0)
            now.baseRate = 0.15;
        const auto of = prepared(predictions, now);
        const Choice choice{.threshold = {0.6},
                            .budget = Milliseconds{200.0},
                            .latePolicy = policy,
                            .fallback = FallbackModel{rows.models[2], {0.4}},
                            .model = rows.models[round % 2]};
        const AssessedPin pin = assessed(choice, now, of);
        const PinDifferences found = differencesOf(pin, now, of);
        const Assessment here = assess(*of, now);
        const auto &a = pin.assessment->experience;
        const auto &b = here.experience;
        COMPARE_NEAR(found[Share::WrongOfShown]->a, a[Share::WrongOfShown]->value, 1e-6);
        COMPARE_NEAR(found[Share::WrongOfShown]->b, b[Share::WrongOfShown]->value, 1e-6);
        COMPARE_NEAR(found[Share::Missed]->a, a[Share::Missed]->value, 1e-6);
        COMPARE_NEAR(found[Share::Missed]->b, b[Share::Missed]->value, 1e-6);
        COMPARE_NEAR(found[Share::Late]->difference, a[Share::Late]->value - b[Share::Late]->value,
                     1e-6);
        COMPARE_NEAR(found.valuePerUse->difference,
                     pin.assessment->value.perUse - here.value.perUse, 1e-6);
        QVERIFY(found[Share::Missed]->interval.low <= found[Share::Missed]->interval.high);
    }
}

void TestPinComparison::differences_otherModel_pairsByExample()
{
    std::mt19937 random(8);
    const PairedRows rows = randomUses(random, {.uses = 200, .weights = false});
    const auto predictions = predictionsOf(rows, false);
    const Scenario now = firstModelScenario(rows);
    const auto of = prepared(predictions, now);
    Choice choice = choiceOf(now);
    choice.model = rows.models[1];
    const AssessedPin pin = assessed(choice, now, of);
    const PinDifferences found = differencesOf(pin, now, of);
    QCOMPARE(found.pairing, PinPairing::SameExamples);
    QCOMPARE(found.uses, std::size_t(200));
    PairedRows other = rows;
    other.score.col(0) = rows.score.col(1);
    other.latency.col(0) = rows.latency.col(1);
    COMPARE_NEAR(differenceIn(found[Share::WrongOfShown]),
                 less(naiveOf(other, pin.scenario).wrong, naiveOf(rows, now).wrong), 1e-9);
    COMPARE_NEAR(found.valuePerUse->difference,
                 naiveOf(other, pin.scenario).value - naiveOf(rows, now).value, 1e-9);
}

void TestPinComparison::differences_sameChoice_areNone()
{
    std::mt19937 random(9);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = predictionsOf(rows, false);
    const Scenario now = firstModelScenario(rows);
    const auto of = prepared(predictions, now);
    const PinDifferences found = differencesOf(assessed(choiceOf(now), now, of), now, of);
    for (const auto &measure : {found[Share::WrongOfShown], found[Share::Missed],
                                found[Share::Late], found.valuePerUse}) {
        QCOMPARE(measure->difference, 0.0);
        QVERIFY(!isDecided(measure->verdict));
        QVERIFY(measure->interval.low <= 0.0 && measure->interval.high >= 0.0);
    }
}

void TestPinComparison::differences_turnedRound_areTheOpposite()
{
    std::mt19937 random(10);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = predictionsOf(rows, false);
    Scenario now = firstModelScenario(rows);
    now.latePolicy = LatePolicy::Unanswered; // shares are linearised
    const auto of = prepared(predictions, now);
    Scenario pin = now;
    pin.threshold = {0.3};
    pin.budget = Milliseconds{100.0};
    const auto there = pinDifferences(*of, settingQuestion(pin), *of, settingQuestion(now)).value();
    const auto back = pinDifferences(*of, settingQuestion(now), *of, settingQuestion(pin)).value();
    const auto opposite = [](const MeasureComparison &a, const MeasureComparison &b) {
        return std::abs(a.difference + b.difference) < 1e-12
                && std::abs(a.interval.low + b.interval.high) < 1e-12
                && std::abs(a.interval.high + b.interval.low) < 1e-12;
    };
    QVERIFY(opposite(*there[Share::WrongOfShown], *back[Share::WrongOfShown]));
    QVERIFY(opposite(*there[Share::Missed], *back[Share::Missed]));
    QVERIFY(opposite(*there[Share::Late], *back[Share::Late]));
    QVERIFY(opposite(*there.valuePerUse, *back.valuePerUse));
}

void TestPinComparison::differences_clearAndUnclear_areToldApartOrNot()
{
    std::mt19937 random(11);
    const PairedRows rows = randomUses(random, {.uses = 2000});
    const auto predictions = predictionsOf(rows, false);
    Scenario now = firstModelScenario(rows);
    now.budget.reset();
    const auto of = prepared(predictions, now);
    Scenario pin = now;
    pin.threshold = {0.9};
    const auto clear = pinDifferences(*of, settingQuestion(pin), *of, settingQuestion(now)).value();
    QCOMPARE(clear[Share::WrongOfShown]->verdict, ComparisonVerdict::AIsBetter);
    QCOMPARE(clear[Share::Missed]->verdict, ComparisonVerdict::BIsBetter);
    QVERIFY(!clear[Share::Late]);

    const PairedRows few = randomUses(random, {.uses = 12});
    now = firstModelScenario(few);
    const auto ofFew = prepared(predictionsOf(few, false), now);
    pin = now;
    pin.threshold = {0.52};
    const auto unclear =
            pinDifferences(*ofFew, settingQuestion(pin), *ofFew, settingQuestion(now)).value();
    QVERIFY(!isDecided(unclear.valuePerUse->verdict));
}

void TestPinComparison::differences_ofCounts_areNewcombes()
{
    std::mt19937 random(12);
    const PairedRows rows = randomUses(random, {.uses = 500});
    const auto predictions = predictionsOf(rows, false);
    const Scenario now = firstModelScenario(rows);
    const auto of = prepared(predictions, now);
    Scenario pin = now;
    pin.threshold = {0.4};
    const auto found = pinDifferences(*of, settingQuestion(pin), *of, settingQuestion(now)).value();
    // A lower threshold shows all that is shown now, so that it alone can be right where now is
    // not: counted by hand, interval by Wilson's limits of either share and their correlation.
    double both = 0.0;
    double onlyPin = 0.0;
    double neither = 0.0;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        if (rows.label[use] == 0)
            continue;
        const bool inTime = rows.latency(use, 0) <= 300.0;
        const double score = rows.score(use, 0);
        (inTime && score >= 0.5 ? both : inTime && score >= 0.4 ? onlyPin : neither) += 1.0;
    }
    const double n = both + onlyPin + neither;
    const Interval a = wilsonInterval(both + onlyPin, n);
    const Interval b = wilsonInterval(both, n);
    const double pa = (both + onlyPin) / n;
    const double pb = both / n;
    const double margins = (both + onlyPin) * neither * both * (onlyPin + neither);
    const double product = both * neither; // the other diagonal holds a 0
    const double correction = product > n / 2.0 ? product - n / 2.0 : 0.0;
    const double phi = (product > 0.0 ? correction : product) / std::sqrt(margins);
    const double below = std::sqrt(std::pow(pa - a.low, 2) + std::pow(b.high - pb, 2)
                                   - 2.0 * phi * (pa - a.low) * (b.high - pb));
    const double above = std::sqrt(std::pow(a.high - pa, 2) + std::pow(pb - b.low, 2)
                                   - 2.0 * phi * (a.high - pa) * (pb - b.low));
    COMPARE_NEAR(found[Share::Missed]->difference, pb - pa, 1e-12);
    COMPARE_NEAR(found[Share::Missed]->interval.high, -(pa - pb - below), 1e-9);
    COMPARE_NEAR(found[Share::Missed]->interval.low, -(pa - pb + above), 1e-9);
    QCOMPARE(found[Share::Missed]->basis, ComparisonBasis::Counts);
}

void TestPinComparison::differences_unpaired_saysWhy()
{
    std::mt19937 random(13);
    const PairedRows rows = randomUses(random, {.uses = 40});
    const auto paired = predictionsOf(rows, false);
    const Scenario now = firstModelScenario(rows);
    Choice other = choiceOf(now);
    other.model = rows.models[1];
    const auto nameless = withIds(*paired, {});
    auto of = prepared(nameless, now);
    PinDifferences found = differencesOf(assessed(other, now, of), now, of);
    QCOMPARE(found.pairing, PinPairing::NoExampleIds);
    QVERIFY(!found.isPaired() && !found.valuePerUse);

    // Everyone's rows of one id: nothing tells which belong together.
    const auto alike =
            withIds(*paired, CategoryColumn{"id", {"a"}, CodeColumn::Zero(paired->rows())});
    of = prepared(alike, now);
    found = differencesOf(assessed(other, now, of), now, of);
    QCOMPARE(found.pairing, PinPairing::NoSharedUses);
}

void TestPinComparison::differences_stopped_isCancelled()
{
    std::mt19937 random(15);
    const PairedRows rows = randomUses(random, {.uses = 50});
    const Scenario now = firstModelScenario(rows);
    const auto of = prepared(predictionsOf(rows, false), now);
    std::stop_source stop;
    stop.request_stop();
    const JobControl job{.stop = stop.get_token(), .progress = {}};
    QCOMPARE(pinDifferences(*of, settingQuestion(now), *of, settingQuestion(now), job)
                     .problem()
                     .kind,
             ProblemKind::Cancelled);
    Choice other = choiceOf(now);
    other.model = rows.models[1];
    QCOMPARE(assessedPin(other, now, {of}, job).problem().kind, ProblemKind::Cancelled);
}

ONEINN_TEST(TestPinComparison)

} // namespace tests::comparison_pincomparison

#include "tst_pincomparison.moc"
