// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QDateTime>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLockFile;
QT_END_NAMESPACE

namespace oneinn {

/// Where recovery files are kept, which nobody else may read.
QString recoveryFolder();

/// The unsaved state of one window, in a file of its own. A lock beside it says that the window
/// lives; the system's process table says so when the lock was left behind.
class Recovery final {
public:
    explicit Recovery(QString folder);
    /// A clean end: nothing is left.
    ~Recovery();
    Q_DISABLE_COPY_MOVE(Recovery)

    /// In the background, one after the other, each replacing the file in one step.
    void write(Document document);
    void waitUntilWritten();
    /// Nothing is unsaved any more.
    void discard();
    QString file() const { return m_file; }

private:
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock; ///< held from the first write on
    QThreadPool m_writer;
};

/// What a window that was killed has left behind. Nobody else takes it while this lives.
struct OrphanedRecovery {
    QString file;
    QDateTime written;
    Document document;
    std::shared_ptr<QLockFile> lock;

    /// Removes it for good.
    void discard();
};

/// Those of a folder that no living window holds, latest first. What cannot be read stays where it
/// is and is left out.
std::vector<OrphanedRecovery> orphanedRecoveries(const QString &folder);

} // namespace oneinn
