// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/release/watchedshares.h"
#include "report/watchexports.h"

#include <optional>
#include <vector>

/// What is watched of a band that is in force, whatever it is written as.
namespace oneinn::report {

/// Of what is shown without a person, but missed of what nobody looks at. trigger: of the band's
/// end.
std::vector<WatchedShare> bandShares(const BandAssessed &band, const RollbackTrigger &trigger);

/// The share of all uses that goes to a person; its `share` says nothing, and atMost may be 1: no
/// promise. Absent where too few uses tell it.
std::optional<WatchedShare> reviewedShare(const BandAssessed &band);
inline bool isPromise(const WatchedShare &reviewed)
{
    return reviewed.atMost && *reviewed.atMost < 1.0;
}

} // namespace oneinn::report
