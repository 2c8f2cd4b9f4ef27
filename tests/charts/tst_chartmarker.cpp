// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/plotframe.h"
#include "support/mouse.h"
#include "support/testprogram.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::charts_chartmarker {

using namespace oneinn::charts;
using namespace testsupport;

class TestChartMarker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void dragHandle_toTheRight_emitsContinuouslyWhatThePointerWants();
    void dragHandle_listenerKeepsIt_markerStays();
    void dragLine_grabbedOffCentre_doesNotJump();
    void drag_beyondThePlot_clamped();
    void drag_escape_cancelsAndIgnoresTheRest();
    void press_withoutMove_startsAndFinishesOnly();
    void press_besideTheHitBox_nothing();
    void press_anywhereWhenGrabbing_jumpsAndDragsOn();
    void press_rightButton_nothing();
    void point_drag_bothCoordinates();
    void notInteractive_press_nothing();
    void setPosition_anyValue_neverEmits();
    void setPosition_beyondTheAxis_drawnOnTheEdge();
    void resize_position_keptInAxisUnits();
    void axisChange_position_keptInAxisUnits();
    void label_nearTheRightEdge_flips();
    void move_damagesOnlyTheMarker();
    void key_table_data();
    void key_table();
    void key_freePoint_upAndDownAreNoSteps();
    void key_unknown_leftToOthers();
    void crossHair_key_table_data();
    void crossHair_key_table();
    void crossHair_drag_bothCoordinates();
    void focus_ring_onScreenButNotInPictures();
    void accessible_marker_isANamedSlider();
    void accessible_setValue_isADrag();

private:
    ChartMarker *line(double at = 0.5);
    QPoint at(double x, double y = 0.5) const;
    QPoint handleOf(const ChartMarker *marker) const;

    std::unique_ptr<ChartView> m_view;
};

