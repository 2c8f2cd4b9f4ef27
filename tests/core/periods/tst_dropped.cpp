// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/dropped.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"

#include <QTest>

#include <stop_token>

namespace tests::periods_dropped {

using namespace oneinn;
using testsupport::DropWorld;

class TestDropped : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samePeriod_nothingMovedAndNothingIsSaid();
    void twiceTheGoodOnes_addsUpAndIsNamed();
    void laterThreshold_isTheEarlierOnes();
    void bestThresholds_areWorthMost();
    void stopped_saysNothing();
};

namespace {

constexpr int uses = 4000;

Periods periodsOf(const DropWorld &world)
{
    std::mt19937 random(11);
    const auto index = [&](const DropWorld &its, bool later) {
        return PredictionIndex::build(testsupport::drawnPeriod(its, later, uses, random), {})
                .value();
    };
    Periods periods;
    periods.before = index({}, false);
    periods.after = index(world, true);
    periods.earlier = periods.later = testsupport::dropScenario();
    return periods;
}

DropWorld otherBaseRate()
{
    DropWorld world;
    world.goodTwice = 0.5;
    return world;
}

/// Per use, added up use by use.
double valueAt(const std::shared_ptr<const PredictionIndex> &index, double threshold)
{
    Scenario scenario = testsupport::dropScenario();
    scenario.threshold = {threshold};
    return periodUses(index, scenario, DropMeasure::Value)->measured.mean();
}

} // namespace

void TestDropped::samePeriod_nothingMovedAndNothingIsSaid()
{
    Periods periods = periodsOf({});
    periods.after = periods.before;
    const auto told = dropped(periods);
    QVERIFY(told.has_value());
    QCOMPARE(told->diagnosis.firstCause(), DropCause::None);
    QCOMPARE(told->waterfall.change, 0.0);
    QCOMPARE(told->threshold.bestBefore.value, told->threshold.best.value);
}

void TestDropped::twiceTheGoodOnes_addsUpAndIsNamed()
{
    const Periods periods = periodsOf(otherBaseRate());
    const auto told = dropped(periods);
    QVERIFY(told.has_value());
    QCOMPARE(told->diagnosis.firstCause(), DropCause::BaseRate);
    double sum = 0.0;
    for (const DropAmount &amount : told->waterfall.amounts)
        sum += amount.amount;
    const double change = valueAt(periods.after, 0.3) - valueAt(periods.before, 0.3);
    QVERIFY(std::abs(sum - change) < 1e-9);
    QVERIFY(std::abs(told->diagnosis.measureAfter - told->diagnosis.measureBefore - change) < 1e-9);
}

/// It is the use of the old one that dropped, whatever the later scenario says.
void TestDropped::laterThreshold_isTheEarlierOnes()
{
    Periods periods = periodsOf(otherBaseRate());
    const auto told = dropped(periods);
    periods.later.threshold = {0.9};
    const auto other = dropped(periods);
    QCOMPARE(other->waterfall.change, told->waterfall.change);
    QCOMPARE(other->threshold.kept.value, 0.3);
    QCOMPARE(other->threshold.cost, told->threshold.cost);
}

void TestDropped::bestThresholds_areWorthMost()
{
    const Periods periods = periodsOf(otherBaseRate());
    const OldThreshold threshold = dropped(periods)->threshold;
    const double before = valueAt(periods.before, threshold.bestBefore.value);
    const double after = valueAt(periods.after, threshold.best.value);
    for (int step = 0; step <= 50; ++step) {
        QVERIFY(valueAt(periods.before, step / 50.0) <= before + 1e-12);
        QVERIFY(valueAt(periods.after, step / 50.0) <= after + 1e-12);
    }
    QVERIFY(std::abs(threshold.cost - (after - valueAt(periods.after, 0.3))) < 1e-9);
}

void TestDropped::stopped_saysNothing()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!dropped(periodsOf({}), {.stop = stop.get_token(), .progress = {}}));
}

ONEINN_TEST(TestDropped)

} // namespace tests::periods_dropped

#include "tst_dropped.moc"
