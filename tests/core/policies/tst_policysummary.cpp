// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policysummary.h"

#include "core/latency/percentile.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace tests::policies_policysummary {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;
using testsupport::numbers;
using testsupport::VectorCase;
using testsupport::VectorFamily;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Rows of one model after another: label, then score and latency of each.
PairedRows pairedOf(const Eigen::ArrayXd &label, const std::vector<Eigen::ArrayXd> &score,
                    const std::vector<Eigen::ArrayXd> &latency)
{
    PairedRows rows;
    rows.label = label.cast<std::uint8_t>();
    rows.weight = Eigen::ArrayXd::Ones(label.size());
    rows.score.resize(label.size(), static_cast<Eigen::Index>(score.size()));
    rows.latency.resize(label.size(), static_cast<Eigen::Index>(latency.size()));
    for (std::size_t model = 0; model < score.size(); ++model) {
        rows.models.push_back(std::to_string(model));
        rows.score.col(static_cast<Eigen::Index>(model)) = score[model];
        rows.latency.col(static_cast<Eigen::Index>(model)) = latency[model];
    }
    return rows;
}

void compareTally(const Tally &tally, const QJsonValue &rows)
{
    QCOMPARE(tally.weight, number(rows));
    QCOMPARE(tally.rows, number(rows));
    QCOMPARE(tally.squaredWeight, number(rows));
}

void checkDeadline(VectorCase &c)
{
    const auto rows =
            pairedOf(numbers(c.input.take("label"_L1)), {numbers(c.input.take("score"_L1))},
                     {numbers(c.input.take("latency_ms"_L1))});
    QCOMPARE(c.input.take("fallback"_L1).toString(), u"none"_s);
    const Milliseconds deadline{number(c.input.take("deadline_ms"_L1))};
    SingleModel policy{{0, {number(c.input.take("threshold"_L1))}}, deadline};
    const auto silent = summaryOf(rows, policy, {});
    const Shares &shares = silent.shares;
    const Waterfall &uses = shares.uses();
    compareTally(shares[Share::InTime]->yes, c.expected.take("on_time"_L1));
    compareTally(shares[Share::Late]->yes, c.expected.take("late"_L1));
    compareTally(uses[UsePart::RightShown], c.expected.take("tp"_L1));
    compareTally(uses[UsePart::WrongShown], c.expected.take("fp"_L1));
    const auto missed = c.expected.take("fn"_L1);
    compareTally(shares[Share::Missed]->yes, missed);
    compareTally(uses[UsePart::RightlySilent], c.expected.take("tn_silent"_L1));
    COMPARE_NEAR(1.0 - shares[Share::WrongOfShown]->value,
                 number(c.expected.take("effective_precision"_L1)), c.tolerance);
    COMPARE_NEAR(1.0 - shares[Share::Missed]->value, number(c.expected.take("effective_recall"_L1)),
                 c.tolerance);
    COMPARE_NEAR(shares[Share::InTime]->value, number(c.expected.take("coverage"_L1)), c.tolerance);
    const auto caught = c.expected.take("late_positive_that_would_have_been_caught"_L1);
    compareTally(uses[UsePart::MissedByLateness], caught);
    QCOMPARE(uses[UsePart::MissedByModel].rows, number(missed) - number(caught));

    policy.late = LatePolicy::Unanswered;
    const auto strict = summaryOf(rows, policy, {});
    const Waterfall &strictly = strict.shares.uses();
    compareTally(strictly[UsePart::UnansweredGood], c.expected.take("late_positive"_L1));
    compareTally(strictly[UsePart::UnansweredBad], c.expected.take("late_negative"_L1));
    QCOMPARE(strict.shares[Share::Missed]->value, shares[Share::Missed]->value);
    QCOMPARE(strictly[UsePart::MissedByLateness], uses[UsePart::MissedByLateness]);

    const auto model = summaryOf(rows, withoutBudget(policy), {});
    COMPARE_NEAR(1.0 - model.shares[Share::WrongOfShown]->value,
                 number(c.expected.take("model_precision"_L1)), c.tolerance);
    COMPARE_NEAR(1.0 - model.shares[Share::Missed]->value,
                 number(c.expected.take("model_recall"_L1)), c.tolerance);
    QVERIFY(!model.shares[Share::Late]);
}

