// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/historyactions.h"

#include "session/session.h"
#include "views/window/historypanel.h"
#include "wording/scenariowords.h"

#include <QAction>
#include <QMainWindow>

namespace oneinn {

HistoryActions::HistoryActions(Session *session, const Actions &actions, QMainWindow *window)
    : QObject(window)
    , m_session(session)
    , m_actions(actions)
    , m_panel(new HistoryPanel(session, window))
    , m_hand(m_panel)
{
    History &history = session->history();
    connect(actions.undo, &QAction::triggered, &history, &QUndoStack::undo);
    connect(actions.redo, &QAction::triggered, &history, &QUndoStack::redo);
    connect(&history, &QUndoStack::indexChanged, this, &HistoryActions::render);
    // Both are usual, and hands know one of them.
    m_actions.redo->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    addPanel(window);
}

void HistoryActions::addPanel(QMainWindow *window)
{
    window->addDockWidget(Qt::RightDockWidgetArea, m_panel);
    m_panel->hide();
    window->addAction(m_actions.panel);
    connect(m_actions.panel, &QAction::triggered, this, &HistoryActions::showPanel);
    // Also while the window is taken apart, when the window is none any more.
    connect(m_panel, &QDockWidget::visibilityChanged, m_actions.panel,
            [action = m_actions.panel, panel = m_panel] {
                action->setChecked(!panel->isHidden());
            });
}

void HistoryActions::showPanel(bool shown)
{
    if (shown)
        m_hand.remember();
    else
        m_hand.giveBack();
    m_panel->setVisible(shown);
    if (shown)
        m_panel->setFocus();
}

bool HistoryActions::closePanel()
{
    if (m_panel->isHidden())
        return false;
    showPanel(false);
    return true;
}

void HistoryActions::render()
{
    const QUndoStack &history = m_session->history();
    m_actions.undo->setEnabled(history.canUndo());
    m_actions.redo->setEnabled(history.canRedo());
    const auto name = [&](int index) {
        return wording::editedPartName(
                static_cast<const StateEdit *>(history.command(index))->part());
    };
    m_actions.undo->setToolTip(history.canUndo()
                                       ? tr("Undo: %1 (Ctrl+Z)").arg(name(history.index() - 1))
                                       : tr("Nothing to undo"));
    m_actions.redo->setToolTip(
            history.canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z or Ctrl+Y)").arg(name(history.index()))
                              : tr("Nothing to redo"));
}

} // namespace oneinn

#include "moc_historyactions.cpp"