void TestChartMarker::init()
{
    m_view = std::make_unique<ChartView>();
    m_view->frame()->setHorizontal(numberAxis(QStringLiteral("score"), 0.0, 1.0));
    m_view->frame()->setVertical(percentAxis({}));
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

ChartMarker *TestChartMarker::line(double at)
{
    auto *marker = new ChartMarker(ChartMarker::Kind::VerticalLine, m_view->frame());
    marker->setPosition({at, 0.0});
    return marker;
}

QPoint TestChartMarker::at(double x, double y) const
{
    return onViewport(m_view.get(), m_view->frame(), m_view->frame()->toPixels({x, y}));
}

QPoint TestChartMarker::handleOf(const ChartMarker *marker) const
{
    return onViewport(m_view.get(), marker, {0.0, -10.0});
}

void TestChartMarker::dragHandle_toTheRight_emitsContinuouslyWhatThePointerWants()
{
    auto *marker = line();
    connect(marker, &ChartMarker::dragged, marker, &ChartMarker::setPosition);
    QSignalSpy started(marker, &ChartMarker::dragStarted);
    QSignalSpy dragged(marker, &ChartMarker::dragged);
    QSignalSpy finished(marker, &ChartMarker::dragFinished);
    const auto from = handleOf(marker);
    drag(m_view->viewport(), from, from + QPoint(80, 30), 4);
    QCOMPARE(started.size(), 1);
    QCOMPARE(dragged.size(), 4);
    QCOMPARE(finished.size(), 1);
    const double expected = 0.5 + 80.0 / m_view->frame()->plotArea().width();
    QVERIFY(qAbs(dragged.last().at(0).toPointF().x() - expected) < 1e-9);
    QVERIFY(qAbs(marker->position().x() - expected) < 1e-9);
    double before = 0.5;
    for (const auto &arguments : dragged) {
        QVERIFY(arguments.at(0).toPointF().x() > before);
        before = arguments.at(0).toPointF().x();
    }
}

void TestChartMarker::dragHandle_listenerKeepsIt_markerStays()
{
    auto *marker = line();
    const auto pixels = marker->pos();
    drag(m_view->viewport(), handleOf(marker), at(0.9));
    QCOMPARE(marker->position(), QPointF(0.5, 0.0));
    QCOMPARE(marker->pos(), pixels);
}

void TestChartMarker::dragLine_grabbedOffCentre_doesNotJump()
{
    auto *marker = line();
    QSignalSpy dragged(marker, &ChartMarker::dragged);
    const auto from = at(0.5) + QPoint(8, 0);
    press(m_view->viewport(), from);
    moveTo(m_view->viewport(), from);
    QCOMPARE(dragged.size(), 1);
    QVERIFY(qAbs(dragged.at(0).at(0).toPointF().x() - 0.5) < 1e-9);
    release(m_view->viewport(), from);
}

void TestChartMarker::drag_beyondThePlot_clamped()
{
    auto *marker = line();
    QSignalSpy dragged(marker, &ChartMarker::dragged);
    press(m_view->viewport(), handleOf(marker));
    moveTo(m_view->viewport(), {5000, -400});
    QCOMPARE(dragged.last().at(0).toPointF(), QPointF(1.0, 1.0));
    moveTo(m_view->viewport(), {-5000, 4000});
    QCOMPARE(dragged.last().at(0).toPointF(), QPointF(0.0, 0.0));
    release(m_view->viewport(), {-5000, 4000});
}

void TestChartMarker::drag_escape_cancelsAndIgnoresTheRest()
{
    auto *marker = line();
    QSignalSpy dragged(marker, &ChartMarker::dragged);
    QSignalSpy finished(marker, &ChartMarker::dragFinished);
    QSignalSpy cancelled(marker, &ChartMarker::dragCancelled);
    press(m_view->viewport(), handleOf(marker));
    moveTo(m_view->viewport(), at(0.8));
    QVERIFY(marker->isDragging());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    moveTo(m_view->viewport(), at(0.9));
    release(m_view->viewport(), at(0.9));
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(!marker->isDragging());
}

void TestChartMarker::press_withoutMove_startsAndFinishesOnly()
{
    auto *marker = line();
    QSignalSpy started(marker, &ChartMarker::dragStarted);
    QSignalSpy dragged(marker, &ChartMarker::dragged);
    QSignalSpy finished(marker, &ChartMarker::dragFinished);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, handleOf(marker));
    QCOMPARE(started.size(), 1);
    QCOMPARE(dragged.size(), 0);
    QCOMPARE(finished.size(), 1);
    QVERIFY(marker->hasFocus());
}

void TestChartMarker::press_besideTheHitBox_nothing()
{
    auto *marker = line();
    QSignalSpy started(marker, &ChartMarker::dragStarted);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0.5) + QPoint(14, 0));
    QCOMPARE(started.size(), 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0.5) + QPoint(11, 0));
    QCOMPARE(started.size(), 1);
}

void TestChartMarker::press_anywhereWhenGrabbing_jumpsAndDragsOn()
{
    auto *marker = line();
    marker->setGrabsWholePlot(true);
    QSignalSpy dragged(marker, &ChartMarker::dragged);
    QSignalSpy finished(marker, &ChartMarker::dragFinished);
    const auto &frame = *m_view->frame();
    press(m_view->viewport(), at(0.2));
    QCOMPARE(dragged.size(), 1);
    // A pixel is the best a mouse can do.
    const double pixel = 1.0 / frame.plotArea().width();
    QVERIFY(qAbs(dragged.at(0).at(0).toPointF().x() - 0.2) <= pixel);
    moveTo(m_view->viewport(), at(0.3));
    QVERIFY(qAbs(dragged.at(1).at(0).toPointF().x() - 0.3) <= pixel);
    release(m_view->viewport(), at(0.3));
    QCOMPARE(finished.size(), 1);
    QVERIFY(marker->hasFocus());
    marker->setGrabsWholePlot(false);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0.2));
    QCOMPARE(finished.size(), 1);
}

void TestChartMarker::press_rightButton_nothing()
{
    auto *marker = line();
    marker->setGrabsWholePlot(true);
    QSignalSpy started(marker, &ChartMarker::dragStarted);
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, at(0.5));
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, at(0.2));
    QCOMPARE(started.size(), 0);
}

