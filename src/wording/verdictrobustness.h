// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/verdict.h"

#include <QString>

namespace oneinn::wording {

/// How far a wrong one may cost more, or less, for the same failure to come first: "It stays
/// latency unless a wrong one is worse than 3 misses; now it is as bad as 1 miss."; empty where
/// none does.
QString verdictRobustness(const LoadBearing &load);

} // namespace oneinn::wording
