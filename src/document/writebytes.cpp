// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/writebytes.h"

#include <QFile>

#include <string_view>

namespace oneinn {

std::string systemPath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

std::optional<Problem> writeBytes(const QString &path, const QByteArray &bytes,
                                  const files::WriteOptions &options)
{
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    auto problem = files::writeFile(systemPath(path), view, options);
    if (problem)
        problem->file = path.toStdString();
    return problem;
}

} // namespace oneinn
