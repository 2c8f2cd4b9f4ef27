// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/stateedit.h"

#include "support/testprogram.h"

#include <QTest>
#include <QUndoStack>

namespace tests::session_stateedit {

using oneinn::EditedPart;
using oneinn::SessionState;
using oneinn::StateEdit;

class TestStateEdit : public QObject {
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
    void edit(double from, double to, quint64 gesture, EditedPart part = EditedPart::Threshold);
    static SessionState at(double threshold);

    QUndoStack m_stack;
    QList<double> m_applied;
};

void TestStateEdit::init()
{
    m_stack.clear();
    m_applied.clear();
}

SessionState TestStateEdit::at(double threshold)
{
    SessionState state;
    state.scenario.threshold = {threshold};
    return state;
}

void TestStateEdit::edit(double from, double to, quint64 gesture, EditedPart part)
{
    m_stack.push(new StateEdit(part, gesture, at(from), at(to), [this](const SessionState &state) {
        m_applied.append(state.scenario.threshold.value);
    }));
}

void TestStateEdit::push_edit_appliesTheValueAfter()
{
    edit(0.1, 0.2, 0);
    QCOMPARE(m_applied, QList<double>({0.2}));
    QCOMPARE(m_stack.count(), 1);
}

void TestStateEdit::undo_edit_appliesTheValueBefore()
{
    edit(0.1, 0.2, 0);
    m_stack.undo();
    m_stack.redo();
    QCOMPARE(m_applied, QList<double>({0.2, 0.1, 0.2}));
}

void TestStateEdit::push_sameGesture_oneStepFromFirstToLast()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.3, 7);
    edit(0.3, 0.4, 7);
    QCOMPARE(m_stack.count(), 1);
    m_stack.undo();
    m_stack.redo();
    QCOMPARE(m_applied, QList<double>({0.2, 0.3, 0.4, 0.1, 0.4}));
}

void TestStateEdit::push_otherGesture_twoSteps()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.3, 8);
    QCOMPARE(m_stack.count(), 2);
    m_stack.undo();
    QCOMPARE(m_applied.last(), 0.2);
}

void TestStateEdit::push_withoutGesture_neverMerges()
{
    edit(0.1, 0.2, 0);
    edit(0.2, 0.3, 0);
    QCOMPARE(m_stack.count(), 2);
}

void TestStateEdit::push_otherPartInGesture_twoSteps()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.3, 7, EditedPart::LatencyBudget);
    QCOMPARE(m_stack.count(), 2);
}

void TestStateEdit::push_backToTheStartOfTheGesture_noStepLeft()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.1, 7);
    QCOMPARE(m_stack.count(), 0);
    QVERIFY(!m_stack.canUndo());
    QCOMPARE(m_applied.last(), 0.1);
}

void TestStateEdit::push_goingOnAfterTheStart_oneStepAgain()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.1, 7);
    edit(0.1, 0.5, 7);
    edit(0.5, 0.6, 7);
    QCOMPARE(m_stack.count(), 1);
    m_stack.undo();
    QCOMPARE(m_applied.last(), 0.1);
}

void TestStateEdit::push_afterUndo_dropsWhatWasUndone()
{
    edit(0.1, 0.2, 7);
    edit(0.2, 0.3, 8);
    m_stack.undo();
    edit(0.2, 0.9, 9);
    QCOMPARE(m_stack.count(), 2);
    QVERIFY(!m_stack.canRedo());
}

ONEINN_TEST(TestStateEdit)

} // namespace tests::session_stateedit

#include "tst_stateedit.moc"
