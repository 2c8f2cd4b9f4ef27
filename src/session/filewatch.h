// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <stop_token>

namespace oneinn {

/// Tells when a file holds other bytes than those that were read from it: written to, or replaced
/// by another of its name. A file that is only touched, or copied over itself, has not changed.
/// While it is being written, it is waited for, and so is one that is about to be replaced.
class FileWatch final : public QObject {
    Q_OBJECT

public:
    explicit FileWatch(QObject *parent = nullptr);
    ~FileWatch() override;

    /// From now on this file alone, of which these bytes were read. Empty path: none.
    void watch(const QString &path, const DataReference &read);

    /// How long a file has to rest before its bytes are looked at.
    static constexpr int restingMs = 500;
    /// How long there has to be none before it is called gone.
    static constexpr int goneMs = 2500;

Q_SIGNALS:
    /// holdsOther: than those that were read; false where it has become again what it was.
    void changed(bool holdsOther);
    /// There is no file of its name any more.
    void gone();
    /// It has looked, and found what it knew, or no file.
    void foundNothing();

private:
    /// What a look at the folder tells.
    struct Stamp {
        qint64 bytes = -1; ///< none: there is no such file
        QDateTime modified = {};

        friend bool operator==(const Stamp &, const Stamp &) = default;
    };

    Stamp stamp() const;
    void listen();
    void lookLater();
    void look();
    void lookForNone();
    void digest();
    void takeDigest();
    void stopDigest();

    QString m_path;
    QByteArray m_read;       ///< digest of the bytes that were read
    QByteArray m_now;        ///< of those that are there
    Stamp m_seen;            ///< when its digest was taken, or is being taken
    Stamp m_resting;         ///< at the last look
    bool m_isMissed = false; ///< there was none at the last look
    bool m_isGone = false;   ///< gone() was told
    QFileSystemWatcher m_watcher;
    QTimer m_rest;
    QFutureWatcher<QByteArray> m_digest;
    std::stop_source m_stop;
};

} // namespace oneinn
