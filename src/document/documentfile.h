// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "document/document.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace oneinn {

/// What the names of session files end with, without the dot.
inline constexpr QLatin1StringView sessionSuffix("oneinn");
bool isSessionFile(const QString &path);

/// A session file. Problems: those of readDocument(), FileMissing, FileIsDirectory, FileUnreadable,
/// and NotASession for one far too large to be one.
Result<Document> loadDocument(const QString &path);

/// Writes all of it or nothing: whatever goes wrong, even an end of the program within the call,
/// what was there before is still there. The data's path relative to the session is filled in.
/// FileNotSaved if it cannot be written.
std::optional<Problem> saveDocument(const QString &path, Document document);

/// Size and SHA-256 of a file's bytes, with its absolute path: to be remembered, or compared. It
/// takes about a second for each few hundred megabytes; run it in the background. Problems:
/// FileMissing, FileUnreadable, Cancelled.
Result<DataReference> referenceTo(const QString &dataPath, const JobControl &job = {});

/// Where the data of a session in `folder` is now: where it was, else at the same place from the
/// session, else beside it under the same name. DataMoved if it is nowhere.
Result<QString> locateData(const DataReference &data, const QString &folder);

/// Whether the bytes differ from those remembered; what is not known of either does not.
bool isChanged(const DataReference &remembered, const DataReference &now);

} // namespace oneinn
