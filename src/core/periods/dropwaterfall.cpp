// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/dropwaterfall.h"

#include "core/parallel.h"
#include "core/periods/dropcells.h"
#include "core/periods/scoretable.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace oneinn {

namespace {

/// Places of the amounts.
namespace step {
constexpr std::size_t data = 0, baseRate = 1, mix = 2, meaning = 3, part = 4, waits = 5,
                      failures = 6, rest = 7;
} // namespace step
constexpr std::size_t stepCount = 8;
using Amounts = Eigen::Array<double, stepCount, 1>;

/// Scores with as many uses that have a fault as there are now, and theirs; the others as they
/// were.
BinsByClass withFaultsOf(const DropFactors &then, const DropFactors &now)
{
    return then.soundScores.rowwise() * (1.0 - now.faultShare).transpose()
            + now.faultScores.rowwise() * now.faultShare.transpose();
}

/// With those of the part replaced too, faultShare being of all that is in `scores`.
BinsByClass withPartOf(const BinsByClass &scores, const DropFactors &then, const DropFactors &now,
                       const PerClass &faultShare)
{
    return scores
            + (now.partScores - then.partScores).rowwise()
            * (then.partShare * (1.0 - faultShare)).transpose();
}

/// In the order that the header tells.
Amounts inOrder(const DropFactors &before, const DropFactors &after, const OwnWorth &worth,
                const DropSplit &split)
{
    Amounts amounts = Amounts::Zero();
    DropFactors now = before;
    double measure = measureOf(now, worth);
    const auto moved = [&] {
        const double then = measure;
        measure = measureOf(now, worth);
        return measure - then;
    };
    if (!split.faults.empty()) {
        now.scores = withFaultsOf(before, after);
        now.faultShare = after.faultShare;
        amounts[step::data] = moved();
    }
    if (!split.driftMovesBaseRate) {
        now.share = after.share;
        amounts[step::baseRate] = moved();
    }
    if (split.part) {
        now.scores = withPartOf(now.scores, before, after, now.faultShare);
        amounts[step::part] = moved();
    }
    const StratifiedMean strata = strataOf(now, worth);
    now.share = after.share;
    now.scores = after.scores;
    const double both = moved();
    const StratifiedMean later = strataOf(now, worth);
    if (strata.share.sum() > 0.0 && later.share.sum() > 0.0)
        amounts[step::meaning] = kitagawa(strata, later).within.sum();
    if (split.hasOneOfScores())
        amounts[step::meaning] = 0.0;
    amounts[step::mix] = both - amounts[step::meaning];
    now.waiting = after.waiting;
    amounts[step::waits] = moved();
    now.failed = after.failed;
    now.failedMeasure = after.failedMeasure;
    amounts[step::failures] = moved();
    return amounts;
}

Amounts amountsOf(const DropSums &before, const DropSums &after, const OwnWorth &worth,
                  const DropSplit &split)
{
    const DropFactors then = factorsOf(before, after, worth);
    const DropFactors now = factorsOf(after, before, worth);
    return (inOrder(then, now, worth, split) - inOrder(now, then, worth, split)) / 2.0;
}

/// By place, all uses.
Eigen::ArrayXd usesByPlace(const std::vector<DropSums> &sums)
{
    Eigen::ArrayXd uses(static_cast<Eigen::Index>(sums.size()));
    for (std::size_t place = 0; place < sums.size(); ++place)
        uses[static_cast<Eigen::Index>(place)] = sums[place].all().sum() + sums[place].failed.sum();
    return uses;
}

DropSums together(const std::vector<DropSums> &sums, const Eigen::ArrayXd &times)
{
    DropSums all(sums.front().answered[0].rows());
    for (std::size_t place = 0; place < sums.size(); ++place)
        all.add(sums[place], times[static_cast<Eigen::Index>(place)]);
    return all;
}

/// A period as it is, and with the shares of the other one.
struct BothShares {
    DropSums own;
    DropSums others;
};

BothShares bothShares(const std::vector<DropSums> &own, const std::vector<DropSums> &other)
{
    const Eigen::ArrayXd uses = usesByPlace(own);
    return {together(own, Eigen::ArrayXd::Ones(uses.size())),
            together(own, timesForShares(uses, usesByPlace(other)))};
}

/// What other shares make of a measure, all else as it is.
double madeByShares(const DropSums &from, const DropSums &to, const OwnWorth &worth)
{
    return measureOf(factorsOf(to, from, worth), worth)
            - measureOf(factorsOf(from, to, worth), worth);
}

/// By place of the mix's parts.
Amounts amountsOf(const std::vector<DropSums> &before, const std::vector<DropSums> &after,
                  const OwnWorth &worth, const DropSplit &split)
{
    if (!split.mix)
        return amountsOf(before.front(), after.front(), worth, split);
    const BothShares then = bothShares(before, after);
    const BothShares now = bothShares(after, before);
    Amounts amounts = (amountsOf(then.others, now.own, worth, split)
                       + amountsOf(then.own, now.others, worth, split))
            / 2.0;
    amounts[step::meaning] += amounts[step::mix];
    amounts[step::mix] =
            (madeByShares(then.own, then.others, worth) + madeByShares(now.others, now.own, worth))
            / 2.0;
    return amounts;
}

double meanOf(const PeriodUses &period)
{
    return (period.rows.weight * period.measured).sum() / period.rows.weight.sum();
}

OwnWorth ownWorth(const PeriodUses &before, const PeriodUses &after,
                  const std::vector<double> &bins, Threshold threshold)
{
    OwnWorth own{.worth = ClassByShown::Zero(), .shown = {}};
    for (const PeriodUses *period : {&after, &before}) {
        for (Eigen::Index use = 0; use < period->uses(); ++use) {
            if (!period->failed(use))
                own.worth(period->good(use) ? 1 : 0, period->shown[use] > 0.0 ? 1 : 0) =
                        period->ownMeasured[use];
        }
    }
    std::ranges::transform(bins, std::back_inserter(own.shown),
                           [&](double bin) { return bin >= threshold.value; });
    return own;
}

/// The same for both periods, drawn apart.
class Resampler {
public:
    Resampler(const PeriodUses &period, const DropCells &cells, const BootstrapOptions &options,
              std::uint64_t period64)
        : m_units(period.rows)
        , m_cells(cells)
        , m_options(options)
    {
        m_options.seed = 2 * options.seed + period64;
    }
    std::vector<DropSums> asTheyAre() const { return m_cells.sums(m_units, {}); }
    std::vector<DropSums> drawn(std::size_t resample) const
    {
        std::vector<std::uint16_t> times;
        m_units.draw(m_options, resample, times);
        return m_cells.sums(m_units, times);
    }

private:
    ResampleUnits m_units;
    const DropCells &m_cells;
    BootstrapOptions m_options;
};

/// Amounts x resamples; incomplete when stopped.
Eigen::ArrayXXd resampledAmounts(const Resampler &before, const Resampler &after,
                                 const OwnWorth &worth, const DropSplit &split,
                                 const BootstrapOptions &options, const JobControl &job)
{
    Eigen::ArrayXXd amounts(stepCount, static_cast<Eigen::Index>(options.resamples));
    const unsigned parts = std::max(1U, options.threads);
    inParts(options.resamples, parts, [&](unsigned part, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.stopRequested(); ++i) {
            amounts.col(static_cast<Eigen::Index>(i)) =
                    amountsOf(before.drawn(i), after.drawn(i), worth, split);
            if (part == 0)
                job.report(static_cast<double>(i + 1 - begin) / static_cast<double>(end - begin));
        }
    });
    return amounts;
}