void checkFallback(VectorCase &c)
{
    const auto label = numbers(c.input.take("label"_L1));
    const double small = number(c.input.take("latency_small_ms"_L1));
    const auto rows = pairedOf(
            label,
            {numbers(c.input.take("score_large"_L1)), numbers(c.input.take("score_small"_L1))},
            {numbers(c.input.take("latency_large_ms"_L1)),
             Eigen::ArrayXd::Constant(label.size(), small)});
    SingleModel policy{{0, {number(c.input.take("threshold_large"_L1))}},
                       Milliseconds{number(c.input.take("deadline_ms"_L1))},
                       LatePolicy::FallBack,
                       {{1, {number(c.input.take("threshold_small"_L1))}}}};
    const auto together = summaryOf(rows, policy, {}, {}, {10.0, 1.0});
    const Shares &shares = together.shares;
    compareTally(shares.uses()[UsePart::RightShown], c.expected.take("tp"_L1));
    compareTally(shares.uses()[UsePart::WrongShown], c.expected.take("fp"_L1));
    COMPARE_NEAR(1.0 - shares[Share::WrongOfShown]->value, number(c.expected.take("precision"_L1)),
                 c.tolerance);
    COMPARE_NEAR(1.0 - shares[Share::Missed]->value, number(c.expected.take("recall"_L1)),
                 c.tolerance);
    COMPARE_NEAR(shares[Share::Late]->value, number(c.expected.take("fallback_share"_L1)),
                 c.tolerance);
    const double p95 = number(c.expected.take("user_p95_ms"_L1));
    COMPARE_NEAR(together.waits[2].wait.value, p95, c.tolerance);
    QCOMPARE(together.costPerThousandUses, 11000.0);

    policy.fallback.start = Fallback::Start::AtDeadline;
    const auto inTurn = summaryOf(rows, policy, {}, {}, {10.0, 1.0});
    COMPARE_NEAR(inTurn.waits[2].wait.value, p95 + small, c.tolerance);
    COMPARE_NEAR(inTurn.costPerThousandUses, 10000.0 + 1000.0 / 3.0, 1e-9);
}

void checkAbandon(VectorCase &c)
{
    std::vector<PatiencePoint> points;
    const auto pairs = c.input.take("points"_L1).toArray();
    for (const auto &pair : pairs)
        points.push_back({{1000.0 * number(pair[0])}, number(pair[1])});
    const Eigen::ArrayXd latency = 1000.0 * numbers(c.input.take("latency_s"_L1));
    const auto rows = pairedOf(Eigen::ArrayXd::Ones(latency.size()),
                               {Eigen::ArrayXd::Ones(latency.size())}, {latency});
    const Milliseconds budget{1000.0 * number(c.input.take("budget_s"_L1))};
    const auto summary = summaryOf(rows, SingleModel{}, {{}, PatienceCurve(points)}, budget);
    const double abandoned = number(c.expected.take("share_abandoned"_L1));
    const double late = summary.shares[Share::Late]->value;
    COMPARE_NEAR(summary.shares[Share::Left]->value, abandoned, c.tolerance);
    COMPARE_NEAR(summary.shares[Share::Missed]->value, abandoned, c.tolerance);
    COMPARE_NEAR(late, number(c.expected.take("share_over_budget"_L1)), c.tolerance);
    // The other reading, late from the budget on, is not ours.
    QVERIFY(late != number(c.expected.take("share_over_budget_ge"_L1)));
}

const VectorFamily families[] = {{"T5.deadline.fallback", checkFallback},
                                 {"T5.deadline", checkDeadline},
                                 {"T5.abandon", checkAbandon}};

/// Outcomes of no policy in particular.
UseOutcomes randomOutcomes(std::mt19937 &random, const PairedRows &rows)
{
    UseOutcomes made;
    made.wait.resize(rows.uses());
    made.cost.resize(rows.uses());
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        made.decision.push_back(static_cast<UseDecision>(random() % 3));
        made.late.push_back(random() % 4 == 0 ? 1 : 0);
        // Each its own way, so that tallies are those of parts of rows.
        made.own.push_back(random() % 2 == 0 ? OwnAnswer::CutOffShown : OwnAnswer::CutOffSilent);
        made.wait[use] = random() % 15 == 0 ? infinity : double(random() % 50) * 20.0;
        made.cost[use] = double(random() % 5);
    }
    return made;
}

/// Sums over the uses for which `holds`, each counted as it is there, or as it has left.
template<typename Holds>
Tally naiveTally(const PairedRows &rows, const UseOutcomes &ends, const PatienceCurve &patience,
                 bool isThere, const Holds &holds)
{
    Tally sum;
    for (Eigen::Index i = 0; i < rows.uses(); ++i) {
        if (!holds(i))
            continue;
        const double stays = patience.stillWaiting({ends.wait[i]});
        const double share = isThere ? stays : 1.0 - stays;
        sum.rows += share;
        sum.weight += share * rows.weight[i];
        sum.squaredWeight += share * rows.weight[i] * rows.weight[i];
    }
    return sum;
}

