// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/release/watchedshares.h"

#include <QString>

/// Whether an operating point still does what was promised of it.
namespace oneinn::wording {

/// "Holds", "Outside", "Cannot tell yet".
QString checkOutcomeName(CheckOutcome outcome);
/// "Holds: all 4 promises, on 1,200 payments." from: of those since a day; empty: all of the file.
QString checkOverallSentence(const std::vector<PromiseChecked> &checked, double uses,
                             const QString &since, const FeatureWords &words);
/// One promise: what was promised, what was met, and how many uses would tell.
/// silentUnknown: labels are of what was shown alone, or mostly, so that nobody knows what was
/// missed.
QString promiseSentence(const WatchedShare &watched, const PromiseChecked &checked, bool least,
                        bool silentUnknown, const FeatureWords &words);
/// Records of the file, or since the day, that lack what a use needs.
struct NotChecked {
    double used = 0.0;
    double unlabelled = 0.0;
    double unscored = 0.0;
    /// Those shown have a label otherwise than silent ones.
    bool isByScore = false;
};
/// How many of the uses are not known, and what that leaves open; empty where none is.
QString notCheckedSentence(const NotChecked &uses, const FeatureWords &words);
/// The same of the share that goes to a person, in reviews a day where it is known of how many
/// uses.
QString reviewedSentence(const WatchedShare &watched, const PromiseChecked &checked,
                         std::optional<double> usesPerDay, const FeatureWords &words);
/// How often a look errs, and that it is one look.
QString checkErrorsSentence();

} // namespace oneinn::wording