void TestChartMarker::point_drag_bothCoordinates()
{
    auto *marker = new ChartMarker(ChartMarker::Kind::Point, m_view->frame());
    marker->setPosition({0.5, 0.5});
    QSignalSpy dragged(marker, &ChartMarker::dragged);
    const auto from = onViewport(m_view.get(), marker);
    drag(m_view->viewport(), from, from + QPoint(50, -40), 1);
    const auto plot = m_view->frame()->plotArea();
    QCOMPARE(dragged.size(), 1);
    const auto wish = dragged.at(0).at(0).toPointF();
    QVERIFY(qAbs(wish.x() - (0.5 + 50.0 / plot.width())) < 1e-9);
    QVERIFY(qAbs(wish.y() - (0.5 + 40.0 / plot.height())) < 1e-9);
}

void TestChartMarker::notInteractive_press_nothing()
{
    auto *marker = line();
    marker->setInteractive(false);
    marker->setGrabsWholePlot(true);
    QSignalSpy started(marker, &ChartMarker::dragStarted);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, handleOf(marker));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0.2));
    QCOMPARE(started.size(), 0);
    QVERIFY(!marker->hasFocus());
}

void TestChartMarker::setPosition_anyValue_neverEmits()
{
    auto *marker = line();
    QSignalSpy dragged(marker, &ChartMarker::dragged);
    QSignalSpy started(marker, &ChartMarker::dragStarted);
    QSignalSpy finished(marker, &ChartMarker::dragFinished);
    marker->setPosition({0.1, 0.3});
    marker->setPosition({-7.0, 9.0});
    QCOMPARE(dragged.size() + started.size() + finished.size(), 0);
    QCOMPARE(marker->position(), QPointF(-7.0, 9.0));
}

void TestChartMarker::setPosition_beyondTheAxis_drawnOnTheEdge()
{
    auto *marker = line();
    const auto plot = m_view->frame()->plotArea();
    marker->setPosition({qInf(), 0.0});
    QCOMPARE(marker->x(), plot.right());
    marker->setPosition({-3.0, 0.0});
    QCOMPARE(marker->x(), plot.left());
}

void TestChartMarker::resize_position_keptInAxisUnits()
{
    auto *marker = line(0.25);
    m_view->resize(900, 420);
    QCOMPARE(marker->position().x(), 0.25);
    const auto plot = m_view->frame()->plotArea();
    QVERIFY(plot.width() > 600.0);
    QVERIFY(qAbs(marker->x() - (plot.left() + 0.25 * plot.width())) < 1e-6);
    QVERIFY(marker->boundingRect().bottom() >= plot.height());
}

void TestChartMarker::axisChange_position_keptInAxisUnits()
{
    auto *marker = line(0.5);
    m_view->frame()->setHorizontal(numberAxis({}, 0.0, 2.0));
    const auto plot = m_view->frame()->plotArea();
    QCOMPARE(marker->position().x(), 0.5);
    QVERIFY(qAbs(marker->x() - (plot.left() + 0.25 * plot.width())) < 1e-6);
}

void TestChartMarker::label_nearTheRightEdge_flips()
{
    auto *marker = line(0.3);
    marker->setLabel(QStringLiteral("threshold 0.30"));
    QVERIFY(marker->boundingRect().right() > -marker->boundingRect().left());
    marker->setPosition({0.99, 0.0});
    QVERIFY(marker->boundingRect().right() < -marker->boundingRect().left());
    QVERIFY(marker->x() + marker->boundingRect().left() >= 0.0);
}

