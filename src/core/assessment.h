// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/bestthreshold.h"
#include "core/decision/elkan.h"
#include "core/decision/nearbest.h"
#include "core/ends/betweenbins.h"
#include "core/ends/shares.h"
#include "core/experience/badexperience.h"
#include "core/experience/paceinfile.h"
#include "core/labels/selectivelabels.h"
#include "core/metrics/pointmetrics.h"
#include "core/metrics/proportion.h"
#include "core/policies/scenariorows.h"
#include "core/policies/useslice.h"
#include "core/predictions/predictionindex.h"
#include "core/scenario.h"
#include "core/scenarioclusters.h"

#include <memory>
#include <optional>

namespace oneinn {

/// Shares behind the metrics, each with its interval; absent where undefined. The model's own: of
/// the matrix, whoever would have left.
struct MetricIntervals {
    std::optional<Proportion> precision, recall, specificity, npv, fpr, fnr, accuracy, alertRate,
            prevalence;
};

/// What users meet: shares of all uses, by what becomes of them.
struct Experience {
    Shares shares;
    double badUseRate = 0.0; ///< by Scenario::noticed, of all uses
    /// As users of the file differ, where they tell it (usable); else absent, and all are taken to
    /// be alike.
    std::optional<UserCorrelation> users;
    std::optional<UsesUntil> usesUntilBad;              ///< absent: it never happens
    std::optional<UsesUntil> usesUntilBadIfUsersDiffer; ///< correlation 0.1; absent with `users`
    double shareMeetingInWeek = 0.0;                    ///< users who meet >= k bad ones in a week

    std::optional<Proportion> operator[](Share share) const { return shares[share]; }
    /// Calls fail, and some get an answer from nobody.
    bool anyFailed() const { return shares.uses().of(failedUses).rows > 0.0; }
    /// The model declines to answer some, and so does everybody else.
    bool anyRefused() const { return shares.uses().of(refusedUses).rows > 0.0; }
    bool anyLost() const { return anyFailed() || anyRefused(); }
};

struct ValueAssessment {
    double perUse = 0.0;              ///< at the operating point; of labelled uses alone
    BestThreshold best;               ///< `best` is per use, too
    std::optional<NearBest> nearBest; ///< absent with fewer than fewestToTell uses
    ElkanDecision elkan;
};

/// Settings worth jumping to.
struct Recommendations {
    std::optional<BestThreshold> f1;        ///< of the model's own matrix
    ConstrainedThreshold recallAtPrecision; ///< as users meet it: of those shown, of all good ones
};

/// The curve to draw, the model's own, whoever would have left: BudgetSlice::vertices() restated at
/// the base rate, with what is shown in place of late answers. With late uses unanswered, its
/// classes count on-time uses alone.
ThresholdSweep drawnSweep(const UseSlice &slice, const std::optional<double> &baseRate);

/// What holds whatever the threshold: the curve and the settings worth jumping to. Depends on the
/// rows at a budget and on its question, so that it is kept while a threshold is dragged.
struct Outlook {
    ThresholdSweep sweep;             ///< drawnSweep(); what follows is exact over every score
    BestThreshold mostValuable;       ///< `best` is per use
    std::optional<NearBest> nearBest; ///< absent with fewer than fewestToTell uses
    ElkanDecision elkan;
    Recommendations recommendations;
};
std::shared_ptr<const Outlook> outlook(const UseSlice &slice, const OutlookQuestion &question,
                                       const JobControl &job = {});
/// The same as if uses of one user or day were independent: without a pass over the rows.
std::shared_ptr<const Outlook> quickOutlook(const UseSlice &slice, const OutlookQuestion &question);
/// Most precision with recall >= limit, the model's own; exact over every score, where the sweep to
/// draw is thinned.
ConstrainedThreshold mostPrecisionAtRecall(const UseSlice &slice, const OutlookQuestion &question,
                                           double limit);

/// Everything that can be said about a scenario: the answer.
/// Metrics, experience and value are restated at Scenario::baseRate, which has no effect where the
/// rows hold a single class; `counts` and `matrix` are the file's own.
struct Assessment {
    Scenario scenario;
    OperatingCounts counts;          ///< of the file, late apart; calls that failed are not in it
    ConfusionMatrix matrix;          ///< of the file: how uses would end were everybody to wait
    ConfusionMatrix restated;        ///< the same at the base rate; equal to matrix without one
    ThresholdInterval sameDecisions; ///< thresholds that decide as this one does
    /// What counts leave open here; absent where a bin begins at the threshold, or rows were read.
    std::optional<BetweenBins> between;
    PointMetrics metrics; ///< of the matrix restated
    MetricIntervals intervals;
    Experience experience;
    /// Of all uses, those answered within the wait of a target; absent without one or without
    /// latencies, and where another model's answer or budgets of segments decide (reachAt() has
    /// it).
    std::optional<Proportion> answeredInTime;
    Pace pace; ///< how often one user has a use: all that is told in weeks
    /// Which uses have a label, by what is shown of them; absent where all have one, or the model
    /// asked is not alone.
    std::optional<SelectiveLabels> labels;
    ValueAssessment value;
    Recommendations recommendations;
    std::shared_ptr<const BudgetSlice> slice; ///< the rows that the threshold decides
    std::shared_ptr<const Outlook> outlook;   ///< curves at this budget, for drawing
};

/// Answers a scenario. Pure: the same rows and scenario give the same assessment. The scenario must
/// fit the rows (asserted).
Assessment assess(const ScenarioRows &rows, const Scenario &scenario);
/// The same from an index of the scenario's selection (asserted).
Assessment assess(const PredictionIndex &index, const Scenario &scenario);
/// The same with the rows at the scenario's budget and their outlook already at hand: a lookup.
/// clusters: clusterMoments() of the scenario, or while a dial moves of what it moves from; null
/// where uses are independent.
Assessment assess(const UseSlice &slice, std::shared_ptr<const Outlook> outlook,
                  const Scenario &scenario, const ClusterMomentsPtr &clusters);

/// What can be said of uses that were counted by somebody else, without their rows: a table of four
/// numbers. There is no slice, no outlook, and nothing that is best. The scenario's threshold,
/// budget and patience play no part.
Assessment assess(const OperatingCounts &counts, const Scenario &scenario);

/// What restates these counts at a base rate; neutral without one, or where a class is missing.
ClassFactors restatement(const OperatingCounts &counts, const std::optional<double> &baseRate);

/// The same for all uses of a slice, failed calls among them, and for those that its model's own
/// matrix is of.
ClassFactors restatement(const UseSlice &slice, const std::optional<double> &baseRate);
ClassFactors ownRestatement(const UseSlice &slice, const std::optional<double> &baseRate);

/// Intra-user correlation at which "if users differ" is stated: our choice of a plausible value.
inline constexpr double illustrativeUserCorrelation = 0.1;

} // namespace oneinn
