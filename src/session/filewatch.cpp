// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/filewatch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <utility>

namespace oneinn {

namespace {

/// In lower-case hex; empty where it cannot be read, or is no longer asked for.
QByteArray digestOf(const QString &path, const std::stop_token &stop)
{
    constexpr qint64 atOnce = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(atOnce, Qt::Uninitialized);
    for (;;) {
        const qint64 read = file.read(block.data(), atOnce);
        if (read < 0 || stop.stop_requested())
            return {};
        if (read == 0)
            return hash.result().toHex();
        hash.addData(QByteArrayView(block.constData(), read));
    }
}

} // namespace

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::lookLater);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::lookLater);
    connect(&m_digest, &QFutureWatcher<QByteArray>::finished, this, &FileWatch::takeDigest);
}

FileWatch::~FileWatch()
{
    stopDigest();
}

void FileWatch::watch(const QString &path, const DataReference &read)
{
    stopDigest();
    m_rest.stop();
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_path = path;
    m_read = m_now = read.sha256;
    m_seen = m_resting = {};
    m_isMissed = m_isGone = false;
    if (path.isEmpty() || read.sha256.isEmpty() || !QFileInfo(path).isFile())
        return;
    m_watcher.addPath(QFileInfo(path).absolutePath());
    listen();
    m_seen = stamp();
    // It may have changed while it was read.
    if (m_seen.bytes != read.bytes) {
        m_seen = {};
        lookLater();
    }
}

FileWatch::Stamp FileWatch::stamp() const
{
    const QFileInfo now(m_path);
    return now.isFile() ? Stamp{now.size(), now.lastModified()} : Stamp{};
}

/// What replaced a file is another one, of which nothing is heard until it is named again.
void FileWatch::listen()
{
    if (!m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
}

void FileWatch::lookLater()
{
    m_resting = stamp();
    m_rest.start(restingMs);
}

void FileWatch::look()
{
    const Stamp now = stamp();
    if (now.bytes < 0)
        return lookForNone();
    m_isMissed = false;
    listen();
    if (!(now == m_resting))
        return lookLater();
    if (m_isGone || !(now == m_seen))
        digest();
    else
        Q_EMIT foundNothing();
}

/// Some programs remove a file before they write it anew.
void FileWatch::lookForNone()
{
    if (m_isGone)
        return;
    if (std::exchange(m_isMissed, true)) {
        m_isGone = true;
        Q_EMIT gone();
    } else {
        m_rest.start(goneMs);
    }
}

void FileWatch::digest()
{
    stopDigest();
    m_stop = std::stop_source();
    m_seen = m_resting;
    m_digest.setFuture(QtConcurrent::run(
            [path = m_path, stop = m_stop.get_token()] { return digestOf(path, stop); }));
}

void FileWatch::takeDigest()
{
    if (m_digest.isCanceled())
        return;
    const QByteArray now = m_digest.result();
    if (now.isEmpty())
        return;
    if (!(stamp() == m_seen))
        return lookLater();
    if (now == m_now && !std::exchange(m_isGone, false))
        return Q_EMIT foundNothing();
    m_isGone = false;
    m_now = now;
    Q_EMIT changed(m_now != m_read);
}

/// What it would have found is not waited for.
void FileWatch::stopDigest()
{
    m_stop.request_stop();
    m_digest.setFuture({});
}

} // namespace oneinn

#include "moc_filewatch.cpp"
