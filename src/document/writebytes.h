// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "files/writefile.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>

namespace oneinn {

/// A path as the system has it, in bytes.
std::string systemPath(const QString &path);

/// files::writeFile() for a path as Qt has it.
std::optional<Problem> writeBytes(const QString &path, const QByteArray &bytes,
                                  const files::WriteOptions &options = {});

} // namespace oneinn
