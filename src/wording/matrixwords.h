// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

namespace oneinn::wording {

/// The confusion matrix in whole numbers that add up to exactly 1,000 uses (largest remainder), at
/// the base rate where one is set.
struct MatrixCounts {
    int tp = 0, fp = 0, fn = 0, tn = 0;
    int late = 0; ///< only where late uses count as unanswered
};
/// All zero where there are no uses.
MatrixCounts matrixCounts(const Assessment &assessment);

struct MatrixWords {
    QString tp, fp, fn, tn; ///< "209 right, shown"; "fewer than 1 missed" for a cell rounded away
    QString late;           ///< "50 too late"; empty unless late uses count as unanswered
    QString title;          ///< "of 1,000 uses"
    QString shownColumn, notShownColumn;
    QString positiveRow, negativeRow;
};
MatrixWords matrixWords(const Assessment &assessment);

} // namespace oneinn::wording
