// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/curves/curveband.h"
#include "core/curves/modelcurve.h"
#include "report/report.h"

#include <QStringList>

#include <optional>

namespace oneinn::report {

/// One of the model's own curves with the threshold of the assessment, lines to compare it with,
/// and a band if one is given and the curve may have one. Absent without the classes it needs.
std::optional<Figure> curveFigure(ModelCurve curve, const Assessment &assessment,
                                  const std::optional<CurveBand> &band = {});
/// What is said beside it: what it is good for, where the threshold lies, whose curve it is, and
/// what the band promises.
QStringList curveSentences(ModelCurve curve, const Assessment &assessment,
                           const std::optional<CurveBand> &band = {});

} // namespace oneinn::report
