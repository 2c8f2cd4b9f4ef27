// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/rowclusters.h"
#include "core/decision/bestthreshold.h"
#include "core/decision/nearbest.h"
#include "core/doubts/firstandlast.h"
#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/scenario.h"

#include <cstdint>
#include <optional>
#include <vector>

/// How sure the best threshold is, and what it will be worth on uses that it was not chosen on.
namespace oneinn {

struct DoubtsQuestion : ValueQuestion {
    std::size_t resamples = 1000; ///< >= 1
    std::uint64_t seed = 1;
    /// What is drawn; absent: what the file's uses are clustered by. Users and days need a column
    /// (asserted): see canDrawBy().
    std::optional<ClusterSource> by;

    friend bool operator==(const DoubtsQuestion &, const DoubtsQuestion &) = default;
};
DoubtsQuestion doubtsQuestion(const Scenario &scenario);
bool canDrawBy(const Predictions &predictions, ClusterSource by);

/// Thresholds among which the best was found, in so many of all resamples.
struct Plateau {
    ThresholdInterval thresholds;
    double share = 0.0;

    friend bool operator==(const Plateau &, const Plateau &) = default;
};

/// What choosing the best threshold anew on resamples of the uses says: an ordinary bootstrap, by
/// users, days or single uses (Efron & Tibshirani 1993; by both Owen 2007).
struct ChoiceDoubts {
    /// How much better the best threshold looks than it is, per use, because it was chosen on these
    /// uses: the mean over resamples b of [V_b(t_b) - V_b(t)] - [V(t_b) - V(t)], t being the best
    /// here (Efron & Gong 1983); never negative. Any threshold that is not chosen anew in place of
    /// t has the same mean but for chance, and t the least of that.
    double optimism = 0.0;
    /// In 90 of 100 resamples the best threshold lies between; each end decides as the best of a
    /// resample did. low may be -infinity (everything shown), high +infinity.
    Interval range;
    /// What the digits of a threshold are measured by: the range, no farther than the scores reach.
    Interval scoresInRange;
    /// The most frequent ones first, mostPlateaus at most. Two are parted by thresholds that lose
    /// more than negligibleLoss against both.
    std::vector<Plateau> plateaus;
    /// The best threshold of every resample, falling; +infinity where that showed nothing.
    std::vector<double> chosen;
    std::size_t resamples = 0; ///< that tell anything: not those without a class that is restated

    friend bool operator==(const ChoiceDoubts &, const ChoiceDoubts &) = default;
};
inline constexpr std::size_t mostPlateaus = 5;

struct ThresholdDoubts {
    DoubtsQuestion question;
    BestThreshold best; ///< on these uses, as Outlook::mostValuable; `best` is per use
    std::optional<NearBest> nearBest;
    ClusterSource by = ClusterSource::Rows;
    double clusters = 0.0; ///< users, days or uses; of users and days the fewer
    double uses = 0.0;     ///< rows
    /// Absent with fewer than fewestClusters users or days, or fewer than fewestToTell uses.
    std::optional<ChoiceDoubts> choice;
    std::optional<FirstAndLast> firstAndLast;

    /// Per use, of the best threshold on uses that it was not chosen on.
    std::optional<double> expected() const
    {
        return choice ? std::optional(best.best - choice->optimism) : std::nullopt;
    }
    /// That is one of the best: a person's own setting, any other, has no optimism.
    bool isBest(Threshold threshold) const;
};

/// The question must fit the rows (asserted). The same for any number of threads.
/// Problems: NothingUsable where there are no uses, Cancelled when stopped.
Result<ThresholdDoubts> thresholdDoubts(const ScenarioRows &rows, const DoubtsQuestion &question,
                                        const JobControl &job = {}, unsigned threads = 2);

/// The same without nearBest and firstAndLast, which take time of their own.
Result<ThresholdDoubts> choiceDoubtsAlone(const ScenarioRows &rows, const DoubtsQuestion &question,
                                          const JobControl &job = {}, unsigned threads = 2);

} // namespace oneinn
