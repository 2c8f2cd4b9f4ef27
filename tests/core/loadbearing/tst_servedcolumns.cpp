// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/servedcolumns.h"

#include "core/parallel.h"
#include "core/policies/policy.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::loadbearing_servedcolumns {

using namespace oneinn;

namespace {

PairedRows madeUp(Eigen::Index uses)
{
    std::mt19937_64 engine(1);
    const auto uniform = [&engine] { return static_cast<double>(engine() >> 11U) * 0x1p-53; };
    PairedRows rows;
    rows.models = {""};
    rows.label.resize(uses);
    rows.weight.resize(uses);
    rows.score.resize(uses, 1);
    rows.latency.resize(uses, 1);
    for (Eigen::Index use = 0; use < uses; ++use) {
        rows.label[use] = uniform() < 0.3 ? 1 : 0;
        rows.weight[use] = 0.5 + uniform();
        rows.score(use, 0) = uniform();
        rows.latency(use, 0) = 400.0 * uniform();
    }
    return rows;
}

} // namespace

class TestServedColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servedCells_manyUses_areSumsOfColumns();
    void outcomesIfSlower_areThoseOfSlowerRows();
};

void TestServedColumns::servedCells_manyUses_areSumsOfColumns()
{
    const PairedRows rows = madeUp(2 * static_cast<Eigen::Index>(rowsWorthAThread));
    const PatienceCurve patience({{{200.0}, 0.8}});
    const SingleModel policy{
            .point = {0, {0.5}}, .budget = Milliseconds{300.0}, .late = LatePolicy::Unanswered};
    const UseOutcomes ends = outcomes(rows, policy);
    const ServedColumns columns = servedColumns(rows, ends, patience);
    const ServedCells cells = servedCells(rows, ends, patience);
    const auto isSum = [&rows](double cell, const Eigen::ArrayXd &column) {
        const double sum = (rows.weight * column).sum();
        return sum > 0.0 && std::abs(cell - sum) < 1e-9 * sum;
    };
    QVERIFY(isSum(cells.tp, columns.tp));
    QVERIFY(isSum(cells.fp, columns.fp));
    QVERIFY(isSum(cells.fn, columns.fn));
    QVERIFY(isSum(cells.tn, columns.tn));
    QVERIFY(isSum(cells.unserved, columns.unserved));
}

void TestServedColumns::outcomesIfSlower_areThoseOfSlowerRows()
{
    const PairedRows rows = madeUp(2000);
    const SingleModel policy{.point = {0, {0.5}}, .budget = Milliseconds{300.0}};
    PairedRows slower = rows;
    slower.latency *= 1.7;
    const UseOutcomes wanted = outcomes(slower, policy);
    const UseOutcomes found = outcomesIfSlower(rows, policy, 1.7);
    QVERIFY(found.decision == wanted.decision);
    QVERIFY(found.late == wanted.late);
    QVERIFY((found.wait == wanted.wait).all());
    QVERIFY(found.late != outcomes(rows, policy).late);
}

ONEINN_TEST(TestServedColumns)

} // namespace tests::loadbearing_servedcolumns

#include "tst_servedcolumns.moc"
