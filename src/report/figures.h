// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/loadbearing/scenarioload.h"
#include "report/namedpoint.h"
#include "report/report.h"

#include <QList>

#include <optional>

/// The charts of a tradeoff answer, drawn without a window: the same bytes for the same answer, on
/// every machine. Shape, dash and label tell things apart, so that they read in grey.
namespace oneinn::report {

/// What is drawn; borrowed, and only looked at while the figures are made.
struct FigureMaterial {
    const Assessment &assessment;
    const ScenarioLoad *load = nullptr; ///< null: not known
    NamedPoints pins = {};              ///< in the order they are told in
    bool lowerIsPositive = false;       ///< the scores are the file's, negated
};

/// Those there is something to see in, in the order they are read: scores, precision and recall,
/// latency, what carries the product.
QList<Figure> figures(const FigureMaterial &material);

/// How many there are of each class at which score, and the threshold between shown and not shown.
Figure scoresFigure(const FigureMaterial &material);
/// Every operating point at this budget, as steps, with the one now and the pinned ones. Absent
/// where nothing is positive.
std::optional<Figure> precisionRecallFigure(const FigureMaterial &material);
/// The share answered by each time, with the budget. Absent without latencies.
std::optional<Figure> latencyFigure(const FigureMaterial &material);
/// What each failure loses when it gets worse by the same step. Absent where that is not known, or
/// nothing.
std::optional<Figure> loadFigure(const FigureMaterial &material);

} // namespace oneinn::report
