// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

namespace testsupport {

/// Debian's Chromium without a screen, driven as its developer tools do: over two pipes, with keys
/// that it takes for a person's. What goes wrong is told by broken(); answers are empty from then.
class Browser {
public:
    /// Empty where it is not installed.
    static QString program();

    Browser();
    ~Browser();
    Browser(const Browser &) = delete;
    Browser &operator=(const Browser &) = delete;

    /// Returns when it is loaded.
    void open(const QString &path);
    /// What a command of the developer tools' protocol answers.
    QJsonObject ask(const QString &method, const QJsonObject &parameters = {});
    /// The value of an expression in the page.
    QJsonValue valueOf(const QString &expression);
    /// A key pressed so many times by whoever has the focus: "Home", "End", "ArrowRight", "Enter".
    void press(const QString &key, int times = 1);

    /// What the page should not have done, as the browser tells it: errors and broken policies.
    const QStringList &complaints() const { return m_complaints; }
    const QString &broken() const { return m_broken; }

private:
    bool start();
    void send(const QJsonObject &message);
    std::optional<QJsonObject> next();
    void hear(const QJsonObject &message);

    QTemporaryDir m_profile;
    QProcess m_process;
    int m_to = -1;
    int m_from = -1;
    QByteArray m_read;
    QString m_session;
    QString m_broken;
    QStringList m_complaints;
    int m_asked = 0;
};

} // namespace testsupport
