// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/rivalsitem.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"

#include <memory>

namespace tests::journeys_rivals {

using namespace oneinn;
using namespace testsupport;
using charts::ChartView;
using charts::RivalCurve;
using charts::RivalsItem;

/// The other models of the file, beside the one that is looked at.
class TestRivals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void sample_opened_otherModelIsDrawnAndNamed();
    void sample_smallWindow_namesAreInsideAndApart();
    void model_picked_theOtherOneIsDrawn();
    void budget_dragged_curveFollows();
    void threshold_dragged_curveStays();
    void axis_holdsBothModels();
    void oneModel_nothingIsDrawn();

private:
    static QList<RivalCurve> curves(ChartView *chart)
    {
        return OpenedWindow::item<RivalsItem>(chart)->curves();
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestRivals::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
}

void TestRivals::sample_opened_otherModelIsDrawnAndNamed()
{
    for (ChartView *chart : {m_opened->curve(), m_opened->latency()}) {
        QCOMPARE(curves(chart).size(), 1);
        QCOMPARE(curves(chart).first().name, QStringLiteral("on-device-small"));
        QVERIFY(curves(chart).first().points.size() > 100);
        QVERIFY(chart->accessibleDescription().endsWith(
                QStringLiteral("Dashed, to compare: on-device-small.")));
    }
}

void TestRivals::sample_smallWindow_namesAreInsideAndApart()
{
    m_opened->window.resize(1024, 700);
    for (ChartView *chart : {m_opened->curve(), m_opened->latency()}) {
        const auto place = [chart] {
            return OpenedWindow::item<RivalsItem>(chart)->namePlaces().first();
        };
        QTRY_VERIFY(!place().isNull() && chart->frame()->plotArea().contains(place()));
    }
}

void TestRivals::model_picked_theOtherOneIsDrawn()
{
    m_opened->session.edit(edits::model("on-device-small"));
    for (ChartView *chart : {m_opened->curve(), m_opened->latency()})
        QCOMPARE(curves(chart).first().name, QStringLiteral("cloud-large"));
}

void TestRivals::budget_dragged_curveFollows()
{
    m_opened->session.edit(edits::model("on-device-small"));
    const auto mostFound = [this] { return curves(m_opened->curve()).first().points.last().x(); };
    const auto onTime = curves(m_opened->latency());
    double last = mostFound();
    press(m_opened->latency()->viewport(),
          OpenedWindow::handle(OpenedWindow::marker(m_opened->latency())));
    for (const double share : {0.45, 0.4, 0.35}) {
        moveTo(m_opened->latency()->viewport(),
               OpenedWindow::inPlot(m_opened->latency(), share, 0.5));
        // The tighter the budget, the more good ones the cloud's late answers miss.
        QVERIFY(mostFound() < last);
        last = mostFound();
    }
    release(m_opened->latency()->viewport(), OpenedWindow::inPlot(m_opened->latency(), 0.35, 0.5));
    QVERIFY(curves(m_opened->latency()) == onTime);
}

void TestRivals::threshold_dragged_curveStays()
{
    const auto before = curves(m_opened->curve());
    m_opened->session.setThreshold({0.9});
    QVERIFY(curves(m_opened->curve()) == before);
}

void TestRivals::axis_holdsBothModels()
{
    const auto axis = m_opened->latency()->frame()->horizontal();
    for (const RivalCurve &curve : curves(m_opened->latency())) {
        // Half of its answers come neither before the axis begins nor after it ends.
        const auto half = std::find_if(curve.points.begin(), curve.points.end(),
                                       [](QPointF point) { return point.y() >= 0.5; });
        QVERIFY(half != curve.points.end());
        QVERIFY(half->x() > axis.low && half->x() < axis.high);
    }
    m_opened->session.edit(edits::model("on-device-small"));
    const auto other = m_opened->latency()->frame()->horizontal();
    QCOMPARE(other.low, axis.low);
    QCOMPARE(other.high, axis.high);
}

void TestRivals::oneModel_nothingIsDrawn()
{
    QVERIFY(m_opened->openSample(QStringLiteral("fraudalerts")));
    for (ChartView *chart : {m_opened->curve(), m_opened->latency()}) {
        QVERIFY(curves(chart).isEmpty());
        QVERIFY(!chart->accessibleDescription().contains(QStringLiteral("Dashed")));
    }
}

ONEINN_TEST(TestRivals)

} // namespace tests::journeys_rivals

#include "tst_rivals.moc"
