// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"
#include "core/review/reviewrows.h"
#include "wording/policynames.h"
#include "wording/reviewbandwords.h"

#include <QString>
#include <QStringList>

/// A review band in force, as a row beneath policies: it has what is known of it, and no interval
/// of the table's.
namespace oneinn::wording {

/// "With a person between 0.31 and 0.62"; "With a person by channel: web 0.31 to 0.62; any other
/// …".
QString bandPolicyTitle(const FoundBand &band, const ReviewSaid &said);

/// What "now" of the table is where a band is in force: what is done then is with a person.
QString nowBesideBandLabel();

/// Its value on these rows less that of now, which is the threshold, or those of segments,
/// without a person.
double bandDifferencePerUse(const ReviewAnswer &answer);
/// Of that on uses that had no say in choosing, 95 %; absent where now is not the best threshold,
/// against which alone the band is judged there.
std::optional<Interval> bandDifferenceInterval(const ReviewAnswer &answer);

/// "—" where a person's part is not known: waits and calls.
QString bandPolicyCell(const ComparedPolicies &compared, const ReviewAnswer &answer,
                       const ReviewSaid &said, PolicyColumn column);

/// Everything about it, the name first.
QStringList bandPolicySentences(const ReviewAnswer &answer, const ReviewQuestion &question,
                                const ReviewSaid &said, const FeatureWords &words = {});

} // namespace oneinn::wording
