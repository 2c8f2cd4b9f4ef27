// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"

#include <optional>

namespace oneinn {

/// The decision that is right for calibrated probabilities, whatever the data. Elkan 2001.
struct ElkanDecision {
    enum class Kind {
        AtThreshold,
        AlwaysAlert, ///< showing is never worse than not showing
        NeverAlert,  ///< not showing is never worse than showing
        Inverted,    ///< both at once: neither mistake costs anything, so refuse to advise
    };
    Kind kind = Kind::AtThreshold;
    std::optional<double> threshold; ///< probability, only for AtThreshold
};

/// A false alarm must cost something (v_tn > v_fp), and so must a miss (v_tp > v_fn). Then
/// p* = (v_tn - v_fp) / (v_tn - v_fp + v_tp - v_fn). Needs calibrated scores to be of use.
ElkanDecision elkanDecision(const OutcomeValues &values);

} // namespace oneinn
