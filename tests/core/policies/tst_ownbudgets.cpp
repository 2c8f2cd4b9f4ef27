// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/ownbudgets.h"

#include "core/assessment.h"
#include "core/comparison/policycomparison.h"
#include "core/infinity.h"
#include "core/policies/scenariopolicy.h"
#include "core/policies/scenariouses.h"
#include "core/policies/usecolumns.h"
#include "core/segments/segmentindex.h"
#include "core/segments/segmentspreads.h"
#include "core/targets/answeredwithin.h"
#include "support/kindsofuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::policies_ownbudgets {

using namespace oneinn;
using testsupport::firstModelScenario;
using testsupport::randomUses;
using testsupport::withKinds;

/// Segments with budgets of their own are what each segment alone says under its budget.
class TestOwnBudgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromDial_findsTheSameLate_data();
    void fromDial_findsTheSameLate();
    void all_isTheSumOfEachAlone_data();
    void all_isTheSumOfEachAlone();
    void answeredWithin_isTheSumOfEachAlone_data();
    void answeredWithin_isTheSumOfEachAlone();
    void now_ofTheTable_isTheSame();
    void noBudget_isLateNowhere();
    void column_missing_isAProblem();
    void withBudget_namesReplacesAndForgets();
};

namespace {

/// "d" has the dial's; latencies are tens, so that budgets are ties.
BudgetsBySegment someBudgets()
{
    return {"kind", {300.0}, {{"a", {100.0}}, {"b", {450.0}}, {"", {300.0}}, {"nowhere", {9.0}}}};
}

struct Setting {
    PredictionsPtr predictions;
    Scenario scenario;

    Setting(LatePolicy late, bool hard, FallbackStart start = FallbackStart::WithMain)
    {
        std::mt19937 random(41);
        const PairedRows rows = randomUses(random, {.uses = 400, .failures = hard});
        predictions = withKinds(rows, random);
        scenario = firstModelScenario(rows);
        scenario.latePolicy = late;
        scenario.fallback = FallbackModel{rows.models[1], {0.4}, start};
        if (hard)
            scenario.patience = PatienceCurve({{{100.0}, 0.95}, {{2000.0}, 0.3}});
        scenario.budgets = someBudgets();
    }
    ScenarioRows::Ptr rows(const Scenario &of) const
    {
        return ScenarioRows::prepare(predictions, of).value();
    }
    /// One kind, with its budget as if it were the only one.
    Scenario alone(const char *kind) const
    {
        Scenario one = scenario;
        one.selection.where = {{"kind", kind}};
        one.budget = budgetOf(scenario, "kind", kind);
        one.budgets.reset();
        return one;
    }
};

void addPolicies()
{
    QTest::addColumn<LatePolicy>("late");
    QTest::addColumn<bool>("hard");
    QTest::addColumn<FallbackStart>("start");
    for (const auto &[name, late] :
         {std::pair("wait", LatePolicy::Wait), std::pair("show nothing", LatePolicy::ShowNothing),
          std::pair("unanswered", LatePolicy::Unanswered),
          std::pair("fall back", LatePolicy::FallBack)}) {
        for (const bool hard : {false, true})
            QTest::addRow("%s%s", name, hard ? ", hard" : "")
                    << late << hard << FallbackStart::WithMain;
    }
    QTest::newRow("fall back at the deadline")
            << LatePolicy::FallBack << true << FallbackStart::AtDeadline;
}

/// Rows of uses that somebody may leave are those of all that end alike: they do not add up.
void compareParts(const Waterfall &found, const Waterfall &wanted, bool sameRows = true)
{
    for (std::size_t i = 0; i < useParts; ++i) {
        const auto part = static_cast<UsePart>(i);
        COMPARE_NEAR(found[part].weight, wanted[part].weight, 1e-9);
        if (sameRows)
            COMPARE_NEAR(found[part].rows, wanted[part].rows, 1e-9);
    }
}

} // namespace

void TestOwnBudgets::fromDial_findsTheSameLate_data()
{
    QTest::addColumn<double>("of");
    QTest::addColumn<double>("own");
    QTest::addColumn<double>("dial");
    const double places[] = {1e-3, 0.1, 0.30000000000000004, 7.0, 300.0, 1e9};
    for (const double of : places) {
        for (const double own : places) {
            for (const double dial : places)
                QTest::addRow("%g at %g on %g", of, own, dial) << of << own << dial;
        }
    }
}

void TestOwnBudgets::fromDial_findsTheSameLate()
{
    QFETCH(const double, of);
    QFETCH(const double, own);
    QFETCH(const double, dial);
    const double back = budgetFromDial({dial}, {of}, {own}).value;
    QVERIFY(waitOnDial(back, {of}, {own}) <= dial);
    QVERIFY(waitOnDial(std::nextafter(back, infinity), {of}, {own}) > dial);
    QVERIFY(waitOnDial(infinity, {of}, {own}) == infinity);
    QVERIFY(std::isnan(waitOnDial(std::nan(""), {of}, {own})));
    COMPARE_NEAR(back, dial * of / own, 1e-9 * back);
}

void TestOwnBudgets::all_isTheSumOfEachAlone_data()
{
    addPolicies();
}

