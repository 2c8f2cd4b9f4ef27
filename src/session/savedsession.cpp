// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/savedsession.h"

#include "document/dataplaces.h"
#include "document/documentfile.h"
#include "session/pipeddata.h"
#include "session/samples.h"
#include "session/sessiondocument.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <chrono>
#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto keptAfter = 1s;

/// Also where one of them is a link to the other.
bool isSameFile(const QString &one, const QString &other)
{
    const QString place = QFileInfo(one).canonicalFilePath();
    return one == other || (!place.isEmpty() && place == QFileInfo(other).canonicalFilePath());
}

bool isSample(const QString &path)
{
    const auto folder = sampleFolder();
    return folder && QFileInfo(path).absoluteFilePath().startsWith(*folder + u'/');
}

} // namespace

SavedSession::SavedSession(Session *session, const QString &recoveryFolder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_recovery(recoveryFolder)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(keptAfter);
    connect(&m_debounce, &QTimer::timeout, this, &SavedSession::keepNow);
    connect(session, &Session::opened, this, &SavedSession::takeOpened);
    connect(&session->history(), &QUndoStack::indexChanged, this, [this] {
        m_debounce.start();
        Q_EMIT changed();
    });
    connect(&session->history(), &QUndoStack::cleanChanged, this, &SavedSession::changed);
}

SavedSession::~SavedSession() = default;

QString SavedSession::name() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    return m_session->hasData() ? dataName(m_session->data().source.path) : QString();
}

bool SavedSession::isModified() const
{
    return m_session->hasData() && !m_session->history().isClean();
}

bool SavedSession::hasSomethingToLose() const
{
    if (!isModified() || !m_opened)
        return false;
    return !m_path.isEmpty() || m_recovered
            || holdsWork(*m_opened, m_session->state(), isSample(m_session->data().source.path));
}

QString SavedSession::suggestedPath() const
{
    if (!m_path.isEmpty())
        return m_path;
    if (!m_recoveredFor.isEmpty())
        return m_recoveredFor;
    const QFileInfo data(savingPlace(m_session->data().source.path));
    // The samples' folder is the program's, and a pipe's the system's.
    const bool isPiped = m_session->loading().keptTable(data.filePath()) != nullptr;
    const QString folder = isPiped || isSample(data.filePath())
            ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
            : data.absolutePath();
    return folder + u'/' + data.completeBaseName() + u'.' + sessionSuffix;
}

std::optional<Problem> SavedSession::open(const QString &path)
{
    auto read = readSession(path);
    if (!read)
        return read.problem();
    const QFileInfo file(path);
    SessionOrigin origin;
    origin.path = file.absoluteFilePath();
    origin.version = read.value().version;
    return openDocument({std::move(read).value().document, std::move(origin)}, file.absolutePath());
}

std::optional<Problem> SavedSession::recover(const OrphanedRecovery &orphan)
{
    SessionOrigin origin;
    origin.recovered = true;
    origin.recoveredFor = orphan.document.recoveryOf;
    const QString folder = QFileInfo(origin.recoveredFor.isEmpty() ? orphan.document.data.path
                                                                   : origin.recoveredFor)
                                   .absolutePath();
    m_orphan = orphan;
    return openDocument({orphan.document, std::move(origin)}, folder);
}

std::optional<Problem> SavedSession::openDocument(ToOpen toOpen, const QString &folder)
{
    const auto data = locateData(toOpen.document.data, folder);
    m_toOpen = std::move(toOpen);
    // Where it is nowhere, its old path says what is missing, and is saved again.
    if (auto &compared = m_toOpen->document.compared; compared && compared->file) {
        if (const auto earlier = locateData(*compared->file, folder))
            compared->file->path = earlier.value();
    }
    return data ? openWith(data.value()) : data.problem();
}

std::optional<Problem> SavedSession::openWith(const QString &dataPath)
{
    if (m_toOpen)
        m_session->loading().open(sourceOf(m_toOpen->document, dataPath, m_toOpen->origin));
    m_toOpen.reset();
    return std::nullopt;
}

void SavedSession::takeOpened()
{
    const Source &source = m_session->data().source;
    m_toOpen.reset();
    m_recovery.discard();
    m_opened = m_session->state();
    m_path = source.session ? source.session->path : QString();
    m_version = source.session ? source.session->version : QByteArray();
    m_recovered = source.session && source.session->recovered;
    m_recoveredFor = source.session ? source.session->recoveredFor : QString();
    if (m_recovered) {
        m_session->history().resetClean();
        keepNow();
        m_recovery.waitUntilWritten();
        if (m_orphan)
            m_orphan->discard();
        m_orphan.reset();
    }
    Q_EMIT changed();
    if (source.session)
        Q_EMIT dataCompared(isChanged(source.session->expected, m_session->data().reference));
}

void SavedSession::save(const QString &savedIn, Meanwhile meanwhile)
{
    if (!m_session->hasData())
        return;
    const QString path = QFileInfo(savedIn).absoluteFilePath();
    if (meanwhile == Meanwhile::Ask && isSameFile(path, m_path)) {
        // A file that is gone takes nobody's work with it.
        if (const QByteArray now = versionOf(path); !now.isEmpty() && now != m_version) {
            Q_EMIT changedElsewhere(path);
            return;
        }
    }
    auto data = Result<DataReference>(m_session->data().reference);
    // A database is asked again, and its rows stay where they are.
    if (const auto piped = m_session->loading().keptTable(m_session->data().source.path);
        piped && !isDatabaseAddress(m_session->data().source.path))
        data = keptBeside(path, piped->bytes(), std::move(data).value());
    if (!data) {
        Q_EMIT problemRaised(data.problem());
        return;
    }
    const auto written = writeSession(path, documentOf(m_session->state(), data.value()));
    if (!written) {
        Q_EMIT problemRaised(written.problem());
        return;
    }
    m_path = path;
    m_version = written.value();
    m_recovered = false;
    m_session->history().setClean();
    m_debounce.stop();
    m_recovery.discard();
    Q_EMIT changed();
    Q_EMIT saved(path);
}

void SavedSession::keepNow()
{
    if (!m_session->hasData())
        return;
    if (m_session->history().isInGesture()) {
        m_debounce.start();
        return;
    }
    if (!isModified()) {
        m_recovery.discard();
        return;
    }
    Document document = documentOf(m_session->state(), m_session->data().reference);
    document.recoveryOf = m_path.isEmpty() ? m_recoveredFor : m_path;
    m_recovery.write(std::move(document));
}

} // namespace oneinn

#include "moc_savedsession.cpp"
