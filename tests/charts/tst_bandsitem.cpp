// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/bandsitem.h"
#include "charts/chartview.h"
#include "charts/plotframe.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>
#include <memory>

namespace tests::charts_bandsitem {

using namespace oneinn::charts;

class TestBandsItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void ranges_shown_markTheUpperEdge();
    void ranges_beyondTheAxis_areCut();
    void ranges_none_drawNothing();
    void ranges_onTheAxis_markTheLowerEdge();

private:
    /// Whether there is a strip above the plot at a place of the axis.
    bool isMarked(double x) const;

    std::unique_ptr<ChartView> m_view;
    BandsItem *m_bands = nullptr;
};

void TestBandsItem::init()
{
    m_view = std::make_unique<ChartView>();
    m_view->frame()->setHorizontal(numberAxis({}, 0.0, 1.0));
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_bands = new BandsItem(m_view->frame());
}

bool TestBandsItem::isMarked(double x) const
{
    const PlotFrame *frame = m_view->frame();
    const QPointF above(frame->toPixels({x, 0.0}).x(), frame->plotArea().top() - 1.5);
    const QPoint at = m_view->mapFromScene(frame->chart()->mapToScene(above));
    return m_view->viewport()->grab().toImage().pixelColor(at) == frame->colors().goodText;
}

void TestBandsItem::ranges_shown_markTheUpperEdge()
{
    m_bands->setRanges({{0.6, 0.8}, {0.1, 0.2}});
    for (const double x : {0.12, 0.18, 0.62, 0.78})
        QVERIFY(isMarked(x));
    for (const double x : {0.05, 0.3, 0.55, 0.9})
        QVERIFY(!isMarked(x));
}

void TestBandsItem::ranges_beyondTheAxis_areCut()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    m_bands->setRanges({{0.9, infinity}, {-infinity, 0.1}, {2.0, 3.0}});
    QVERIFY(isMarked(0.02));
    QVERIFY(!isMarked(0.5));
    QVERIFY(isMarked(0.97));
}

void TestBandsItem::ranges_none_drawNothing()
{
    m_bands->setRanges({{0.0, 1.0}});
    QVERIFY(isMarked(0.5));
    m_bands->setRanges({});
    QVERIFY(!isMarked(0.5));
    QVERIFY(m_bands->boundingRect().isEmpty());
}

void TestBandsItem::ranges_onTheAxis_markTheLowerEdge()
{
    auto *onAxis = new BandsItem(m_view->frame(), BandsItem::Edge::Axis);
    onAxis->setRanges({{0.3, 0.6}});
    const PlotFrame *frame = m_view->frame();
    const QImage drawn = m_view->viewport()->grab().toImage();
    const auto isInk = [&](double x) {
        const QPointF on(frame->toPixels({x, 0.0}).x(), frame->plotArea().bottom() - 1.5);
        return drawn.pixelColor(m_view->mapFromScene(frame->chart()->mapToScene(on)))
                == frame->colors().ink;
    };
    QVERIFY(isInk(0.32) && isInk(0.58));
    QVERIFY(!isInk(0.25) && !isInk(0.65));
    QVERIFY(!isMarked(0.45));
}

ONEINN_TEST(TestBandsItem)

} // namespace tests::charts_bandsitem

#include "tst_bandsitem.moc"
