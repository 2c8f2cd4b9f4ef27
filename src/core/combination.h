// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Calls that are operated together, as if they were one model's: what a scenario's model answers
/// is then what they answer, and both dials move over that. The policies that compare them are in
/// core/policies/policy.h; these name models as the file does, and outlive any rows.
namespace oneinn {

/// Another model is asked first. Where it is unsure the scenario's model decides, at the scenario's
/// threshold; where it is sure its answer counts as a score beyond all of the scenario's model.
struct FirstAsked {
    std::string model;
    Interval deferBetween; ///< of its scores, as in Cascade
    bool parallel = false;

    friend bool operator==(const FirstAsked &, const FirstAsked &) = default;
};

/// The model is asked a second time where it has not answered after a while, as in Hedged.
struct AskedAgain {
    Milliseconds after;

    friend bool operator==(const AskedAgain &, const AskedAgain &) = default;
};

/// A part of the uses goes to another model, as in Mixture. One dial moves both thresholds: the
/// other's score stands beside `ownThreshold` as it stands beside its own threshold.
struct DividedUses {
    double share = 0.5; ///< of the scenario's model, in [0, 1]
    Threshold ownThreshold;
    std::string other;
    Threshold otherThreshold;

    friend bool operator==(const DividedUses &, const DividedUses &) = default;
};

/// Segments have thresholds of their own. One dial moves all: a score of a segment that is named
/// stands beside `ownThreshold` as it stands beside the segment's threshold; all others stay.
/// Within a scale that is by odds, so that no place of the dial is off the scale in any segment.
struct ThresholdsBySegment {
    struct Own {
        std::string value;   ///< of the column; "" is an empty cell
        Threshold threshold; ///< finite

        friend bool operator==(const Own &, const Own &) = default;
    };
    std::string column;      ///< of Predictions::segments()
    Threshold ownThreshold;  ///< finite: where the dial stood when these were chosen
    std::vector<Own> values; ///< each once; at least one
    /// The scale of the scores, low < high (scaleOfScores()). Absent: not known, and distances are
    /// kept in place of odds.
    std::optional<Interval> scale = {};

    friend bool operator==(const ThresholdsBySegment &, const ThresholdsBySegment &) = default;
};

/// More than a person can read; as many as segments are looked at.
inline constexpr std::size_t mostOwnThresholds = 1000;

using Combination = std::variant<FirstAsked, AskedAgain, DividedUses, ThresholdsBySegment>;

/// The other model it needs; null where the scenario's own is all.
inline const std::string *otherModelOf(const Combination &combination)
{
    if (const auto *first = std::get_if<FirstAsked>(&combination))
        return &first->model;
    if (const auto *divided = std::get_if<DividedUses>(&combination))
        return &divided->other;
    return nullptr;
}

} // namespace oneinn
