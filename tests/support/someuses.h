// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"

#include <vector>

namespace testsupport {

/// Uses at these places, one after the other; a place may come again, as another use.
inline oneinn::PairedRows usesAt(const oneinn::PairedRows &rows,
                                 const std::vector<Eigen::Index> &places)
{
    oneinn::PairedRows some;
    some.models = rows.models;
    some.label = rows.label(places);
    some.weight = rows.weight(places);
    some.score = rows.score(places, Eigen::all);
    if (rows.hasLatency())
        some.latency = rows.latency(places, Eigen::all);
    if (rows.hasFailures())
        some.failed = rows.failed(places, Eigen::all);
    if (rows.user.size() > 0)
        some.user = rows.user(places);
    if (rows.day.size() > 0)
        some.day = rows.day(places);
    return some;
}

} // namespace testsupport
