// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/loadbearing/scenarioload.h"

#include <QString>

/// How bad each failure may get.
namespace oneinn::wording {

/// No periods tell how bad a week may be.
bool isByChance(const ScenarioLoad &load);
/// "in a bad week", "on a bad day"; "if each is as bad as chance allows" where no periods tell:
/// then each is at the bad end of its 95 % interval.
QString badWeekCase(const ScenarioLoad &load);
/// The same over bars: "Each in a bad week".
QString badWeekTitle(const ScenarioLoad &load);
/// Under the bars, whole sentences: what a bad week is, of which failures, and why none is used.
QString badWeekNote(const ScenarioLoad &load, const FeatureWords &product);

} // namespace oneinn::wording
