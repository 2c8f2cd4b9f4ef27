// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/addingup.h"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <optional>

namespace oneinn {

std::vector<double> addingUp(const std::vector<double> &parts, double whole, double step)
{
    assert(step > 0.0);
    std::vector<double> steps;
    steps.reserve(parts.size());
    double left = std::round(whole / step);
    for (const double part : parts) {
        steps.push_back(std::round(part / step));
        left -= steps.back();
    }
    if (std::abs(left) > static_cast<double>(parts.size()))
        left = 0.0;
    for (; left != 0.0; left -= std::copysign(1.0, left)) {
        const double way = std::copysign(1.0, left);
        std::optional<std::size_t> farthest;
        const auto over = [&](std::size_t i) { return way * (parts[i] / step - steps[i]); };
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i] != 0.0 && (!farthest || over(i) > over(*farthest)))
                farthest = i;
        }
        if (!farthest)
            break;
        steps[*farthest] += way;
    }
    for (double &each : steps)
        each = each * step + 0.0; // no minus zero
    return steps;
}

} // namespace oneinn
