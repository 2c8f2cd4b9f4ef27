// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/decisionwords.h"
#include "wording/experiencewords.h"
#include "wording/matrixwords.h"
#include "wording/valuewords.h"

#include "assessed.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>
#include <random>

namespace tests::wording_decisionwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;
using testsupport::assessed;
using testsupport::Kinds;
using testsupport::scenarioAt;

namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();
}

class TestDecisionWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stabilityText_intervals_claimNoMoreThanIsTrue_data();
    void stabilityText_intervals_claimNoMoreThanIsTrue();
    void markers_labels_sayWhatIsSet();
    void markName_marks_differ();
    void infeasibleText_limits_sayTheBest_data();
    void infeasibleText_limits_sayTheBest();
    void matrixCounts_anyCells_addUpToAThousand();
    void matrixWords_mockUp_readsAsDrawn();
    void matrixWords_smallCell_isNotSaidToBeNone();
    void matrixWords_unanswered_setsLateUsesApart();
    void matrixWords_baseRate_isNamedAndApplied();
    void matrixWords_fewUses_areCountedThemselves();
    void wrongIcons_ofOneClass_claimNothing();
    void valueWords_point_isComparedWithTheBest();
    void valueWords_bestPoint_isCalledSo();
    void valueWords_nothingShownIsBest_isSaidInWords();
    void valueWords_closeValues_neverReadTheSame();
    void valueWords_elkan_isOfValuesAlone();
};

void TestDecisionWords::stabilityText_intervals_claimNoMoreThanIsTrue_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("text");
    QTest::newRow("example") << 0.553 << 0.571 << u"nothing changes between 0.553 and 0.571"_s;
    QTest::newRow("inwards") << 0.5528 << 0.5714 << u"nothing changes between 0.553 and 0.571"_s;
    QTest::newRow("wide") << 0.2 << 0.4 << u"nothing changes between 0.20 and 0.40"_s;
    QTest::newRow("log-odds") << -3.0 << 4.0 << u"nothing changes between \u22123 and 4"_s;
    QTest::newRow("open above") << 0.99 << infinity << u"nothing is shown above 0.99"_s;
    QTest::newRow("open below") << -infinity << 0.12 << u"everything is shown up to 0.12"_s;
    QTest::newRow("open") << -infinity << infinity << u"no threshold changes anything"_s;
}

void TestDecisionWords::stabilityText_intervals_claimNoMoreThanIsTrue()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QTEST(stabilityText({low, high}), "text");
}

void TestDecisionWords::markers_labels_sayWhatIsSet()
{
    QCOMPARE(thresholdLabel({0.6}, {0.55, 0.62}), u"threshold 0.60"_s);
    QCOMPARE(thresholdLabel(Threshold::alertOnNothing(), {0.9, infinity}), u"nothing shown"_s);
    QCOMPARE(budgetLabel({}), u"no budget"_s);
    QCOMPARE(budgetLabel(Milliseconds{400}), u"budget 400 ms"_s);
    QCOMPARE(lateLabel(std::optional<Proportion>()), u"\u2014"_s);
    QCOMPARE(lateLabel(proportion({50, 50, 50}, {950, 950, 950})), u"5 of 100 late"_s);
    QCOMPARE(lateLabel(proportion({2, 2, 2}, {5, 5, 5})), u"2 of 7 late"_s);
}

void TestDecisionWords::markName_marks_differ()
{
    QCOMPARE(markName(Mark::BestValue, 0.9, PromiseRule::Plain), u"best value"_s);
    QCOMPARE(markName(Mark::BestF1, 0.9, PromiseRule::Plain), u"best F1"_s);
    QCOMPARE(markName(Mark::PrecisionAtLeast, 0.9, PromiseRule::Plain),
             u"precision at least 90 %"_s);
    QCOMPARE(markName(Mark::PrecisionAtLeast, 0.9, PromiseRule::LowerLimit),
             u"precision surely at least 90 %"_s);
    QCOMPARE(markName(Mark::PrecisionAtLeast, 0.995, PromiseRule::Plain),
             u"precision at least 99.5 %"_s);
}

void TestDecisionWords::infeasibleText_limits_sayTheBest_data()
{
    QTest::addColumn<double>("limit");
    QTest::addColumn<double>("best");
    QTest::addColumn<QString>("text");
    QTest::newRow("example") << 0.9 << 0.75
                             << u"no setting reaches 90 of 100 right; the best is 75 at 0.80"_s;
    QTest::newRow("fine limit")
            << 0.995 << 0.75 << u"no setting reaches 995 of 1,000 right; the best is 750 at 0.80"_s;
    QTest::newRow("just missed")
            << 0.9 << 0.899 << u"no setting reaches 900 of 1,000 right; the best is 899 at 0.80"_s;
}