void TestChartMarker::move_damagesOnlyTheMarker()
{
    QSignalSpy drawn(m_view->scene(), &QGraphicsScene::changed);
    auto *marker = line(0.2);
    QVERIFY(drawn.wait());
    QList<QRectF> damage;
    connect(m_view->scene(), &QGraphicsScene::changed, this,
            [&damage](const QList<QRectF> &region) { damage += region; });
    const auto before = marker->sceneBoundingRect();
    marker->setPosition({0.4, 0.0});
    QTRY_VERIFY(!damage.isEmpty());
    const auto after = marker->sceneBoundingRect();
    for (const auto &rect : std::as_const(damage)) {
        const bool inside = before.adjusted(-3, -3, 3, 3).contains(rect)
                || after.adjusted(-3, -3, 3, 3).contains(rect);
        QVERIFY2(inside, qPrintable(QStringLiteral("%1 wide").arg(rect.width())));
    }
}

void TestChartMarker::key_table_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("steps");
    QTest::newRow("left") << int(Qt::Key_Left) << -1;
    QTest::newRow("down") << int(Qt::Key_Down) << -1;
    QTest::newRow("right") << int(Qt::Key_Right) << 1;
    QTest::newRow("up") << int(Qt::Key_Up) << 1;
    QTest::newRow("page down") << int(Qt::Key_PageDown) << -10;
    QTest::newRow("page up") << int(Qt::Key_PageUp) << 10;
    QTest::newRow("home") << int(Qt::Key_Home) << -1000;
    QTest::newRow("end") << int(Qt::Key_End) << 1000;
}

void TestChartMarker::key_table()
{
    QFETCH(int, key);
    QFETCH(int, steps);
    auto *marker = line();
    QSignalSpy stepped(marker, &ChartMarker::stepRequested);
    QSignalSpy ended(marker, &ChartMarker::endRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(marker->hasFocus());
    QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key));
    const bool toEnd = qAbs(steps) == 1000;
    QCOMPARE(stepped.size(), toEnd ? 0 : 1);
    QCOMPARE(ended.size(), toEnd ? 1 : 0);
    if (toEnd)
        QCOMPARE(ended.at(0).at(0).toBool(), steps > 0);
    else
        QCOMPARE(stepped.at(0).at(0).toInt(), steps);
    QCOMPARE(marker->position().x(), 0.5);
}

void TestChartMarker::key_freePoint_upAndDownAreNoSteps()
{
    auto *marker = new ChartMarker(ChartMarker::Kind::FreePoint, m_view->frame());
    marker->setFocus();
    QSignalSpy steps(marker, &ChartMarker::stepRequested);
    QSignalSpy raises(marker, &ChartMarker::verticalStepRequested);
    for (const auto key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown})
        QTest::keyClick(m_view.get(), key);
    QCOMPARE(steps.size(), 0);
    QCOMPARE(raises, QList<QVariantList>({{1}, {-1}, {10}, {-10}}));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(steps, QList<QVariantList>({{1}, {-1}}));
    QCOMPARE(raises.size(), 4);
}

void TestChartMarker::key_unknown_leftToOthers()
{
    auto *marker = line();
    marker->setFocus();
    for (const auto key : {Qt::Key_A, Qt::Key_Escape}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view->scene(), &event);
        QVERIFY(!event.isAccepted());
    }
}

void TestChartMarker::crossHair_key_table_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<QString>("signal");
    QTest::addColumn<QVariant>("argument");
    const auto add = [](const char *name, int key, bool shift, const char *signal,
                        const QVariant &argument) {
        QTest::newRow(name) << key << shift << QString::fromLatin1(signal) << argument;
    };
    add("left", Qt::Key_Left, false, "step", -1);
    add("right", Qt::Key_Right, false, "step", 1);
    add("shift right", Qt::Key_Right, true, "step", 10);
    add("up", Qt::Key_Up, false, "vertical step", 1);
    add("down", Qt::Key_Down, false, "vertical step", -1);
    add("shift down", Qt::Key_Down, true, "vertical step", -10);
    add("page up", Qt::Key_PageUp, false, "vertical step", 10);
    add("shift page up", Qt::Key_PageUp, true, "vertical step", 10);
    add("home", Qt::Key_Home, false, "end", false);
    add("end", Qt::Key_End, false, "end", true);
    add("shift home", Qt::Key_Home, true, "vertical end", false);
    add("shift end", Qt::Key_End, true, "vertical end", true);
    add("letter", Qt::Key_A, false, "", {});
    add("escape", Qt::Key_Escape, false, "", {});
}