void compareTallies(const Tally &actual, const Tally &expected)
{
    COMPARE_NEAR(actual.rows, expected.rows, 1e-8);
    COMPARE_NEAR(actual.weight, expected.weight, 1e-8);
    COMPARE_NEAR(actual.squaredWeight, expected.squaredWeight, 1e-8);
}

void compareCells(const PairedRows &rows, const UseOutcomes &ends, const PatienceCurve &patience,
                  const PolicySummary &summary)
{
    const auto cell = [&](UseDecision decision, int label) {
        return naiveTally(rows, ends, patience, true, [&](Eigen::Index i) {
            return rows.label[i] == label && ends.decision[static_cast<std::size_t>(i)] == decision;
        });
    };
    const auto left = [&](int label) {
        return naiveTally(rows, ends, patience, false,
                          [&](Eigen::Index i) { return rows.label[i] == label; });
    };
    const Waterfall &uses = summary.shares.uses();
    compareTallies(uses[UsePart::RightShown], cell(UseDecision::Shown, 1));
    compareTallies(uses[UsePart::WrongShown], cell(UseDecision::Shown, 0));
    compareTallies(uses.of({UsePart::MissedByModel, UsePart::MissedByLateness}),
                   cell(UseDecision::NotShown, 1) + cell(UseDecision::Unanswered, 1));
    compareTallies(uses[UsePart::RightlySilent], cell(UseDecision::NotShown, 0));
    compareTallies(uses[UsePart::UnansweredGood], cell(UseDecision::Unanswered, 1));
    compareTallies(uses[UsePart::UnansweredBad], cell(UseDecision::Unanswered, 0));
    compareTallies(uses[UsePart::GoneGood], left(1));
    compareTallies(uses[UsePart::GoneBad], left(0));
    COMPARE_NEAR(uses.uses().weight, rows.weight.sum(), 1e-8);
    const double right = uses[UsePart::RightShown].weight;
    const double shown = right + uses[UsePart::WrongShown].weight;
    const auto wrong = summary.shares[Share::WrongOfShown];
    QCOMPARE(wrong.has_value(), shown > 0.0 && uses.of(shownUses).rows >= 0.5);
    if (wrong)
        COMPARE_NEAR(1.0 - wrong->value, right / shown, 1e-9);
    const double positives = (rows.label > 0).select(rows.weight, 0.0).sum();
    const auto missed = summary.shares[Share::Missed];
    QCOMPARE(missed.has_value(), positives > 0.0);
    if (missed)
        COMPARE_NEAR(1.0 - missed->value, right / positives, 1e-9);
}

void compareMeans(const PairedRows &rows, const UseOutcomes &ends, const UseTerms &terms,
                  double budget, const PolicySummary &summary)
{
    double value = 0.0;
    double cost = 0.0;
    double late = 0.0;
    const auto each = valueOfUses(rows, ends, terms);
    for (Eigen::Index i = 0; i < rows.uses(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double stays = terms.patience.stillWaiting({ends.wait[i]});
        double whole = terms.values.late();
        if (ends.decision[at] == UseDecision::Shown)
            whole = rows.label[i] ? terms.values.tp() : terms.values.fp();
        if (ends.decision[at] == UseDecision::NotShown)
            whole = rows.label[i] ? terms.values.fn() : terms.values.tn();
        const double expected = stays * whole + (1.0 - stays) * terms.values.late();
        COMPARE_NEAR(each[i], expected, 1e-12);
        value += rows.weight[i] * expected;
        cost += rows.weight[i] * ends.cost[i];
        late += ends.late[at] || ends.wait[i] > budget ? rows.weight[i] : 0.0;
    }
    const double all = rows.weight.sum();
    COMPARE_NEAR(summary.valuePerUse, value / all, 1e-9);
    COMPARE_NEAR(summary.costPerThousandUses, 1000.0 * cost / all, 1e-6);
    if (summary.shares[Share::Late])
        COMPARE_NEAR(summary.shares[Share::Late]->value, late / all, 1e-9);
    else
        QCOMPARE(late, 0.0);
}

} // namespace

class TestPolicySummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_everyOneOfTheFamily_agrees_data();
    void vectors_everyOneOfTheFamily_agrees();
    void summary_random_agreesWithDefinition();
    void misses_random_haveOneCauseEach();
    void unanswered_isWorthLateWhole();
    void timeOut_waitedFor_leavesOnlyThePatient();
    void percentiles_equalWeights_areOrderStatistics();
    void percentiles_unequalWeights_useEffectiveN();
    void percentiles_ofUsers_theVectors_data();
    void percentiles_ofUsers_theVectors();
    void percentiles_withoutLatencies_areNone();
};

