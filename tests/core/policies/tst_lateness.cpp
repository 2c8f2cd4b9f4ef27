// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/lateness.h"

#include "core/policies/policysummary.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

namespace tests::policies_lateness {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;
using testsupport::VectorCase;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Share in time among the uses for which `holds`.
template<typename Holds>
std::optional<double> naiveShare(const PairedRows &rows, double budget, const Holds &holds)
{
    double inTime = 0.0;
    double all = 0.0;
    for (Eigen::Index i = 0; i < rows.uses(); ++i) {
        const double weight = holds(i) && !rows.failedAt(i, 0) ? rows.weight[i] : 0.0;
        all += weight;
        inTime += rows.latency(i, 0) <= budget ? weight : 0.0;
    }
    return all > 0.0 ? std::optional(inTime / all) : std::nullopt;
}

} // namespace

class TestLateness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_independence_agrees();
    void shares_random_agreeWithDefinition();
    void difference_newcombesExample_agrees();
    void lateness_byChance_mostlyLooksIndependent();
    void lateness_ofAlerts_isNoticed();
    void withoutLatencies_nothingToCompare();
};

void TestLateness::vector_independence_agrees()
{
    VectorCase c(testsupport::vector(u"T5.deadline.indep"_s));
    const auto rates = effectiveIfIndependent({.precision = number(c.input.take("precision"_L1)),
                                               .recall = number(c.input.take("recall"_L1))},
                                              number(c.input.take("share_on_time"_L1)));
    COMPARE_NEAR(rates.precision, number(c.expected.take("effective_precision"_L1)), c.tolerance);
    COMPARE_NEAR(rates.recall, number(c.expected.take("effective_recall"_L1)), c.tolerance);
    QCOMPARE(c.input.problems(), QStringList());
    QCOMPARE(c.expected.problems(), QStringList());
}

void TestLateness::shares_random_agreeWithDefinition()
{
    std::mt19937 random(31);
    for (int round = 0; round < 40; ++round) {
        auto rows = testsupport::randomUses(random, round);
        if (!rows.hasLatency())
            continue;
        const double budget = double(random() % 60) * 10.0;
        const auto kinds = latenessByKind(rows, {0, {0.4}}, {budget});
        const auto shown = [&](Eigen::Index i) { return rows.score(i, 0) >= 0.4; };
        const auto positive = [&](Eigen::Index i) { return rows.label[i] > 0; };
        const auto compare = [&](const InTimeShares &shares, const auto &holds) {
            COMPARE_NEAR(valueOf(shares.one), naiveShare(rows, budget, holds), 1e-9);
            COMPARE_NEAR(valueOf(shares.other),
                         naiveShare(rows, budget, [&](Eigen::Index i) { return !holds(i); }), 1e-9);
            QCOMPARE(shares.difference.has_value(), shares.one && shares.other);
        };
        compare(kinds->shownAndSilent, shown);
        compare(kinds->positiveAndNegative, positive);
        compare(kinds->rightAndWrong, [&](Eigen::Index i) { return shown(i) == positive(i); });
        if (QTest::currentTestFailed())
            return;
    }
}

/// Newcombe 1998, Statistics in Medicine 17:873-890, table II: 56/70 - 48/80, method 10.
void TestLateness::difference_newcombesExample_agrees()
{
    PairedRows rows;
    rows.models = {""};
    rows.label = LabelColumn::Zero(150);
    rows.label.head(70) = 1;
    rows.weight = Eigen::ArrayXd::Ones(150);
    rows.score = Eigen::ArrayXXd::Zero(150, 1);
    rows.latency = Eigen::ArrayXXd::Constant(150, 1, infinity);
    rows.latency.col(0).head(56) = 1.0;
    rows.latency.col(0).segment(70, 48) = 1.0;
    const auto kinds = latenessByKind(rows, {0, {0.5}}, {100.0});
    const auto difference = kinds->positiveAndNegative.difference;
    COMPARE_NEAR(difference->low, 0.0524, 5e-5);
    COMPARE_NEAR(difference->high, 0.3339, 5e-5);
    QVERIFY(kinds->positiveAndNegative.differ());
    QVERIFY(!kinds->shownAndSilent.one); // nothing is shown
    QVERIFY(!kinds->shownAndSilent.differ());
}

void TestLateness::lateness_byChance_mostlyLooksIndependent()
{
    std::mt19937 random(33);
    int independent = 0;
    double precisionMoved = 0.0;
    double recallMissed = 0.0;
    constexpr int rounds = 200;
    for (int round = 0; round < rounds; ++round) {
        const auto rows = testsupport::randomUses(random, {.uses = 2000, .weights = false});
        const Milliseconds budget{400.0};
        independent += latenessByKind(rows, {0, {0.4}}, budget)->looksIndependent() ? 1 : 0;
        const auto precision = [](const Shares &shares) {
            return 1.0 - shares[Share::WrongOfShown]->value;
        };
        const auto recall = [](const Shares &shares) { return 1.0 - shares[Share::Missed]->value; };
        const Shares model = summaryOf(rows, SingleModel{{0, {0.4}}}, {}).shares;
        const Shares hurried = summaryOf(rows, SingleModel{{0, {0.4}}, budget}, {}).shares;
        const auto formula = effectiveIfIndependent({precision(model), recall(model)},
                                                    hurried[Share::InTime]->value);
        precisionMoved += (precision(hurried) - formula.precision) / rounds;
        recallMissed += (recall(hurried) - formula.recall) / rounds;
    }
    QVERIFY(independent > rounds * 3 / 4);
    COMPARE_NEAR(precisionMoved, 0.0, 0.005);
    COMPARE_NEAR(recallMissed, 0.0, 0.005);
}

void TestLateness::lateness_ofAlerts_isNoticed()
{
    std::mt19937 random(34);
    auto rows = testsupport::randomUses(random, {.uses = 2000, .weights = false});
    rows.latency.col(0) += 200.0 * (rows.score.col(0) >= 0.4).cast<double>();
    const auto kinds = latenessByKind(rows, {0, {0.4}}, {400.0});
    QVERIFY(kinds->shownAndSilent.differ());
    QVERIFY(kinds->shownAndSilent.difference->high < 0.0);
    QVERIFY(!kinds->looksIndependent());
}

void TestLateness::withoutLatencies_nothingToCompare()
{
    std::mt19937 random(35);
    const auto rows = testsupport::randomUses(random, {.uses = 20, .latencies = false});
    QVERIFY(!latenessByKind(rows, {0, {0.4}}, {400.0}));
}

ONEINN_TEST(TestLateness)

} // namespace tests::policies_lateness

#include "tst_lateness.moc"
