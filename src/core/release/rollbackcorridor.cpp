// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/rollbackcorridor.h"

#include <algorithm>
#include <cassert>

namespace oneinn {

namespace {

/// Wrong ones only become more, by at most one a case: the limit of the next look holds already,
/// and after a look those that it was surely passed with. Whatever an earlier look decides stays.
CorridorEdge edgeAt(const std::vector<RollbackLook> &looks, int shown)
{
    std::optional<int> from;
    std::optional<int> kept;
    for (const RollbackLook &look : looks) {
        int over = look.rollBackAt + std::max(0, shown - look.shown);
        if (kept)
            over = std::max(over, *kept + 1);
        int few = look.keepUpTo ? *look.keepUpTo - std::max(0, look.shown - shown) : -1;
        if (from)
            few = std::min(few, *from - 1);
        from = std::min(from.value_or(over), over);
        if (few >= 0)
            kept = std::max(kept.value_or(few), few);
        if (look.shown >= shown)
            break;
    }
    return {shown, from.value_or(0), kept};
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
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
    std::erase_if(corners, [&](int shown) { return shown < 0 || shown > looks.back().shown; });
    return corners;
}

} // namespace

std::vector<CorridorEdge> rollbackCorridor(const std::vector<RollbackLook> &rule)
{
    assert(!rule.empty());
    std::vector<RollbackLook> looks = rule;
    // It keeps whatever it does not take back.
    looks.back().keepUpTo = looks.back().rollBackAt - 1;
    std::vector<CorridorEdge> edges;
    for (const int shown : cornersOf(looks))
        edges.push_back(edgeAt(looks, shown));
    return edges;
}

} // namespace oneinn
