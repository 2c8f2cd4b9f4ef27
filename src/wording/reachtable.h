// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/targets/reachtargets.h"

#include <QString>

#include <cstddef>

/// The table of ways to reach the targets, each with the numbers of the setting it is shown at.
namespace oneinn::wording {

/// The setting that a way is shown at: the one chosen; else the most valuable that lacks a single
/// target; else none.
const TargetSetting *shownSetting(const Reach &reach);

/// Columns of the table of ways.
enum class ReachColumn { Name, Reaches, Threshold, Value, Wrong, Missed, Answered, Gone, PerDay };
inline constexpr int reachColumnCount = 9;
QString reachColumnTitle(ReachColumn column, const Targets &targets,
                         const FeatureWords &words = {});
/// What stands there; "—" where undefined. Where the targets are not reached, the numbers are those
/// of the setting that lacks only one of them.
QString reachCell(const ReachAnswer &answer, std::size_t route, ReachColumn column);

} // namespace oneinn::wording
