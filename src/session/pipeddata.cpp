// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/pipeddata.h"

#include "document/documentfile.h"
#include "document/writebytes.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

bool holds(const QString &path, const DataReference &reference)
{
    if (QFileInfo(path).size() != reference.bytes)
        return false;
    const auto there = referenceTo(path);
    return there && there.value().sha256 == reference.sha256;
}

} // namespace

Result<DataReference> keptBeside(const QString &session, const ingest::FileBytes &bytes,
                                 DataReference reference)
{
    const QFileInfo saved(session);
    const bool binary = bytes.text().find('\0') != std::string_view::npos;
    const QString start = saved.absoluteDir().filePath(saved.completeBaseName() + u"-data"_s);
    const QString suffix = binary ? QString() : u".csv"_s;
    reference.path = start + suffix;
    for (int number = 2; QFileInfo::exists(reference.path); ++number) {
        if (holds(reference.path, reference))
            return reference;
        reference.path = start + u'-' + QString::number(number) + suffix;
    }
    const QByteArray content(bytes.text().data(), static_cast<qsizetype>(bytes.text().size()));
    if (const auto problem = writeBytes(reference.path, content))
        return *problem;
    return reference;
}

} // namespace oneinn
