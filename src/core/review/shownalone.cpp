// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/shownalone.h"

#include "core/assessment.h"

namespace oneinn {

ShownAlone shownAlone(const ScenarioRows &rows, Scenario scenario, Threshold bandEnd)
{
    scenario.threshold = bandEnd;
    const Assessment assessment = assess(rows, scenario);
    return {.wrong = assessment.experience[Share::WrongOfShown],
            .rollback = rollbackTrigger(assessment)};
}

} // namespace oneinn
