// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewrows.h"
#include "core/scenario.h"

#include <optional>

namespace oneinn {

/// Of the kind of feature that comes with the program and that a scenario is nearest to, where
/// people decide beside the model there as a rule. Numbers to start from, and nobody's finding:
/// resources/presets/README.md has them in a table.
std::optional<Reviewer> presetReviewer(const Scenario &scenario);

/// What is asked of a band, with the reviewer that the person described, else the kind of
/// feature's, else the usual one.
ReviewQuestion reviewQuestion(const Scenario &scenario, const ReviewSetting &setting);

} // namespace oneinn
