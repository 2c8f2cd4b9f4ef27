// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/latencyaxis.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QToolButton>

#include <memory>

namespace tests::journeys_dragbudget {

using namespace oneinn;
using namespace testsupport;
using charts::ChartMarker;
using charts::ChartView;

class TestDragBudget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void journey_sampleDragReadUndo_everyMoveIsTrue();
    void drag_unanswered_everyMoveIsTrue();
    void drag_whole_lateNeverGrows();
    void drag_escape_returnsWithoutStep();
    void slider_drag_sameAsTheMarker();
    void keys_onTheMarker_stepInItsOwnDigits();
    void keys_onTheSlider_sameAsOnTheMarker();
    void switch_offAndOn_returnsTheLastBudget();
    void switch_onFirst_suggestsABudget();
    void switch_onWithoutSuggestion_staysOff();
    void box_typed_isTheBudget();
    void box_zero_isNoBudget();
    void policy_picked_movesLateOutOfTheMatrix();
    void timeOuts_inTheRows_areTold();
    void measured_byKeyboard_isExplained();

private:
    ChartView *chart() { return m_opened->latency(); }
    ChartMarker *marker() { return OpenedWindow::marker(chart()); }
    double budget() const { return m_opened->session.scenario().budget.value().value; }
    template<typename T> T *inPanel(const QString &name) const
    {
        return m_opened->child<LatencyPanel>()->findChild<T *>(name);
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestDragBudget::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestDragBudget::journey_sampleDragReadUndo_everyMoveIsTrue()
{
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    const auto before = shownTexts(*m_opened);
    const QPoint from = OpenedWindow::handle(marker());
    press(chart()->viewport(), from);
    double last = budget();
    for (int i = 1; i <= 6; ++i) {
        moveTo(chart()->viewport(), from - QPoint(i * 14, 0));
        QCOMPARE(falselyShown(*m_opened), QString());
        QVERIFY(budget() < last);
        last = budget();
        QCOMPARE(inPanel<NumberBox>(QStringLiteral("budget"))->value(), last);
        // The line stands at the budget it names, not where the pointer happens to be.
        const auto axis = latencyAxis(m_opened->session.index().latency());
        QCOMPARE(marker()->position().x(), axis.toAxis(last));
    }
    release(chart()->viewport(), from - QPoint(84, 0));
    QCOMPARE(m_opened->session.history().count(), 1);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shownTexts(*m_opened), before);
}

void TestDragBudget::drag_unanswered_everyMoveIsTrue()
{
    QVERIFY(m_opened->openSample(QStringLiteral("listingrecommendations")));
    QCOMPARE(m_opened->session.scenario().latePolicy, LatePolicy::Unanswered);
    press(chart()->viewport(), OpenedWindow::handle(marker()));
    for (const double share : {0.1, 0.35, 0.6, 0.95}) {
        moveTo(chart()->viewport(), OpenedWindow::inPlot(chart(), share, 0.5));
        QCOMPARE(falselyShown(*m_opened), QString());
    }
    release(chart()->viewport(), OpenedWindow::inPlot(chart(), 0.95, 0.5));
}

void TestDragBudget::drag_whole_lateNeverGrows()
{
    QVERIFY(m_opened->open(mixedTable()));
    press(chart()->viewport(), OpenedWindow::inPlot(chart(), 0.0, 0.5));
    double late = m_opened->session.assessment().counts.late().rows;
    QCOMPARE(late, 80.0);
    for (int i = 1; i <= 30; ++i) {
        moveTo(chart()->viewport(), OpenedWindow::inPlot(chart(), i / 30.0, 0.5));
        const double now = m_opened->session.assessment().counts.late().rows;
        QVERIFY(now <= late);
        late = now;
    }
    release(chart()->viewport(), OpenedWindow::inPlot(chart(), 1.0, 0.5));
    // No budget brings in the answer that timed out.
    QCOMPARE(late, 1.0);
    QCOMPARE(m_opened->session.history().count(), 1);
}

void TestDragBudget::drag_escape_returnsWithoutStep()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setBudget(Milliseconds{400.0});
    const auto before = shownTexts(*m_opened);
    const QPoint from = OpenedWindow::handle(marker());
    press(chart()->viewport(), from);
    moveTo(chart()->viewport(), from - QPoint(70, 0));
    QVERIFY(budget() < 400.0);
    QTest::keyClick(chart(), Qt::Key_Escape);
    release(chart()->viewport(), from - QPoint(70, 0));
    QCOMPARE(shownTexts(*m_opened), before);
    QCOMPARE(m_opened->session.history().count(), 1);
}

void TestDragBudget::slider_drag_sameAsTheMarker()
{
    QVERIFY(m_opened->open(mixedTable()));
    auto *slider = inPanel<DialSlider>(QStringLiteral("slider"));
    const int y = slider->height() / 2;
    press(slider, {slider->width() * 9 / 10, y});
    for (const double share : {0.8, 0.5, 0.2}) {
        moveTo(slider, {int(slider->width() * share), y});
        QCOMPARE(falselyShown(*m_opened), QString());
    }
    release(slider, {slider->width() / 5, y});
    QCOMPARE(m_opened->session.history().count(), 1);
    m_opened->session.history().undo();
    QVERIFY(!m_opened->session.scenario().budget);
}

