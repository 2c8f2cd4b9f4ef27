// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/runningcount.h"

#include <algorithm>
#include <cassert>

namespace oneinn {

namespace {

/// Wrong ones that there were at least when an earlier look was due.
int leastAt(const RollbackLook &look, const RunningCount &count)
{
    return count.wrong - (count.shown - look.shown);
}

bool isSurelyOver(const RollbackLook &look, const RunningCount &count)
{
    return count.shown <= look.shown ? count.wrong >= look.rollBackAt
                                     : leastAt(look, count) >= look.rollBackAt;
}

/// The last look keeps whatever it does not take back.
std::optional<int> keptUpTo(const std::vector<RollbackLook> &looks, const RollbackLook &look)
{
    return &look == &looks.back() ? std::optional(look.rollBackAt - 1) : look.keepUpTo;
}

bool isSurelyKept(const std::vector<RollbackLook> &looks, const RollbackLook &look,
                  const RunningCount &count)
{
    const auto few = keptUpTo(looks, look);
    const int stillToCome = std::max(0, look.shown - count.shown);
    return few && count.wrong + stillToCome <= *few;
}

} // namespace

RunningAnswer runningAnswer(const std::vector<RollbackLook> &looks, const RunningCount &count)
{
    assert(!looks.empty());
    assert(0 <= count.wrong && count.wrong <= count.shown);
    const auto next = std::ranges::find_if(
            looks, [&](const RollbackLook &look) { return look.shown >= count.shown; });
    for (const RollbackLook &look : looks) {
        if (look.shown > count.shown && look.shown > (next == looks.end() ? 0 : next->shown))
            break;
        if (isSurelyOver(look, count))
            return {RunningVerdict::RollBack, look};
        if (isSurelyKept(looks, look, count))
            return {RunningVerdict::Keep, look};
    }
    const RollbackLook &last = looks.back();
    if (next == looks.end())
        return {RunningVerdict::CannotTellYet, last};
    if (count.shown < looks.front().shown)
        return {RunningVerdict::CannotTellYet, looks.front()};
    if (next->shown == count.shown)
        return {RunningVerdict::Hold, *(next + 1)};
    return {RunningVerdict::Hold, *next};
}

} // namespace oneinn
