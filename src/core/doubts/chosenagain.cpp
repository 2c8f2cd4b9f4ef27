// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/chosenagain.h"

#include "core/eigenindex.h"
#include "core/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace oneinn {

namespace {

template<typename Number> using Lanes = std::array<Number, lanesPerBlock>;

/// What a resample's sums are worth.
struct LaneWorth {
    Lanes<double> right{}; ///< of a weight of positives shown
    Lanes<double> wrong{};
    Lanes<double> slack{}; ///< gains that differ by less are equal
    Lanes<double> weight{};
};

struct LaneChoice {
    Lanes<double> best{};
    Lanes<double> reference{};
    Lanes<std::uint32_t> cut{};
};

ClassFactors factorsFor(const RedrawQuestion &question, double positives, double negatives)
{
    if (!question.baseRate || !(positives > 0.0) || !(negatives > 0.0))
        return {};
    return classFactors(positives, negatives, *question.baseRate);
}

/// By lane, summed weights of all uses of one class.
Lanes<double> totals(const Eigen::MatrixXd &byUnit, const BlockCounts &counts)
{
    const auto asMatrix = [](const LaneCounts &of) {
        Eigen::MatrixXd times(eigenIndex(lanesPerBlock), eigenIndex(of.size()));
        for (std::size_t unit = 0; unit < of.size(); ++unit) {
            for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
                times(eigenIndex(lane), eigenIndex(unit)) = of[unit][lane];
        }
        return times;
    };
    const Eigen::MatrixXd byFirst = asMatrix(counts.first) * byUnit;
    const Eigen::VectorXd sums = counts.second.empty()
            ? Eigen::VectorXd(byFirst.col(0))
            : Eigen::VectorXd(byFirst.cwiseProduct(asMatrix(counts.second)).rowwise().sum());
    Lanes<double> result{};
    std::copy(sums.begin(), sums.end(), result.begin());
    return result;
}

LaneWorth worthOf(const DrawnUses &uses, const RedrawQuestion &question, const BlockCounts &counts)
{
    const Lanes<double> positives = totals(uses.positives, counts);
    const Lanes<double> negatives = totals(uses.negatives, counts);
    LaneWorth worth;
    for (std::size_t lane = 0; lane < lanesPerBlock; ++lane) {
        const ClassFactors factors = factorsFor(question, positives[lane], negatives[lane]);
        worth.right[lane] = question.gain.right * factors.positive;
        worth.wrong[lane] = question.gain.wrong * factors.negative;
        worth.slack[lane] = question.gain.slack(positives[lane] * factors.positive,
                                                negatives[lane] * factors.negative);
        const bool told = !question.baseRate || (positives[lane] > 0.0 && negatives[lane] > 0.0);
        worth.weight[lane] = told ? positives[lane] + negatives[lane] : 0.0;
    }
    return worth;
}

/// One pass down the scores for all resamples of a block.
/// Sum: whole numbers where every row weighs 1.
template<typename Sum, bool crossed> class ScorePass {
public:
    ScorePass(const ThresholdCuts &cuts, const DrawnUses &uses, const BlockCounts &counts)
        : m_cuts(cuts)
        , m_key(cuts.slice().order().latencyKeys())
        , m_onTime(cuts.slice().onTimeRanks().end)
        , m_weight(cuts.slice().order().weights())
        , m_uses(uses)
        , m_counts(counts)
    {
    }

    LaneChoice choice(const LaneWorth &worth, std::size_t reference)
    {
        LaneChoice choice;
        std::size_t from = 0;
        // The first cut, which shows nothing, gains 0 and is chosen so far.
        for (std::size_t cut = 1; cut < m_cuts.size(); ++cut) {
            const std::size_t end = m_cuts.position(cut);
            for (; from < end; ++from)
                add(from);
            compare(worth, static_cast<std::uint32_t>(cut), choice);
            if (cut == reference)
                keep(worth, choice);
        }
        return choice;
    }

private:
    void add(std::size_t position)
    {
        const std::int32_t key = m_key[position];
        if (key >= m_onTime)
            return;
        Lanes<Sum> &sums = m_sums[key & 1];
        const Lanes<std::uint8_t> &times = m_counts.first[m_uses.first[position]];
        const Sum weight = std::is_floating_point_v<Sum> ? static_cast<Sum>(m_weight[position]) : 1;
        if constexpr (crossed) {
            const Lanes<std::uint8_t> &days = m_counts.second[m_uses.second[position]];
            for (std::size_t lane = 0; lane < lanesPerBlock; ++lane) {
                const auto both = static_cast<std::uint16_t>(times[lane] * days[lane]);
                sums[lane] += weight * static_cast<Sum>(both);
            }
        } else {
            for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
                sums[lane] += weight * static_cast<Sum>(times[lane]);
        }
    }
    double gain(const LaneWorth &worth, std::size_t lane) const
    {
        return worth.right[lane] * static_cast<double>(m_sums[1][lane])
                + worth.wrong[lane] * static_cast<double>(m_sums[0][lane]);
    }
    void compare(const LaneWorth &worth, std::uint32_t cut, LaneChoice &choice) const
    {
        for (std::size_t lane = 0; lane < lanesPerBlock; ++lane) {
            const double here = gain(worth, lane);
            const bool better = here > choice.best[lane] + worth.slack[lane];
            choice.best[lane] = better ? here : choice.best[lane];
            choice.cut[lane] = better ? cut : choice.cut[lane];
        }
    }
    void keep(const LaneWorth &worth, LaneChoice &choice) const
    {
        for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
            choice.reference[lane] = gain(worth, lane);
    }

    const ThresholdCuts &m_cuts;
    const std::int32_t *m_key;
    std::int32_t m_onTime;
    const double *m_weight;
    const DrawnUses &m_uses;
    const BlockCounts &m_counts;
    std::array<Lanes<Sum>, 2> m_sums{}; ///< [positive]
};

LaneChoice choiceOf(const ThresholdCuts &cuts, const DrawnUses &uses, const BlockCounts &counts,
                    const LaneWorth &worth, std::size_t reference)
{
    const bool weighted = cuts.slice().order().weights() != nullptr;
    if (weighted)
        return uses.crossed()
                ? ScorePass<double, true>(cuts, uses, counts).choice(worth, reference)
                : ScorePass<double, false>(cuts, uses, counts).choice(worth, reference);
    return uses.crossed()
            ? ScorePass<std::uint32_t, true>(cuts, uses, counts).choice(worth, reference)
            : ScorePass<std::uint32_t, false>(cuts, uses, counts).choice(worth, reference);
}

/// What a block's resamples chose, lane by lane; there: minus infinity where one tells nothing.
struct BlockChoice {
    Lanes<std::uint32_t> cut{};
    Lanes<double> there{};
};

constexpr double untold = -std::numeric_limits<double>::infinity();

BlockChoice blockChoice(const ThresholdCuts &cuts, const DrawnUses &uses,
                        const RedrawQuestion &question, const BlockCounts &counts)
{
    const LaneWorth worth = worthOf(uses, question, counts);
    const LaneChoice choice = choiceOf(cuts, uses, counts, worth, question.reference);
    BlockChoice result{choice.cut, {}};
    for (std::size_t lane = 0; lane < lanesPerBlock; ++lane) {
        result.there[lane] = worth.weight[lane] > 0.0
                ? (choice.best[lane] - choice.reference[lane]) / worth.weight[lane]
                : untold;
    }
    return result;
}

/// Blocks one after the other, so that nothing depends on who worked them out.
ChosenAgain gathered(const std::vector<BlockChoice> &blocks, const ThresholdCuts &cuts,
                     const DrawnUses &uses, const RedrawQuestion &question)
{
    const std::vector<double> gains = gainsByCut(cuts, uses, question);
    const double weight = uses.positives.sum() + uses.negatives.sum();
    ChosenAgain result;
    for (std::size_t resample = 0; resample < question.resamples; ++resample) {
        const BlockChoice &block = blocks[resample / lanesPerBlock];
        const std::size_t lane = resample % lanesPerBlock;
        if (block.there[lane] == untold)
            continue;
        const std::uint32_t cut = block.cut[lane];
        result.cut.push_back(cut);
        result.there.push_back(block.there[lane]);
        result.here.push_back((gains[cut] - gains[question.reference]) / weight);
    }
    return result;
}

} // namespace

