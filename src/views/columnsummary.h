// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"

#include <QString>

namespace oneinn {

/// Which column plays which part, one line each, with why where it was guessed.
QString columnSummary(const ingest::ResolvedMapping &mapping);

/// Why a column was taken: "given", "by its name", ...
QString reasonText(ingest::GuessReason reason);

} // namespace oneinn