void TestChartMarker::crossHair_key_table()
{
    QFETCH(int, key);
    QFETCH(bool, shift);
    QFETCH(QString, signal);
    QFETCH(QVariant, argument);
    auto *marker = new ChartMarker(ChartMarker::Kind::CrossHair, m_view->frame());
    QStringList said;
    QVariant last;
    const auto note = [&](const char *name, const QVariant &value) {
        said.append(QString::fromLatin1(name));
        last = value;
    };
    connect(marker, &ChartMarker::stepRequested, marker, [&](int n) { note("step", n); });
    connect(marker, &ChartMarker::verticalStepRequested, marker,
            [&](int n) { note("vertical step", n); });
    connect(marker, &ChartMarker::endRequested, marker, [&](bool high) { note("end", high); });
    connect(marker, &ChartMarker::verticalEndRequested, marker,
            [&](bool high) { note("vertical end", high); });
    marker->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(said, signal.isEmpty() ? QStringList() : QStringList{signal});
    QCOMPARE(last, argument);
}

void TestChartMarker::crossHair_drag_bothCoordinates()
{
    auto *marker = new ChartMarker(ChartMarker::Kind::CrossHair, m_view->frame());
    marker->setGrabsWholePlot(true);
    marker->setPosition({0.2, 0.2});
    connect(marker, &ChartMarker::dragged, marker, &ChartMarker::setPosition);
    // Its lines are for the eye alone: a press on one is a press in the plot.
    press(m_view->viewport(), at(0.2, 0.8));
    QVERIFY(qAbs(marker->position().y() - 0.8) < 0.01);
    moveTo(m_view->viewport(), at(0.7, 0.4));
    release(m_view->viewport(), at(0.7, 0.4));
    QVERIFY(qAbs(marker->position().x() - 0.7) < 0.01);
    QVERIFY(qAbs(marker->position().y() - 0.4) < 0.01);
}

void TestChartMarker::focus_ring_onScreenButNotInPictures()
{
    auto *marker = line();
    const auto screen = m_view->grab().toImage();
    const auto picture = m_view->toImage();
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(marker->hasFocus());
    QVERIFY(m_view->grab().toImage() != screen);
    QVERIFY(m_view->toImage() == picture);
}

void TestChartMarker::accessible_marker_isANamedSlider()
{
    auto *marker = line(0.6);
    marker->setLabel(QStringLiteral("threshold 0.60"));
    marker->setAccessibleName(QStringLiteral("Threshold"));
    auto *chart = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(chart);
    QCOMPARE(chart->childCount(), 1);
    auto *slider = chart->child(0);
    QVERIFY(slider);
    QCOMPARE(slider->role(), QAccessible::Slider);
    QCOMPARE(slider->text(QAccessible::Name), QStringLiteral("Threshold"));
    QCOMPARE(slider->text(QAccessible::Value), QStringLiteral("threshold 0.60"));
    QCOMPARE(slider->valueInterface()->currentValue().toDouble(), 0.6);
    QCOMPARE(slider->valueInterface()->maximumValue().toDouble(), 1.0);
    QVERIFY(slider->state().focusable);
    QCOMPARE(slider->parent(), chart);
    QCOMPARE(chart->indexOfChild(slider), 0);
    QVERIFY(slider->rect().contains(m_view->viewport()->mapToGlobal(at(0.6))));
}

void TestChartMarker::accessible_setValue_isADrag()
{
    auto *marker = line(0.6);
    connect(marker, &ChartMarker::dragged, marker, &ChartMarker::setPosition);
    QSignalSpy finished(marker, &ChartMarker::dragFinished);
    QAccessible::queryAccessibleInterface(marker)->valueInterface()->setCurrentValue(7.0);
    QCOMPARE(marker->position().x(), 1.0);
    QCOMPARE(finished.size(), 1);
}

ONEINN_TEST(TestChartMarker)

} // namespace tests::charts_chartmarker

#include "tst_chartmarker.moc"
