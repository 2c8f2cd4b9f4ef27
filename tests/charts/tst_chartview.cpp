// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/plotframe.h"

#include "support/testprogram.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QLineSeries>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>
#include <QVBoxLayout>
#include <QXmlStreamReader>

#include <array>
#include <memory>

namespace tests::charts_chartview {

using namespace oneinn::charts;

/// Each paints what has changed anywhere in the window.
class CountedRequests : public QObject {
public:
    int count = 0;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest)
            ++count;
        return QObject::eventFilter(watched, event);
    }
};

class TestChartView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void png_made_loadsWithScaledSize();
    void svg_made_loadsWithSizeAndText();
    void svg_lineBeyondTheAxis_staysInside();
    void copy_clipboard_hasThePicture();
    void contextActions_saving_areOnlyAsked();
    void palette_dark_recoloursEverything();
    void applicationPalette_change_recolours();
    void font_bigger_makesRoom();
    void accessible_chart_namedAndDescribed();
    void size_small_stillAPlot();
    void tab_leavesTheChart();
    void ticks_narrow_doNotOverlap();
    void ticks_widerOnceThereIsRoom_leaveTheTitleFree();
    void curve_manyPoints_decimatedToTheWidth();
    void curve_resize_usesTheNewWidth();
    void frame_pixels_roundTrip();
    void change_severalCharts_paintedTogether();

private:
    std::unique_ptr<ChartView> m_view;
};

void TestChartView::init()
{
    m_view = std::make_unique<ChartView>();
    m_view->frame()->setHorizontal(percentAxis(QStringLiteral("recall")));
    m_view->frame()->setVertical(percentAxis(QStringLiteral("precision")));
    m_view->setAccessibleSummary(QStringLiteral("Precision and recall"),
                                 QStringLiteral("At 0.60 precision is 87 of 100."));
    m_view->resize(400, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestChartView::png_made_loadsWithScaledSize()
{
    const auto image = QImage::fromData(m_view->png(2.0), "PNG");
    QCOMPARE(image.size(), QSize(800, 600));
    QCOMPARE(image.pixelColor(2, 2), m_view->colors().background);
    QCOMPARE(QImage::fromData(m_view->png(1.5), "PNG").size(), QSize(600, 450));
}

void TestChartView::svg_made_loadsWithSizeAndText()
{
    const QByteArray svg = m_view->svg();
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox(), QRect(0, 0, 400, 300));
    QXmlStreamReader xml(svg);
    QStringList words;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("svg")) {
            // At 96 pixels per inch.
            const auto width = xml.attributes().value(QLatin1String("width")).toString();
            QVERIFY(width.endsWith(QLatin1String("mm")));
            QVERIFY(qAbs(width.chopped(2).toDouble() - 400 / 96.0 * 25.4) < 0.01);
        }
        if (xml.name() == QLatin1String("text"))
            words << xml.readElementText().trimmed();
    }
    QVERIFY(!xml.hasError());
    QVERIFY(words.contains(QLatin1String("recall")));
    QVERIFY(words.contains(QLatin1String("precision")));
}

void TestChartView::svg_lineBeyondTheAxis_staysInside()
{
    auto *curve = new Curve(CurveRole::Main, m_view->frame());
    curve->setPoints({{-5.0, 0.5}, {5.0, 0.5}});
    const auto drawn = curve->series()->points();
    QCOMPARE(drawn.first().x(), 0.0);
    QCOMPARE(drawn.last().x(), 1.0);
}

void TestChartView::copy_clipboard_hasThePicture()
{
    QApplication::clipboard()->clear();
    m_view->copyToClipboard();
    QCOMPARE(QApplication::clipboard()->image().size(), QSize(800, 600));
}

void TestChartView::contextActions_saving_areOnlyAsked()
{
    QSignalSpy asked(m_view.get(), &ChartView::saveRequested);
    const auto actions = m_view->actions();
    QCOMPARE(actions.size(), 3);
    QApplication::clipboard()->clear();
    actions[0]->trigger();
    QVERIFY(!QApplication::clipboard()->image().isNull());
    QCOMPARE(asked.size(), 0);
    actions[1]->trigger();
    actions[2]->trigger();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0).at(0).value<ChartView::Format>(), ChartView::Format::Png);
    QCOMPARE(asked.at(1).at(0).value<ChartView::Format>(), ChartView::Format::Svg);
}

void TestChartView::palette_dark_recoloursEverything()
{
    auto *curve = new Curve(CurveRole::Main, m_view->frame());
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(0x1b1f24));
    m_view->setPalette(dark);
    QVERIFY(m_view->colors().dark);
    QCOMPARE(curve->series()->pen().color(), m_view->colors().good);
    QCOMPARE(m_view->grab().toImage().pixelColor(2, 2), QColor(0x1b1f24));
    QCOMPARE(m_view->toImage().pixelColor(2, 2), QColor(0x1b1f24));
}

void TestChartView::applicationPalette_change_recolours()
{
    const auto before = QApplication::palette();
    auto dark = before;
    dark.setColor(QPalette::Base, QColor(0x101418));
    QApplication::setPalette(dark);
    const auto restore = qScopeGuard([&before] { QApplication::setPalette(before); });
    QTRY_VERIFY(m_view->colors().dark);
    QApplication::setPalette(before);
    QTRY_VERIFY(!m_view->colors().dark);
}

void TestChartView::font_bigger_makesRoom()
{
    const auto before = m_view->frame()->plotArea();
    auto font = m_view->font();
    font.setPointSizeF(font.pointSizeF() * 2.0);
    m_view->setFont(font);
    const auto after = m_view->frame()->plotArea();
    QVERIFY(after.left() > before.left());
    QVERIFY(after.bottom() < before.bottom());
}