std::optional<double> ChosenAgain::optimism() const
{
    if (cut.empty())
        return std::nullopt;
    double sum = 0.0;
    for (std::size_t i = 0; i < cut.size(); ++i)
        sum += there[i] - here[i];
    return sum / static_cast<double>(cut.size());
}

std::vector<double> gainsByCut(const ThresholdCuts &cuts, const DrawnUses &uses,
                               const RedrawQuestion &question)
{
    const ClassFactors factors = factorsFor(question, uses.positives.sum(), uses.negatives.sum());
    std::vector<double> gains;
    gains.reserve(cuts.size());
    for (const ClassWeights &shown : cuts.shown())
        gains.push_back(question.gain.right * factors.positive * shown.positive
                        + question.gain.wrong * factors.negative * shown.negative);
    return gains;
}

ChosenAgain chosenAgain(const ThresholdCuts &cuts, const DrawnUses &uses,
                        const RedrawQuestion &question, const BlockCounts &counts)
{
    return gathered({blockChoice(cuts, uses, question, counts)}, cuts, uses, question);
}

ChosenAgain chosenAgain(const ThresholdCuts &cuts, const DrawnUses &uses,
                        const RedrawQuestion &question, const JobControl &job)
{
    const std::size_t count = (question.resamples + lanesPerBlock - 1) / lanesPerBlock;
    std::vector<BlockChoice> blocks(count);
    const auto work = [&](unsigned part, std::size_t begin, std::size_t end) {
        BlockCounts counts;
        for (std::size_t block = begin; block < end && !job.stopRequested(); ++block) {
            const std::size_t from = block * lanesPerBlock;
            const std::size_t last = std::min(from + lanesPerBlock, question.resamples);
            drawLanes(question.seed, 0, from, last, uses.firstUnits, counts.first);
            if (uses.crossed())
                drawLanes(question.seed, 1, from, last, uses.secondUnits, counts.second);
            blocks[block] = blockChoice(cuts, uses, question, counts);
            if (part == 0)
                job.report(static_cast<double>(block + 1 - begin)
                           / static_cast<double>(end - begin));
        }
    };
    const std::size_t additions = question.resamples * std::max<std::size_t>(1, uses.first.size());
    inParts(count,
            static_cast<unsigned>(
                    std::min<std::size_t>(count, threadsFor(additions, question.threads))),
            work);
    if (job.stopRequested())
        return {};
    return gathered(blocks, cuts, uses, question);
}

} // namespace oneinn
