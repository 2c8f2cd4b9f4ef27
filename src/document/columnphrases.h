// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"

#include <QStringList>

namespace oneinn {

/// How a file was read, a phrase for each column that plays a part: "Label: correct; positive is
/// yes".
QStringList columnPhrases(const ingest::ResolvedMapping &mapping);

} // namespace oneinn
