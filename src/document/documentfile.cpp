// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"

#include "document/documentjson.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <unistd.h>

namespace oneinn {

namespace {

constexpr qint64 largestSession = 64LL * 1024 * 1024; ///< a thousand pins take a megabyte
constexpr qint64 chunk = 1LL * 1024 * 1024;

Problem fileProblem(ProblemKind kind, const QString &path, const QString &detail = {})
{
    return {.kind = kind,
            .file = QFileInfo(path).fileName().toStdString(),
            .detail = detail.toStdString()};
}

/// Open for reading, or why it is not.
std::optional<Problem> openProblem(QFile &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return fileProblem(ProblemKind::FileMissing, file.fileName());
    if (info.isDir())
        return fileProblem(ProblemKind::FileIsDirectory, file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return fileProblem(ProblemKind::FileUnreadable, file.fileName(), file.errorString());
    return std::nullopt;
}

} // namespace

bool isSessionFile(const QString &path)
{
    return QFileInfo(path).suffix().compare(sessionSuffix, Qt::CaseInsensitive) == 0;
}

Result<Document> loadDocument(const QString &path)
{
    QFile file(path);
    if (const auto problem = openProblem(file))
        return *problem;
    if (file.size() > largestSession)
        return fileProblem(ProblemKind::NotASession, path);
    const QByteArray json = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fileProblem(ProblemKind::FileUnreadable, path, file.errorString());
    return readDocument(json, QFileInfo(path).fileName());
}

std::optional<Problem> saveDocument(const QString &path, Document document)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    document.data.relative = folder.relativeFilePath(document.data.path);
    const QByteArray json = documentJson(document);
    QSaveFile file(path);
    // Buffered, Qt 6.4 commits a file of which only a part could be written. What is not on the
    // disk may be gone after a power cut, although the new name is there.
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(json) == json.size()
        && ::fsync(file.handle()) == 0 && file.commit())
        return std::nullopt;
    return fileProblem(ProblemKind::FileNotSaved, path, file.errorString());
}

Result<DataReference> referenceTo(const QString &dataPath, const JobControl &job)
{
    QFile file(dataPath);
    if (const auto problem = openProblem(file))
        return *problem;
    const qint64 size = file.size();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 done = 0;
    while (!file.atEnd()) {
        if (job.stop.stop_requested())
            return fileProblem(ProblemKind::Cancelled, dataPath);
        const QByteArray bytes = file.read(chunk);
        if (file.error() != QFileDevice::NoError)
            return fileProblem(ProblemKind::FileUnreadable, dataPath, file.errorString());
        hash.addData(bytes);
        done += bytes.size();
        job.report(size > 0 ? qMin(1.0, double(done) / double(size)) : 1.0);
    }
    return DataReference{.path = QFileInfo(dataPath).absoluteFilePath(),
                         .relative = {},
                         .sha256 = hash.result().toHex(),
                         .bytes = done};
}

Result<QString> locateData(const DataReference &data, const QString &folder)
{
    const QDir place(folder);
    const QString name = QFileInfo(data.path).fileName();
    QStringList candidates{data.path};
    if (!data.relative.isEmpty())
        candidates.append(place.absoluteFilePath(data.relative));
    candidates.append(place.absoluteFilePath(name));
    for (const QString &candidate : std::as_const(candidates)) {
        const QFileInfo info(candidate);
        if (info.isAbsolute() && info.isFile())
            return QDir::cleanPath(info.absoluteFilePath());
    }
    return Problem{.kind = ProblemKind::DataMoved,
                   .file = name.toStdString(),
                   .detail = QDir::toNativeSeparators(data.path).toStdString()};
}

bool isChanged(const DataReference &remembered, const DataReference &now)
{
    const auto differ = [](const auto &a, const auto &b, const auto &unknown) {
        return a != b && a != unknown && b != unknown;
    };
    return differ(remembered.bytes, now.bytes, qint64(0))
            || differ(remembered.sha256, now.sha256, QByteArray());
}

} // namespace oneinn