void TestDecisionWords::infeasibleText_limits_sayTheBest()
{
    QFETCH(double, limit);
    QFETCH(double, best);
    ConstrainedThreshold constrained;
    constrained.bestReachable = best;
    constrained.bestReachableAt = Threshold{0.8};
    QTEST(infeasibleText(constrained, limit, PromiseRule::Plain), "text");
    constrained.found = ConstrainedThreshold::Found{};
    QCOMPARE(infeasibleText(constrained, limit, PromiseRule::Plain), QString());
}

void TestDecisionWords::matrixCounts_anyCells_addUpToAThousand()
{
    std::mt19937 random(5);
    std::uniform_int_distribution<int> count(0, 40);
    for (int i = 0; i < 200; ++i) {
        auto scenario = scenarioAt(0.5, Milliseconds{400});
        scenario.latePolicy = i % 2 == 0 ? LatePolicy::Unanswered : LatePolicy::ShowNothing;
        const Kinds kinds{count(random), count(random), count(random), count(random) + 1,
                          count(random), count(random), count(random)};
        const auto assessment = assessed(kinds, scenario);
        const auto counts = matrixCounts(assessment);
        QCOMPARE(counts.tp + counts.fp + counts.fn + counts.tn + counts.unanswered, 1000);
        const double uses = assessment.counts.uses().rows;
        QVERIFY(std::abs(counts.tp - 1000.0 * kinds.tp / uses) < 1.0);
        QVERIFY(std::abs(counts.fp - 1000.0 * kinds.fp / uses) < 1.0);
        if (i % 2 != 0)
            QCOMPARE(counts.unanswered, 0);
    }
}

void TestDecisionWords::matrixWords_mockUp_readsAsDrawn()
{
    const auto words = matrixWords(assessed({209, 31, 91, 669}, scenarioAt(0.5)));
    QCOMPARE(words.tp, u"209 right"_s);
    QCOMPARE(words.fn, u"91 missed"_s);
    QCOMPARE(words.fp, u"31 wrong"_s);
    QCOMPARE(words.tn, u"669 rightly"_s);
    QCOMPARE(words.late, QString());
    QCOMPARE(words.title, u"of 1,000 uses"_s);
}

void TestDecisionWords::matrixWords_smallCell_isNotSaidToBeNone()
{
    const auto words = matrixWords(assessed({10, 1, 0, 9989}, scenarioAt(0.5)));
    QCOMPARE(words.fp, u"fewer than 1 wrong"_s);
    QCOMPARE(words.fn, u"0 missed"_s);
}

void TestDecisionWords::matrixWords_unanswered_setsLateUsesApart()
{
    auto scenario = scenarioAt(0.5, Milliseconds{400});
    const Kinds kinds{200, 30, 90, 630, 20, 10, 20};
    QCOMPARE(matrixWords(assessed(kinds, scenario)).late, QString());
    scenario.latePolicy = LatePolicy::Unanswered;
    const auto words = matrixWords(assessed(kinds, scenario));
    QCOMPARE(words.late, u"20 bad too late"_s);
    QCOMPARE(words.fn, u"120 missed"_s);
    QCOMPARE(words.tp, u"200 right"_s);
}

void TestDecisionWords::matrixWords_baseRate_isNamedAndApplied()
{
    auto scenario = scenarioAt(0.5);
    scenario.baseRate = 0.05;
    const auto words = matrixWords(assessed({90, 10, 10, 90}, scenario));
    QCOMPARE(words.title, u"of 1,000 uses, at your base rate of 1 in 20"_s);
    QCOMPARE(words.tp, u"45 right"_s);
    QCOMPARE(words.fp, u"95 wrong"_s);
}

void TestDecisionWords::matrixWords_fewUses_areCountedThemselves()
{
    const auto words = matrixWords(assessed({3, 1, 2, 3}, scenarioAt(0.5)));
    QCOMPARE(words.title, u"of 9 uses"_s);
    QCOMPARE(words.told, 9);
    QCOMPARE(words.tp, u"3 right"_s);
    QCOMPARE(words.fp, u"1 wrong"_s);
    QCOMPARE(words.fn, u"2 missed"_s);
    QCOMPARE(words.tn, u"3 rightly"_s);
    QCOMPARE(matrixWords(assessed({1, 0, 0, 0}, scenarioAt(0.5))).title, u"of 1 use"_s);
    QCOMPARE(matrixWords(assessed({3, 1, 2, 4}, scenarioAt(0.5))).told, 1000);
    // Restated they are no counts any more.
    auto scenario = scenarioAt(0.5);
    scenario.baseRate = 0.05;
    QCOMPARE(matrixWords(assessed({3, 1, 2, 3}, scenario)).told, 1000);
}

