// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbacktrigger.h"
#include "core/ends/shares.h"
#include "core/labels/selectivelabels.h"
#include "core/release/promisecheck.h"

#include <optional>
#include <vector>

/// What is promised of an assessed setting, to be checked on later uses.
namespace oneinn {

struct Assessment;
class Predictions;

struct WatchedShare {
    Share share = Share::WrongOfShown;
    double expected = 0.0;
    Interval interval = {};
    std::optional<double> atMost = {};
    std::optional<double> atLeast = {};
    bool isTarget = false;     ///< what the person asked for; else what the rollback rule calls bad
    double designEffect = 1.0; ///< of uses that come several from one user
};

/// Wrong of shown and missed, at most what was asked for, else what a bad release has (badShare());
/// late and shown, within what a volume limit allows. Left, where it was asked for. Shares that may
/// not be stated, or that nobody can know, are left out.
std::vector<WatchedShare> watchedShares(const Assessment &assessment,
                                        const RollbackTrigger &trigger);

/// All uses of a check, those without a label among them.
struct CheckedUses {
    /// Which have a label; absent: all, or weights or several calls stand between.
    std::optional<LabelledUses> labels = {};
};
/// Of the rows at the assessment's threshold.
CheckedUses checkedUses(const Assessment &assessment, const Predictions &predictions);

/// A share of other uses, to be held against "at most", or the share of all others against "at
/// least" turned round. What is shown is counted of all uses, with a label or without: of those
/// whose score would show them without a label, as many are late or gone as of the others. Absent
/// where it does not apply to these uses.
std::optional<PromisedShare> promisedOf(const WatchedShare &watched, const Shares &shares,
                                        bool least, const CheckedUses &uses = {});

} // namespace oneinn
