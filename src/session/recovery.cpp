// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/recovery.h"

#include "document/documentfile.h"
#include "files/folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

QString lockOf(const QString &file)
{
    return file + u".lock"_s;
}

/// Held, or null where a living window holds it.
std::unique_ptr<QLockFile> lockFor(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(lockOf(file));
    // A window may stay open for weeks: only the end of its process makes a lock stale.
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return nullptr;
    return lock;
}

/// With what a kill in the middle of replacing it may have left beside it.
void removeWithRests(const QString &file)
{
    const QFileInfo info(file);
    const auto rests = info.dir().entryInfoList({info.fileName() + u".??????"_s}, QDir::Files);
    for (const QFileInfo &rest : rests)
        QFile::remove(rest.filePath());
    QFile::remove(file);
}

} // namespace

QString recoveryFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/recovery"_s;
}

Recovery::Recovery(QString folder)
    : m_folder(std::move(folder))
    , m_file(m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u'.'
             + sessionSuffix)
{
    m_writer.setMaxThreadCount(1);
}

Recovery::~Recovery()
{
    discard();
}

void Recovery::write(Document document)
{
    if (!m_lock) {
        if (files::makePrivateFolder(QFile::encodeName(m_folder).toStdString()))
            return;
        m_lock = lockFor(m_file);
        if (!m_lock)
            return;
    }
    m_writer.start([path = m_file, document = std::move(document)] {
        // A full disk leaves the older state; there is nobody to tell in the background.
        writeSession(path, document, {.ownerOnly = true});
    });
}

void Recovery::waitUntilWritten()
{
    m_writer.waitForDone();
}

void Recovery::discard()
{
    m_writer.waitForDone();
    if (!m_lock)
        return;
    removeWithRests(m_file);
    m_lock.reset();
}

void OrphanedRecovery::discard()
{
    removeWithRests(file);
    lock.reset();
}

std::vector<OrphanedRecovery> orphanedRecoveries(const QString &folder)
{
    std::vector<OrphanedRecovery> orphans;
    if (!QFileInfo::exists(folder))
        return orphans;
    // Older versions let others read what they kept.
    files::makePrivateFolder(QFile::encodeName(folder).toStdString());
    const auto files = QDir(folder).entryInfoList({u"*."_s + sessionSuffix}, QDir::Files);
    for (const QFileInfo &info : files) {
        std::shared_ptr<QLockFile> lock = lockFor(info.filePath());
        if (!lock)
            continue;
        // Read under the lock: until then its window may have lived, and taken it away.
        auto document = loadDocument(info.filePath());
        if (document)
            orphans.push_back({info.filePath(), info.lastModified(), std::move(document).value(),
                               std::move(lock)});
    }
    std::stable_sort(orphans.begin(), orphans.end(),
                     [](const OrphanedRecovery &a, const OrphanedRecovery &b) {
                         return a.written > b.written;
                     });
    return orphans;
}

} // namespace oneinn