void TestChartView::accessible_chart_namedAndDescribed()
{
    auto *chart = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(chart);
    QCOMPARE(chart->role(), QAccessible::Chart);
    QCOMPARE(chart->text(QAccessible::Name), QStringLiteral("Precision and recall"));
    QCOMPARE(chart->text(QAccessible::Description),
             QStringLiteral("At 0.60 precision is 87 of 100."));
    QCOMPARE(chart->childCount(), 0);
}

void TestChartView::size_small_stillAPlot()
{
    const auto least = m_view->minimumSizeHint();
    QVERIFY(least.width() <= 300 && least.height() <= 200);
    m_view->resize(least);
    QVERIFY(m_view->frame()->plotArea().width() > 100.0);
    QVERIFY(m_view->frame()->plotArea().height() > 50.0);
    m_view->resize(10, 10);
    QCOMPARE(m_view->toImage(1.0).size(), m_view->size());
}

void TestChartView::tab_leavesTheChart()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QLineEdit;
    auto *view = new ChartView;
    auto *after = new QLineEdit;
    for (QWidget *widget : {static_cast<QWidget *>(before), static_cast<QWidget *>(view),
                            static_cast<QWidget *>(after)})
        layout->addWidget(widget);
    auto *marker = new ChartMarker(ChartMarker::Kind::VerticalLine, view->frame());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(view->hasFocus());
    QVERIFY(marker->hasFocus());
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(after->hasFocus());
    QTest::keyClick(after, Qt::Key_Backtab);
    QVERIFY(marker->hasFocus());
    QTest::keyClick(view, Qt::Key_Backtab);
    QVERIFY(before->hasFocus());
}

void TestChartView::ticks_narrow_doNotOverlap()
{
    // An axis whose labels get wider the more there are.
    AxisSpec spec{0.0, 1.0, {}, {}, true};
    int last = 0;
    spec.ticks = [&last](int atMost) {
        last = atMost;
        std::vector<Tick> ticks;
        for (int i = 0; i < atMost; ++i)
            ticks.push_back({(i + 0.5) / atMost, QString(40, u'0')});
        return ticks;
    };
    m_view->frame()->setHorizontal(spec);
    QCOMPARE(last, 1);
    spec.ticks = {};
    m_view->frame()->setHorizontal(spec);
}

void TestChartView::curve_manyPoints_decimatedToTheWidth()
{
    auto *curve = new Curve(CurveRole::Main, m_view->frame());
    QList<QPointF> points;
    for (int i = 0; i <= 100000; ++i)
        points.append({i / 100000.0, (i % 7) / 7.0});
    curve->setPoints(points);
    const auto width = m_view->frame()->plotArea().width();
    QVERIFY(curve->series()->count() <= 4 * (width + 1));
    QVERIFY(curve->series()->count() >= width);
    QCOMPARE(curve->points().size(), points.size());
}

void TestChartView::curve_resize_usesTheNewWidth()
{
    auto *curve = new Curve(CurveRole::Main, m_view->frame());
    QList<QPointF> points;
    for (int i = 0; i <= 100000; ++i)
        points.append({i / 100000.0, (i % 7) / 7.0});
    curve->setPoints(points);
    const auto before = curve->series()->count();
    m_view->resize(1000, 300);
    QVERIFY(curve->series()->count() > 2 * before);
}

void TestChartView::frame_pixels_roundTrip()
{
    const auto &frame = *m_view->frame();
    for (const auto &p : {QPointF(0.0, 0.0), QPointF(0.25, 0.9), QPointF(1.0, 1.0)}) {
        const auto back = frame.toAxis(frame.toPixels(p));
        QVERIFY(qAbs(back.x() - p.x()) < 1e-12 && qAbs(back.y() - p.y()) < 1e-12);
    }
    QCOMPARE(frame.toPixels({0.0, 0.0}), frame.plotArea().bottomLeft());
    QCOMPARE(frame.clamped({-1.0, 3.0}), QPointF(0.0, 1.0));
}

/// As when a chart of the window is drawn for a wall: more ticks have longer labels.
void TestChartView::ticks_widerOnceThereIsRoom_leaveTheTitleFree()
{
    const QString wide = QStringLiteral("-1,234,567.5 ms");
    AxisSpec spec = percentAxis(QStringLiteral("precision"));
    spec.ticks = [wide](int atMost) {
        return std::vector<Tick>{{0.5, atMost > 6 ? wide : QStringLiteral("1")}};
    };
    m_view->resize(400, 110);
    m_view->frame()->setVertical(spec);
    const QFontMetricsF metrics(m_view->frame()->labelFont());
    QVERIFY(m_view->frame()->plotArea().left() < metrics.horizontalAdvance(wide));
    m_view->resize(700, 600);
    // Beside them the title has its line.
    QTRY_VERIFY(m_view->frame()->plotArea().left()
                >= metrics.horizontalAdvance(wide) + metrics.height());
}

ONEINN_TEST(TestChartView)

void TestChartView::change_severalCharts_paintedTogether()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    std::array<ChartView *, 3> charts{};
    for (ChartView *&chart : charts) {
        chart = new ChartView;
        layout->addWidget(chart);
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCoreApplication::sendPostedEvents();
    CountedRequests paints;
    window.installEventFilter(&paints);

    for (const ChartView *chart : charts)
        chart->frame()->setHorizontal(percentAxis(QStringLiteral("precision")));
    QTRY_VERIFY(paints.count > 0);
    QCoreApplication::sendPostedEvents();

    QCOMPARE(paints.count, 1);
}

} // namespace tests::charts_chartview

#include "tst_chartview.moc"
