// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbacktrigger.h"
#include "core/policies/scenariouses.h"
#include "core/scenario.h"

#include <optional>

/// What is shown without a person, where one decides in a band below it: that is what can be
/// counted in use without asking reviewers.
namespace oneinn {

struct ShownAlone {
    std::optional<Proportion> wrong; ///< of what is shown; absent where nothing is
    RollbackTrigger rollback;
};
/// bandEnd: from where on nobody is asked.
ShownAlone shownAlone(const ScenarioRows &rows, Scenario scenario, Threshold bandEnd);

} // namespace oneinn