void TestPolicySummary::vectors_everyOneOfTheFamily_agrees_data()
{
    QTest::addColumn<QString>("id");
    testsupport::addVectorRows("T5.deadline", {u"T5.deadline.indep"_s}); // tst_lateness
    testsupport::addVectorRows("T5.abandon");
}

void TestPolicySummary::vectors_everyOneOfTheFamily_agrees()
{
    QFETCH(QString, id);
    testsupport::checkVector(id, families);
}

void TestPolicySummary::summary_random_agreesWithDefinition()
{
    std::mt19937 random(21);
    for (int round = 0; round < 60; ++round) {
        const auto rows = testsupport::randomUses(random, round);
        const auto ends = randomOutcomes(random, rows);
        const UseTerms terms{{3.0, -2.0, -1.5, 0.25, -0.75},
                             round % 3 == 0 ? PatienceCurve()
                                            : PatienceCurve({{{200.0}, 0.9}, {{600.0}, 0.4}})};
        const double budget = round % 2 == 0 ? infinity : double(random() % 60) * 20.0;
        const auto summary =
                summaryOf(rows, ends, terms, round % 2 == 0 ? Budget() : Milliseconds{budget});
        compareCells(rows, ends, terms.patience, summary);
        compareMeans(rows, ends, terms, budget, summary);
        const auto left =
                naiveTally(rows, ends, terms.patience, false, [](Eigen::Index) { return true; });
        const auto gone = summary.shares[Share::Left];
        QCOMPARE(gone.has_value(), rows.hasLatency() && !terms.patience.everyoneWaits());
        if (gone)
            COMPARE_NEAR(gone->value, left.weight / rows.weight.sum(), 1e-9);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestPolicySummary::misses_random_haveOneCauseEach()
{
    std::mt19937 random(22);
    for (int round = 0; round < 30; ++round) {
        const auto rows = testsupport::randomUses(random, round);
        const PatienceCurve patience({{{300.0}, 0.8}});
        const SingleModel policy{{0, {0.3}},
                                 Milliseconds{double(random() % 60) * 10.0},
                                 static_cast<LatePolicy>(random() % 4),
                                 {{1, {0.5}}}};
        const auto ends = outcomes(rows, policy);
        const auto summary = summaryOf(rows, policy, {{}, patience});
        const auto byLateness = naiveTally(rows, ends, patience, true, [&](Eigen::Index i) {
            return rows.label[i] == 1 && rows.score(i, 0) >= 0.3
                    && ends.decision[static_cast<std::size_t>(i)] != UseDecision::Shown;
        });
        const Waterfall &uses = summary.shares.uses();
        compareTallies(uses[UsePart::MissedByLateness], byLateness);
        COMPARE_NEAR(uses.of(goodUses).weight, (rows.label > 0).select(rows.weight, 0.0).sum(),
                     1e-8);
    }
}

void TestPolicySummary::unanswered_isWorthLateWhole()
{
    const auto rows = pairedOf(Eigen::ArrayXd::Ones(1), {Eigen::ArrayXd::Ones(1)},
                               {Eigen::ArrayXd::Constant(1, 500.0)});
    const SingleModel policy{{0, {0.5}}, Milliseconds{100.0}, LatePolicy::Unanswered};
    const UseTerms terms{{1.0, -1.0, -1.0, 0.0, -7.0}, PatienceCurve({{{100.0}, 0.5}})};
    QCOMPARE(summaryOf(rows, policy, terms).valuePerUse, -7.0);
    QCOMPARE(summaryOf(rows, policy, terms).shares[Share::Left]->value, 0.5);
}

void TestPolicySummary::timeOut_waitedFor_leavesOnlyThePatient()
{
    const auto rows = pairedOf(Eigen::ArrayXd::Ones(1), {Eigen::ArrayXd::Ones(1)},
                               {Eigen::ArrayXd::Constant(1, infinity)});
    const SingleModel policy{{0, {0.5}}, Milliseconds{100.0}, LatePolicy::Wait};
    const auto patient = summaryOf(rows, policy, {});
    QVERIFY(!patient.shares[Share::Left]);
    QCOMPARE(patient.shares[Share::Late]->value, 1.0);
    QCOMPARE(patient.shares[Share::Missed]->value, 0.0);
    const auto others = summaryOf(rows, policy, {{}, PatienceCurve({{{1e6}, 0.99}})});
    QCOMPARE(others.shares[Share::Left]->value, 1.0);
    QCOMPARE(others.shares[Share::Missed]->value, 1.0);
    QVERIFY(!others.shares[Share::WrongOfShown]);
    QCOMPARE(others.waits.front().wait.value, infinity);
}

void TestPolicySummary::percentiles_equalWeights_areOrderStatistics()
{
    std::mt19937 random(23);
    for (const Eigen::Index uses : {1, 4, 28, 29, 59, 300, 2995}) {
        auto rows = testsupport::randomUses(random, {.uses = uses, .weights = false});
        rows.weight *= 0.1; // of equal weight, whichever
        const auto ends = outcomes(rows, SingleModel{});
        std::vector<double> sorted(ends.wait.begin(), ends.wait.end());
        std::sort(sorted.begin(), sorted.end());
        const auto n = static_cast<std::size_t>(uses);
        const auto percentiles = waitPercentiles(rows, ends);
        QCOMPARE(percentiles.size(), std::size_t{5});
        for (const WaitPercentile &one : percentiles) {
            const auto rank = static_cast<std::size_t>(std::ceil(one.p * double(n) - 1e-9));
            QCOMPARE(one.wait.value, sorted[rank - 1]);
            const auto ranks = percentileRanks(n, one.p);
            QCOMPARE(one.low.has_value(), ranks.lower > 0);
            if (one.low)
                QCOMPARE(one.low->value, sorted[ranks.lower - 1]);
            QCOMPARE(one.high.has_value(), ranks.upper <= n);
            if (one.high)
                QCOMPARE(one.high->value, sorted[ranks.upper - 1]);
            QCOMPARE(one.tooFew, n < fewestForPercentile(one.p));
        }
    }
}

void TestPolicySummary::percentiles_ofUsers_theVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : testsupport::vectorIds(u"T9.cluster.p"_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestPolicySummary::percentiles_ofUsers_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const auto waits = testsupport::numbers(vector.input["latency_ms"_L1]);
    PairedRows rows;
    rows.models = {"model"};
    rows.label = LabelColumn::Zero(waits.size());
    rows.weight = Eigen::ArrayXd::Ones(waits.size());
    rows.score = Eigen::ArrayXXd::Zero(waits.size(), 1);
    rows.latency = waits;
    const QJsonArray users = vector.input["user"_L1].toArray();
    rows.user.resize(users.size());
    for (qsizetype i = 0; i < users.size(); ++i)
        rows.user[i] = users[i].toString().mid(1).toUInt();
    const auto percentiles = waitPercentiles(rows, outcomes(rows, SingleModel{}));
    const double p = vector.input["p"_L1].toDouble();
    const auto one = std::find_if(percentiles.begin(), percentiles.end(),
                                  [p](const WaitPercentile &each) { return each.p == p; });
    QVERIFY(one != percentiles.end());
    const auto expected = vector.expected.toObject();
    QCOMPARE(one->wait.value, expected["quantile"_L1].toDouble());
    QCOMPARE(one->low->value, expected["lower"_L1].toDouble());
    QCOMPARE(one->high.has_value(), !expected["upper"_L1].isNull());
    if (one->high)
        QCOMPARE(one->high->value, expected["upper"_L1].toDouble());
    QCOMPARE(one->tooFew, expected["of"_L1].toInt() < static_cast<int>(fewestForPercentile(p)));
}

void TestPolicySummary::percentiles_unequalWeights_useEffectiveN()
{
    std::mt19937 random(24);
    auto rows = testsupport::randomUses(random, {.uses = 400, .weights = false});
    const auto ends = outcomes(rows, SingleModel{});
    const auto equal = waitPercentiles(rows, ends);
    rows.weight.head(10) = 1000.0; // these alone decide
    const auto unequal = waitPercentiles(rows, ends);
    QVERIFY(!equal[2].tooFew);
    QVERIFY(unequal[2].tooFew);
    QVERIFY(!unequal[2].high);
    QVERIFY(unequal[0].low && unequal[0].low->value <= unequal[0].wait.value);
    QVERIFY(unequal[0].high && unequal[0].high->value >= unequal[0].wait.value);
}

void TestPolicySummary::percentiles_withoutLatencies_areNone()
{
    std::mt19937 random(25);
    const auto rows = testsupport::randomUses(random, {.uses = 40, .latencies = false});
    const auto summary = summaryOf(rows, SingleModel{{0, {0.4}}, Milliseconds{0.0}}, {});
    QVERIFY(summary.waits.empty());
    QVERIFY(!summary.shares[Share::Late]);
}

ONEINN_TEST(TestPolicySummary)

} // namespace tests::policies_policysummary

#include "tst_policysummary.moc"
