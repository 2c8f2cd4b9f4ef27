// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/ownthresholds.h"

#include "core/assessment.h"
#include "core/comparison/pincomparison.h"
#include "core/comparison/policycomparison.h"
#include "core/infinity.h"
#include "core/policies/scenariopolicy.h"
#include "support/kindsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>
#include <string>

namespace tests::policies_ownthresholds {

using namespace oneinn;
using testsupport::firstModelScenario;
using testsupport::randomUses;
using testsupport::withKinds;

using Scale = std::optional<Interval>;

/// Segments with thresholds of their own are what comparing each row's score with the threshold of
/// its segment says.
class TestOwnThresholds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromDial_showsTheSameRows_data();
    void fromDial_showsTheSameRows();
    void onScale_oddsKeepTheirRatio();
    void onScale_noEndIsOffIt();
    void scaleOfScores_isThatOfProbabilitiesWhereTheyMayBe();
    void chosenAt_dialMoved_forgetsWhereItWas();
    void assessed_isWhatComparingEachRowSays_data();
    void assessed_isWhatComparingEachRowSays();
    void now_ofTheTable_isTheSame();
    void takenOver_now_keepsThem();
    void pins_pairEveryUse();
    void rowsOfOtherModels_stay();
    void mixedTraffic_keepsItsWeights();
    void oneModel_needsNoIds();
    void column_missing_isAProblem();
    void withThreshold_namesReplacesAndForgets();
    void withThreshold_dialMoved_keepsWhatIsShown();
};

namespace {

/// "d" has the dial's; scores are fiftieths, so that thresholds are ties.
ThresholdsBySegment someThresholds()
{
    return {"kind", {0.5}, {{"a", {0.3}}, {"b", {0.72}}, {"", {0.5}}, {"nowhere", {0.9}}}};
}

/// The same uses with 1 for what is shown and 0 for what is not, and a threshold between.
PredictionsPtr decided(const Predictions &predictions, const std::string &model,
                       const std::vector<ThresholdsBySegment::Own> &now, double others)
{
    const CategoryColumn &kind = predictions.segments().front();
    Eigen::ArrayXd score = predictions.score();
    for (Eigen::Index row = 0; row < score.size(); ++row) {
        if (predictions.failed(row)
            || predictions.model()->values[predictions.model()->codes[row]] != model)
            continue;
        double threshold = others;
        for (const auto &own : now)
            threshold = kind.values[kind.codes[row]] == own.value ? own.threshold.value : threshold;
        score[row] = score[row] >= threshold ? 1.0 : 0.0;
    }
    return Predictions::rescored(std::make_shared<const Predictions>(predictions), score, nullptr);
}

Assessment assessed(const PredictionsPtr &predictions, const Scenario &scenario)
{
    return assess(*ScenarioRows::prepare(predictions, scenario).value(), scenario);
}

void compareShares(const Shares &found, const Shares &wanted)
{
    for (const ShareKind &kind : shareKinds) {
        const auto a = found[kind.share];
        const auto b = wanted[kind.share];
        QVERIFY2(a.has_value() == b.has_value(), std::string(kind.key).c_str());
        if (!a)
            continue;
        COMPARE_NEAR(a->value, b->value, 1e-12);
        COMPARE_NEAR(a->interval.low, b->interval.low, 1e-9);
        COMPARE_NEAR(a->interval.high, b->interval.high, 1e-9);
    }
}

} // namespace

void TestOwnThresholds::fromDial_showsTheSameRows_data()
{
    QTest::addColumn<double>("of");
    QTest::addColumn<double>("own");
    QTest::addColumn<double>("dial");
    QTest::addColumn<Scale>("scale");
    const double places[] = {0.0, 0.1, 0.30000000000000004, 0.7, 1.0, -3.5, 1e-12, 1e6};
    const std::pair<const char *, Scale> scales[] = {
            {"no scale", {}}, {"0 to 1", Interval{0.0, 1.0}}, {"-5 to 2e6", Interval{-5.0, 2e6}}};
    for (const double of : places) {
        for (const double own : places) {
            for (const double dial : places) {
                for (const auto &[name, scale] : scales)
                    QTest::addRow("%g at %g on %g, %s", of, own, dial, name)
                            << of << own << dial << scale;
            }
        }
    }
}