/// By the index, use by use, and segment by segment.
void TestOwnBudgets::all_isTheSumOfEachAlone()
{
    QFETCH(const LatePolicy, late);
    QFETCH(const bool, hard);
    QFETCH(const FallbackStart, start);
    Setting setting(late, hard, start);
    for (const double dial : {60.0, 300.0, 500.0}) {
        setting.scenario.budget = Milliseconds{dial};
        const auto rows = setting.rows(setting.scenario);
        const auto slice = rows->at(setting.scenario);
        const auto index =
                SegmentIndex::build(*rows, setting.scenario, SegmentsBy{{"kind"}}).value();
        for (const double threshold : {-1.0, 0.3, 0.5, 0.9}) {
            setting.scenario.threshold = {threshold};
            Waterfall wanted;
            for (std::size_t i = 0; i < index->segments().size(); ++i) {
                const Scenario one = setting.alone(index->segments()[i].values.front().c_str());
                const Waterfall each =
                        setting.rows(one)->at(one)->waterfall(setting.scenario.threshold);
                compareParts(index->waterfall(i, setting.scenario.threshold), each);
                for (std::size_t part = 0; part < useParts; ++part)
                    wanted[static_cast<UsePart>(part)] += each[static_cast<UsePart>(part)];
            }
            compareParts(slice->waterfall(setting.scenario.threshold), wanted, !hard);
            const auto uses = ScenarioUses::of(*rows, setting.scenario, setting.scenario.threshold);
            const UseColumns columns(uses->rows(), uses->outcomes(), setting.scenario.patience);
            compareParts(columns.waterfall(), slice->waterfall(setting.scenario.threshold));
        }
    }
}

void TestOwnBudgets::answeredWithin_isTheSumOfEachAlone_data()
{
    addPolicies();
}

void TestOwnBudgets::answeredWithin_isTheSumOfEachAlone()
{
    QFETCH(const LatePolicy, late);
    QFETCH(const bool, hard);
    QFETCH(const FallbackStart, start);
    Setting setting(late, hard, start);
    setting.scenario.budget = Milliseconds{300.0};
    const auto slice = setting.rows(setting.scenario)->at(setting.scenario);
    for (const double wait : {50.0, 200.0, 440.0, 700.0}) {
        const Targets::AnsweredWithin target{.wait = {wait}, .share = 0.9};
        Tally yes;
        Tally no;
        for (const char *kind : testsupport::kinds) {
            const Scenario one = setting.alone(kind);
            const auto each = answeredWithin(*setting.rows(one)->at(one), {}, target);
            yes += each->yes;
            no += each->no;
        }
        const auto found = answeredWithin(*slice, {}, target);
        COMPARE_NEAR(found->yes.weight, yes.weight, 1e-9);
        COMPARE_NEAR(found->no.weight, no.weight, 1e-9);
    }
}

void TestOwnBudgets::now_ofTheTable_isTheSame()
{
    for (const LatePolicy late : {LatePolicy::ShowNothing, LatePolicy::FallBack}) {
        Setting setting(late, false);
        setting.scenario.budget = Milliseconds{300.0};
        const Assessment found = assess(*setting.rows(setting.scenario), setting.scenario);
        auto candidates = candidatesOf(*setting.predictions, policiesQuestion(setting.scenario));
        for (const Candidate &candidate : candidates->all) {
            const Scenario then =
                    adopted(setting.scenario, candidate.policy, candidates->rows.models);
            QCOMPARE(then.budgets.has_value(), candidate.kind == CandidateKind::Now);
        }
        const auto all =
                comparePolicies(std::move(*candidates), policiesQuestion(setting.scenario));
        const PolicySummary &now = all.value().policies.front().summary;
        COMPARE_NEAR(found.value.perUse, now.valuePerUse, 1e-9);
        COMPARE_NEAR(found.experience[Share::Late]->value, now.shares[Share::Late]->value, 1e-12);
        COMPARE_NEAR(found.experience[Share::Missed]->value, now.shares[Share::Missed]->value,
                     1e-12);
    }
}

void TestOwnBudgets::noBudget_isLateNowhere()
{
    Setting setting(LatePolicy::ShowNothing, true);
    setting.scenario.budget.reset();
    const Assessment found = assess(*setting.rows(setting.scenario), setting.scenario);
    Scenario plain = setting.scenario;
    plain.budgets.reset();
    const Assessment wanted = assess(*setting.rows(plain), plain);
    COMPARE_NEAR(found.value.perUse, wanted.value.perUse, 1e-12);
    QVERIFY(budgetsNow(setting.scenario).empty());
}

void TestOwnBudgets::column_missing_isAProblem()
{
    Setting setting(LatePolicy::Wait, false);
    setting.scenario.budgets->column = "nowhere";
    const auto rows = ScenarioRows::prepare(setting.predictions, setting.scenario);
    QVERIFY(!rows);
    QCOMPARE(rows.problem().kind, ProblemKind::ValueMissing);
    QCOMPARE(rows.problem().detail, std::string("nowhere"));
}

void TestOwnBudgets::withBudget_namesReplacesAndForgets()
{
    const auto one = withBudget({}, "kind", "a", Milliseconds{200.0}, {400.0});
    QCOMPARE(*one, (BudgetsBySegment{"kind", {400.0}, {{"a", {200.0}}}}));
    const auto two = withBudget(one, "kind", "b", Milliseconds{900.0}, {800.0});
    QCOMPARE(two->values.size(), std::size_t{2});
    COMPARE_NEAR(two->values.front().budget.value, 400.0, 1e-9);
    const auto less = withBudget(two, "kind", "a", std::nullopt, {800.0});
    QCOMPARE(*less, (BudgetsBySegment{"kind", {800.0}, {{"b", {900.0}}}}));
    QVERIFY(!withBudget(less, "kind", "b", std::nullopt, {800.0}));
    const auto other = withBudget(less, "country", "nl", Milliseconds{100.0}, {800.0});
    QCOMPARE(*other, (BudgetsBySegment{"country", {800.0}, {{"nl", {100.0}}}}));
}

ONEINN_TEST(TestOwnBudgets)

} // namespace tests::policies_ownbudgets

#include "tst_ownbudgets.moc"
