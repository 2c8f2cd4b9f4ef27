// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

namespace oneinn::wording {

/// The confusion matrix in whole numbers that add up to exactly 1,000 uses (largest remainder), at
/// the base rate where one is set.
struct MatrixCounts {
    int tp = 0, fp = 0;
    int fn = 0; ///< silent to a user still there, unanswered ones included
    int tn = 0;
    int unanswered = 0; ///< late and really negative, where that is an outcome of its own
    int goneGood = 0, goneBad = 0;       ///< the user left before it ended
    int failedGood = 0, failedBad = 0;   ///< the call failed
    int refusedGood = 0, refusedBad = 0; ///< the model declined to answer

    int good() const { return tp + missed(); }
    int missed() const { return fn + goneGood + failedGood + refusedGood; }
};
/// All zero where there are no uses.
MatrixCounts matrixCounts(const Assessment &assessment);

struct MatrixWords {
    QString tp, fp, fn, tn; ///< "209 right"; "fewer than 1 missed" for a cell rounded away
    QString late;    ///< "50 bad too late"; empty unless uses can end without an answer or user
    QString title;   ///< "of 1,000 uses"; of fewer than ten, that count alike, as many as there are
    int told = 1000; ///< these uses
    QString shownColumn, notShownColumn;
    QString positiveRow, negativeRow;
};
MatrixWords matrixWords(const Assessment &assessment);

} // namespace oneinn::wording
