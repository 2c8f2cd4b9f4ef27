// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace oneinn {

/// How production's uses are divided among the values of a segment column, where that is not as
/// in the file: an assumption of the person.
struct TrafficMix {
    struct Part {
        std::string value;
        double share = 0.0; ///< of all uses, in [0, 1]

        friend bool operator==(const Part &, const Part &) = default;
    };
    std::string column;
    /// Of different values; their shares add up to 1. Values that are not named have no uses.
    std::vector<Part> parts;

    friend bool operator==(const TrafficMix &, const TrafficMix &) = default;
};

} // namespace oneinn
