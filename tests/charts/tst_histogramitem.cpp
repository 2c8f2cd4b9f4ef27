// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartview.h"
#include "charts/histogramitem.h"
#include "charts/plotframe.h"
#include "charts/shadeitem.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>
#include <memory>

namespace tests::charts_histogramitem {

using namespace oneinn::charts;

class TestHistogramItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void bars_counts_proportionalOnTheirOwnScale();
    void bars_oneScale_sameHeightForTheSameCount();
    void scale_ofBarsThatAreHardlyThere_hasNoNumbers();
    void bars_shownThenNotShown_stackFromTheBaseline();
    void bars_beyondTheScale_endAtThePlot();
    void late_moreThanShown_cutToShown();
    void paint_colours_saySide();
    void paint_late_isHatched();
    void earlier_outline_isOnTheScaleOfTheBars();
    void earlier_higher_makesRoom();
    void setData_unsound_keptOut_data();
    void setData_unsound_keptOut();
    void setData_maxZero_tallestBarFits();
    void resize_bars_followTheAxis();
    void shade_infiniteRange_cutToTheAxis();
    void shade_emptyRange_nothing();

private:
    static HistogramData sample();
    QColor colourAt(QPointF chartPixels) const;

    std::unique_ptr<ChartView> m_view;
    HistogramItem *m_item = nullptr;
};

HistogramData TestHistogramItem::sample()
{
    HistogramData data;
    data.edges = {0.0, 0.25, 0.5, 0.75, 1.0};
    data.positiveShown = {0, 0, 4, 10};
    data.positiveNotShown = {2, 5, 4, 0};
    data.negativeShown = {0, 0, 100, 50};
    data.negativeNotShown = {400, 300, 100, 0};
    return data;
}

void TestHistogramItem::init()
{
    m_view = std::make_unique<ChartView>();
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    m_view->setPalette(palette);
    m_view->frame()->setHorizontal(numberAxis({}, 0.0, 1.0));
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_item = new HistogramItem(m_view->frame());
    QVERIFY(m_item->setData(sample()));
}

QColor TestHistogramItem::colourAt(QPointF chartPixels) const
{
    return m_view->toImage(1.0).pixelColor(chartPixels.toPoint());
}

void TestHistogramItem::bars_counts_proportionalOnTheirOwnScale()
{
    // 10 of at most 10 up is as high as 400 of at most 400 down.
    QVERIFY(qAbs(m_item->bar(3).positiveShown.height() - m_item->bar(0).negativeNotShown.height())
            < 1e-9);
    QVERIFY(qAbs(m_item->bar(1).positiveNotShown.height() * 2
                 - m_item->bar(3).positiveShown.height())
            < 1e-9);
    QVERIFY(m_item->bar(0).positiveShown.height() == 0.0);
}

void TestHistogramItem::bars_oneScale_sameHeightForTheSameCount()
{
    auto data = sample();
    data.oneScale = true;
    data.positiveShown = {0, 0, 4, 100};
    QVERIFY(m_item->setData(data));
    const auto up = m_item->bar(3).positiveShown;
    const auto down = m_item->bar(2).negativeShown; // as many
    QVERIFY(up.height() > 10.0);
    QVERIFY(qAbs(up.height() - down.height()) < 1e-9);
    QVERIFY(qAbs(up.bottom() - down.top()) < 1e-9);
    // Both fit, and together they fill the plot but for its legend.
    const auto plot = m_view->frame()->plotArea();
    const auto tallest = m_item->bar(0).negativeNotShown;
    QVERIFY(up.top() >= plot.top() && tallest.bottom() <= plot.bottom());
    QVERIFY(up.height() + tallest.height() > plot.height() * 0.7);
}

void TestHistogramItem::scale_ofBarsThatAreHardlyThere_hasNoNumbers()
{
    auto data = sample();
    data.negativeNotShown[0] = 20000;
    QVERIFY(m_item->setData(data));
    QVERIFY(m_item->scaleNumbers(true).size() >= 2); // on a scale of its own
    data.oneScale = true;
    data.positiveMax = data.negativeMax = 0.0;
    QVERIFY(m_item->setData(data));
    QCOMPARE(m_item->scaleNumbers(true), QStringList());
    QVERIFY(m_item->scaleNumbers(false).size() >= 2);
}

