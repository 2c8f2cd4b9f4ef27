// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/endrule.h"
#include "core/ends/waterfall.h"

#include <cstdint>
#include <optional>

/// Which parts of the waterfall one use falls into.
namespace oneinn {

/// What became of the answer that a use was put to first.
enum class OwnAnswer : std::uint8_t {
    Decides,      ///< the use ends as it says
    CutOffSilent, ///< it came too late to decide, and would have shown nothing
    CutOffShown,  ///< it came too late to decide, and would have been shown
};

inline OwnAnswer cutOffAnswer(UseDecision decision)
{
    return decision == UseDecision::Shown ? OwnAnswer::CutOffShown : OwnAnswer::CutOffSilent;
}

struct EndParts {
    UsePart ifThere = UsePart::RightlySilent; ///< of a user still there
    UsePart ifGone = UsePart::GoneBad;
    bool unansweredGood = false;   ///< of a user still there as well, beside ifThere
    std::optional<UsePart> byTime; ///< absent where nobody answered

    friend bool operator==(const EndParts &, const EndParts &) = default;
};

constexpr UsePart partIfThere(bool good, UseDecision decision, OwnAnswer own)
{
    if (decision == UseDecision::Failed)
        return good ? UsePart::FailedGood : UsePart::FailedBad;
    if (decision == UseDecision::Refused)
        return good ? UsePart::RefusedGood : UsePart::RefusedBad;
    if (decision == UseDecision::Shown)
        return good ? UsePart::RightShown : UsePart::WrongShown;
    if (good)
        return own == OwnAnswer::CutOffShown ? UsePart::MissedByLateness : UsePart::MissedByModel;
    return decision == UseDecision::Unanswered ? UsePart::UnansweredBad : UsePart::RightlySilent;
}

constexpr EndParts endParts(bool good, UseDecision decision, bool late, OwnAnswer own)
{
    EndParts parts{.ifThere = partIfThere(good, decision, own),
                   .ifGone = good ? UsePart::GoneGood : UsePart::GoneBad,
                   .unansweredGood = good && decision == UseDecision::Unanswered,
                   .byTime = {}};
    if (isLost(decision))
        return parts;
    if (good)
        parts.byTime = late ? UsePart::LateGood : UsePart::InTimeGood;
    else
        parts.byTime = late ? UsePart::LateBad : UsePart::InTimeBad;
    return parts;
}

} // namespace oneinn