/// Of what scores do where their mix and their meaning are one amount; else of none.
std::size_t placeOfScores(const DropSplit &split)
{
    return split.mix ? step::meaning : split.hasOneOfScores() ? step::mix : stepCount;
}

/// What it is of, without numbers.
DropAmount amountAt(std::size_t place, const DropSplit &split)
{
    static constexpr std::array<DropCause, stepCount - 1> causes{
            DropCause::Missing, DropCause::BaseRate, DropCause::ScoreMix, DropCause::Meaning,
            DropCause::Segment, DropCause::Waits,    DropCause::Failures};
    DropAmount amount;
    if (place == step::rest)
        return amount;
    amount.cause = causes[place];
    if (place == step::data) {
        amount.cause = split.faults.front().cause;
        amount.column = split.faults.front().column;
    } else if (place == step::mix && split.mix) {
        amount.column = split.mix->column;
        amount.value = split.mix->value;
    } else if (place == placeOfScores(split)) {
        amount.cause = split.otherScale ? DropCause::UnitOrSchema : DropCause::Meaning;
        amount.column = "score";
    } else if (place == step::part && split.part) {
        if (split.part->isRelease)
            amount.cause = DropCause::Release;
        amount.column = split.part->column;
        amount.value = split.part->value;
    }
    return amount;
}

} // namespace

