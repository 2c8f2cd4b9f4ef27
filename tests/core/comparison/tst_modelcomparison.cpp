// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/modelcomparison.h"

#include "core/comparison/pairedprecision.h"
#include "core/comparison/pairedshares.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <random>

namespace tests::comparison_modelcomparison {

using namespace oneinn;

namespace {

double uniform(std::mt19937_64 &engine)
{
    return static_cast<double>(engine() >> 11U) * 0x1p-53;
}

struct Study {
    PairedRows rows;
    UseOutcomes a, b;
    Eigen::ArrayXd valueA, valueB;

    explicit Study(Eigen::Index uses)
        : valueA(Eigen::ArrayXd::Zero(uses))
        , valueB(Eigen::ArrayXd::Zero(uses))
    {
        rows.models = {"a", "b"};
        rows.label = LabelColumn::Zero(uses);
        rows.weight = Eigen::ArrayXd::Ones(uses);
        for (UseOutcomes *outcomes : {&a, &b}) {
            outcomes->decision.assign(static_cast<std::size_t>(uses), UseDecision::NotShown);
            outcomes->late.assign(static_cast<std::size_t>(uses), 0);
            outcomes->wait = Eigen::ArrayXd::Zero(uses);
            outcomes->cost = Eigen::ArrayXd::Zero(uses);
        }
    }
    ModelComparison compared() const
    {
        return compareModels(rows, {UseColumns(rows, a, {}), valueA},
                             {UseColumns(rows, b, {}), valueB}, 0.0);
    }
};

/// A sees better than b; both are late now and then; both find the same uses hard.
Study madeUp(Eigen::Index uses, double skillA, double skillB, unsigned seed)
{
    Study study(uses);
    std::mt19937_64 engine(seed);
    const auto outcomeOf = [&](Eigen::Index i, double noise, double skill, UseOutcomes &outcomes,
                               Eigen::ArrayXd &value) {
        const auto use = static_cast<std::size_t>(i);
        const bool positive = study.rows.label[i] != 0;
        const bool right = 0.5 * noise + 0.5 * uniform(engine) < skill;
        const bool shown = right == positive;
        outcomes.decision[use] = shown ? UseDecision::Shown : UseDecision::NotShown;
        outcomes.late[use] = uniform(engine) < 0.05 ? 1 : 0;
        value[i] = right ? 1.0 : -1.0;
    };
    for (Eigen::Index i = 0; i < uses; ++i) {
        study.rows.label[i] = uniform(engine) < 0.4 ? 1 : 0;
        const double noise = uniform(engine);
        outcomeOf(i, noise, skillA, study.a, study.valueA);
        outcomeOf(i, noise, skillB, study.b, study.valueB);
    }
    return study;
}

} // namespace

class TestModelComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalWeights_areCounted();
    void differingWeights_areLinearised();
    void usersWithSeveralUses_areLinearised();
    void betterModel_isNamed();
    void sameModel_cannotBeToldApart();
    void fewUses_sayHowManyMore();
    void moreUses_tellThemApartInEightyOfHundred();
    void flips_byClass();
    void missingClasses_absent();
};

void TestModelComparison::equalWeights_areCounted()
{
    const Study study = madeUp(300, 0.8, 0.7, 4U);
    PairedCounts caught;
    PairedCounts wrong;
    PairedAlerts alerts;
    for (std::size_t i = 0; i < 300; ++i) {
        const bool a = study.a.decision[i] == UseDecision::Shown;
        const bool b = study.b.decision[i] == UseDecision::Shown;
        const bool positive = study.rows.label[static_cast<Eigen::Index>(i)] != 0;
        PairedCounts &counts = positive ? caught : wrong;
        counts.both += a && b ? 1.0 : 0.0;
        counts.onlyA += a && !b ? 1.0 : 0.0;
        counts.onlyB += b && !a ? 1.0 : 0.0;
        counts.neither += !a && !b ? 1.0 : 0.0;
    }
    alerts = {caught.both + caught.onlyA,
              caught.both + caught.onlyA + wrong.both + wrong.onlyA,
              caught.both + caught.onlyB,
              caught.both + caught.onlyB + wrong.both + wrong.onlyB,
              caught.both,
              wrong.both};
    const ModelComparison result = study.compared();
    QCOMPARE(result.recall->basis, ComparisonBasis::Counts);
    const auto recall = *newcombeDifference(caught);
    COMPARE_NEAR(result.recall->interval.low, recall.interval.low, 1e-12);
    COMPARE_NEAR(result.recall->interval.high, recall.interval.high, 1e-12);
    COMPARE_NEAR(result.recall->difference, recall.difference, 1e-12);
    COMPARE_NEAR(result.recall->p, mcNemarTest(caught.onlyA, caught.onlyB)->midP, 1e-12);
    COMPARE_NEAR(result.falseAlarmRate->interval.low, newcombeDifference(wrong)->interval.low,
                 1e-12);
    const auto precision = *pairedPrecision(alerts);
    COMPARE_NEAR(result.precision->interval.high, precision.difference.interval.high, 1e-12);
    COMPARE_NEAR(result.precision->p, precision.p, 1e-12);
    COMPARE_NEAR(result.valuePerUse.difference, (study.valueA - study.valueB).mean(), 1e-12);
    QCOMPARE(result.valuePerUse.basis, ComparisonBasis::Linearised);
}

