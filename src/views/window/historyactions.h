// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/widgets/handback.h"

#include <QObject>

class QAction;
class QMainWindow;

namespace oneinn {

class HistoryPanel;
class Session;

/// Undo and redo, each naming what it does, and the panel with everything that was done.
class HistoryActions final : public QObject {
    Q_OBJECT

public:
    struct Actions {
        QAction *undo;
        QAction *redo;
        QAction *panel; ///< checkable
    };
    /// Adds the panel to the window, which owns this.
    HistoryActions(Session *session, const Actions &actions, QMainWindow *window);

    /// What there is to undo and to redo; by itself whenever that changes.
    void render();
    /// Whether the panel was there to be hidden; the hand is then again where it was.
    bool closePanel();

private:
    void addPanel(QMainWindow *window);
    void showPanel(bool shown);

    Session *m_session;
    Actions m_actions;
    HistoryPanel *m_panel;
    HandBack m_hand;
};

} // namespace oneinn
