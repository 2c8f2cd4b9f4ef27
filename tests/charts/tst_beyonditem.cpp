// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/beyonditem.h"
#include "charts/chartview.h"
#include "charts/plotframe.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <memory>

namespace tests::charts_beyonditem {

using namespace oneinn::charts;

class TestBeyondItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void regions_shown_areHatchedAndNothingElse();
    void regions_infinite_areCutToTheAxes();
    void regions_none_drawNothing();
    void lines_anyArea_lieWithinAndMeetThoseBeside();

private:
    /// Whether some of what surrounds a place, as wide as two strokes are apart, is a stroke.
    bool isHatched(double x, double y) const;

    std::unique_ptr<ChartView> m_view;
    BeyondItem *m_beyond = nullptr;
};

void TestBeyondItem::init()
{
    m_view = std::make_unique<ChartView>();
    AxisSpec axis = numberAxis({}, 0.0, 1.0);
    axis.gridLines = false;
    m_view->frame()->setHorizontal(axis);
    m_view->frame()->setVertical(axis);
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_beyond = new BeyondItem(m_view->frame());
}

bool TestBeyondItem::isHatched(double x, double y) const
{
    const PlotFrame *frame = m_view->frame();
    const QPoint at = m_view->mapFromScene(frame->chart()->mapToScene(frame->toPixels({x, y})));
    const QImage image = m_view->viewport()->grab().toImage();
    for (int step = 0; step < int(hatchDistance); ++step) {
        if (image.pixelColor(at + QPoint(step, 0)) != frame->colors().background)
            return true;
    }
    return false;
}

void TestBeyondItem::regions_shown_areHatchedAndNothingElse()
{
    m_beyond->setRegions({QRectF(0.1, 0.0, 0.2, 1.0), QRectF(0.5, 0.0, 0.5, 0.4)});
    for (const QPointF hatched : {QPointF(0.15, 0.5), QPointF(0.25, 0.9), QPointF(0.7, 0.2)})
        QVERIFY(isHatched(hatched.x(), hatched.y()));
    for (const QPointF free : {QPointF(0.05, 0.5), QPointF(0.4, 0.2), QPointF(0.7, 0.6)})
        QVERIFY(!isHatched(free.x(), free.y()));
}

void TestBeyondItem::regions_infinite_areCutToTheAxes()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    m_beyond->setRanges({{0.8, infinity}, {-1.0, 0.2}});
    QVERIFY(isHatched(0.9, 0.5) && isHatched(0.1, 0.5));
    QVERIFY(!isHatched(0.5, 0.5));
}

void TestBeyondItem::regions_none_drawNothing()
{
    m_beyond->setRanges({{0.0, 1.0}});
    QVERIFY(isHatched(0.5, 0.5));
    m_beyond->setRanges({});
    QVERIFY(!isHatched(0.5, 0.5));
}

void TestBeyondItem::lines_anyArea_lieWithinAndMeetThoseBeside()
{
    const QRectF left(3.0, 10.0, 40.0, 25.0);
    const QRectF right(43.0, 10.0, 31.0, 25.0);
    const QRectF both = left.united(right);
    for (const QRectF &area : {left, right, both}) {
        const QList<QLineF> lines = hatchLines(area);
        QVERIFY(lines.size() >= qsizetype((area.width() + area.height()) / hatchDistance) - 1);
        for (const QLineF &line : lines) {
            for (const QPointF end : {line.p1(), line.p2()})
                QVERIFY(area.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(end));
            // 45 degrees, on one of the common strokes.
            const double sum = line.x1() + line.y1();
            QVERIFY(qAbs(sum - (line.x2() + line.y2())) < 1e-9);
            QVERIFY(qAbs(std::remainder(sum, hatchDistance)) < 1e-9);
        }
    }
    QVERIFY(hatchLines(QRectF()).isEmpty());
}

ONEINN_TEST(TestBeyondItem)

} // namespace tests::charts_beyonditem

#include "tst_beyonditem.moc"
