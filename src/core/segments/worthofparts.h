// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/ends/waterfallsums.h"

#include <array>

namespace oneinn {

/// What one use is worth by the parts it falls into, weights apart: what valuePerUse() sums.
class WorthOfParts {
public:
    explicit WorthOfParts(const OutcomeValues &values);

    double of(const SummedEnd &use) const;

private:
    double worth(UsePart part) const { return m_worth[static_cast<std::size_t>(part)]; }

    std::array<double, useParts> m_worth{};
    double m_late;
};

} // namespace oneinn
