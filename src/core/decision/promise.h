// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

/// What "a precision of at least 90 %" is asked of.
namespace oneinn {

enum class PromiseRule : std::uint8_t {
    LowerLimit, ///< the one-sided 95 % lower limit keeps it: so do 95 of 100 such files on new rows
    Plain,      ///< the share on these rows does: on new ones about half keep it, as the threshold
                ///< was chosen where it just does
};

/// A promise of precision at one threshold (of many: see PromiseWalk); one target (with k of them,
/// 5 % over k each).
/// Wilson's limit, on effective cases; where wrong ones weigh otherwise than right ones, of the
/// share right of the cases shown, weighed afterwards: weights then cost no certainty. Where the
/// share of positives is stated that of the two rates that the precision is made of
/// (precisionAtBaseRate(), with z^2/2 added to every count, so that the limit rises with what is
/// right and falls with what is wrong).
struct Promise {
    PromiseRule rule = PromiseRule::Plain;
    /// Effective cases to each unit of weight of right and of wrong ones (Kish's number of all rows
    /// of the class over their weight): 1 without weights. Only for LowerLimit.
    double casesPerRight = 1.0;
    double casesPerWrong = 1.0;
    /// Standard errors to the limit: the normal distribution's 95 %, or Student's t for clusters.
    double reach = 1.6448536269514722;
    std::optional<double> degrees = {}; ///< of freedom, of Student's t
    /// All rows of a class: their weight, restated, and effective cases.
    struct OfClass {
        double weight = 0.0;
        double cases = 0.0;

        friend bool operator==(const OfClass &, const OfClass &) = default;
    };
    struct Stated {
        OfClass positives, negatives; ///< of either some
        friend bool operator==(const Stated &, const Stated &) = default;
    };
    std::optional<Stated> stated = {}; ///< absent: the share of positives is the rows' own

    /// What is held against the limit, of tp right and fp wrong ones shown, not both 0.
    double precision(double tp, double fp) const
    {
        if (rule == PromiseRule::Plain)
            return tp / (tp + fp);
        if (stated)
            return limitOfRates(tp, fp);
        const double n = casesOf(tp, fp);
        if (!(n > 0.0))
            return 0.0;
        const double share = tp * casesPerRight / n;
        const double square = reach * reach / n;
        const double spread = reach * std::sqrt(share * (1.0 - share) / n + square / (4.0 * n));
        const double limit = (share + square / 2.0 - spread) / (1.0 + square);
        return limit > 0.0 ? weighed(limit) : 0.0;
    }

    /// Effective cases shown.
    double casesOf(double tp, double fp) const { return tp * casesPerRight + fp * casesPerWrong; }
    /// The share of cases that are right where that of weights is `precision`.
    double precisionInCases(double precision) const
    {
        const double right = precision * casesPerRight;
        const double cases = right + (1.0 - precision) * casesPerWrong;
        return isEven() || !(cases > 0.0) ? precision : right / cases;
    }

    friend bool operator==(const Promise &, const Promise &) = default;

private:
    bool isEven() const { return casesPerRight == casesPerWrong; }
    /// Of weights, where `share` of cases is right.
    double weighed(double share) const
    {
        if (isEven())
            return share;
        const double right = share * casesPerWrong;
        return right / (right + (1.0 - share) * casesPerRight);
    }

    struct Rate {
        double share = 0.0;
        double errorOfLog = 0.0; ///< squared
    };
    Rate rateOf(double shown, const OfClass &all) const
    {
        const double square = reach * reach;
        const double n = all.cases + square;
        const double share = (shown / all.weight * all.cases + square / 2.0) / n;
        // More than all are shown by rounding alone.
        return {share, std::max(0.0, 1.0 - share) / (share * n)};
    }
    double limitOfRates(double tp, double fp) const
    {
        const bool anyCases = stated->positives.cases > 0.0 && stated->negatives.cases > 0.0;
        if (!anyCases || !(tp > 0.0))
            return 0.0;
        const Rate right = rateOf(tp, stated->positives);
        const Rate wrong = rateOf(fp, stated->negatives);
        const double odds = stated->positives.weight / stated->negatives.weight;
        const double lowest = std::log(odds * right.share / wrong.share)
                - reach * std::sqrt(right.errorOfLog + wrong.errorOfLog);
        return 1.0 / (1.0 + std::exp(-lowest));
    }
};

} // namespace oneinn
