// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"
#include "report/report.h"

/// Where a pipeline loses its uses and its time, in an answer. Each needs material with stages.
namespace oneinn::report {

/// Stage by stage, what to mend first, and what that is worth.
Section stagesSection(const AnswerMaterial &material);
Figure stagesFigure(const AnswerMaterial &material);

} // namespace oneinn::report
