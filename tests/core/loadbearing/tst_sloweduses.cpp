// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/infinity.h"
#include "core/loadbearing/badweek.h"
#include "core/loadbearing/servedcolumns.h"
#include "core/loadbearing/servedmeans.h"
#include "core/loadbearing/sloweduses.h"
#include "core/policies/policy.h"

#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace tests::loadbearing_sloweduses {

using namespace oneinn;

namespace {

double uniform(std::mt19937_64 &engine)
{
    return static_cast<double>(engine() >> 11U) * 0x1p-53;
}

/// Two models; of each some answers never come, some take no time, and some calls fail.
PairedRows someRows(Eigen::Index uses)
{
    std::mt19937_64 engine(1U);
    PairedRows rows;
    rows.models = {"slow", "other"};
    rows.label.resize(uses);
    rows.weight.resize(uses);
    rows.user.resize(uses);
    rows.day.resize(uses);
    rows.score.resize(uses, 2);
    rows.latency.resize(uses, 2);
    rows.failed.setZero(uses, 2);
    for (Eigen::Index use = 0; use < uses; ++use) {
        rows.label[use] = uniform(engine) < 0.3 ? 1 : 0;
        rows.weight[use] = 0.5 + uniform(engine);
        rows.user[use] = static_cast<std::uint32_t>(engine() % 100);
        rows.day[use] = static_cast<std::uint32_t>(engine() % 10);
        for (Eigen::Index model = 0; model < 2; ++model) {
            rows.score(use, model) = uniform(engine);
            // Many share a latency, and some a bin.
            rows.latency(use, model) = std::round(200.0 * uniform(engine));
            const double what = uniform(engine);
            if (what < 0.02)
                rows.latency(use, model) = infinity;
            else if (what < 0.04)
                rows.failed(use, model) = callFailed;
        }
    }
    return rows;
}

SingleModel policyWith(LatePolicy late)
{
    return {.point = {0, {0.6}},
            .budget = Milliseconds{150.0},
            .late = late,
            .fallback = {{1, {0.5}}, FallbackStart::WithMain}};
}

} // namespace

class TestSlowedUses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anySlowdown_isAsUseByUse_data();
    void anySlowdown_isAsUseByUse();
    void ruleWithoutBudget_nothingChanges();
    void meansInGroups_areThoseOfColumns_data();
    void meansInGroups_areThoseOfColumns();
};

void TestSlowedUses::anySlowdown_isAsUseByUse_data()
{
    QTest::addColumn<int>("late");
    QTest::newRow("wait") << static_cast<int>(LatePolicy::Wait);
    QTest::newRow("show nothing") << static_cast<int>(LatePolicy::ShowNothing);
    QTest::newRow("unanswered") << static_cast<int>(LatePolicy::Unanswered);
    QTest::newRow("fall back") << static_cast<int>(LatePolicy::FallBack);
}

void TestSlowedUses::anySlowdown_isAsUseByUse()
{
    QFETCH(int, late);
    const PairedRows rows = someRows(5000);
    const SingleModel policy = policyWith(static_cast<LatePolicy>(late));
    const UseOutcomes now = outcomes(rows, policy);
    const SlowedUses slowed(rows, now, outcomesIfSlower(rows, policy, infinity), policy.rule(),
                            true);
    for (const double slowdown : {1.0, 1.000001, 1.01, 1.1, 150.0 / 149.0, 150.0 / 137.0, 1.5, 2.0,
                                  7.3, 150.0, 151.0, 1000.0}) {
        const UseOutcomes ends = outcomesIfSlower(rows, policy, slowdown);
        const ServedCells wanted = servedCells(rows, servedColumns(rows, ends, {}));
        const ServedCells found = slowed.cells(slowdown);
        for (const auto cell : {&ServedCells::tp, &ServedCells::fp, &ServedCells::fn,
                                &ServedCells::tn, &ServedCells::unserved})
            QVERIFY2(std::abs(found.*cell - wanted.*cell) < 1e-8,
                     qPrintable(QString::number(slowdown)));
        const double share = (rows.weight * lateOrGone(ends, {}, true)).sum() / rows.weight.sum();
        QVERIFY(std::abs(slowed.lateOrGone(slowdown) - share) < 1e-12);
    }
}

void TestSlowedUses::ruleWithoutBudget_nothingChanges()
{
    const PairedRows rows = someRows(1000);
    const UseOutcomes now = outcomes(rows, SingleModel{.point = {0, {0.6}}});
    const SlowedUses slowed(rows, now, now, EndRule(), false);
    QCOMPARE(slowed.cells(900.0).tp, slowed.cells(1.0).tp);
    QCOMPARE(slowed.lateOrGone(900.0), 0.0);
}

void TestSlowedUses::meansInGroups_areThoseOfColumns_data()
{
    QTest::addColumn<bool>("leave");
    QTest::newRow("everyone waits") << false;
    QTest::newRow("users leave") << true;
}

void TestSlowedUses::meansInGroups_areThoseOfColumns()
{
    QFETCH(bool, leave);
    const PairedRows rows = someRows(5000);
    const SingleModel policy = policyWith(LatePolicy::Unanswered);
    const PatienceCurve patience =
            leave ? PatienceCurve({{{100.0}, 0.9}, {{1000.0}, 0.4}}) : PatienceCurve();
    const std::vector<std::function<UseOutcomes()>> ends{
            [&] { return outcomes(rows, policy); },
            [&] { return outcomesIfSlower(rows, policy, 1.3); }};
    // Neither is drawn: then both are taken from one normal distribution.
    const BootstrapOptions options{.resamples = 20, .mostDrawn = 1};
    const auto means = [&](const std::optional<UseGroups> &groups) {
        return servedMeans(rows, groups, ends, patience, options, {}).value();
    };
    const ResampledMeans wanted = means(std::nullopt);
    const ResampledMeans found = means(UseGroups::of(rows, 1));
    QVERIFY(!wanted.drawn && !found.drawn);
    QCOMPARE(found.sum.size(), Eigen::Index{10});
    QVERIFY((found.sum - wanted.sum).abs().maxCoeff() < 1e-8);
    QVERIFY(std::abs(found.weight - wanted.weight) < 1e-8);
    for (Eigen::Index column = 0; column < wanted.sum.size(); ++column) {
        const auto spread = [column](const ResampledMeans &of) {
            const Eigen::ArrayXd drawn = of.resampledSum.col(column);
            return std::sqrt((drawn - of.sum[column]).square().mean());
        };
        // The last column follows from the others but for rounding, and how that is drawn differs.
        QVERIFY(spread(found) > 0.3 * spread(wanted) - 1e-9);
        QVERIFY(spread(found) < 3.0 * spread(wanted) + 1e-9);
    }
}

ONEINN_TEST(TestSlowedUses)

} // namespace tests::loadbearing_sloweduses

#include "tst_sloweduses.moc"
