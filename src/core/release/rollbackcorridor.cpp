// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/rollbackcorridor.h"

#include <algorithm>
#include <cassert>

namespace oneinn {

namespace {

/// Wrong ones only become more, by at most one a case: the limit of the next look holds already,
/// and after a look those that it was surely passed with.
int rollBackFrom(const std::vector<RollbackLook> &looks, int shown)
{
    int from = looks.back().rollBackAt + std::max(0, shown - looks.back().shown);
    for (const RollbackLook &look : looks) {
        from = std::min(from, look.rollBackAt + std::max(0, shown - look.shown));
        if (look.shown >= shown)
            break;
    }
    return from;
}

std::optional<int> keptUpTo(const std::vector<RollbackLook> &looks, int shown)
{
    std::optional<int> most;
    for (const RollbackLook &look : looks) {
        if (look.keepUpTo) {
            const int kept = *look.keepUpTo - std::max(0, look.shown - shown);
            if (kept >= 0)
                most = std::max(most.value_or(kept), kept);
        }
        if (look.shown >= shown)
            break;
    }
    return most;
}

/// Where a line turns.
std::vector<int> cornersOf(const std::vector<RollbackLook> &looks)
{
    std::vector<int> corners{0};
    const RollbackLook *before = nullptr;
    for (const RollbackLook &look : looks) {
        corners.push_back(look.shown);
        if (before)
            corners.push_back(before->shown + std::max(1, look.rollBackAt - before->rollBackAt));
        if (look.keepUpTo) {
            const int kept = before && before->keepUpTo ? *before->keepUpTo : 0;
            const int first = look.shown - (*look.keepUpTo - kept);
            // Where the keep limit rose by more than one a case, it jumps right behind the look.
            corners.push_back(before ? std::max(first, before->shown + 1) : first);
        }
        before = &look;
    }
    std::ranges::sort(corners);
    const auto twice = std::ranges::unique(corners);
    corners.erase(twice.begin(), twice.end());
    std::erase_if(corners, [&](int shown) { return shown < 0 || shown > looks.back().shown; });
    return corners;
}

} // namespace

std::vector<CorridorEdge> rollbackCorridor(const std::vector<RollbackLook> &looks)
{
    assert(!looks.empty());
    std::vector<CorridorEdge> edges;
    for (const int shown : cornersOf(looks))
        edges.push_back({shown, rollBackFrom(looks, shown), keptUpTo(looks, shown)});
    return edges;
}

} // namespace oneinn
