// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/bandsitem.h"
#include "charts/plotframe.h"
#include "plots/scoreaxis.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/start/samplecard.h"

#include <QComboBox>

#include <memory>

namespace tests::journeys_dragthreshold {

using namespace oneinn;
using namespace testsupport;
using charts::ChartMarker;
using charts::ChartView;

class TestDragThreshold : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void journey_sampleDragReadUndo_everyMoveIsTrue();
    void drag_eachSample_everyMoveIsTrue_data();
    void drag_eachSample_everyMoveIsTrue();
    void drag_acrossThePlot_restsWhereDecisionsChange_data();
    void drag_acrossThePlot_restsWhereDecisionsChange();
    void drag_backToWhereItBegan_leavesNoStep();
    void drag_escape_returnsWithoutStep();
    void press_inThePlot_jumpsThere();
    void drag_toTheRightEdge_showsNothing_data();
    void drag_toTheRightEdge_showsNothing();
    void slider_drag_sameAsTheMarker();
    void slider_released_standsWhereTheMarkerRests();
    void mark_clicked_jumpsThere();
    void nearBest_opened_isMarkedOnTheAxis();
    void axis_changed_keepsTheThreshold();

private:
    ChartView *chart() { return m_opened->scores(); }
    ChartMarker *marker() { return OpenedWindow::marker(chart()); }
    void press(QPoint at) { testsupport::press(chart()->viewport(), at); }
    void move(QPoint at) { testsupport::moveTo(chart()->viewport(), at); }
    void release(QPoint at) { testsupport::release(chart()->viewport(), at); }
    QComboBox *axis()
    {
        return m_opened->child<ScoresPanel>()->findChild<QComboBox *>(QStringLiteral("axis"));
    }
    void chooseAxis(int index);

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestDragThreshold::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestDragThreshold::chooseAxis(int index)
{
    axis()->setCurrentIndex(index);
    Q_EMIT axis()->activated(index);
}

void TestDragThreshold::journey_sampleDragReadUndo_everyMoveIsTrue()
{
    auto *card = m_opened->child<SampleCard>(QStringLiteral("sample_inlinesuggestion"));
    QVERIFY(card && card->isVisible());
    QVERIFY(m_opened->finishes(
            [&] { QTest::mouseClick(card, Qt::LeftButton, {}, card->rect().center()); }));
    QVERIFY(!card->isVisible());
    QVERIFY(chart()->isVisible());
    QCOMPARE(falselyShown(*m_opened), QString());

    const auto before = shownTexts(*m_opened);
    const double start = m_opened->session.scenario().threshold.value;
    const QPoint from = OpenedWindow::handle(marker());
    press(from);
    for (int i = 1; i <= 8; ++i) {
        move(from - QPoint(i * 12, 0));
        QCOMPARE(falselyShown(*m_opened), QString());
        QVERIFY(marker()->isDragging());
    }
    release(from - QPoint(96, 0));
    QVERIFY(m_opened->session.scenario().threshold.value < start);
    QVERIFY(shownTexts(*m_opened) != before);

    QCOMPARE(m_opened->session.history().count(), 1);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_opened->session.scenario().threshold.value, start);
    QCOMPARE(shownTexts(*m_opened), before);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_opened->session.scenario().threshold.value < start);
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestDragThreshold::drag_eachSample_everyMoveIsTrue_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id :
         {"fraudalerts", "listingrecommendations", "assistantanswers", "tumourscreening"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestDragThreshold::drag_eachSample_everyMoveIsTrue()
{
    QFETCH(QString, id);
    QVERIFY(m_opened->openSample(id));
    const auto before = shownTexts(*m_opened);
    press(OpenedWindow::handle(marker()));
    for (const double share : {0.9, 0.6, 0.3, 0.02}) {
        move(OpenedWindow::inPlot(chart(), share, 0.8));
        QCOMPARE(falselyShown(*m_opened), QString());
    }
    release(OpenedWindow::inPlot(chart(), 0.02, 0.8));
    QCOMPARE(m_opened->session.history().count(), 1);
    m_opened->session.history().undo();
    QCOMPARE(shownTexts(*m_opened), before);
}

void TestDragThreshold::drag_acrossThePlot_restsWhereDecisionsChange_data()
{
    QTest::addColumn<int>("axisIndex");
    QTest::newRow("score") << 0;
    QTest::newRow("log-odds") << 1;
    QTest::newRow("share shown") << 2;
}

void TestDragThreshold::drag_acrossThePlot_restsWhereDecisionsChange()
{
    QFETCH(int, axisIndex);
    QVERIFY(m_opened->open(mixedTable()));
    chooseAxis(axisIndex);
    const Eigen::ArrayXd scores = m_opened->session.assessment().slice->sweep().threshold;
    press(OpenedWindow::inPlot(chart(), 0.0, 0.5));
    double before = -1.0;
    for (int i = 0; i <= 50; ++i) {
        move(OpenedWindow::inPlot(chart(), i / 50.0, 0.5));
        const double now = m_opened->session.scenario().threshold.value;
        QVERIFY(std::isinf(now) || (scores == now).any());
        // To the right the threshold never falls.
        QVERIFY(now >= before);
        before = now;
    }
    release(OpenedWindow::inPlot(chart(), 1.0, 0.5));
    QVERIFY(m_opened->session.history().count() <= 1);
}

void TestDragThreshold::drag_backToWhereItBegan_leavesNoStep()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setThreshold({0.5});
    m_opened->session.history().clear();
    const QPoint from = OpenedWindow::handle(marker());
    press(from);
    move(from + QPoint(60, 0));
    QVERIFY(m_opened->session.history().canUndo());
    move(from);
    release(from);
    QVERIFY(!m_opened->session.history().canUndo());
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestDragThreshold::drag_escape_returnsWithoutStep()
{
    QVERIFY(m_opened->open(mixedTable()));
    const auto before = shownTexts(*m_opened);
    const QPoint from = OpenedWindow::handle(marker());
    press(from);
    move(from - QPoint(80, 0));
    QVERIFY(shownTexts(*m_opened) != before);
    QTest::keyClick(chart(), Qt::Key_Escape);
    QCOMPARE(shownTexts(*m_opened), before);
    move(from - QPoint(120, 0));
    release(from - QPoint(120, 0));
    QCOMPARE(shownTexts(*m_opened), before);
    QVERIFY(!m_opened->session.history().canUndo());
}

void TestDragThreshold::press_inThePlot_jumpsThere()
{
    QVERIFY(m_opened->open(mixedTable()));
    const QPoint there = OpenedWindow::inPlot(chart(), 0.2, 0.4);
    press(there);
    release(there);
    QVERIFY(qAbs(OpenedWindow::at(chart(), marker()->position()).x() - there.x()) < 12);
    QVERIFY(m_opened->session.history().canUndo());
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestDragThreshold::drag_toTheRightEdge_showsNothing_data()
{
    QTest::addColumn<int>("axisIndex");
    QTest::addColumn<double>("highest");
    for (const double highest : {0.9, 1.0}) {
        QTest::addRow("score %g", highest) << 0 << highest;
        QTest::addRow("log-odds %g", highest) << 1 << highest;
        QTest::addRow("share shown %g", highest) << 2 << highest;
    }
}

void TestDragThreshold::drag_toTheRightEdge_showsNothing()
{
    QFETCH(int, axisIndex);
    QFETCH(double, highest);
    QVERIFY(m_opened->open(plainTable() + "1," + QByteArray::number(highest) + "\n0,0.5\n"));
    chooseAxis(axisIndex);
    const QPoint from = OpenedWindow::handle(marker());
    press(from);
    move(QPoint(chart()->width() + 50, from.y()));
    QCOMPARE(m_opened->session.scenario().threshold, Threshold::alertOnNothing());
    QCOMPARE(falselyShown(*m_opened), QString());
    // And at the left everything is.
    move(QPoint(-50, from.y()));
    QCOMPARE(m_opened->session.scenario().threshold, Threshold{0.1});
    release(QPoint(-50, from.y()));
}

void TestDragThreshold::slider_drag_sameAsTheMarker()
{
    QVERIFY(m_opened->open(mixedTable()));
    chooseAxis(0); // its rests lie close together
    auto *slider = m_opened->child<ScoresPanel>()->findChild<DialSlider *>();
    const auto before = shownTexts(*m_opened);
    const int y = slider->height() / 2;
    testsupport::press(slider, {slider->width() / 5, y});
    for (const double share : {0.3, 0.5, 0.7}) {
        testsupport::moveTo(slider, {int(slider->width() * share), y});
        QCOMPARE(falselyShown(*m_opened), QString());
        // The handle stands below the marker, as far as the rests let it.
        const QPoint line = OpenedWindow::at(chart(), marker()->position());
        const int hand =
                slider->mapTo(chart()->parentWidget(), QPoint(int(slider->width() * share), 0)).x();
        const int marked = chart()->viewport()->mapTo(chart()->parentWidget(), line).x();
        QVERIFY2(qAbs(marked - hand) < 20,
                 qPrintable(QStringLiteral("%1 %2").arg(marked).arg(hand)));
    }
    testsupport::release(slider, {int(slider->width() * 0.7), y});
    QCOMPARE(m_opened->session.history().count(), 1);
    m_opened->session.history().undo();
    QCOMPARE(shownTexts(*m_opened), before);
}

void TestDragThreshold::slider_released_standsWhereTheMarkerRests()
{
    QVERIFY(m_opened->open(plainTable()));
    auto *slider = m_opened->child<ScoresPanel>()->findChild<DialSlider *>();
    const QPoint between(int(slider->width() * 0.655), slider->height() / 2);
    testsupport::press(slider, between);
    testsupport::release(slider, between);
    const int rested = slider->value();
    // Shown anew from the session, it stays there.
    m_opened->session.edit(edits::word(&FeatureWords::raised, "reply"));
    QCOMPARE(slider->value(), rested);
}

void TestDragThreshold::mark_clicked_jumpsThere()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setThreshold({0.05});
    QGraphicsObject *best = nullptr;
    for (QGraphicsItem *item : chart()->scene()->items()) {
        auto *object = item->toGraphicsObject();
        if (object && object->toolTip().startsWith(QLatin1String("best value")))
            best = object;
    }
    QVERIFY(best);
    const QPoint there = onViewport(chart(), best, {0.0, 6.0});
    press(there);
    release(there);
    QCOMPARE(m_opened->session.scenario().threshold,
             m_opened->session.assessment().value.best.threshold);
    QCOMPARE(m_opened->session.history().count(), 2);
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestDragThreshold::nearBest_opened_isMarkedOnTheAxis()
{
    QVERIFY(m_opened->open(mixedTable()));
    std::vector<std::pair<double, double>> onAxis;
    for (QGraphicsItem *item : chart()->scene()->items()) {
        const auto *bands = dynamic_cast<charts::BandsItem *>(item);
        if (bands && bands->edge() == charts::BandsItem::Edge::Axis)
            onAxis = bands->ranges();
    }
    const auto &near = m_opened->session.assessment().value.nearBest;
    QVERIFY(near && near->lowest < near->highest);
    QCOMPARE(onAxis.size(), std::size_t{1});
    QVERIFY(onAxis.front().first <= chart()->frame()->horizontal().high);
    QVERIFY(onAxis.front().first < onAxis.front().second);
    QVERIFY(chart()->accessibleDescription().contains(
            QLatin1String("As good as the data can tell")));
}

void TestDragThreshold::axis_changed_keepsTheThreshold()
{
    QVERIFY(m_opened->open(mixedTable()));
    const Scenario before = m_opened->session.scenario();
    for (int i = 0; i < axis()->count(); ++i) {
        chooseAxis(i);
        QVERIFY(m_opened->session.scenario() == before);
        QCOMPARE(falselyShown(*m_opened), QString());
        // The axis stays while only a part of the question changes.
        m_opened->session.edit(edits::word(&FeatureWords::raised, i % 2 == 0 ? "reply" : "alert"));
        m_opened->session.setThreshold(before.threshold);
        QCOMPARE(axis()->currentIndex(), i);
        m_opened->session.history().undo();
    }
}

ONEINN_TEST(TestDragThreshold)

} // namespace tests::journeys_dragthreshold

#include "tst_dragthreshold.moc"
