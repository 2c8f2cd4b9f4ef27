// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/frontierplaces.h"
#include "core/comparison/policycomparison.h"
#include "core/review/reviewrows.h"
#include "wording/bandplace.h"

#include <QString>

#include <vector>

namespace oneinn::cli {

/// Two names, so that a cost is never read as a number of calls.
QString costKey(const ComparedPolicies &compared);

/// One row a policy; what is undefined is empty. Values per 1,000 uses.
QString policiesCsv(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places);

/// A row of the same columns, of a band that is in force.
QString withPersonCsv(const ReviewAnswer &answer, const wording::ReviewSaid &said);

} // namespace oneinn::cli