void TestOwnThresholds::fromDial_showsTheSameRows()
{
    QFETCH(const double, of);
    QFETCH(const double, own);
    QFETCH(const double, dial);
    QFETCH(const Scale, scale);
    const double back = fromDial({dial}, {of}, {own}, scale).value;
    QVERIFY(onDial(back, {of}, {own}, scale) >= dial);
    QVERIFY(onDial(std::nextafter(back, -infinity), {of}, {own}, scale) < dial);
    std::mt19937 random(3);
    double before = -infinity;
    for (int i = 0; i < 200; ++i) {
        const double score = i % 2 == 0 ? static_cast<double>(random() % 21) / 20.0
                                        : back + (static_cast<double>(random() % 5) - 2.0) * 1e-16;
        QCOMPARE(onDial(score, {of}, {own}, scale) >= dial, score >= back);
        const double rising = onDial(-0.5 + i / 100.0, {of}, {own}, scale);
        QVERIFY(rising >= before);
        before = rising;
    }
    QCOMPARE(fromDial({infinity}, {of}, {own}, scale).value, infinity);
}

void TestOwnThresholds::onScale_oddsKeepTheirRatio()
{
    const auto logOdds = [](double p) { return std::log(p / (1.0 - p)); };
    const Interval scale{0.0, 1.0};
    for (const double score : {1e-9, 0.002, 0.3, 0.9, 0.999}) {
        const double moved = onDial(score, {0.02}, {0.06}, scale);
        COMPARE_NEAR(logOdds(moved) - logOdds(0.06), logOdds(score) - logOdds(0.02), 1e-9);
        // Lower scores are positive: the same from the other side.
        const double mirrored = onDial(-score, {-0.02}, {-0.06}, Interval{-1.0, 0.0});
        COMPARE_NEAR(mirrored, -moved, 1e-12);
    }
    // Of a scale of percent, the same in percent.
    COMPARE_NEAR(onDial(30.0, {2.0}, {6.0}, Interval{0.0, 100.0}),
                 100.0 * onDial(0.3, {0.02}, {0.06}, scale), 1e-9);
}

void TestOwnThresholds::onScale_noEndIsOffIt()
{
    const Interval scale{0.0, 1.0};
    for (const double of : {0.0, 0.00245, 0.06, 0.97, 1.0}) {
        for (const double own : {0.0001, 0.06, 0.9}) {
            for (const double dial : {1e-6, 0.012, 0.06, 0.16, 0.999}) {
                const double end = fromDial({dial}, {of}, {own}, scale).value;
                QVERIFY2(end >= 0.0 && end <= 1.0, qPrintable(QString::number(end)));
            }
        }
    }
}

void TestOwnThresholds::scaleOfScores_isThatOfProbabilitiesWhereTheyMayBe()
{
    const auto scaleOf = [](const std::vector<double> &scores) {
        PredictionColumns columns;
        columns.score =
                Eigen::Map<const Eigen::ArrayXd>(scores.data(), Eigen::Index(scores.size()));
        columns.label = LabelColumn::Ones(columns.score.size());
        columns.label[0] = 0;
        return scaleOfScores(Predictions(std::move(columns), RowAccount()));
    };
    QCOMPARE(scaleOf({0.2, 0.4}), Scale(Interval{0.0, 1.0}));
    QCOMPARE(scaleOf({-0.2, -1.0}), Scale(Interval{-1.0, 0.0}));
    QCOMPARE(scaleOf({-3.0, 0.5, 7.0}), Scale(Interval{-3.0, 7.0}));
    QCOMPARE(scaleOf({2.0, 2.0}), Scale());
}

void TestOwnThresholds::chosenAt_dialMoved_forgetsWhereItWas()
{
    auto own = someThresholds();
    own.scale = Interval{0.0, 1.0};
    const auto now = chosenAt(own, {0.6});
    const auto *settled = thresholdsBySegment(now);
    QVERIFY(settled);
    QCOMPARE(settled->ownThreshold.value, 0.6);
    QCOMPARE(settled->values, thresholdsNow(own, {0.6}));
    QCOMPARE(chosenAt(own, {infinity}), std::optional<Combination>(own));
}

void TestOwnThresholds::assessed_isWhatComparingEachRowSays_data()
{
    QTest::addColumn<LatePolicy>("late");
    QTest::addColumn<bool>("impatient");
    QTest::addColumn<bool>("rebased");
    QTest::addColumn<bool>("failures");
    for (const auto &[name, late] :
         {std::pair("wait", LatePolicy::Wait), std::pair("show nothing", LatePolicy::ShowNothing),
          std::pair("unanswered", LatePolicy::Unanswered),
          std::pair("fall back", LatePolicy::FallBack)}) {
        for (const bool hard : {false, true})
            QTest::addRow("%s%s", name, hard ? " hard" : "") << late << hard << hard << hard;
    }
}

