// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/scenarioedit.h"

#include <QTest>
#include <QUndoStack>

using oneinn::Scenario;
using oneinn::ScenarioEdit;
using oneinn::ScenarioPart;

class TestScenarioEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void push_edit_appliesTheValueAfter();
    void undo_edit_appliesTheValueBefore();
    void push_sameGesture_oneStepFromFirstToLast();
    void push_otherGesture_twoSteps();
    void push_withoutGesture_neverMerges();
    void push_otherPartInGesture_twoSteps();
    void push_backToTheStartOfTheGesture_noStepLeft();
    void push_goingOnAfterTheStart_oneStepAgain();
    void push_afterUndo_dropsWhatWasUndone();

private:
    void edit(double from, double to, quint64 gesture, ScenarioPart part = ScenarioPart::Threshold);
    static Scenario at(double threshold);

    QUndoStack m_stack;
    QList<double> m_applied;
};

void TestScenarioEdit::init()
{
    m_stack.clear();
    m_applied.clear();
}

Scenario TestScenarioEdit::at(double threshold)
{
    Scenario scenario;
    scenario.threshold = {threshold};
    return scenario;
}

void TestScenarioEdit::edit(double from, double to, quint64 gesture, ScenarioPart part)
{
    m_stack.push(
            new ScenarioEdit(part, gesture, at(from), at(to), [this](const Scenario &scenario) {
                m_applied.append(scenario.threshold.value);
            }));
}

void TestScenarioEdit::push_edit_appliesTheValueAfter()
{
    edit(0.1, 0.2, 0);
    QCOMPARE(m_applied, QList<double>({0.2}));
    QCOMPARE(m_stack.count(), 1);
}

void TestScenarioEdit::undo_edit_appliesTheValueBefore()
{
    edit(0.1, 0.2, 0);
    m_stack.undo();
    m_stack.redo();
    QCOMPARE(m_applied, QList<double>({0.2, 0.1, 0.2}));
}

void TestScenarioEdit::push_sameGesture_oneStepFromFirstToLast()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.3, 7);
    edit(0.3, 0.4, 7);
    QCOMPARE(m_stack.count(), 1);
    m_stack.undo();
    m_stack.redo();
    QCOMPARE(m_applied, QList<double>({0.2, 0.3, 0.4, 0.1, 0.4}));
}

void TestScenarioEdit::push_otherGesture_twoSteps()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.3, 8);
    QCOMPARE(m_stack.count(), 2);
    m_stack.undo();
    QCOMPARE(m_applied.last(), 0.2);
}

void TestScenarioEdit::push_withoutGesture_neverMerges()
{
    edit(0.1, 0.2, 0);
    edit(0.2, 0.3, 0);
    QCOMPARE(m_stack.count(), 2);
}

void TestScenarioEdit::push_otherPartInGesture_twoSteps()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.3, 7, ScenarioPart::LatencyBudget);
    QCOMPARE(m_stack.count(), 2);
}

void TestScenarioEdit::push_backToTheStartOfTheGesture_noStepLeft()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.1, 7);
    QCOMPARE(m_stack.count(), 0);
    QVERIFY(!m_stack.canUndo());
    QCOMPARE(m_applied.last(), 0.1);
}

void TestScenarioEdit::push_goingOnAfterTheStart_oneStepAgain()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.1, 7);
    edit(0.1, 0.5, 7);
    edit(0.5, 0.6, 7);
    QCOMPARE(m_stack.count(), 1);
    m_stack.undo();
    QCOMPARE(m_applied.last(), 0.1);
}

void TestScenarioEdit::push_afterUndo_dropsWhatWasUndone()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.3, 8);
    m_stack.undo();
    edit(0.2, 0.9, 9);
    QCOMPARE(m_stack.count(), 2);
    QVERIFY(!m_stack.canRedo());
}

QTEST_APPLESS_MAIN(TestScenarioEdit)
#include "tst_scenarioedit.moc"
