// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartview.h"
#include "charts/heatmapitem.h"
#include "charts/plotframe.h"
#include "charts/pointsitem.h"
#include "charts/staritem.h"
#include "support/mouse.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::charts_heatmapitem {

using namespace oneinn::charts;
using namespace testsupport;

class TestHeatMapItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void colors_ofTheCells_standWhereTheyBelong();
    void colors_undefined_leaveTheBackground();
    void colors_otherPalette_paintedAnew();
    void veil_hatchesItsCellsOnly();
    void setMap_vectorsThatDoNotFit_refused();
    void area_oneRow_liesInItsBandOnly();
    void scale_diverging_zeroIsTheBackground_data();
    void scale_diverging_zeroIsTheBackground();
    void scale_strongest_leavesInkReadable_data() { scale_diverging_zeroIsTheBackground_data(); }
    void scale_strongest_leavesInkReadable();
    void scaleOver_outliers_doNotTakeTheColours();
    void scaleOver_nothing_isFlat();
    void star_clickAndKeys_activate();
    void star_withoutPlace_isHidden();
    void star_labelled_isNotCoveredByOtherLabels();

private:
    HeatMap map(std::size_t columns, std::size_t rows, std::vector<std::optional<double>> values);
    QColor pixel(double x, double y) const;
    HeatMapItem *item();

    std::unique_ptr<ChartView> m_view;
};

void TestHeatMapItem::init()
{
    m_view = std::make_unique<ChartView>();
    m_view->frame()->setHorizontal(numberAxis({}, 0.0, 1.0));
    m_view->frame()->setVertical(numberAxis({}, 0.0, 1.0));
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

HeatMap TestHeatMapItem::map(std::size_t columns, std::size_t rows,
                             std::vector<std::optional<double>> values)
{
    return {QRectF(0.0, 0.0, 1.0, 1.0),
            {columns, rows, std::move(values)},
            {-1.0, 1.0, true},
            {},
            {}};
}

HeatMapItem *TestHeatMapItem::item()
{
    return new HeatMapItem(m_view->frame());
}

/// What is painted at a place in axis units.
QColor TestHeatMapItem::pixel(double x, double y) const
{
    const QPoint at = onViewport(m_view.get(), m_view->frame(), m_view->frame()->toPixels({x, y}));
    return m_view->viewport()->grab().toImage().pixelColor(at);
}

void TestHeatMapItem::colors_ofTheCells_standWhereTheyBelong()
{
    auto *heat = item();
    // From the low row up: bad, good.
    QVERIFY(heat->setMap(map(2, 2, {-1.0, -1.0, 1.0, 1.0})));
    const QColor low = pixel(0.33, 0.07);
    const QColor high = pixel(0.33, 0.93);
    QVERIFY(low.red() > low.blue());
    QVERIFY(high.blue() > high.red());
    const ColorScale scale{-1.0, 1.0, true};
    QCOMPARE(low.rgb(), scale.at(-1.0, m_view->colors()).rgb());
}

void TestHeatMapItem::colors_undefined_leaveTheBackground()
{
    auto *heat = item();
    QVERIFY(heat->setMap(map(2, 2, {1.0, std::nullopt, 1.0, std::nullopt})));
    QCOMPARE(pixel(0.93, 0.43).rgb(), m_view->colors().background.rgb());
    QVERIFY(pixel(0.07, 0.43).rgb() != m_view->colors().background.rgb());
}

void TestHeatMapItem::colors_otherPalette_paintedAnew()
{
    auto *heat = item();
    QVERIFY(heat->setMap(map(1, 1, {1.0})));
    const QColor before = pixel(0.43, 0.43);
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(0x23282f));
    m_view->setPalette(dark);
    const QColor after = pixel(0.43, 0.43);
    QVERIFY(after.lightness() < before.lightness());
}

void TestHeatMapItem::veil_hatchesItsCellsOnly()
{
    auto *heat = item();
    HeatMap veiled = map(4, 1, {1.0, 1.0, 1.0, 1.0});
    veiled.veiled = {true, true, false, false};
    QVERIFY(heat->setMap(veiled));
    const QImage image = m_view->viewport()->grab().toImage();
    const auto coloursBetween = [&](double from, double to) {
        QSet<QRgb> colours;
        for (double x = from; x < to; x += 0.005) {
            const QPointF place = m_view->frame()->toPixels({x, 0.43});
            colours.insert(image.pixel(onViewport(m_view.get(), m_view->frame(), place)));
        }
        return colours.size();
    };
    QVERIFY(coloursBetween(0.02, 0.35) > 1);
    QCOMPARE(coloursBetween(0.72, 0.78), 1);
}

void TestHeatMapItem::setMap_vectorsThatDoNotFit_refused()
{
    auto *heat = item();
    QVERIFY(heat->setMap(map(2, 1, {1.0, 0.5})));
    QVERIFY(!heat->setMap(map(2, 2, {1.0, 0.5})));
    HeatMap veiled = map(2, 1, {1.0, 0.5});
    veiled.veiled = {true};
    QVERIFY(!heat->setMap(veiled));
    QCOMPARE(heat->map().values.rows, std::size_t(1));
}

