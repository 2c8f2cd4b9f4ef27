// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/labels/labelsofuses.h"

#include "core/assessment.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

constexpr std::size_t mostStrata = 5; ///< of the silent
constexpr double auditWithin = 0.05;  ///< of recall
/// Guessed for the silent ones where no label of one tells: half of the labelled ones' share.
constexpr double guessedPart = 0.5;

struct ScoredUse {
    double score = 0.0;
    bool labelled = false;
    bool good = false;
};

std::vector<ScoredUse> labelledUses(const Predictions &predictions, const Selection &selection)
{
    std::vector<ScoredUse> uses;
    for (const std::uint32_t row : predictions.select(selection))
        uses.push_back({predictions.score()[row], true, predictions.label()[row] == 1});
    return uses;
}

void add(LabelStratum &stratum, const ScoredUse &use)
{
    stratum.uses += 1.0;
    stratum.labelled += use.labelled ? 1.0 : 0.0;
    stratum.good += use.good ? 1.0 : 0.0;
}

/// What is shown in one, and the silent in strata of about as many uses, from high scores down.
std::vector<LabelStratum> strataOf(std::vector<ScoredUse> uses, Threshold threshold)
{
    LabelStratum shown{.shown = true};
    const auto silent = std::partition(uses.begin(), uses.end(), [threshold](const ScoredUse &use) {
        return use.score >= threshold.value;
    });
    std::for_each(uses.begin(), silent, [&shown](const ScoredUse &use) { add(shown, use); });
    std::sort(silent, uses.end(),
              [](const ScoredUse &a, const ScoredUse &b) { return a.score > b.score; });
    std::vector<LabelStratum> strata{shown};
    const auto count = static_cast<std::size_t>(uses.end() - silent);
    const std::size_t each = std::max<std::size_t>(1, (count + mostStrata - 1) / mostStrata);
    for (std::size_t i = 0; i < count; ++i) {
        const ScoredUse &use = silent[static_cast<std::ptrdiff_t>(i)];
        const bool tied = i > 0 && silent[static_cast<std::ptrdiff_t>(i) - 1].score == use.score;
        if (strata.back().shown || (strata.back().uses >= static_cast<double>(each) && !tied))
            strata.push_back({});
        add(strata.back(), use);
    }
    return strata;
}

LabelledUses usesIn(const std::vector<LabelStratum> &strata)
{
    LabelledUses uses;
    for (const LabelStratum &stratum : strata) {
        (stratum.shown ? uses.shownUses : uses.silentUses) += stratum.uses;
        (stratum.shown ? uses.shownLabelled : uses.silentLabelled) += stratum.labelled;
    }
    return uses;
}

void planAudit(SelectiveLabels &labels, const std::vector<LabelStratum> &strata)
{
    double labelled = 0.0;
    double good = 0.0;
    for (const LabelStratum &stratum : strata) {
        labelled += stratum.shown ? 0.0 : stratum.labelled;
        good += stratum.shown ? 0.0 : stratum.good;
    }
    const LabelStratum &shown = strata.front();
    if (!(shown.good > 0.0) || !(shown.labelled > 0.0))
        return;
    const double shownShare = shown.good / shown.labelled;
    const double unknown = labels.uses.silentUses - labels.uses.silentLabelled;
    labels.guessedShare = good > 0.0 ? good / labelled : guessedPart * shownShare;
    labels.audit = auditPlan(auditQuestion({.shown = shown.uses,
                                            .labelled = shown.labelled,
                                            .goodShare = shownShare,
                                            .unlabelled = unknown,
                                            .guess = labels.guessedShare},
                                           auditWithin));
}

SelectiveLabels told(const std::vector<LabelStratum> &strata)
{
    SelectiveLabels labels{.uses = usesIn(strata), .recall = {}, .audit = {}};
    labels.selection = labelSelection(labels.uses);
    labels.recall = verifiedRecall(strata);
    if (labels.silentUnknown())
        planAudit(labels, strata);
    return labels;
}

} // namespace

std::optional<SelectiveLabels> labelsOfUses(const ScenarioRows &rows, Threshold threshold)
{
    if (rows.unlabelled().empty())
        return std::nullopt;
    auto uses = labelledUses(*rows.all()->predictions(), rows.all()->selection());
    for (const double score : rows.unlabelled())
        uses.push_back({score, false, false});
    return told(strataOf(std::move(uses), threshold));
}

std::optional<SelectiveLabels> labelsByCounts(const ScenarioRows &rows,
                                              const OperatingCounts &counts, Threshold threshold)
{
    const std::vector<double> &scores = rows.unlabelled();
    if (scores.empty())
        return std::nullopt;
    const auto shown = static_cast<double>(
            std::ranges::upper_bound(scores, threshold.value, std::ranges::greater_equal())
            - scores.begin());
    const double silent = static_cast<double>(scores.size()) - shown;
    const double labelledShown = counts.tp.rows + counts.fp.rows;
    const double labelledSilent = counts.fn.rows + counts.tn.rows;
    SelectiveLabels labels =
            told({{true, labelledShown + shown, labelledShown, counts.tp.rows},
                  {false, labelledSilent + silent, labelledSilent, counts.fn.rows}});
    if (labels.recall) {
        labels.recall->recall.reset();
        labels.recall->interval.reset();
    }
    return labels;
}

AuditQuestion auditQuestion(const SilentToAudit &silent, double halfWidth)
{
    AuditQuestion question{.shownGood = silent.shown * silent.goodShare,
                           .silentUses = silent.unlabelled,
                           .silentShare = silent.guess,
                           .halfWidth = halfWidth};
    if (silent.labelled < silent.shown) {
        question.shownLabelled = silent.labelled;
        question.shownShare = silent.goodShare;
    }
    return question;
}

void forgetSilent(Assessment &assessment)
{
    PointMetrics metrics;
    metrics.precision = assessment.metrics.precision;
    assessment.metrics = metrics;
    MetricIntervals intervals;
    intervals.precision = assessment.intervals.precision;
    assessment.intervals = intervals;
    if (assessment.between)
        assessment.between->missed.reset();
}

} // namespace oneinn
