// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latency/patiencetext.h"

#include <QString>

namespace oneinn::wording {

/// Tags what the person has set and nobody measured: "your assumption".
QString yourAssumption();

/// Of the time axis: what the height of the curve is.
QString patienceAxisTitle();

/// "half gone at 800 ms", "everyone waits".
QString patienceAlone(const PatienceCurve &patience);
/// "half gone at 800 ms · your assumption", "everyone waits · your assumption".
QString patienceSummary(const PatienceCurve &patience);
/// In its place where no wait is known.
QString noPatienceWithoutLatencies();
/// Of one of its points: "after 800 ms 50 of 100 still wait".
QString patiencePointName(const PatiencePoint &point);
/// How a curve runs, as a choice in a list: "through the points".
QString patienceShapeName(PatienceShape shape);
/// What keeps a text from being a patience curve, and what would be right.
QString patienceProblem(const PatienceTextFault &fault);

} // namespace oneinn::wording
