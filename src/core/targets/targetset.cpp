// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/targetset.h"

#include <bitset>

namespace oneinn {

TargetSet TargetSet::askedIn(const Targets &targets)
{
    TargetSet set;
    if (targets.wrongOfShown)
        set = set.with(TargetKind::WrongOfShown);
    if (targets.missed)
        set = set.with(TargetKind::Missed);
    if (targets.answered)
        set = set.with(TargetKind::Answered);
    if (targets.gone)
        set = set.with(TargetKind::Gone);
    if (targets.shownPerDay)
        set = set.with(TargetKind::ShownPerDay);
    return set;
}

std::size_t TargetSet::size() const
{
    return std::bitset<allTargets.size()>(m_bits).count();
}

} // namespace oneinn
