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
QString promiseSentence(const WatchedShare &watched, const PromiseChecked &checked, bool least,
                        const FeatureWords &words);
/// The same of the share that goes to a person, in reviews a day where it is known of how many
/// uses.
QString reviewedSentence(const WatchedShare &watched, const PromiseChecked &checked,
                         std::optional<double> usesPerDay, const FeatureWords &words);
/// How often a look errs, and that it is one look.
QString checkErrorsSentence();

} // namespace oneinn::wording
