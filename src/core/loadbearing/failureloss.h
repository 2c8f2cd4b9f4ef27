// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/servedcells.h"

#include <array>
#include <cstddef>
#include <optional>

/// Which failure hurts most: each is made worse by a relative step, and what a use is then worth is
/// compared with what it is worth now.
namespace oneinn {

enum class Failure {
    Latency,   ///< every answer takes longer
    Precision, ///< more false alarms
    Recall,    ///< more misses
};
inline constexpr std::array everyFailure{Failure::Latency, Failure::Precision, Failure::Recall};

/// One thing of each failure.
template<typename T> struct PerFailure {
    T latency{};
    T precision{};
    T recall{};

    T &operator[](Failure failure)
    {
        return failure == Failure::Latency      ? latency
                : failure == Failure::Precision ? precision
                                                : recall;
    }
    const T &operator[](Failure failure) const
    {
        return failure == Failure::Latency      ? latency
                : failure == Failure::Precision ? precision
                                                : recall;
    }

    friend bool operator==(const PerFailure &, const PerFailure &) = default;
};

/// Shares of all uses.
struct MoreOfUses {
    double wrongShown = 0.0;
    double missed = 0.0;

    friend bool operator==(const MoreOfUses &, const MoreOfUses &) = default;
};

/// How much worse each failure gets. Answers always by a relative step (0.1: a tenth more), wrong
/// ones and misses by theirs or, so that none may become some, by a share of all uses.
struct Worsening {
    Worsening(const PerFailure<double> &relative)
        : step(relative)
    {
    }
    Worsening(double slower, const MoreOfUses &ofUses)
        : step{slower, 0.0, 0.0}
        , more(ofUses)
    {
    }

    PerFailure<double> step;
    std::optional<MoreOfUses> more; ///< in place of the steps of precision and recall
};

/// Cells with so many times as many more false alarms and misses (0.1: a tenth more), taken from
/// the other outcome of their class, and at most all of it; false alarms beyond that from those
/// rightly shown: where nothing is withheld, only the model itself can be wrong more often.
ServedCells worsened(const ServedCells &cells, double moreFalseAlarms, double moreMisses);

/// What a use loses, in the person's own unit; negative where being worse pays. Shapley's split
/// (1953) adds up to the joint loss; the losses alone do not where failures act on each other
/// (Saltelli & Annoni 2010).
struct FailureLosses {
    double value = 0.0; ///< of a use as it is
    /// Relative: 0.1 is a tenth more. Absent where some are added to none.
    PerFailure<std::optional<double>> step;
    MoreOfUses moreOfUses;        ///< the same, as shares of all uses
    bool spoilsRightOnes = false; ///< some of the wrong ones that are added were right ones
    PerFailure<bool> ofNone;      ///< there is none as it is, so that a part more of them is none
    PerFailure<double> alone;     ///< each on its own: the bars of a tornado
    double joint = 0.0;           ///< all three at once
    PerFailure<double> shapley;   ///< of the joint loss
    std::optional<PerFailure<double>> share; ///< the same of 1; absent unless the joint loss is > 0
    std::array<Failure, 3> ranking = everyFailure; ///< by `alone`, most first
    std::optional<Failure> first; ///< the one that loses most; absent in a tie, or if none loses
    bool interact = false;        ///< `alone` adds up to more than 20 % off the joint loss
};

/// slowed: the cells with every answer taking 1 + by.step.latency times as long.
FailureLosses failureLosses(const ServedCells &asItIs, const ServedCells &slowed,
                            const Worsening &by, const OutcomeValues &values);

/// Only `alone`, for the many times a bootstrap asks.
PerFailure<double> lossesAlone(const ServedCells &asItIs, const ServedCells &slowed,
                               const Worsening &by, const OutcomeValues &values);
/// The failure that loses most: see FailureLosses::first.
std::optional<Failure> firstOf(const PerFailure<double> &losses);

} // namespace oneinn
