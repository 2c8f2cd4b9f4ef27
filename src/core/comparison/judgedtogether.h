// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

namespace oneinn {

struct ComparedPolicies;

/// Takes back what is said of a difference in value to now where it holds for that candidate alone:
/// of many, one differs by chance. Better or worse stays what is so by its own interval, which is
/// that of two settings, and by limits that hold for all candidates at once (simultaneousLimits()).
/// False when stopped.
bool judgeTogether(ComparedPolicies &compared, const JobControl &job = {});

} // namespace oneinn
