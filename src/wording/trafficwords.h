// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/predictions/mixedpredictions.h"
#include "core/trafficmix.h"
#include "wording/voice.h"

#include <QString>

#include <optional>

/// What a person assumes of production's traffic.
namespace oneinn::wording {

/// "country: NL 30, DE 70 of 100": as it was set; the largest shares where they are many.
QString mixText(const TrafficMix &mix);
/// "with your mix by country"; to those who did not set it, "with our mix by country (NL 30, DE 70
/// of 100)". Empty where the traffic is as in the file.
QString mixClause(const Scenario &scenario, Voice voice = Voice::Yours);
/// "the mix by country", among what is assumed; empty without one.
QString mixName(const Scenario &scenario);

/// What of the traffic is assumed: baseRateText() and mixClause(), whichever are there.
QString trafficText(const Assessment &assessment, Voice voice = Voice::Yours);

/// Why a mix cannot be: "country has no value FR.", "its shares add up to 90, not to 100."
QString mixProblemText(const TrafficMix &named, const MixProblem &problem);

/// Whether a file's share of positives is one that production seldom has: 40 to 60 of 100.
bool isBalanced(double share);
/// Of the rows that are looked at, as they weigh; absent without any.
std::optional<double> fileShareOf(const Assessment &assessment);
/// Asks what production's share is, where it is to be asked: the file is balanced, and nobody has
/// said anything yet. Else empty.
QString balancedQuestion(const Assessment &assessment);
/// The same in one line, to be clicked: "49 of 100 are positive here. In production?".
QString balancedHint(const Assessment &assessment);

/// "in the file: 50 of 100", or "with this mix: 52 of 100".
QString fileShareText(double fileShare, const Scenario &scenario);
/// What may be typed for a share.
QString typedShareHint();
/// How a share stands in its box: "1 in 200", "0.5 %"; typing it again gives the same share.
QString shareAsTyped(double share);

} // namespace oneinn::wording
