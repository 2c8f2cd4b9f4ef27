// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

/// What is written in and under the figures.
namespace oneinn::report {

/// "threshold 0.60", as the score stands in the file; "nothing shown" for +infinity.
QString thresholdLabel(const Assessment &assessment, bool lowerIsPositive);

QString scoresCaption(const Assessment &assessment, bool lowerIsPositive);
/// anyElsewhere: some of the points have another budget, model or late policy.
QString precisionRecallCaption(const Assessment &assessment, bool anyElsewhere);
QString latencyCaption(const Assessment &assessment);

/// "A", "B", ..., "Z", then "27".
QString pinLetter(qsizetype place);

} // namespace oneinn::report
