// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/job.h"
#include "core/periods/drop.h"
#include "core/periods/perioduses.h"
#include "core/problem.h"
#include "core/units.h"

#include <optional>
#include <string>
#include <vector>

/// How much of the change of a measure came from what.
///
/// A period's measure is, summed over classes, the share of the class times what its uses are: a
/// failed call, or a score in one of scoreBins() and what waiting made of the answer. One of these
/// after the other is replaced by the later period's, and what that moves is its amount:
///
/// 0. data, where uses with a fault are named (empty cells, new values): within each class how many
///    of them there are and which scores they have; all others as they were among themselves;
/// 1. base rate: shares of the classes, scores within each class as they were (restatement;
///    definitions of label shift, Saerens, Latinne & Decaestecker 2002);
/// 2. segment or release, where one is named: its own scores within each class, as many uses of it;
/// 3. score mix and meaning: all other scores, split over the bins by Kitagawa 1955 into how many
///    have a score and how many of them are good (one amount where scores are of another scale);
/// 4. waits: by class and whether it is shown, what waiting takes off (or adds);
/// 5. failures: how many calls fail, and what a failed one is worth.
///
/// Where the shares of a column's values moved (DropSplit::mix), the earlier uses are brought to
/// the later shares before all that (direct standardisation); what that makes is the score mix, and
/// both parts of 3 are one amount. As all else it is the mean of both ways round: with the later
/// uses brought to the earlier shares after all that.
///
/// Any order favours someone, so the amounts are the mean of this order and its reverse: with the
/// periods exchanged each is its own negative, and of two factors alone it is Shapley's split.
/// What a period lacks (a class, say) is as in the other one, so that its absence moves nothing.
namespace oneinn {

/// What the amounts are asked for.
struct DropSplit {
    struct Part {
        std::string column;
        std::string value;
        bool isRelease = false;
    };
    std::optional<Part> part = {};
    /// Whose shares moved: what that makes by itself is the mix, and all else is asked of uses
    /// with the same shares.
    std::optional<Part> mix = {};
    /// Uses by whose cells something is wrong: empty ones (Missing), or with values that the
    /// earlier period did not have (NewValues). One of them is of no part.
    struct Fault {
        DropCause cause = DropCause::Missing;
        std::string column;
    };
    std::vector<Fault> faults = {};
    /// The score mix or their meaning explains what moved without another base rate: there are
    /// other shares of the classes because there are other uses, or labels say something else, and
    /// all that is theirs. Nothing is restated then.
    bool driftMovesBaseRate = false;
    /// How scores are mixed and what they mean is one amount, since apart from each other the two
    /// say nothing: scores are on another scale, or none of the two alone explains what moved, and
    /// what is left to compare is how they are spread within each class.
    bool otherScale = false;
    bool scoresAsOne = false;

    bool hasOneOfScores() const { return otherScale || scoresAsOne; }
};
/// It is a fault in cells of some uses, whose amount can be told apart.
bool isFaultOfUses(const DropFinding &finding);
DropSplit splitFor(const DropDiagnosis &diagnosis);

struct DropAmount {
    std::optional<DropCause> cause; ///< absent: the rest
    double amount = 0.0;            ///< per use, in the measure's own unit
    Interval interval;              ///< 95 %, percentiles of resamples of whole clusters
    /// Of a fault (the first of several), segment, release, or mix that a column shows; "score"
    /// where mix and meaning are one.
    std::string column = {};
    std::string value = {};  ///< of a segment, release or mix
    bool ofOptimism = false; ///< the rest holds it (DropWaterfall::optimism)
};
/// "base-rate", ..., "rest"
std::string_view keyOf(const DropAmount &amount);

struct DropWaterfall {
    double change = 0.0; ///< after less before, per use
    /// Where both are judged at the threshold that was best on the earlier period: what it looks
    /// too good by there, per use (ChoiceDoubts::optimism). It is taken off the earlier period's
    /// measure, so that `change` has it, and the rest with it. 0 where nothing was chosen.
    double optimism = 0.0;
    /// The data's, where the split names a fault; base rate, score mix, meaning (in place of these
    /// two unit-or-schema of "score", where scores are of another scale; or meaning alone, of
    /// "score", where only both explain what moved), segment (or release),
    /// waits, failures, rest, in this order; they add up to the change. The rest is 0,
    /// but for rounding, where outcomes are worth the same in both periods: each use is in one
    /// cell.
    std::vector<DropAmount> amounts;
};

/// What a score means makes something for sure, whether it was named or not: where another mix
/// alone was, that does not leave it as it was.
bool meansSomethingElse(const DropWaterfall &waterfall);

/// The same with any number of threads. Both periods must have uses, and have been made with this
/// threshold. Users who are in both periods are drawn for each by themselves: if anything, this
/// makes intervals too wide. Problem: Cancelled when stopped.
Result<DropWaterfall> dropWaterfall(const PeriodUses &before, const PeriodUses &after,
                                    Threshold threshold, const DropSplit &split,
                                    const BootstrapOptions &options = {},
                                    const JobControl &job = {});

} // namespace oneinn
