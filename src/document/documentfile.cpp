// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"

#include "document/dataplaces.h"
#include "document/documentjson.h"
#include "document/writebytes.h"
#include "files/readfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace oneinn {

namespace {

constexpr qint64 chunk = 1LL * 1024 * 1024;

Problem fileProblem(ProblemKind kind, const QString &path, const QString &detail = {})
{
    return {.kind = kind,
            .file = QFileInfo(path).fileName().toStdString(),
            .detail = detail.toStdString()};
}

/// Said of a session with its name alone.
Problem named(Problem problem, const QString &path)
{
    problem.file = QFileInfo(path).fileName().toStdString();
    return problem;
}

QByteArray versionOfBytes(const QByteArray &json)
{
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256);
}

/// Open for reading, or why it is not.
std::optional<Problem> openProblem(QFile &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return fileProblem(ProblemKind::FileMissing, file.fileName());
    if (info.isDir())
        return fileProblem(ProblemKind::FileIsDirectory, file.fileName());
    if (!info.isFile())
        return fileProblem(ProblemKind::NotARegularFile, file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return fileProblem(ProblemKind::FileUnreadable, file.fileName(), file.errorString());
    return std::nullopt;
}

/// An address is not relative to anything.
QString relativePlace(const QDir &folder, const QString &place)
{
    return isDatabaseAddress(place) ? QString() : folder.relativeFilePath(place);
}

} // namespace

bool isSessionFile(const QString &path)
{
    return QFileInfo(path).suffix().compare(sessionSuffix, Qt::CaseInsensitive) == 0;
}

Result<ReadSession> readSession(const QString &path)
{
    const auto read = files::readFile(systemPath(path), files::largestSession);
    if (!read)
        return named(read.problem(), path);
    const auto json = QByteArray::fromStdString(read.value());
    auto document = readDocument(json, QFileInfo(path).fileName());
    if (!document)
        return document.problem();
    return ReadSession{std::move(document).value(), versionOfBytes(json)};
}

Result<Document> loadDocument(const QString &path)
{
    auto read = readSession(path);
    if (!read)
        return read.problem();
    return std::move(read).value().document;
}

QByteArray versionOf(const QString &path)
{
    const auto read = files::readFile(systemPath(path), files::largestSession);
    if (read)
        return versionOfBytes(QByteArray::fromStdString(read.value()));
    // Whatever is there now, it is not what was read or written here.
    return read.problem().kind == ProblemKind::FileMissing ? QByteArray() : "not a session";
}

Result<QByteArray> writeSession(const QString &path, Document document, files::WriteOptions options)
{
    options.neverOver.push_back(systemPath(document.data.path));
    const QDir folder = QFileInfo(path).absoluteDir();
    document.data.relative = relativePlace(folder, document.data.path);
    if (document.compared && document.compared->file) {
        DataReference &earlier = *document.compared->file;
        options.neverOver.push_back(systemPath(earlier.path));
        earlier.relative = relativePlace(folder, earlier.path);
    }
    const QByteArray json = documentJson(document);
    if (const auto problem = writeBytes(path, json, options))
        return named(*problem, path);
    return versionOfBytes(json);
}

std::optional<Problem> saveDocument(const QString &path, Document document)
{
    const auto written = writeSession(path, std::move(document));
    return written ? std::nullopt : std::optional(written.problem());
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
    if (isDatabaseAddress(data.path))
        return data.path; // whether it is there is told when it is read
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
