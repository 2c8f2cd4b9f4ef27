// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <optional>
#include <vector>

/// Labels that only some uses have. Where they depend on the score, as where only what was shown
/// was ever looked at, what was missed cannot be told from them.
namespace oneinn {

/// How many uses are shown or silent, and how many of these have a label. Rows, not weights.
struct LabelledUses {
    double shownUses = 0.0;
    double shownLabelled = 0.0;
    double silentUses = 0.0;
    double silentLabelled = 0.0;

    friend bool operator==(const LabelledUses &, const LabelledUses &) = default;
};

enum class LabelSelection {
    NoSign,    ///< silent ones have a label about as often as shown ones
    OnlyShown, ///< no silent one has any
    Selective, ///< less than half as often, for sure (p < 0.001)
};
LabelSelection labelSelection(const LabelledUses &uses);

/// Uses between two scores: shown or silent as a whole.
struct LabelStratum {
    bool shown = false;
    double uses = 0.0;
    double labelled = 0.0;
    double good = 0.0; ///< of the labelled
};

struct VerifiedRecall {
    double naive = 0.0; ///< of the labelled rows alone, as if there were no others
    /// Were none, or all, of the unlabelled silent ones good.
    Interval bounds;
    /// If labels are given at random within each stratum; absent where a stratum has none.
    std::optional<double> recall;
    std::optional<Interval> interval; ///< 95 %
};
/// Begg & Greenes. Absent where nothing shown is good.
std::optional<VerifiedRecall> verifiedRecall(const std::vector<LabelStratum> &strata);

struct AuditQuestion {
    double shownGood = 0.0;   ///< > 0
    double silentUses = 0.0;  ///< without a label
    double silentShare = 0.0; ///< of good ones among them, in (0, 1): a guess
    double halfWidth = 0.05;  ///< of recall's interval, in (0, 1)
    /// How sure the share of good ones among those shown is; absent: all of them have labels.
    std::optional<double> shownLabelled = {};
    double shownShare = 1.0; ///< good ones of those shown; with shownLabelled
};
struct AuditPlan {
    double recallGuess = 0.0;
    double label = 0.0;          ///< so many of the silent ones, drawn at random
    double expectedGood = 0.0;   ///< found among them
    double noneFoundLower = 0.0; ///< recall is above this (95 %) should none be found
    /// Fewer would do for the interval, and would be expected to find too few to tell anything.
    bool isFloor = false;
};
/// Absent where labels of the shown ones alone leave more doubt than that.
std::optional<AuditPlan> auditPlan(const AuditQuestion &question);

/// What can be said of a threshold's labels.
struct SelectiveLabels {
    LabelledUses uses;
    LabelSelection selection = LabelSelection::NoSign;
    std::optional<VerifiedRecall> recall;
    /// To know recall within 5 of 100, by a guessed share of good ones among the silent.
    std::optional<AuditPlan> audit;
    double guessedShare = 0.0; ///< of the audit

    /// Whether what needs the silent ones is refused.
    bool silentUnknown() const { return selection != LabelSelection::NoSign; }
};

} // namespace oneinn
