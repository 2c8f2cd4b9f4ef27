// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/elkan.h"

namespace oneinn {

ElkanDecision elkanDecision(const OutcomeValues &values)
{
    using Kind = ElkanDecision::Kind;
    const double lostByFalseAlarm = values.tn() - values.fp();
    const double lostByMiss = values.tp() - values.fn();
    if (lostByFalseAlarm <= 0.0 && lostByMiss <= 0.0)
        return {Kind::Inverted, std::nullopt};
    if (lostByFalseAlarm <= 0.0)
        return {Kind::AlwaysAlert, std::nullopt};
    if (lostByMiss <= 0.0)
        return {Kind::NeverAlert, std::nullopt};
    return {Kind::AtThreshold, lostByFalseAlarm / (lostByFalseAlarm + lostByMiss)};
}

} // namespace oneinn
