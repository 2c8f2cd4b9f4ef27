// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "wording/sharewords.h"
#include "wording/statement.h"
#include "wording/voice.h"

#include <optional>

namespace oneinn::wording {

/// What users meet at this setting, each with its own denominator.
struct ExperienceWords {
    Statement wrong;    ///< of those shown
    Statement missed;   ///< of the good ones
    Statement late;     ///< of all uses
    Statement untilBad; ///< uses until users have had enough
};
ExperienceWords experienceWords(const Assessment &assessment);

/// How many of a hundred icons are wrong ones; absent where fewer than ten are shown, of which a
/// hundred would be made up.
std::optional<int> wrongIcons(const Assessment &assessment);

/// Whether the rows tell no waits at all, so that nobody can wait, or be too late.
bool tellsNoWaits(const Assessment &assessment);

ShareGrammar wrongGrammar(const Assessment &assessment);
ShareGrammar missedGrammar(const Assessment &assessment);
ShareGrammar lateGrammar(const Assessment &assessment);

/// "at your base rate of 1 in 20"; empty where none is set, or the data hold a single class, so
/// that there is nothing to restate.
QString baseRateText(const Assessment &assessment, Voice voice = Voice::Yours);

/// Why nothing can be right or wrong: "At this setting it never shows anything, ...".
QString nothingShownText(const Assessment &assessment);
/// "These data hold no bad suggestion, so none of the suggestions shown can be wrong."; empty where
/// they hold one.
QString noneCanBeWrong(const Assessment &assessment);

} // namespace oneinn::wording
