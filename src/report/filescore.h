// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

namespace oneinn::report {

/// A threshold as the score stands in the file: where low scores are positive the predictions hold
/// them negated. Never -0.
inline double inFile(Threshold threshold, bool lowerIsPositive)
{
    return lowerIsPositive ? 0.0 - threshold.value : threshold.value;
}

} // namespace oneinn::report
