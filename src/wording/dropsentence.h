// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/dropped.h"

#include <QString>

#include <optional>

/// A drop in one sentence.
namespace oneinn::wording {

/// The threshold that all that stands beside the sentence is told at.
struct ToldThreshold {
    std::optional<Threshold> threshold = {}; ///< absent: that of the comparison
    bool lowerIsPositive = false;            ///< thresholds are told negated
    bool inShort = false; ///< where there is little room: without why something else comes first
};

/// To be said aloud: what happened, the largest parts of it with their amounts (largestAmounts()),
/// what we do first, and, where that is about none of these parts, that it explains next to
/// nothing. Its numbers are those of dropChangeSentence(). Where no amount is more than none, the
/// first cause is told in place of amounts. told: where all else is told at another threshold than
/// that at which the periods are judged, the sentence says which that is. Of periods that stand the
/// wrong way round it says that alone.
QString dropInASentence(const Dropped &dropped, const FeatureWords &words = {},
                        const ToldThreshold &told = {});

} // namespace oneinn::wording