void TestHeatMapItem::area_oneRow_liesInItsBandOnly()
{
    auto *heat = item();
    HeatMap band = map(1, 1, {1.0});
    band.area = QRectF(0.0, 0.8, 1.0, 0.2);
    QVERIFY(heat->setMap(band));
    QVERIFY(pixel(0.43, 0.93).rgb() != m_view->colors().background.rgb());
    QCOMPARE(pixel(0.43, 0.73).rgb(), m_view->colors().background.rgb());
}

void TestHeatMapItem::scale_diverging_zeroIsTheBackground_data()
{
    QTest::addColumn<QColor>("background");
    QTest::newRow("white") << QColor(Qt::white);
    QTest::newRow("design dark") << QColor(0x23282f);
    QTest::newRow("black") << QColor(Qt::black);
}

void TestHeatMapItem::scale_diverging_zeroIsTheBackground()
{
    QFETCH(QColor, background);
    QPalette palette;
    palette.setColor(QPalette::Base, background);
    const ChartColors colors = ChartColors::fromPalette(palette);
    const ColorScale scale{-4.0, 2.0, true};
    QCOMPARE(scale.at(0.0, colors).rgb(), background.rgb());
    // Each side has its own full strength, and what lies beyond has that of the end.
    QCOMPARE(scale.at(-9.0, colors), scale.at(-4.0, colors));
    QCOMPARE(scale.at(9.0, colors), scale.at(2.0, colors));
    const ColorScale share{0.0, 0.5, false};
    QCOMPARE(share.at(0.0, colors).rgb(), background.rgb());
    QCOMPARE(share.steps(colors, 5).last(), share.at(0.5, colors));
    QCOMPARE(share.stepOf(0.5, 5), 4);
    QCOMPARE(share.stepOf(-1.0, 5), 0);
}

void TestHeatMapItem::scale_strongest_leavesInkReadable()
{
    QFETCH(QColor, background);
    QPalette palette;
    palette.setColor(QPalette::Base, background);
    const ChartColors colors = ChartColors::fromPalette(palette);
    const ColorScale scale{-1.0, 1.0, true};
    for (const double end : {-1.0, 1.0}) {
        const QColor strongest = scale.at(end, colors);
        QVERIFY(contrastRatio(strongest, colors.ink) >= 4.4); // eight bits round
        QVERIFY(contrastRatio(strongest, background) > 1.5);
    }
}

void TestHeatMapItem::scaleOver_outliers_doNotTakeTheColours()
{
    GridValues grid{100, 1, {}};
    for (int i = 0; i < 100; ++i)
        grid.values.emplace_back(i == 0 ? -1e6 : i);
    const ColorScale scale = scaleOver(grid, true);
    QCOMPARE(scale.low, 0.0);
    QCOMPARE(scale.high, 94.0);
}

void TestHeatMapItem::scaleOver_nothing_isFlat()
{
    QPalette palette;
    const ChartColors colors = ChartColors::fromPalette(palette);
    const ColorScale scale = scaleOver({2, 1, {std::nullopt, std::nullopt}}, true);
    QCOMPARE(scale.at(5.0, colors).rgb(), colors.background.rgb());
}

void TestHeatMapItem::star_clickAndKeys_activate()
{
    auto *star = new StarItem(m_view->frame());
    star->setPlace(QPointF(0.5, 0.5));
    QSignalSpy activated(star, &StarItem::activated);
    const QPoint there = onViewport(m_view.get(), star);
    press(m_view->viewport(), there);
    release(m_view->viewport(), there);
    QCOMPARE(activated.size(), 1);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    star->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QTest::keyClick(m_view.get(), Qt::Key_A);
    QCOMPARE(activated.size(), 3);
}

void TestHeatMapItem::star_withoutPlace_isHidden()
{
    auto *star = new StarItem(m_view->frame());
    QVERIFY(!star->isVisible());
    star->setPlace(QPointF(2.0, -1.0)); // beyond the axes: on the edge
    QVERIFY(star->isVisible());
    QCOMPARE(star->pos(), m_view->frame()->toPixels({1.0, 0.0}));
    star->setPlace({});
    QVERIFY(!star->isVisible());
}

void TestHeatMapItem::star_labelled_isNotCoveredByOtherLabels()
{
    auto *star = new StarItem(m_view->frame());
    star->setLabel(QStringLiteral("best value"));
    star->setPlace(QPointF(0.5, 0.5));
    auto *pins = new PointsItem(m_view->frame());
    NamedPoint pin;
    // So close by that its label would stand on the star's, were it where it usually is.
    const QPointF near = m_view->frame()->toPixels({0.5, 0.5}) - QPointF(30.0, 0.0);
    pin.axis = m_view->frame()->toAxis(near);
    pin.label = QStringLiteral("a long name");
    pins->setPoints({pin});
    const QGraphicsItem *dot = pins->childItems().front();
    const auto covers = [&] {
        return dot->mapRectToItem(m_view->frame()->chart(), dot->boundingRect())
                .intersects(star->covered());
    };
    QVERIFY(covers());
    pins->keepClearOf(star);
    QVERIFY(!covers());
    star->setPlace({});
    QVERIFY(star->covered().isNull());
}

ONEINN_TEST(TestHeatMapItem)

} // namespace tests::charts_heatmapitem

#include "tst_heatmapitem.moc"
