// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/bandsitem.h"
#include "charts/chartview.h"
#include "charts/histogramitem.h"
#include "charts/plotframe.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>
#include <memory>

namespace tests::charts_bandsitem {

using namespace Qt::StringLiterals;
using namespace oneinn::charts;

class TestBandsItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void ranges_shown_markTheUpperEdge();
    void ranges_beyondTheAxis_areCut();
    void ranges_none_drawNothing();
    void label_besideALegend_standsAboveAllBars();
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

/// Bars as high as they get leave the line of the legend free, and so does the label.
void TestBandsItem::label_besideALegend_standsAboveAllBars()
{
    auto *histogram = new HistogramItem(m_view->frame());
    HistogramData data;
    data.edges = {0.0, 0.5, 1.0};
    data.positiveShown = data.negativeNotShown = {10, 10};
    data.positiveNotShown = data.negativeShown = {0, 0};
    QVERIFY(histogram->setData(data));
    histogram->setLegend({u"shown, right"_s, u"missed"_s, u"shown, wrong"_s, u"rightly"_s});
    m_bands->setRanges({{0.4, 1.0}});
    const auto painted = [this] { return m_view->viewport()->grab().toImage(); };
    const QImage without = painted();
    m_bands->setLabel(u"within your limits"_s);
    m_bands->setBesideLegendOf(histogram);
    const QImage with = painted();
    const PlotFrame *frame = m_view->frame();
    const auto inView = [&](QPointF at) {
        return m_view->mapFromScene(frame->chart()->mapToScene(at));
    };
    const QRectF plot = frame->plotArea();
    const qreal line = QFontMetricsF(frame->labelFont()).height() + 4.0;
    QRect changed;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (with.pixel(x, y) != without.pixel(x, y))
                changed |= QRect(x, y, 1, 1);
        }
    }
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed.top() >= inView(plot.topLeft()).y() - 1);
    QVERIFY(changed.bottom() <= inView({plot.left(), plot.top() + line}).y());
    QVERIFY(changed.right()
            < inView({plot.right() - histogram->legendWidth(true), plot.top()}).x() + 1);
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
