// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>

QT_BEGIN_NAMESPACE
class QListWidget;
class QListWidgetItem;
QT_END_NAMESPACE

namespace oneinn {

class Session;

/// Every step of undo and redo in words, the current one marked; a click or Enter goes there.
class HistoryPanel final : public QDockWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(Session *session, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void render();
    void goTo(const QListWidgetItem *step);

    Session *m_session;
    QListWidget *m_steps;
};

} // namespace oneinn
