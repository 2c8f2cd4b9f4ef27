// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "ingest/columnchooser.h"

#include <optional>

namespace oneinn::ingest {

/// Which column is the score, of which class it is, and which end of it speaks for the positive
/// one; once there is a label. Problems: NoScoreColumn, DecisionsDiffer, ColumnMissing.
std::optional<Problem> resolveScore(ColumnChooser &chooser);

} // namespace oneinn::ingest
