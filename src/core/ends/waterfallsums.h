// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/endparts.h"
#include "core/ends/waterfall.h"

#include <array>

namespace oneinn {

/// What becomes of one use, ready to be summed.
struct SummedEnd {
    EndParts parts;
    double weight = 1.0;
    double staying = 1.0; ///< chance that its user is still there when it ends
    bool decided = true;  ///< by its own answer
};

/// A waterfall while uses are added one by one, in rows that count as UseSlice::waterfall() counts
/// them: of uses decided by their own answer, all that end alike stay in one share.
class WaterfallSums {
public:
    void add(const SummedEnd &use);
    /// Uses that all end alike, and that everybody waits for.
    void addWaited(const EndParts &parts, bool decided, const Tally &all);
    WaterfallSums &operator+=(const WaterfallSums &other);
    Waterfall waterfall() const;

private:
    struct Pool {
        Tally all;
        double staying = 0.0;
    };
    static constexpr std::array<UsePart, 4> pooled{UsePart::RightShown, UsePart::MissedByModel,
                                                   UsePart::WrongShown, UsePart::RightlySilent};

    Waterfall m_parts;
    std::array<Pool, pooled.size()> m_pools;
};

} // namespace oneinn