void TestHistogramItem::bars_shownThenNotShown_stackFromTheBaseline()
{
    const auto bar = m_item->bar(2);
    QVERIFY(qAbs(bar.positiveNotShown.bottom() - bar.positiveShown.top()) < 1e-9);
    QVERIFY(qAbs(bar.negativeNotShown.top() - bar.negativeShown.bottom()) < 1e-9);
    QVERIFY(qAbs(bar.positiveShown.bottom() - bar.negativeShown.top()) < 1e-9);
}

void TestHistogramItem::bars_beyondTheScale_endAtThePlot()
{
    auto data = sample();
    data.positiveMax = 1.0;
    QVERIFY(m_item->setData(data));
    QVERIFY(m_item->bar(3).positiveShown.top() >= m_view->frame()->plotArea().top() - 1.0);
}

void TestHistogramItem::late_moreThanShown_cutToShown()
{
    auto data = sample();
    data.positiveLate = {9, 9, 9, 9};
    data.negativeLate = {0, 0, 50, 0};
    QVERIFY(m_item->setData(data));
    QCOMPARE(m_item->bar(3).positiveLate.height(), m_item->bar(3).positiveShown.height() * 0.9);
    QCOMPARE(m_item->bar(2).positiveLate, m_item->bar(2).positiveShown);
    QCOMPARE(m_item->bar(0).positiveLate.height(), 0.0);
    const auto bar = m_item->bar(2);
    QVERIFY(qAbs(bar.negativeLate.bottom() - bar.negativeShown.bottom()) < 1e-9);
    QVERIFY(qAbs(bar.negativeLate.height() * 2 - bar.negativeShown.height()) < 1e-9);
}

void TestHistogramItem::paint_colours_saySide()
{
    const auto &colors = m_view->colors();
    QCOMPARE(colourAt(m_item->bar(3).positiveShown.center()), colors.good);
    QCOMPARE(colourAt(m_item->bar(3).negativeShown.center()), colors.bad);
    QCOMPARE(colourAt(m_item->bar(1).positiveNotShown.center()), colors.goodPale);
    QCOMPARE(colourAt(m_item->bar(1).negativeNotShown.center()), colors.neutralPale);
}

void TestHistogramItem::paint_late_isHatched()
{
    const auto colours = [this] {
        const auto area = m_item->bar(3).positiveShown.toAlignedRect().adjusted(2, 2, -2, -2);
        const auto image = m_view->toImage(1.0).copy(area);
        QSet<QRgb> found;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found.insert(image.pixel(x, y));
        }
        return found.size();
    };
    QCOMPARE(colours(), 1);
    auto data = sample();
    data.positiveLate = {0, 0, 0, 10};
    QVERIFY(m_item->setData(data));
    QVERIFY(colours() > 1);
}

void TestHistogramItem::earlier_outline_isOnTheScaleOfTheBars()
{
    QVERIFY(m_item->outline(true).isEmpty());
    HistogramData data = sample();
    data.positiveEarlier = {2, 5, 8, 10};
    data.negativeEarlier = {400, 300, 200, 25};
    QVERIFY(m_item->setData(data));
    const auto up = m_item->outline(true);
    const auto down = m_item->outline(false);
    QCOMPARE(up.size(), 8);
    QVERIFY(qAbs(up[6].y() - m_item->bar(3).positiveShown.top()) <= 1.0);
    QVERIFY(qAbs(up[2].y() - m_item->bar(1).positiveNotShown.top()) <= 1.0);
    QVERIFY(qAbs(down[0].y() - m_item->bar(0).negativeNotShown.bottom()) <= 1.0);
    QVERIFY(qAbs(up[2].x() - m_item->bar(1).positiveNotShown.left()) <= 1.0);
    // Dashed: along the top of a bar, dark places and others.
    int dark = 0;
    const int first = int(up[2].x()) + 2;
    const int last = int(up[3].x()) - 2;
    for (int x = first; x < last; ++x)
        dark += colourAt({double(x), up[2].y()}).lightness() < 80 ? 1 : 0;
    QVERIFY2(dark > (last - first) / 3 && dark < 5 * (last - first) / 6,
             qPrintable(QString::number(dark)));
}

