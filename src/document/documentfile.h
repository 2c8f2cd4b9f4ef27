// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "document/document.h"
#include "files/writefile.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace oneinn {

/// What the names of session files end with, without the dot.
inline constexpr QLatin1StringView sessionSuffix("oneinn");
bool isSessionFile(const QString &path);

/// A session and the version of its file, by which it is known whether somebody else has written
/// to it since.
struct ReadSession {
    Document document;
    QByteArray version;
};
/// Problems: those of readDocument() and files::readFile().
Result<ReadSession> readSession(const QString &path);
Result<Document> loadDocument(const QString &path);

/// The version that a session file has now: another one for other bytes, empty where there is no
/// file.
QByteArray versionOf(const QString &path);

/// Writes a session with files::writeFile() and says the version it has now. The data's path
/// relative to the session is filled in, and the compared file's. FileIsRead where it would replace
/// that data; FileNotSaved and OutputNotWritten if it cannot be written.
Result<QByteArray> writeSession(const QString &path, Document document,
                                files::WriteOptions options = {});
std::optional<Problem> saveDocument(const QString &path, Document document);

/// Size and SHA-256 of a file's bytes, with its absolute path: to be remembered, or compared. It
/// takes about a second for each few hundred megabytes; run it in the background. Problems:
/// FileMissing, FileIsDirectory, NotARegularFile (what is read from a pipe is gone),
/// FileUnreadable, Cancelled.
Result<DataReference> referenceTo(const QString &dataPath, const JobControl &job = {});

/// Where the data of a session in `folder` is now: where it was, else at the same place from the
/// session, else beside it under the same name. DataMoved if it is nowhere.
Result<QString> locateData(const DataReference &data, const QString &folder);

/// Whether the bytes differ from those remembered; what is not known of either does not.
bool isChanged(const DataReference &remembered, const DataReference &now);

} // namespace oneinn
