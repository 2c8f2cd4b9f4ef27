// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewrows.h"
#include "wording/feature.h"

#include <QString>

#include <optional>

/// What a review band is called, whoever tells of it: between which scores a person decides, of
/// every segment that has thresholds of its own.
namespace oneinn::wording {

/// What a band is told with.
struct ReviewSaid {
    bool lowerIsPositive = false;
    /// Segments have some: a band then lies beside each of them.
    std::optional<ThresholdsBySegment> own = {};
};
ReviewSaid reviewSaid(const std::optional<Combination> &combination, bool lowerIsPositive);

/// A band's ends as they are told in the file's units, with the fewest digits that decide the same.
struct BandSaid {
    QString from; ///< on the dial, which is where values without a threshold of their own have them
    QString to;
    bool lowerIsPositive = false;
    QString column; ///< whose values have ends of their own; empty: all have the same
    QString each;   ///< "web 0.12 to 0.31, app 0.2 to 0.4; any other 0.1 to 0.3"; empty with column
};
BandSaid bandSaid(const FoundBand &band, const ReviewSaid &said);

/// Where the list has just been told.
BandSaid unlisted(BandSaid said);

/// "0.012 to 0.31"; "by channel: web 0.12 to 0.31; any other 0.1 to 0.3".
QString bandRange(const BandSaid &said);
/// Against what a band is judged, the best of all dials' places.
QString bandRival(const ReviewSaid &said);
/// Who decides what: "A person decides from 0.012 to 0.31: 8 of 100 of the payments …".
QString bandDecides(const FoundBand &band, const BandSaid &said, const Feature &feature);
/// What is chosen: "We raise alerts from a score of 0.31 up, and from 0.013 to 0.31 a person
/// decides".
QString bandChoice(const FoundBand &band, const BandSaid &said, const FeatureWords &words = {});
/// A band of no width: that nobody reviews, and where it lies.
QString bandClosed(const BandSaid &said);

} // namespace oneinn::wording
