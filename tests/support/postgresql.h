// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

/// PostgreSQL as Debian has it, started on this computer for a test and gone after it.
namespace testsupport {

class PostgreSql {
public:
    static constexpr const char *password = "not a secret";

    PostgreSql() = default;
    ~PostgreSql();
    PostgreSql(const PostgreSql &) = delete;
    PostgreSql &operator=(const PostgreSql &) = delete;
    PostgreSql(PostgreSql &&) = delete;
    PostgreSql &operator=(PostgreSql &&) = delete;

    /// Why there is none here, for QSKIP; empty where it can be started.
    static QString whyNot();

    /// With a folder, a port and the user "tester" of its own; false where that failed.
    bool start();
    /// The same once more, with what is in the other one by now; that one must not run.
    bool startAsCopyOf(const PostgreSql &other);
    /// What was stopped, with what was in it.
    bool startAgain() { return serve(); }
    void stop();

    int port() const { return m_port; }
    /// "postgresql://tester@127.0.0.1:PORT/postgres", with what follows it.
    QString address(const QString &words = {}) const;
    /// Runs statements, or qFatal; what they print.
    QString run(const QString &statements) const;

private:
    bool serve();

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

} // namespace testsupport
