// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/targets/reach.h"

#include <QStringList>

namespace oneinn::wording {

/// What users may be hurt by.
enum class Harm { Wrong, Missed, Late };

/// The harms by what they cost per use in the person's own values, greatest first; what is
/// undefined comes last. A wrong one costs v_tn - v_fp, a miss v_tp - v_fn, an unanswered use what
/// a perfect answer is worth more; under LatePolicy::ShowNothing lateness costs what the misses
/// that are only too late do.
QList<Harm> harmsByCost(const Assessment &assessment);

/// The whole answer in full sentences: the setting, then what users meet in order of how much it
/// hurts, then when they have had enough, then the value.
/// within: what keeps the limits here; null where it is not known.
QStringList sentences(const Assessment &assessment, const Reach *within = nullptr);

} // namespace oneinn::wording
