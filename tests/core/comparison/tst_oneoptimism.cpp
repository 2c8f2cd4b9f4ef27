// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparedpolicies.h"

#include "core/assessment.h"
#include "core/comparison/frontierplaces.h"
#include "core/doubts/labelworth.h"
#include "core/doubts/thresholddoubts.h"

#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/sanitized.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

/// What a chosen threshold looks too good by, and what is better or worse, are one number and one
/// word wherever they are told.
namespace tests::comparison_oneoptimism {

using namespace oneinn;
using testsupport::firstModelScenario;
using testsupport::predictionsOf;

namespace {

constexpr Eigen::Index usesOfAUser = 4;

/// Of two models the second says more of the label; uses come four from one user.
PairedRows twoModels(Eigen::Index uses, std::mt19937_64 &random)
{
    std::bernoulli_distribution coin(0.3);
    std::normal_distribution<double> normal;
    PairedRows rows;
    rows.models = {"small", "large"};
    rows.label = LabelColumn(uses);
    rows.weight = Eigen::ArrayXd::Ones(uses);
    rows.score = Eigen::ArrayXXd(uses, 2);
    rows.latency = Eigen::ArrayXXd(uses, 2);
    rows.failed = FailedCalls(uses, 0);
    rows.user = CodeColumn(uses);
    for (Eigen::Index use = 0; use < uses; ++use) {
        rows.label[use] = coin(random) ? 1 : 0;
        rows.score(use, 0) = normal(random) + 0.8 * rows.label[use];
        rows.score(use, 1) = normal(random) + 1.2 * rows.label[use];
        rows.latency.row(use) << 50.0 + normal(random), 300.0 + normal(random);
        rows.user[use] = static_cast<std::uint32_t>(use / usesOfAUser);
    }
    return rows;
}

/// Everything that is asked of one setting.
struct Told {
    Scenario scenario;
    ScenarioRows::Ptr rows;
    ThresholdDoubts doubts;
    ComparedPolicies compared;
    double valueNow = 0.0;
};

Told toldOf(const PredictionsPtr &predictions, Scenario scenario,
            const std::optional<Threshold> &threshold)
{
    Told told;
    told.rows = ScenarioRows::prepare(predictions, scenario).value();
    told.doubts = thresholdDoubts(*told.rows, doubtsQuestion(scenario)).value();
    scenario.threshold = threshold.value_or(told.doubts.best.threshold);
    told.scenario = scenario;
    told.compared = comparedPolicies(*told.rows, policiesQuestion(scenario)).value();
    told.valueNow = assess(*told.rows, scenario).value.perUse;
    return told;
}

const ComparedPolicy &bestOfNow(const ComparedPolicies &compared)
{
    return *std::ranges::find_if(compared.policies, [](const ComparedPolicy &policy) {
        return policy.candidate.id == "wait:large";
    });
}

Scenario asked(const PairedRows &rows)
{
    Scenario scenario = firstModelScenario(rows);
    scenario.selection.model = "large";
    scenario.values = OutcomeValues(1.0, -1.0, -1.0, 0.0);
    scenario.budget.reset();
    scenario.baseRate.reset();
    return scenario;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestOneOptimism : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bestThreshold_anywhere_looksTooGoodByOneNumber();
    void setting_anywhere_isExpectedToBeWorthOneNumber();
    void doubtsThatAreKnown_changeNothing();
    void worse_isOneWord();
    void calls_withoutAPrice_areNoReason();
};

void TestOneOptimism::bestThreshold_anywhere_looksTooGoodByOneNumber()
{
    constexpr int files = testsupport::isSanitized ? 3 : 30;
    std::mt19937_64 random(41);
    int optimistic = 0;
    for (int file = 0; file < files; ++file) {
        const PairedRows rows = twoModels(240, random);
        const Told told = toldOf(predictionsOf(rows, true), asked(rows), {});
        const double tooGood = told.doubts.choice->optimism;
        optimistic += tooGood > 0.005;
        QCOMPARE(*told.compared.policies.front().optimism, tooGood);
        QCOMPARE(*bestOfNow(told.compared).optimism, tooGood);
        // Beside doing nothing: what more labels would be worth goes by the same.
        const auto worth =
                labelWorth(*told.rows, told.doubts, Threshold::alertOnNothing(), {}).value();
        if (worth) {
            Scenario silent = told.scenario;
            silent.threshold = Threshold::alertOnNothing();
            const auto beside = comparedPolicies(*told.rows, policiesQuestion(silent)).value();
            QVERIFY(isNear(bestOfNow(beside).againstNow->valuePerUse.expected(),
                           worth->known.difference));
        }
    }
    QVERIFY(optimistic > files / 2);
}

/// Also one near the best, in the answer's rule: no more than the best is expected to.
void TestOneOptimism::setting_anywhere_isExpectedToBeWorthOneNumber()
{
    constexpr int files = testsupport::isSanitized ? 3 : 20;
    std::mt19937_64 random(42);
    int capped = 0;
    for (int file = 0; file < files; ++file) {
        const PairedRows rows = twoModels(240, random);
        const PredictionsPtr predictions = predictionsOf(rows, true);
        const Told best = toldOf(predictions, asked(rows), {});
        for (const double moved : {0.0, 0.05, 0.3, 1.5}) {
            const Threshold threshold{best.doubts.best.threshold.value + moved};
            const Told told = toldOf(predictions, asked(rows), threshold);
            const ComparedPolicy &now = told.compared.policies.front();
            const double answer = std::min(told.valueNow, *told.doubts.expected());
            capped += moved > 0.0 && answer < told.valueNow;
            QVERIFY(isNear(now.summary.valuePerUse - *now.optimism, answer));
            const MeasureComparison &value = bestOfNow(told.compared).againstNow->valuePerUse;
            if (!value.isNone())
                QVERIFY(isNear(value.expected(), std::max(0.0, *told.doubts.expected() - answer)));
        }
    }
    QVERIFY(capped > 0);
}

void TestOneOptimism::doubtsThatAreKnown_changeNothing()
{
    std::mt19937_64 random(43);
    const PairedRows rows = twoModels(240, random);
    const Told told = toldOf(predictionsOf(rows, true), asked(rows), {});
    const auto again =
            comparedPolicies(*told.rows, policiesQuestion(told.scenario), {}, &told.doubts).value();
    QCOMPARE(again.policies.size(), told.compared.policies.size());
    for (std::size_t i = 0; i < again.policies.size(); ++i)
        QCOMPARE(again.policies[i].optimism, told.compared.policies[i].optimism);
}

/// A row, its place on the front and what is said of all measures together.
void TestOneOptimism::worse_isOneWord()
{
    constexpr int files = testsupport::isSanitized ? 3 : 40;
    std::mt19937_64 random(44);
    int alone = 0;
    int decided = 0;
    for (int file = 0; file < files; ++file) {
        const PairedRows rows = twoModels(240, random);
        const Told told = toldOf(predictionsOf(rows, true), asked(rows), Threshold{0.4});
        const auto places = placesOf(told.compared, {}).value();
        for (std::size_t i = 1; i < places.size(); ++i) {
            const MeasureComparison &row = told.compared.policies[i].againstNow->valuePerUse;
            const auto &place = *places[i].againstFirst;
            QCOMPARE(place.quality, row.verdict);
            alone += row.decidedAlone;
            decided += isDecided(row.verdict);
            if (place.overall == OverallVerdict::WorseForSure)
                QVERIFY(places[i].dominatedForSure || places[i].onFront);
        }
    }
    QVERIFY(alone > 0 || testsupport::isSanitized); // of so few files there may be none
    QVERIFY(decided > 0);
}

void TestOneOptimism::calls_withoutAPrice_areNoReason()
{
    std::mt19937_64 random(45);
    const PairedRows rows = twoModels(600, random);
    const Told told = toldOf(predictionsOf(rows, true), asked(rows), Threshold{1.5});
    const FrontierView calls{.quality = QualityMeasure::Value, .burden = BurdenMeasure::Cost};
    const auto counted = placesOf(told.compared, calls).value();
    Scenario priced = told.scenario;
    priced.costPerCall["large"] = 0.01;
    const auto paid = comparedPolicies(*told.rows, policiesQuestion(priced)).value();
    QVERIFY(!paid.callsAreCounted);
    const auto withPrice = placesOf(paid, calls).value();
    int trades = 0;
    for (std::size_t i = 1; i < counted.size(); ++i) {
        QVERIFY(!counted[i].againstFirst->burden && !counted[i].againstFirst->price);
        QVERIFY(counted[i].againstFirst->overall != OverallVerdict::Trade);
        QVERIFY(withPrice[i].againstFirst->burden.has_value());
        trades += withPrice[i].againstFirst->overall == OverallVerdict::Trade;
    }
    QVERIFY(trades > 0);
}

ONEINN_TEST(TestOneOptimism)

} // namespace tests::comparison_oneoptimism

#include "tst_oneoptimism.moc"
