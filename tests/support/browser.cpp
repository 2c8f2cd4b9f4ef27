// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/browser.h"

#include <QJsonDocument>
#include <QStandardPaths>
#include <QUrl>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

namespace testsupport {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30000;
/// Where it listens and answers with --remote-debugging-pipe.
constexpr int listens = 3;
constexpr int answers = 4;

/// Both ends above the numbers that the child's are given.
std::optional<std::array<int, 2>> pipeOf()
{
    constexpr int leastNumber = 10;
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    for (int &end : ends) {
        const int moved = fcntl(end, F_DUPFD_CLOEXEC, leastNumber);
        close(end);
        end = moved;
    }
    return ends;
}

} // namespace

QString Browser::program()
{
    return QStandardPaths::findExecutable(u"chromium"_s);
}

Browser::Browser()
{
    if (!start())
        m_broken = u"the browser does not start"_s;
    if (!m_broken.isEmpty())
        return;
    const QString target = ask(u"Target.createTarget"_s, {{u"url"_s, u"about:blank"_s}})
                                   .value(u"targetId"_s)
                                   .toString();
    m_session = ask(u"Target.attachToTarget"_s, {{u"targetId"_s, target}, {u"flatten"_s, true}})
                        .value(u"sessionId"_s)
                        .toString();
    for (const QString &part : {u"Page"_s, u"Runtime"_s, u"Log"_s})
        ask(part + u".enable"_s);
}

Browser::~Browser()
{
    if (m_broken.isEmpty())
        ask(u"Browser.close"_s);
    close(m_to);
    close(m_from);
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patienceMs)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool Browser::start()
{
    std::signal(SIGPIPE, SIG_IGN); // one that has ended is told of by what is not written
    const auto to = pipeOf();
    const auto from = pipeOf();
    if (!to || !from)
        return false;
    m_process.setChildProcessModifier([to = to->front(), from = from->back()] {
        dup2(to, listens);
        dup2(from, answers);
    });
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    // Its sandbox is not to be had as root; the page is ours, and nothing is fetched.
    m_process.start(program(),
                    {u"--headless=new"_s, u"--no-sandbox"_s, u"--remote-debugging-pipe"_s,
                     u"--disable-gpu"_s, u"--disable-dev-shm-usage"_s, u"--no-first-run"_s,
                     u"--disable-extensions"_s, u"--disable-background-networking"_s,
                     u"--hide-scrollbars"_s, u"--user-data-dir="_s + m_profile.path()});
    close(to->front());
    close(from->back());
    m_to = to->back();
    m_from = from->front();
    return m_process.waitForStarted(patienceMs);
}

void Browser::send(const QJsonObject &message)
{
    const QByteArray bytes = QJsonDocument(message).toJson(QJsonDocument::Compact) + '\0';
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t now = ::write(m_to, bytes.data() + sent, size_t(bytes.size() - sent));
        if (now <= 0) {
            m_broken = u"the browser does not listen"_s;
            return;
        }
        sent += now;
    }
}

std::optional<QJsonObject> Browser::next()
{
    constexpr int chunk = 65536;
    for (;;) {
        if (const qsizetype end = m_read.indexOf('\0'); end >= 0) {
            QJsonObject message = QJsonDocument::fromJson(m_read.first(end)).object();
            m_read.remove(0, end + 1);
            return message;
        }
        pollfd waiting{m_from, POLLIN, 0};
        if (poll(&waiting, 1, patienceMs) <= 0)
            break;
        std::array<char, chunk> bytes{};
        const ssize_t count = ::read(m_from, bytes.data(), bytes.size());
        if (count <= 0)
            break;
        m_read.append(bytes.data(), count);
    }
    m_broken = u"the browser says nothing more"_s;
    return {};
}

void Browser::hear(const QJsonObject &message)
{
    const QString method = message.value(u"method"_s).toString();
    const QJsonObject told = message.value(u"params"_s).toObject();
    if (method == u"Runtime.exceptionThrown"_s || method == u"Log.entryAdded"_s
        || method == u"Runtime.consoleAPICalled"_s)
        m_complaints.append(QString::fromUtf8(QJsonDocument(told).toJson(QJsonDocument::Compact)));
}

QJsonObject Browser::ask(const QString &method, const QJsonObject &parameters)
{
    if (!m_broken.isEmpty())
        return {};
    QJsonObject message{{u"id"_s, ++m_asked}, {u"method"_s, method}, {u"params"_s, parameters}};
    if (!m_session.isEmpty())
        message.insert(u"sessionId"_s, m_session);
    send(message);
    while (m_broken.isEmpty()) {
        const auto heard = next();
        if (!heard)
            break;
        if (heard->value(u"id"_s).toInt() != m_asked) {
            hear(*heard);
            continue;
        }
        if (heard->contains(u"error"_s))
            m_broken = method + u": "_s
                    + heard->value(u"error"_s).toObject().value(u"message"_s).toString();
        return heard->value(u"result"_s).toObject();
    }
    return {};
}

void Browser::open(const QString &path)
{
    const QString url = QUrl::fromLocalFile(path).toString();
    const QString isThere =
            u"location.href == '%1' && document.readyState == 'complete'"_s.arg(url);
    ask(u"Page.navigate"_s, {{u"url"_s, url}});
    // What is heard of may still be of the page before.
    while (m_broken.isEmpty() && !valueOf(isThere).toBool()) {
        if (const auto heard = next())
            hear(*heard);
    }
}

QJsonValue Browser::valueOf(const QString &expression)
{
    const QJsonObject answer =
            ask(u"Runtime.evaluate"_s, {{u"expression"_s, expression}, {u"returnByValue"_s, true}});
    if (answer.contains(u"exceptionDetails"_s))
        m_broken = u"the page cannot say "_s + expression;
    return answer.value(u"result"_s).toObject().value(u"value"_s);
}

void Browser::press(const QString &key, int times)
{
    static const QHash<QString, int> codes{
            {u"Home"_s, 36},   {u"End"_s, 35},   {u"ArrowLeft"_s, 37}, {u"ArrowRight"_s, 39},
            {u"PageUp"_s, 33}, {u"Enter"_s, 13}, {u"Tab"_s, 9}};
    QJsonObject event{{u"key"_s, key},
                      {u"code"_s, key},
                      {u"windowsVirtualKeyCode"_s, codes.value(key)},
                      {u"nativeVirtualKeyCode"_s, codes.value(key)}};
    if (key == u"Enter"_s)
        event.insert(u"text"_s, u"\r"_s);
    for (int i = 0; i < times; ++i) {
        for (const QString &type :
             {key == u"Enter"_s ? u"keyDown"_s : u"rawKeyDown"_s, u"keyUp"_s}) {
            event.insert(u"type"_s, type);
            ask(u"Input.dispatchKeyEvent"_s, event);
        }
    }
}

} // namespace testsupport