void TestModelComparison::differingWeights_areLinearised()
{
    Study study = madeUp(4000, 0.8, 0.75, 5U);
    const ModelComparison counted = study.compared();
    // Hardly different weights: what each use moves must come to what counting says.
    for (Eigen::Index i = 0; i < 4000; ++i)
        study.rows.weight[i] = i % 2 == 0 ? 1.0 : 1.001;
    const ModelComparison resampled = study.compared();
    QCOMPARE(resampled.recall->basis, ComparisonBasis::Linearised);
    const auto alike = [](const MeasureComparison &a, const MeasureComparison &b) {
        const double width = a.interval.width();
        return std::abs(a.interval.low - b.interval.low) < 0.15 * width
                && std::abs(a.interval.high - b.interval.high) < 0.15 * width;
    };
    QVERIFY(alike(*counted.recall, *resampled.recall));
    QVERIFY(alike(*counted.falseAlarmRate, *resampled.falseAlarmRate));
    QVERIFY(alike(*counted.precision, *resampled.precision));
    QVERIFY(alike(counted.lateShare, resampled.lateShare));
}

void TestModelComparison::usersWithSeveralUses_areLinearised()
{
    Study study = madeUp(900, 0.8, 0.75, 6U);
    // Each use three times over by the same user: no more is known than from a third of them.
    Study thrice(2700);
    thrice.rows.user = CodeColumn(2700);
    for (Eigen::Index i = 0; i < 2700; ++i) {
        const auto from = static_cast<std::size_t>(i / 3);
        const auto to = static_cast<std::size_t>(i);
        thrice.rows.user[i] = static_cast<std::uint32_t>(from);
        thrice.rows.label[i] = study.rows.label[i / 3];
        thrice.a.decision[to] = study.a.decision[from];
        thrice.b.decision[to] = study.b.decision[from];
        thrice.valueA[i] = study.valueA[i / 3];
        thrice.valueB[i] = study.valueB[i / 3];
    }
    const ModelComparison once = study.compared();
    const ModelComparison repeated = thrice.compared();
    QCOMPARE(repeated.recall->basis, ComparisonBasis::Linearised);
    COMPARE_NEAR(repeated.valuePerUse.interval.low, once.valuePerUse.interval.low, 1e-9);
    QVERIFY(std::abs(repeated.recall->interval.width() / once.recall->interval.width() - 1.0)
            < 0.15);
}

void TestModelComparison::betterModel_isNamed()
{
    const ModelComparison result = madeUp(3000, 0.85, 0.6, 7U).compared();
    QCOMPARE(result.recall->verdict, ComparisonVerdict::AIsBetter);
    QCOMPARE(result.falseAlarmRate->verdict, ComparisonVerdict::AIsBetter);
    QVERIFY(result.falseAlarmRate->difference < 0.0);
    QCOMPARE(result.precision->verdict, ComparisonVerdict::AIsBetter);
    QCOMPARE(result.valuePerUse.verdict, ComparisonVerdict::AIsBetter);
    QVERIFY(!result.recall->moreUses);
    const ModelComparison swapped = madeUp(3000, 0.6, 0.85, 7U).compared();
    QCOMPARE(swapped.falseAlarmRate->verdict, ComparisonVerdict::BIsBetter);
    QCOMPARE(swapped.valuePerUse.verdict, ComparisonVerdict::BIsBetter);
}