bool isFaultOfUses(const DropFinding &finding)
{
    // Records without a score are set aside: they are no uses.
    return (finding.cause == DropCause::Missing && (finding.ofFeature || finding.column != "score"))
            || finding.cause == DropCause::NewValues;
}

DropSplit splitFor(const DropDiagnosis &diagnosis)
{
    DropSplit split;
    const auto has = [&](DropCause cause) {
        return std::ranges::find(diagnosis.found, cause, &DropFinding::cause)
                != diagnosis.found.end();
    };
    split.otherScale = diagnosis.hasOtherScale();
    split.scoresAsOne = std::ranges::any_of(diagnosis.found, [](const DropFinding &finding) {
        return finding.cause == DropCause::Meaning && finding.withOthers;
    });
    const auto mix = std::ranges::find_if(diagnosis.found, isVisibleMix);
    if (mix != diagnosis.found.end())
        split.mix = DropSplit::Part{.column = mix->column, .value = mix->value};
    split.driftMovesBaseRate = !split.mix && !has(DropCause::BaseRate) && !split.scoresAsOne
            && (has(DropCause::ScoreMix) || has(DropCause::Meaning));
    for (const DropFinding &finding : diagnosis.found) {
        const bool isRelease = finding.cause == DropCause::Release;
        if (isFaultOfUses(finding))
            split.faults.push_back({finding.cause, finding.column});
        if (!split.part && (isRelease || finding.cause == DropCause::Segment))
            split.part = DropSplit::Part{finding.column, finding.value, isRelease};
    }
    return split;
}

std::string_view keyOf(const DropAmount &amount)
{
    return amount.cause ? keyOf(*amount.cause) : std::string_view("rest");
}

bool meansSomethingElse(const DropWaterfall &waterfall)
{
    const auto meaning = std::ranges::find(waterfall.amounts, std::optional(DropCause::Meaning),
                                           &DropAmount::cause);
    return meaning != waterfall.amounts.end()
            && meaning->interval.low * meaning->interval.high > 0.0;
}

Result<DropWaterfall> dropWaterfall(const PeriodUses &before, const PeriodUses &after,
                                    Threshold threshold, const DropSplit &split,
                                    const BootstrapOptions &options, const JobControl &job)
{
    const std::vector<double> bins = scoreBins(before, after, threshold.value);
    const OwnWorth worth = ownWorth(before, after, bins, threshold);
    const CommonParts mix =
            split.mix ? commonParts(before, after, split.mix->column) : CommonParts();
    const DropBasis basis{.bins = bins, .split = split, .earlier = before, .mix = mix};
    const DropCells usesBefore(before, basis);
    const DropCells usesAfter(after, basis);
    const Resampler then(before, usesBefore, options, 0);
    const Resampler now(after, usesAfter, options, 1);
    Amounts amounts = amountsOf(then.asTheyAre(), now.asTheyAre(), worth, split);
    const Eigen::ArrayXXd resampled = resampledAmounts(then, now, worth, split, options, job);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    DropWaterfall waterfall;
    waterfall.change = meanOf(after) - meanOf(before);
    amounts[step::rest] = waterfall.change - amounts.sum();
    for (std::size_t place = split.faults.empty() ? 1 : 0; place < stepCount; ++place) {
        if (place == step::meaning && placeOfScores(split) == step::mix)
            continue;
        const auto row = static_cast<Eigen::Index>(place);
        DropAmount amount = amountAt(place, split);
        amount.amount = amounts[row];
        // Of the rest there is nothing to draw: it is as it is.
        amount.interval = place == step::rest
                ? Interval{amounts[row], amounts[row]}
                : *percentileInterval(Eigen::ArrayXd(resampled.row(row).transpose()));
        waterfall.amounts.push_back(std::move(amount));
    }
    return waterfall;
}

} // namespace oneinn
