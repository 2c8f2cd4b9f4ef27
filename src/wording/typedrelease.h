// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/release/runningcount.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What a release plan is asked with, as people type or paste it.
namespace oneinn::wording {

/// What of such a count can be read, whether it makes sense or not.
struct TypedPair {
    std::optional<int> wrong;
    std::optional<int> shown;
};
TypedPair typedPair(const QString &text);
/// The pieces between which it stands, as they were typed; two of what is whole.
QStringList runningParts(const QString &text);
/// The largest count that is read.
inline constexpr double mostRunning = 1e9;

/// So many wrong of so many shown: "13/60", "13 of 60", two cells of a sheet. Absent where there
/// are more wrong ones than shown, and for all else.
std::optional<RunningCount> typedRunningCount(const QString &text);

/// Percentages of uses, above 0 and ascending: "1, 5, 25, 100"; as shares. Absent for all else.
std::optional<std::vector<double>> typedStages(const QString &text);
QString stagesAsTyped(const std::vector<double> &shares);

/// From 0 to 10,000, with a point or a comma: "2.5".
std::optional<double> typedDays(const QString &text);

} // namespace oneinn::wording