void TestDecisionWords::wrongIcons_ofOneClass_claimNothing()
{
    QCOMPARE(wrongIcons(assessed({90, 10, 0, 50}, scenarioAt(0.5))), std::optional(10));
    QCOMPARE(wrongIcons(assessed({90, 0, 0, 50}, scenarioAt(0.5))), std::optional(0));
    // Nothing could have been wrong.
    QVERIFY(!wrongIcons(assessed({90, 0, 10, 0}, scenarioAt(0.5))));
}

void TestDecisionWords::valueWords_point_isComparedWithTheBest()
{
    // Worth 1 for each shown rightly, -1 for each shown wrongly and each missed: (60 - 30 - 40).
    const auto words = valueWords(assessed({60, 30, 40, 870}, scenarioAt(0.5)));
    // Above 0.6 the 30 wrong ones go; 0.7 lies halfway up to the next score.
    QCOMPARE(words.value,
             u"\u221210 per 1,000 uses at this point; the best threshold, 0.30, gives +70"_s);
    QVERIFY(words.assumption.contains(u"your assumption"_s));
}

void TestDecisionWords::valueWords_bestPoint_isCalledSo()
{
    const auto words = valueWords(assessed({50, 0, 0, 950}, scenarioAt(0.5)));
    QCOMPARE(words.value, u"+50 per 1,000 uses at this point, the best any threshold gives"_s);
}

void TestDecisionWords::valueWords_nothingShownIsBest_isSaidInWords()
{
    const auto words = valueWords(assessed({0, 50, 0, 950}, scenarioAt(0.5)));
    QCOMPARE(words.value, u"\u221250 per 1,000 uses at this point; doing nothing gives 0"_s);
}

void TestDecisionWords::valueWords_closeValues_neverReadTheSame()
{
    Assessment assessment;
    assessment.scenario.threshold = {0.5};
    assessment.value.perUse = 0.06201;
    assessment.value.best = {0.06204, {{0.6, 0.8}}, {0.7}};
    QCOMPARE(valueWords(assessment).value,
             u"+62.01 per 1,000 uses at this point; the best threshold, 0.70, gives +62.04"_s);
    QCOMPARE(valueWords(assessment).nearBest, QString());
    assessment.value.nearBest = NearBest{0.55, 0.70, 0.0124};
    QCOMPARE(
            valueWords(assessment).nearBest,
            u"as good as the data can tell: between 0.55 and 0.70; on these data the worst of them costs 12 per 1,000 uses"_s);
    assessment.scenario.precisionLimit = 0.8;
    Reach within;
    within.feasible = {{0.6, 0.9}};
    QCOMPARE(
            valueWords(assessment, &within).nearRange,
            u"as good as the data can tell: between 0.55 and 0.70; within the limits between 0.60 and 0.70"_s);
    within.feasible = {{0.1, 0.9}};
    QCOMPARE(valueWords(assessment, &within).nearRange,
             u"as good as the data can tell: between 0.55 and 0.70"_s);
    within.feasible.clear();
    QCOMPARE(
            valueWords(assessment, &within).nearBest,
            u"as good as the data can tell: between 0.55 and 0.70, all of it beyond the limits; on these data the worst of them costs 12 per 1,000 uses"_s);
    // A part is told with as many digits as the whole, and reaches no farther.
    assessment.value.nearBest = NearBest{0.124391, 0.514691, 0.012};
    within.feasible = {{0.460308, 0.6}};
    QCOMPARE(
            valueWords(assessment, &within).nearRange,
            u"as good as the data can tell: between 0.125 and 0.514; within the limits between 0.461 and 0.514"_s);
    // A limit that is usual is a limit: the same stands in the column, and is hatched.
    assessment.scenario.precisionLimit = Scenario().precisionLimit;
    QCOMPARE(
            valueWords(assessment, &within).nearRange,
            u"as good as the data can tell: between 0.125 and 0.514; within the limits between 0.461 and 0.514"_s);
    assessment.value.nearBest = NearBest{-infinity, infinity, 0.0};
    QCOMPARE(
            valueWords(assessment).nearBest,
            u"as good as the data can tell: any threshold; on these data none of them costs anything"_s);
}

/// A threshold for calibrated scores is nothing to say where nobody has asked whether they are.
void TestDecisionWords::valueWords_elkan_isOfValuesAlone()
{
    Assessment assessment;
    assessment.value.elkan = {ElkanDecision::Kind::AtThreshold, 1.0 / 6.0};
    QCOMPARE(valueWords(assessment).elkan, QString());
    QStringList others;
    for (const auto kind : {ElkanDecision::Kind::AlwaysAlert, ElkanDecision::Kind::NeverAlert,
                            ElkanDecision::Kind::Inverted}) {
        assessment.value.elkan = {kind, {}};
        others.append(valueWords(assessment).elkan);
        QVERIFY(others.last().contains(u"with these values"_s));
    }
    QCOMPARE(others.removeDuplicates(), 0);
}

ONEINN_TEST(TestDecisionWords)

} // namespace tests::wording_decisionwords

#include "tst_decisionwords.moc"