void TestOwnThresholds::assessed_isWhatComparingEachRowSays()
{
    QFETCH(const LatePolicy, late);
    QFETCH(const bool, impatient);
    QFETCH(const bool, rebased);
    QFETCH(const bool, failures);
    std::mt19937 random(21);
    const PairedRows rows = randomUses(random, {.uses = 400, .failures = failures});
    const auto predictions = withKinds(rows, random);
    Scenario scenario = firstModelScenario(rows);
    scenario.latePolicy = late;
    scenario.fallback = FallbackModel{rows.models[1], {0.4}};
    if (impatient)
        scenario.patience = PatienceCurve({{{100.0}, 0.95}, {{2000.0}, 0.3}});
    if (rebased)
        scenario.baseRate = 0.2;
    scenario.combination = someThresholds();
    for (const double dial : {-1.0, 0.1, 0.28, 0.5, 0.54, 0.7, 2.0}) {
        scenario.threshold = {dial};
        const auto now = thresholdsNow(scenario);
        QCOMPARE(now.size(), std::size_t{4});
        COMPARE_NEAR(now[0].threshold.value, dial - 0.2, 1e-12);
        const Assessment found = assessed(predictions, scenario);
        Scenario plain = scenario;
        plain.combination.reset();
        plain.threshold = {0.5};
        const Assessment wanted = assessed(decided(*predictions, rows.models[0], now, dial), plain);
        COMPARE_NEAR(found.value.perUse, wanted.value.perUse, 1e-12);
        compareShares(found.experience.shares, wanted.experience.shares);
    }
}

void TestOwnThresholds::now_ofTheTable_isTheSame()
{
    std::mt19937 random(22);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = withKinds(rows, random);
    Scenario scenario = firstModelScenario(rows);
    scenario.combination = someThresholds();
    for (const double dial : {0.2, 0.5, 0.61}) {
        scenario.threshold = {dial};
        const Assessment found = assessed(predictions, scenario);
        auto candidates = candidatesOf(*predictions, policiesQuestion(scenario));
        const auto all = comparePolicies(std::move(*candidates), policiesQuestion(scenario));
        const PolicySummary &now = all.value().policies.front().summary;
        COMPARE_NEAR(found.value.perUse, now.valuePerUse, 1e-9);
        compareShares(found.experience.shares, now.shares);
    }
}

void TestOwnThresholds::takenOver_now_keepsThem()
{
    std::mt19937 random(23);
    const PairedRows rows = randomUses(random, {.uses = 200});
    const auto predictions = withKinds(rows, random);
    Scenario scenario = firstModelScenario(rows);
    scenario.combination = someThresholds();
    const auto candidates = candidatesOf(*predictions, policiesQuestion(scenario));
    QVERIFY(candidates);
    for (const Candidate &candidate : candidates->all) {
        const Scenario then = adopted(scenario, candidate.policy, candidates->rows.models);
        if (candidate.kind == CandidateKind::Now)
            QCOMPARE(then, scenario);
        else
            QVERIFY(!thresholdsBySegment(then.combination));
    }
}

void TestOwnThresholds::pins_pairEveryUse()
{
    std::mt19937 random(24);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = withKinds(rows, random);
    const Scenario now = firstModelScenario(rows);
    Scenario then = now;
    then.combination = someThresholds();
    const auto nowRows = ScenarioRows::prepare(predictions, now).value();
    const auto pin = assessedPin(choiceOf(then), now, {nowRows});
    QVERIFY(pin && pin.value().assessment);
    const auto differences =
            pinDifferences(*pin.value().rows, settingQuestion(pin.value().scenario), *nowRows,
                           settingQuestion(now));
    QVERIFY(differences && differences.value().isPaired());
    COMPARE_NEAR(differences.value().valuePerUse->difference,
                 assessed(predictions, then).value.perUse - assess(*nowRows, now).value.perUse,
                 1e-9);
}

void TestOwnThresholds::rowsOfOtherModels_stay()
{
    std::mt19937 random(25);
    const PairedRows rows = randomUses(random, {.uses = 100});
    const auto predictions = withKinds(rows, random);
    const auto steered = steeredPredictions(*predictions, rows.models[0], someThresholds());
    QVERIFY(steered);
    for (const auto row : predictions->select({.model = rows.models[1]}))
        QCOMPARE(steered->score()[row], predictions->score()[row]);
    QVERIFY((steered->score() != predictions->score()).any());
    QCOMPARE(&steered->exampleId(), &predictions->exampleId());
}

