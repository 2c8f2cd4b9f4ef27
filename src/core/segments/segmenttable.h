// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/shares.h"
#include "core/segments/segmentindex.h"
#include "core/segments/segmentspreads.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The uses of each segment beside all others: who pays.
namespace oneinn {

/// How a share of a segment is to that of all other uses.
enum class SegmentDifference : std::uint8_t {
    Higher, ///< holds, whatever else is in the table (Holm 1979)
    Lower,
    NoneThatMatters,
    CannotBeToldApart,
    TooFew, ///< here or elsewhere: whatever had come out, it could not have been named
};

/// Shares whose differences are looked at. All of them in all segments are one family.
inline constexpr std::array<Share, 3> comparedInSegments{Share::Missed, Share::WrongOfShown,
                                                         Share::Late};
/// Of a share, what is too little to matter: a convention.
inline constexpr double smallestThatMatters = 0.001;

/// Some uses at another threshold than they have.
struct SegmentBefore {
    Shares shares = {};
    std::optional<double> valuePerUse = {}; ///< absent without uses
};

struct SegmentRow {
    std::size_t segment = 0; ///< its place in the index
    std::vector<std::string> values = {};
    std::size_t rows = 0;
    Threshold threshold =
            {};         ///< of its scores: where segments have thresholds of their own, its own
    Budget budget = {}; ///< of its own; absent where all have one, or none
    Shares shares = {}; ///< those of the scenario with this segment alone
    /// Of its own uses; absent without any.
    std::optional<double> valuePerUse = {};
    /// 95 %; absent with too few users or days to tell how they differ, and where none was asked.
    std::optional<Interval> valueInterval = {};
    /// What its threshold brings against the one for all, of 1,000 of *all* uses; absent where it
    /// has that one, and where nobody asked (tableWithGains()).
    std::optional<double> gain = {};
    /// The same uses at the threshold for all; absent where gain is.
    std::optional<SegmentBefore> before = {};
    /// Weight of its uses in that of all.
    double shareOfUses = 0.0;

    struct Compared {
        Share share = Share::Missed;
        SegmentDifference differs = SegmentDifference::TooFew;
        std::optional<double> elsewhere = {}; ///< the same share of all other uses
        double p = 1.0;
        double leastP = 1.0; ///< that p could have been (leastDifferenceP())
    };
    std::vector<Compared> compared = {}; ///< of comparedInSegments those that the scenario has

    const Compared *of(Share share) const;
    /// What differs most surely of what does; else what cannot be told apart, if anything.
    SegmentDifference differs() const;
    const Compared *mostDifferent() const;
    /// Counts alone are said: too few uses, or users, for a share.
    bool countsOnly() const;
    /// Its value may be said.
    bool tellsValue() const;
};

/// Fewer uses, or fewer of either class, and no value of a segment is told (our choice).
inline constexpr double fewestUsesOfSegment = 30.0;

struct SegmentTable {
    SegmentsBy by = {};
    std::vector<SegmentRow> rows =
            {}; ///< worst first: those of which more is missed, wrong or late for sure, the surest
                ///< on top; then least value per use, drawn towards what segments have in common;
                ///< those whose value is not told last
    Shares whole = {};
    std::optional<double> wholeValue = {}; ///< per use
    std::size_t segmentsLeftOut = 0;
    std::size_t rowsLeftOut = 0;
    std::optional<double> gain = {};          ///< summed; absent where no segment has any
    std::optional<SegmentBefore> before = {}; ///< all at one threshold; absent likewise
    std::optional<Threshold> threshold = {};  ///< of all others, where segments have their own
};

/// All uses, each segment's at its threshold (empty: the question's for all); those of segments
/// left out at the question's.
Waterfall everyUse(const SegmentIndex &index, const SegmentsQuestion &question,
                   const std::vector<Threshold> &thresholds);

/// The threshold of a segment's scores where its uses are shown from `dial` up: the same, unless
/// the question's scenario has thresholds of their own by one of the columns.
Threshold scoreThreshold(const SegmentIndex &index, const SegmentsQuestion &question,
                         std::size_t segment, Threshold dial);

/// A segment at a threshold, and all uses at the question's: a lookup.
SegmentBefore segmentAt(const SegmentIndex &index, const SegmentsQuestion &question,
                        std::size_t segment, Threshold threshold);
SegmentBefore everyoneAt(const SegmentIndex &index, const SegmentsQuestion &question);

/// A lookup, whatever the number of rows. The question must be that of the index but for values,
/// base rate and threshold. thresholds: by segment, as the dial has
/// them; empty: the question's for all. spreads: of this
/// question, or while a dial moves of what it moves from; null: not known yet, uses taken as
/// independent.
SegmentTable segmentTable(const SegmentIndex &index, const SegmentsQuestion &question,
                          const SegmentSpreads *spreads,
                          const std::vector<Threshold> &thresholds = {});

} // namespace oneinn
