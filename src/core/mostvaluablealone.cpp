// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mostvaluablealone.h"

#include "core/assessment.h"
#include "core/policies/scenariorows.h"

namespace oneinn {

std::optional<Threshold> mostValuableAlone(const PredictionsPtr &predictions,
                                           const AloneQuestion &question, const JobControl &job)
{
    const auto rows = ScenarioRows::prepare(predictions, question, job);
    if (!rows || job.stopRequested())
        return std::nullopt;
    // The precision limit is about another mark.
    return outlook(*rows.value()->at(question), OutlookQuestion{question})->mostValuable.threshold;
}

} // namespace oneinn