void TestOwnThresholds::mixedTraffic_keepsItsWeights()
{
    std::mt19937 random(26);
    const PairedRows rows = randomUses(random, {.uses = 300});
    const auto predictions = withKinds(rows, random);
    Scenario scenario = firstModelScenario(rows);
    scenario.mix = TrafficMix{"kind", {{"a", 0.6}, {"b", 0.2}, {"", 0.1}, {"d", 0.1}}};
    scenario.combination = someThresholds();
    const Assessment found = assessed(predictions, scenario);
    Scenario plain = scenario;
    plain.combination.reset();
    const Assessment wanted =
            assessed(decided(*predictions, rows.models[0], thresholdsNow(scenario), 0.5), plain);
    COMPARE_NEAR(found.value.perUse, wanted.value.perUse, 1e-12);
    compareShares(found.experience.shares, wanted.experience.shares);
}

void TestOwnThresholds::oneModel_needsNoIds()
{
    std::mt19937 random(27);
    const PairedRows rows = randomUses(random, {.uses = 200, .models = 1});
    const auto predictions = withKinds(rows, random, false);
    Scenario scenario = firstModelScenario(rows);
    scenario.selection.model.reset();
    scenario.budget.reset();
    scenario.combination = someThresholds();
    const auto prepared = ScenarioRows::prepare(predictions, scenario).value();
    const OperatingCounts counts = prepared->at(scenario)->counts(scenario.threshold);
    const CategoryColumn &kind = predictions->segments().front();
    double shown = 0.0;
    for (Eigen::Index row = 0; row < predictions->rows(); ++row) {
        const std::string &value = kind.values[kind.codes[row]];
        const double threshold = value == "a" ? 0.3 : value == "b" ? 0.72 : 0.5;
        if (predictions->score()[row] >= threshold)
            shown += (*predictions->weight())[row];
    }
    COMPARE_NEAR(counts.matrix().tp() + counts.matrix().fp(), shown, 1e-9);
}

void TestOwnThresholds::column_missing_isAProblem()
{
    std::mt19937 random(28);
    const PairedRows rows = randomUses(random, {.uses = 50});
    const auto predictions = withKinds(rows, random);
    Scenario scenario = firstModelScenario(rows);
    ThresholdsBySegment thresholds = someThresholds();
    thresholds.column = "nothing";
    scenario.combination = thresholds;
    const auto prepared = ScenarioRows::prepare(predictions, scenario);
    QVERIFY(!prepared);
    QCOMPARE(prepared.problem().detail, std::string("nothing"));
    thresholds = someThresholds();
    thresholds.values.front().threshold = {infinity};
    QVERIFY(!steeredPredictions(*predictions, std::nullopt, thresholds));
}

void TestOwnThresholds::withThreshold_namesReplacesAndForgets()
{
    const auto one = withThreshold(std::nullopt, "kind", "a", Threshold{0.2}, {0.6});
    QCOMPARE(*one, Combination(ThresholdsBySegment{"kind", {0.6}, {{"a", {0.2}}}}));
    const auto two = withThreshold(one, "kind", "b", Threshold{0.9}, {0.6});
    QCOMPARE(std::get<ThresholdsBySegment>(*two).values.size(), std::size_t{2});
    const auto other = withThreshold(two, "kind", "a", Threshold{0.4}, {0.6});
    QCOMPARE(thresholdOf(other, "kind", "a", {0.6}).value, 0.4);
    QCOMPARE(thresholdOf(other, "kind", "d", {0.6}).value, 0.6);
    QCOMPARE(thresholdOf(other, "country", "a", {0.6}).value, 0.6);
    const auto less = withThreshold(other, "kind", "a", std::nullopt, {0.6});
    QCOMPARE(*less, Combination(ThresholdsBySegment{"kind", {0.6}, {{"b", {0.9}}}}));
    QVERIFY(!withThreshold(less, "kind", "b", std::nullopt, {0.6}));
    QCOMPARE(*withThreshold(two, "country", "nl", Threshold{0.1}, {0.5}),
             Combination(ThresholdsBySegment{"country", {0.5}, {{"nl", {0.1}}}}));
}

void TestOwnThresholds::withThreshold_dialMoved_keepsWhatIsShown()
{
    const std::optional<Combination> before = someThresholds();
    const Threshold dial{0.61};
    const auto after = withThreshold(before, "kind", "d", Threshold{0.2}, dial);
    for (const char *kind : {"a", "b", ""})
        QCOMPARE(thresholdOf(after, "kind", kind, dial), thresholdOf(before, "kind", kind, dial));
    QCOMPARE(thresholdOf(after, "kind", "d", dial).value, 0.2);
}

ONEINN_TEST(TestOwnThresholds)

} // namespace tests::policies_ownthresholds

#include "tst_ownthresholds.moc"