void TestDragBudget::keys_onTheMarker_stepInItsOwnDigits()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setBudget(Milliseconds{400.0});
    marker()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Right);
    QCOMPARE(budget(), 410.0);
    QTest::keyClick(chart(), Qt::Key_PageDown);
    QCOMPARE(budget(), 310.0);
    QTest::keyClick(chart(), Qt::Key_Left);
    QCOMPARE(budget(), 300.0);
    QCOMPARE(falselyShown(*m_opened), QString());
    QCOMPARE(m_opened->session.history().count(), 4);
    QTest::keyClick(chart(), Qt::Key_Home);
    QCOMPARE(m_opened->session.assessment().counts.late().rows, 80.0);
    QTest::keyClick(chart(), Qt::Key_End);
    QCOMPARE(m_opened->session.assessment().counts.late().rows, 1.0);
}

void TestDragBudget::keys_onTheSlider_sameAsOnTheMarker()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setBudget(Milliseconds{400.0});
    auto *slider = inPanel<DialSlider>(QStringLiteral("slider"));
    QTest::keyClick(slider, Qt::Key_Up);
    QCOMPARE(budget(), 410.0);
    QTest::keyClick(slider, Qt::Key_PageUp);
    QCOMPARE(budget(), 510.0);
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(m_opened->session.assessment().counts.late().rows, 80.0);
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestDragBudget::switch_offAndOn_returnsTheLastBudget()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setBudget(Milliseconds{230.0});
    auto *limited = inPanel<QCheckBox>(QStringLiteral("limited"));
    QVERIFY(limited->isChecked());
    QTest::mouseClick(limited, Qt::LeftButton, {}, {8, limited->height() / 2});
    QVERIFY(!m_opened->session.scenario().budget);
    QCOMPARE(falselyShown(*m_opened), QString());
    QTest::keyClick(limited, Qt::Key_Space);
    QCOMPARE(budget(), 230.0);
    QCOMPARE(m_opened->session.history().count(), 3);
}

void TestDragBudget::switch_onFirst_suggestsABudget()
{
    QVERIFY(m_opened->open(mixedTable()));
    inPanel<QCheckBox>(QStringLiteral("limited"))->click();
    const auto share = m_opened->session.index().latency().shareWithin(budget());
    QVERIFY(*share >= 0.95 && *share < 1.0);
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestDragBudget::switch_onWithoutSuggestion_staysOff()
{
    QVERIFY(m_opened->open("label,score,latency_ms\n1,0.9,timeout\n0,0.2,timeout\n1,0.7,12\n"));
    auto *limited = inPanel<QCheckBox>(QStringLiteral("limited"));
    limited->click();
    QCOMPARE(limited->isChecked(), m_opened->session.scenario().budget.has_value());
}

void TestDragBudget::box_typed_isTheBudget()
{
    QVERIFY(m_opened->open(mixedTable()));
    auto *box = inPanel<NumberBox>(QStringLiteral("budget"));
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("250"));
    // Nothing moves before the number is finished.
    QVERIFY(!m_opened->session.scenario().budget);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(budget(), 250.0);
    QCOMPARE(m_opened->session.history().count(), 1);
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestDragBudget::box_zero_isNoBudget()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setBudget(Milliseconds{250.0});
    auto *box = inPanel<NumberBox>(QStringLiteral("budget"));
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("0"));
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(!m_opened->session.scenario().budget);
    QCOMPARE(box->text(), box->specialValueText());
}

void TestDragBudget::policy_picked_movesLateOutOfTheMatrix()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setBudget(Milliseconds{400.0});
    const auto before = shownTexts(*m_opened);
    auto *late = m_opened->child<QComboBox>(QStringLiteral("lateanswers"));
    QVERIFY(late && late->isVisible());
    late->setFocus();
    QTest::keyClick(late, Qt::Key_Down);
    QCOMPARE(m_opened->session.scenario().latePolicy, LatePolicy::Unanswered);
    QCOMPARE(falselyShown(*m_opened), QString());
    QVERIFY(shownTexts(*m_opened) != before);
    m_opened->session.history().undo();
    QCOMPARE(shownTexts(*m_opened), before);
    QCOMPARE(late->currentIndex(), 0);
}

void TestDragBudget::timeOuts_inTheRows_areTold()
{
    const auto *told = inPanel<QLabel>(QStringLiteral("timedOut"));
    QVERIFY(m_opened->open("label,score,latency_ms\n1,0.9,timeout\n0,0.2,timeout\n1,0.7,12\n"));
    QVERIFY(told->isVisible());
    QVERIFY(told->text().startsWith(QStringLiteral("2 timed out: late for every budget")));
    QVERIFY(chart()->accessibleDescription().contains(told->text()));
    QVERIFY(m_opened->open("label,score,latency_ms\n1,0.9,30\n0,0.2,20\n1,0.7,12\n"));
    QVERIFY(!told->isVisible());
    QVERIFY(!chart()->accessibleDescription().contains(QStringLiteral("timed out")));
}

void TestDragBudget::measured_byKeyboard_isExplained()
{
    QVERIFY(m_opened->open(mixedTable()));
    auto *question = inPanel<QToolButton>(QStringLiteral("measured"));
    QVERIFY(question->focusPolicy() & Qt::TabFocus);
    QVERIFY(question->accessibleDescription().contains(QStringLiteral("What people wait")));
    QCOMPARE(question->toolTip(), question->accessibleDescription());
    const auto explanation = [] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->inherits("QWhatsThat") && widget->isVisible())
                return widget;
        }
        return static_cast<QWidget *>(nullptr);
    };
    QVERIFY(!explanation());
    question->setFocus(Qt::TabFocusReason);
    QTest::keyClick(question, Qt::Key_Space);
    QVERIFY(explanation());
    QTest::keyClick(explanation(), Qt::Key_Escape);
    QVERIFY(!explanation());
}

ONEINN_TEST(TestDragBudget)

} // namespace tests::journeys_dragbudget

#include "tst_dragbudget.moc"
