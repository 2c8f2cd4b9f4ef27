// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "document/document.h"
#include "ingest/filebytes.h"

#include <QString>

namespace oneinn {

/// What came out of a pipe cannot be read again: writes it beside the session that is saved of it,
/// as "NAME-data.csv", unless it is there already, and refers to it. Another file of that name is
/// left alone, and a number added. Problems: those of writeBytes().
Result<DataReference> keptBeside(const QString &session, const ingest::FileBytes &bytes,
                                 DataReference reference);

} // namespace oneinn
