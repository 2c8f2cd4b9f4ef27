// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/barsitem.h"
#include "charts/chartview.h"
#include "charts/plotframe.h"
#include "charts/shadeitem.h"
#include "support/testprogram.h"

#include <QTest>

#include <memory>

namespace tests::charts_barsitem {

using namespace oneinn::charts;

/// Bars on the axis, and the words of a shaded range.
class TestBarsItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void bars_standOnTheAxis_theTallestAtTheMost();
    void bars_seldom_areSeen();
    void bars_none_drawNothing();
    void asGood_narrow_saysSoBeside();

private:
    /// The colour at a place: along the axis, and of the plot's height from the axis up.
    QColor colorAt(double x, double share) const;

    std::unique_ptr<ChartView> m_view;
    BarsItem *m_bars = nullptr;
};

void TestBarsItem::init()
{
    m_view = std::make_unique<ChartView>();
    AxisSpec axis = numberAxis({}, 0.0, 1.0);
    axis.gridLines = false;
    m_view->frame()->setHorizontal(axis);
    m_view->frame()->setVertical(axis);
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_bars = new BarsItem(m_view->frame());
}

QColor TestBarsItem::colorAt(double x, double share) const
{
    const QPointF place = m_view->frame()->toPixels({x, share});
    const QPoint at = m_view->mapFromScene(m_view->chart()->mapToScene(place));
    return m_view->viewport()->grab().toImage().pixelColor(at);
}

void TestBarsItem::bars_standOnTheAxis_theTallestAtTheMost()
{
    const ChartColors &colors = m_view->frame()->colors();
    m_bars->setBars({1.0, 0.0, 2.0, 0.0}, 0.0, 1.0);
    QCOMPARE(colorAt(0.125, 0.1), colors.neutralPale);
    QCOMPARE(colorAt(0.125, 0.2), colors.background);
    QCOMPARE(colorAt(0.375, 0.1), colors.background);
    QCOMPARE(colorAt(0.625, 0.28), colors.neutralPale);
    QCOMPARE(colorAt(0.625, BarsItem::partOfPlot + 0.02), colors.background);
}

void TestBarsItem::bars_seldom_areSeen()
{
    const QImage before = m_view->viewport()->grab().toImage();
    m_bars->setBars({0.0001, 1.0}, 0.0, 0.5);
    const QPointF low = m_view->frame()->toPixels({0.125, 0.0}) - QPointF(0.0, 2.0);
    const QPoint at = m_view->mapFromScene(m_view->chart()->mapToScene(low));
    QVERIFY(m_view->viewport()->grab().toImage().pixelColor(at) != before.pixelColor(at));
}

void TestBarsItem::bars_none_drawNothing()
{
    const QImage before = m_view->viewport()->grab().toImage();
    m_bars->setBars({0.0, 0.0}, 0.0, 1.0);
    QCOMPARE(m_view->viewport()->grab().toImage(), before);
    m_bars->setBars({}, 0.0, 1.0);
    QCOMPARE(m_view->viewport()->grab().toImage(), before);
}

void TestBarsItem::asGood_narrow_saysSoBeside()
{
    auto *shade = new ShadeItem(ShadeItem::Meaning::AsGood, m_view->frame());
    shade->setLabel(QStringLiteral("as good as the data can tell"));
    shade->setRange(std::pair(0.1, 0.9));
    const QRectF wide = shade->boundingRect();
    QVERIFY(qAbs(wide.width() - 0.8 * m_view->frame()->plotArea().width()) < 1e-6);
    shade->setRange(std::pair(0.8, 0.82)); // the words stand left of it
    QVERIFY(shade->boundingRect().left() < m_view->frame()->toPixels({0.8, 0.0}).x() - 50.0);
    shade->setRange(std::pair(0.02, 0.04)); // and here right
    QVERIFY(shade->boundingRect().right() > m_view->frame()->toPixels({0.04, 0.0}).x() + 50.0);
    QVERIFY(m_view->frame()->plotArea().contains(
            shade->boundingRect().adjusted(3.0, 3.0, -3.0, -3.0)));
}

ONEINN_TEST(TestBarsItem)

} // namespace tests::charts_barsitem

#include "tst_barsitem.moc"
