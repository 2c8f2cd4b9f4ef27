// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

/// A person between two thresholds: below the band nothing is shown, from its end on everything is,
/// and within it a reviewer decides, who errs and has a price. Per use with a chance p of being
/// positive, what goes wrong costs p c_FN where nothing is shown, (1 - p) c_FP where it is, and
/// r + x + p (1 - h) c_FN + (1 - p) f c_FP under review: whichever is least (Chow 1970, with a
/// reviewer who errs).
namespace oneinn {

struct ReviewTerms {
    double falsePositive = 1.0; ///< c_FP > 0: what a wrong one shown costs, against not showing it
    double missed = 1.0;        ///< c_FN > 0: what a miss costs, against showing it
    double cost = 0.0;          ///< r >= 0: of one review, with the worth of waiting for it
    double recall = 1.0;        ///< h: share of the positives that the reviewer finds
    double falseAlarms = 0.0;   ///< f: share of the negatives that the reviewer shows
    double price = 0.0;         ///< x >= 0: what a scarce review is worth besides, its shadow price
};

/// A chance from which on a person looks, and one from which on nobody has to.
struct ReviewBand {
    double from = 0.0;
    double to = 1.0;
};

/// From which chance on showing is better where nobody reviews: c_FP / (c_FP + c_FN).
double plainThreshold(const ReviewTerms &terms);

/// The shadow price at which no use is worth a review, whatever its chance: K (h - f) - r, K = c_FP
/// c_FN / (c_FP + c_FN). Below 0: not even a free reviewer's time would be used.
double closingPrice(const ReviewTerms &terms);

/// For calibrated chances. Absent where the band is closed.
std::optional<ReviewBand> reviewBand(const ReviewTerms &terms);

} // namespace oneinn
