// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbackrule.h"
#include "core/featurewords.h"
#include "core/release/runningcount.h"
#include "pictures/picture.h"

#include <optional>

namespace oneinn::report {

/// A rollback rule as a corridor: how many were shown and checked against how many of them were
/// wrong, with the line from which it is rolled back and the one up to which it is kept; and where
/// a running count stands in it, if there is one. One beyond the last look is left out.
pictures::Picture corridorPicture(const RollbackRule &rule,
                                  const std::optional<RunningCount> &count,
                                  const FeatureWords &words, QSizeF size);

} // namespace oneinn::report
