// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/lessondial.h"

#include "charts/axismapping.h"
#include "support/testprogram.h"

#include <QTest>

#include <array>

namespace tests::views_lessondial {

using namespace oneinn;
using charts::AxisMapping;

class TestLessonDial : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onAxis_withinIt_isItsPlace();
    void onAxis_beyondAnEnd_isNowhere();
    void onAxis_sharesShown_haveAllThresholds();
};

void TestLessonDial::onAxis_withinIt_isItsPlace()
{
    const AxisMapping scores = AxisMapping::score(0.1, 0.4);
    for (const double value : {0.1, 0.25, 0.4})
        QCOMPARE(onAxis(scores, value), std::optional(value));
    QCOMPARE(onAxis(AxisMapping::logTime(10.0, 1000.0), 100.0), std::optional(2.0));
    // The ends of log odds are 0 and 1.
    const AxisMapping odds = AxisMapping::logOdds(0.01, 0.99);
    QCOMPARE(onAxis(odds, 0.0), std::optional(odds.low()));
    QCOMPARE(onAxis(odds, 1.0), std::optional(odds.high()));
}

void TestLessonDial::onAxis_beyondAnEnd_isNowhere()
{
    const AxisMapping scores = AxisMapping::score(0.1, 0.4);
    QVERIFY(!onAxis(scores, 0.05) && !onAxis(scores, 0.9));
    const AxisMapping waits = AxisMapping::logTime(10.0, 1000.0);
    QVERIFY(!onAxis(waits, 0.0) && !onAxis(waits, 5.0) && !onAxis(waits, 1001.0));
}

/// A threshold above all scores shows nothing, which is what the axis ends with.
void TestLessonDial::onAxis_sharesShown_haveAllThresholds()
{
    const std::array<double, 4> descending{0.9, 0.5, 0.5, 0.2};
    const AxisMapping shown = AxisMapping::rank(descending);
    QVERIFY(onAxis(shown, 0.99) && onAxis(shown, 0.5) && onAxis(shown, 0.0));
}

ONEINN_TEST(TestLessonDial)

} // namespace tests::views_lessondial

#include "tst_lessondial.moc"
