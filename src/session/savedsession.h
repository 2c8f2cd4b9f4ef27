// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/recovery.h"
#include "session/session.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace oneinn {

/// What of a session is on disk: the person's file, if there is one, and the recovery file, which
/// follows every edit a second later until the session is saved.
class SavedSession final : public QObject {
    Q_OBJECT

public:
    SavedSession(Session *session, const QString &recoveryFolder, QObject *parent = nullptr);
    ~SavedSession() override;

    /// The person's file; empty: there is none yet.
    const QString &path() const { return m_path; }
    /// The file's name, or the data's.
    QString name() const;
    /// Whether the state differs from the one that was saved or opened.
    bool isModified() const;
    /// Whether it does in a way that is worth a question before it is lost.
    bool hasSomethingToLose() const;
    /// Where to save it first: beside the data, or where a recovered one was before.
    QString suggestedPath() const;

    /// The session in a file, with its data looked for. Problems: those of loadDocument(), and
    /// DataMoved after dataMissing(); openWith() then takes the data's new path.
    std::optional<Problem> open(const QString &path);
    std::optional<Problem> recover(const OrphanedRecovery &orphan);
    std::optional<Problem> openWith(const QString &dataPath);

    enum class Meanwhile {
        Ask,     ///< what somebody else has written there since is not replaced
        Replace, ///< it is: the person has been told
    };
    /// saved(), problemRaised() or changedElsewhere() follow. A file that this session is saved in
    /// already is compared with what was opened or saved last.
    void save(const QString &path, Meanwhile meanwhile = Meanwhile::Ask);
    /// Writes the recovery file without waiting for the second to pass.
    void keepNow();

Q_SIGNALS:
    /// Path, name, or whether it is modified.
    void changed();
    void saved(const QString &path);
    void problemRaised(const oneinn::Problem &problem);
    /// Not saved: since it was opened or saved here, somebody else has written to this file.
    void changedElsewhere(const QString &path);
    /// Of a session that was opened: whether its data is as it was saved.
    void dataCompared(bool changed);

private:
    struct ToOpen {
        Document document;
        SessionOrigin origin;
    };

    std::optional<Problem> openDocument(ToOpen toOpen, const QString &folder);
    void takeOpened();

    Session *m_session;
    Recovery m_recovery;
    QTimer m_debounce;
    QString m_path;
    bool m_recovered = false;                 ///< and not saved since
    QString m_recoveredFor;                   ///< the file it was saved in before it was lost
    std::optional<SessionState> m_opened;     ///< when the data was opened
    std::optional<ToOpen> m_toOpen;           ///< whose data is not where it was
    std::optional<OrphanedRecovery> m_orphan; ///< until its session is open and kept anew
    QByteArray m_version;                     ///< of the file when it was opened or saved here
};

} // namespace oneinn
