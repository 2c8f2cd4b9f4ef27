// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/fanout.h"

#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <cmath>
#include <numbers>

namespace tests::latency_fanout {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;
using testsupport::numbers;
using testsupport::VectorCase;
using testsupport::VectorFamily;

namespace {

void checkFanout(VectorCase &c)
{
    const double p = number(c.input.take("p_slow"_L1));
    const auto n = numbers(c.input.take("n"_L1));
    QCOMPARE(c.expectedList.size(), qsizetype(n.size()));
    for (Eigen::Index i = 0; i < n.size(); ++i)
        COMPARE_NEAR(fanoutTail(p, n[i]), number(c.expectedList.at(i)), c.tolerance);
}

void checkHedge(VectorCase &c)
{
    const double median = number(c.input.take("lognormal_median_ms"_L1));
    const double sigma = number(c.input.take("sigma"_L1));
    const Milliseconds after{number(c.input.take("hedge_after_ms"_L1))};
    const auto times = numbers(c.input.take("t_ms"_L1));
    const LatencySurvival survival = [=](Milliseconds t) {
        return 0.5 * std::erfc(std::log(t.value / median) / sigma / std::numbers::sqrt2);
    };
    const auto over = numbers(c.expected.take("p_over_unhedged"_L1));
    const auto overHedged = numbers(c.expected.take("p_over_hedged"_L1));
    QCOMPARE(over.size(), times.size());
    QCOMPARE(overHedged.size(), times.size());
    for (Eigen::Index i = 0; i < times.size(); ++i) {
        COMPARE_NEAR(hedgedTail(survival, {1e9}, {times[i]}), over[i], c.tolerance);
        COMPARE_NEAR(hedgedTail(survival, after, {times[i]}), overHedged[i], c.tolerance);
    }
    COMPARE_NEAR(survival(after), number(c.expected.take("extra_load"_L1)), c.tolerance);
}

const VectorFamily families[] = {{"T5.fanout", checkFanout}, {"T5.hedge", checkHedge}};

} // namespace

class TestFanout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_everyOneOfTheFamily_agrees_data()
    {
        QTest::addColumn<QString>("id");
        for (const VectorFamily &family : families)
            testsupport::addVectorRows(family.prefix);
    }
    void vectors_everyOneOfTheFamily_agrees()
    {
        QFETCH(QString, id);
        testsupport::checkVector(id, families);
    }

    void fanout_atTheEnds_isExact()
    {
        QCOMPARE(fanoutTail(0.3, 0.0), 0.0);
        QCOMPARE(fanoutTail(1.0, 0.0), 0.0);
        QCOMPARE(fanoutTail(1.0, 3.0), 1.0);
        QCOMPARE(fanoutTail(0.0, 100.0), 0.0);
        COMPARE_NEAR(fanoutTail(1e-18, 1000.0), 1e-15, 1e-24);
    }

    void hedge_beforeTheSecondRequest_changesNothing()
    {
        const LatencySurvival half = [](Milliseconds t) { return t.value < 10.0 ? 1.0 : 0.5; };
        QCOMPARE(hedgedTail(half, {20.0}, {19.0}), 0.5);
        QCOMPARE(hedgedTail(half, {20.0}, {20.0}), 0.5);
        QCOMPARE(hedgedTail(half, {20.0}, {30.0}), 0.25);
    }
};

ONEINN_TEST(TestFanout)

} // namespace tests::latency_fanout

#include "tst_fanout.moc"
