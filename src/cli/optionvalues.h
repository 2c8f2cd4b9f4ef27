// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>

/// What stands after an option, as a value; absent where it is none. The same in every locale.
namespace oneinn::cli {

/// A finite number.
std::optional<double> finiteNumber(const QString &text);
/// A finite number or an infinity; never NaN.
std::optional<double> thresholdNumber(const QString &text);
/// A whole number of 1 or more.
std::optional<int> countingNumber(const QString &text);
/// A whole number of 0 or more.
std::optional<std::uint64_t> seedNumber(const QString &text);
/// One character that can separate fields, or "tab".
std::optional<char> delimiterNamed(const QString &text);
/// "C=V" or "C>=V", split at the first '=', or "C<V".
std::optional<Selection::Where> whereClause(const QString &text);
/// "C=V", split at the first '=', or "C"; "" is no column.
std::optional<ingest::FailedCells> failedCells(const QString &text);
/// "value", "f1", "recall-at-precision=P", "precision-at-recall=R".
std::optional<Objective> objectiveNamed(const QString &text);

/// A share from 0 to 1, "0.05" or "1in20".
std::optional<double> shareNamed(const QString &text);
/// "800ms=0.95"; the share is above 0.
std::optional<Targets::AnsweredWithin> answeredNamed(const QString &text);

/// "TP,FP,FN,TN": four numbers >= 0, not all 0.
std::optional<ConfusionMatrix> tableNamed(const QString &text);
/// A whole number from 1 to 1e15.
std::optional<double> usesNamed(const QString &text);
/// "TPR,FPR": two shares, as "0.9" or "1in50".
std::optional<std::pair<double, double>> ratesNamed(const QString &text);

/// "COLUMN:A=30,B=70": percentages from 0 to 100 of some of the column's values, split at the first
/// ':', at ',' and at the last '='.
std::optional<TrafficMix> mixNamed(const QString &text);

/// "MODEL:THRESHOLD", split at the last ':', the threshold finite; without a number there it is a
/// model alone.
std::optional<FallbackOption> fallbackNamed(const QString &text);

struct CallCost {
    std::string model;
    double cost = 0.0; ///< from 0 to limits::largestCostPerCall
};
/// "MODEL=COST", split at the last '='.
std::optional<CallCost> callCost(const QString &text);

} // namespace oneinn::cli