void TestModelComparison::sameModel_cannotBeToldApart()
{
    Study study = madeUp(500, 0.8, 0.8, 8U);
    study.b = study.a;
    study.valueB = study.valueA;
    const ModelComparison result = study.compared();
    for (const MeasureComparison &measure :
         {*result.recall, *result.falseAlarmRate, *result.precision, result.valuePerUse,
          result.lateShare}) {
        QCOMPARE(measure.difference, 0.0);
        QVERIFY(!isDecided(measure.verdict));
        QVERIFY(!measure.moreUses);
    }
    QCOMPARE(result.valuePerUse.verdict, ComparisonVerdict::NoDifferenceThatMatters);
    QCOMPARE(result.negativeFlips.ofUses->value, 0.0);
}

void TestModelComparison::fewUses_sayHowManyMore()
{
    Study study = madeUp(60, 0.78, 0.75, 9U);
    study.valueB = study.valueA;
    study.valueB.head(31) += 1.0; // 31 of 60 better, 29 worse: as good as nothing
    study.valueB.tail(29) -= 1.0;
    const MeasureComparison value = study.compared().valuePerUse;
    QCOMPARE(value.verdict, ComparisonVerdict::CannotBeToldApart);
    // ((t + 0.86) x 1 / (2/60))^2 - 60, where t for 60 uses is 2.001
    const double expected = 2.861 * 2.861 * 900.0 - 60.0;
    QVERIFY(value.moreUses);
    QVERIFY2(std::abs(*value.moreUses / expected - 1.0) < 0.2,
             qPrintable(QString::number(*value.moreUses)));
}

void TestModelComparison::moreUses_tellThemApartInEightyOfHundred()
{
    Study study(400); // 300 both, 40 a alone, 30 b alone
    study.rows.label.setOnes();
    for (std::size_t i = 0; i < 400; ++i) {
        const auto n = static_cast<double>(i);
        study.a.decision[i] = n < 340.0 ? UseDecision::Shown : UseDecision::NotShown;
        study.b.decision[i] =
                n < 300.0 || (n >= 340.0 && n < 370.0) ? UseDecision::Shown : UseDecision::NotShown;
    }
    const auto more = study.compared().recall->moreUses;
    QVERIFY(more);
    // As many in all, drawn from what it seems to be: 80 of 100 draws are decided.
    const auto uses = static_cast<int>(400.0 + *more);
    constexpr int draws = 1000;
    std::mt19937_64 engine(11U);
    int decided = 0;
    for (int draw = 0; draw < draws; ++draw) {
        PairedCounts counts;
        for (int use = 0; use < uses; ++use) {
            const double at = 400.0 * uniform(engine);
            (at < 300.0           ? counts.both
                     : at < 340.0 ? counts.onlyA
                     : at < 370.0 ? counts.onlyB
                                  : counts.neither) += 1.0;
        }
        decided += newcombeDifference(counts)->interval.low > 0.0 ? 1 : 0;
    }
    QVERIFY2(std::abs(decided - 800) <= 40, qPrintable(QString::number(decided)));
}

void TestModelComparison::flips_byClass()
{
    Study study(10);
    study.rows.label.head(4).setOnes();
    study.b.decision[0] = UseDecision::Shown;      // b right, a not
    study.a.decision[1] = UseDecision::Shown;      // a right, b not
    study.a.decision[5] = UseDecision::Shown;      // b right, a not
    study.a.decision[6] = UseDecision::Unanswered; // b right, a not
    const ModelComparison result = study.compared();
    QCOMPARE(result.negativeFlips.ofUses->value, 0.3);
    QCOMPARE(result.negativeFlips.ofPositives->value, 0.25);
    COMPARE_NEAR(result.negativeFlips.ofNegatives->value, 2.0 / 6.0, 1e-12);
    QCOMPARE(result.positiveFlips.ofUses->value, 0.1);
}

void TestModelComparison::missingClasses_absent()
{
    const Study study(10);
    const ModelComparison result = study.compared();
    QVERIFY(!result.recall);
    QVERIFY(!result.precision);
    QVERIFY(result.falseAlarmRate);
    QVERIFY(!result.negativeFlips.ofPositives);
}

ONEINN_TEST(TestModelComparison)

} // namespace tests::comparison_modelcomparison

#include "tst_modelcomparison.moc"
