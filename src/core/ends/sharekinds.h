// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/waterfall.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Which shares there are, of what, and what each needs. A new share is a row of shareKinds.
namespace oneinn {

enum class Share : std::uint8_t {
    WrongOfShown,
    WrongOfUses,
    Missed,
    MissedByModel,
    MissedByLateness,
    MissedGone,
    MissedFailed,
    Failed,
    MissedRefused,
    Refused,
    Late,
    InTime,
    Left,
    Unserved,
    Shown,
    WrongOfBad,
    Good,
    Accuracy,
    Specificity,
};
inline constexpr std::size_t shareCount = 19;

/// What a share is of; always named where it is shown.
enum class Denominator : std::uint8_t { AllUses, GoodOnes, BadOnes, ShownOnes };

/// What a share needs to say anything.
enum class ShareNeed : std::uint8_t {
    Nothing,
    SetBudget,  ///< one that is set, and latencies
    Impatience, ///< users who leave, and latencies
    Failures,   ///< calls that failed
    Refusals,   ///< calls that the model declined to answer
    LostAnswers ///< uses that can end without an answer or without a user
};

struct ShareKind {
    Share share;
    std::string_view key; ///< in JSON and options
    UseParts yes;         ///< uses for which it holds
    Denominator of;
    bool isHarm; ///< less of it is better
    ShareNeed need = ShareNeed::Nothing;
};

// clang-format off
inline constexpr std::array<ShareKind, shareCount> shareKinds{{
    {Share::WrongOfShown, "wrong_of_shown", {UsePart::WrongShown}, Denominator::ShownOnes, true},
    {Share::WrongOfUses, "wrong_of_uses", allUses.without({UsePart::RightShown, UsePart::RightlySilent}), Denominator::AllUses, true},
    {Share::Missed, "missed", goodUses.without({UsePart::RightShown}), Denominator::GoodOnes, true},
    {Share::MissedByModel, "missed_by_model", {UsePart::MissedByModel}, Denominator::GoodOnes, true},
    {Share::MissedByLateness, "missed_by_lateness", {UsePart::MissedByLateness}, Denominator::GoodOnes, true, ShareNeed::SetBudget},
    {Share::MissedGone, "missed_gone", {UsePart::GoneGood}, Denominator::GoodOnes, true, ShareNeed::Impatience},
    {Share::MissedFailed, "missed_failed", {UsePart::FailedGood}, Denominator::GoodOnes, true, ShareNeed::Failures},
    {Share::Failed, "failed", failedUses, Denominator::AllUses, true, ShareNeed::Failures},
    {Share::MissedRefused, "missed_refused", {UsePart::RefusedGood}, Denominator::GoodOnes, true, ShareNeed::Refusals},
    {Share::Refused, "refused", refusedUses, Denominator::AllUses, true, ShareNeed::Refusals},
    {Share::Late, "late", lateUses, Denominator::AllUses, true, ShareNeed::SetBudget},
    {Share::InTime, "in_time", inTimeUses, Denominator::AllUses, false, ShareNeed::SetBudget},
    {Share::Left, "left", goneUses, Denominator::AllUses, true, ShareNeed::Impatience},
    {Share::Unserved, "unserved", goneUses | lostUses | UseParts{UsePart::UnansweredGood, UsePart::UnansweredBad}, Denominator::AllUses, true, ShareNeed::LostAnswers},
    {Share::Shown, "shown", shownUses, Denominator::AllUses, false},
    {Share::WrongOfBad, "wrong_of_bad", {UsePart::WrongShown}, Denominator::BadOnes, true},
    {Share::Good, "good", goodUses, Denominator::AllUses, false},
    {Share::Accuracy, "accuracy", {UsePart::RightShown, UsePart::RightlySilent}, Denominator::AllUses, false},
    {Share::Specificity, "specificity", {UsePart::RightlySilent}, Denominator::BadOnes, false},
}};
// clang-format on

constexpr const ShareKind &kindOf(Share share)
{
    return shareKinds[static_cast<std::size_t>(share)];
}
static_assert([] {
    for (std::size_t i = 0; i < shareCount; ++i) {
        if (static_cast<std::size_t>(shareKinds[i].share) != i)
            return false;
    }
    return true;
}());

/// Whether it needs to be known what the silent uses were.
bool needsSilent(const ShareKind &kind);

/// The uses that a share is of, cut so that those for which it holds are among them.
UseParts denominatorOf(const ShareKind &kind);

} // namespace oneinn