void TestHistogramItem::earlier_higher_makesRoom()
{
    const double before = m_item->bar(3).positiveShown.height();
    HistogramData data = sample();
    data.positiveEarlier = {0, 0, 0, 20};
    data.negativeEarlier = {0, 0, 0, 0};
    QVERIFY(m_item->setData(data));
    QVERIFY(qAbs(2.0 * m_item->bar(3).positiveShown.height() - before) <= 1.0);
    QVERIFY(m_item->outline(true)[6].y() >= m_view->frame()->plotArea().top());
    data.positiveEarlier = {1, 2};
    QVERIFY(!m_item->setData(data));
}

void TestHistogramItem::setData_unsound_keptOut_data()
{
    QTest::addColumn<int>("fault");
    for (const auto *name : {"edges", "order", "short", "negative", "nan", "late"})
        QTest::newRow(name) << static_cast<int>(name[0] + name[1]);
}

void TestHistogramItem::setData_unsound_keptOut()
{
    auto data = sample();
    const QByteArray fault = QTest::currentDataTag();
    if (fault == "edges")
        data.edges.pop_back();
    else if (fault == "order")
        std::swap(data.edges[1], data.edges[2]);
    else if (fault == "short")
        data.negativeShown.pop_back();
    else if (fault == "negative")
        data.positiveShown[1] = -1.0;
    else if (fault == "nan")
        data.positiveNotShown[1] = std::numeric_limits<double>::quiet_NaN();
    else
        data.positiveLate = {1.0};
    QVERIFY(!m_item->setData(data));
    QCOMPARE(m_item->data().positiveShown, sample().positiveShown);
    QVERIFY(m_item->setData({}));
    QVERIFY(m_item->data().edges.empty());
}

void TestHistogramItem::setData_maxZero_tallestBarFits()
{
    const auto plot = m_view->frame()->plotArea();
    const auto tallest = m_item->bar(3).positiveShown;
    QVERIFY(tallest.top() > plot.top());
    QVERIFY(tallest.height() > plot.height() * 0.35);
    QCOMPARE(m_item->data().positiveMax, 10.0);
    QCOMPARE(m_item->data().negativeMax, 400.0);
}

void TestHistogramItem::resize_bars_followTheAxis()
{
    m_view->resize(900, 500);
    const auto plot = m_view->frame()->plotArea();
    QVERIFY(qAbs(m_item->bar(2).positiveShown.left() - plot.center().x()) <= 1.0);
    QVERIFY(m_item->boundingRect().contains(m_item->bar(2).positiveShown));
    QVERIFY(m_item->boundingRect().left() >= 0.0);
}

void TestHistogramItem::shade_infiniteRange_cutToTheAxis()
{
    auto *shade = new ShadeItem(ShadeItem::Meaning::Shown, m_view->frame());
    constexpr double inf = std::numeric_limits<double>::infinity();
    shade->setRange(std::pair{0.75, inf});
    const auto plot = m_view->frame()->plotArea();
    QVERIFY(qAbs(shade->boundingRect().right() - plot.right()) < 1e-6);
    QVERIFY(qAbs(shade->boundingRect().width() - plot.width() / 4) < 1e-6);
    QCOMPARE(colourAt({plot.right() - 8, plot.top() + 4}), m_view->colors().shownShade);
    shade->setRange(std::pair{-inf, inf});
    QVERIFY(qAbs(shade->boundingRect().width() - plot.width()) < 1e-6);
}

void TestHistogramItem::shade_emptyRange_nothing()
{
    auto *shade = new ShadeItem(ShadeItem::Meaning::Late, m_view->frame());
    QVERIFY(shade->boundingRect().isEmpty());
    for (const auto &range : {std::pair{0.5, 0.5}, std::pair{0.6, 0.2}, std::pair{1.5, 9.0}}) {
        shade->setRange(range);
        QVERIFY(shade->boundingRect().isEmpty());
    }
    const auto before = m_view->toImage(1.0);
    shade->setRange(std::nullopt);
    QVERIFY(m_view->toImage(1.0) == before);
}

ONEINN_TEST(TestHistogramItem)

} // namespace tests::charts_histogramitem

#include "tst_histogramitem.moc"
