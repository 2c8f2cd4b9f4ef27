// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace oneinn {

class Session;
class SessionFiles;
struct Problem;

/// Opening from a database, and the password that one asks for: kept as long as the program runs.
class DatabaseFiles final : public QObject {
    Q_OBJECT

public:
    DatabaseFiles(Session *session, SessionFiles *files, const QAction *open, QWidget *window);

private:
    void ask();
    void askForPassword(const Problem &problem);

    Session *m_session;
    SessionFiles *m_files;
    QWidget *m_window;
};

} // namespace oneinn
