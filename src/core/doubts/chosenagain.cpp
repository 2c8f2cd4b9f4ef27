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
#include <type_traits>
#include <utility>

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

/// By lane, how often a row is in the resamples: as often as its unit, or its user times its day.
template<bool crossed> class RowTimes {
public:
    RowTimes(const DrawnUses &uses, const BlockCounts &counts)
        : m_uses(uses)
        , m_counts(counts)
    {
    }

    /// A type that holds every product of two counts.
    using Number = std::conditional_t<crossed, std::uint16_t, std::uint8_t>;

    template<typename Sum> void addTo(Lanes<Sum> &sums, std::size_t position, Sum weight) const
    {
        const Lanes<std::uint8_t> &times = m_counts.first[m_uses.first[position]];
        if constexpr (crossed) {
            const Lanes<std::uint8_t> &days = m_counts.second[m_uses.second[position]];
            for (std::size_t lane = 0; lane < lanesPerBlock; ++lane) {
                const auto both = static_cast<std::uint16_t>(times[lane] * days[lane]);
                sums[lane] = static_cast<Sum>(sums[lane] + weight * static_cast<Sum>(both));
            }
        } else {
            for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
                sums[lane] = static_cast<Sum>(sums[lane] + weight * static_cast<Sum>(times[lane]));
        }
    }
    /// So many rows can be added in a Number whatever they are.
    std::size_t rowsInANumber() const
    {
        const unsigned most = mostOf(m_counts.first) * (crossed ? mostOf(m_counts.second) : 1U);
        return std::numeric_limits<Number>::max() / std::max(1U, most);
    }

private:
    static unsigned mostOf(const LaneCounts &counts)
    {
        unsigned most = 0;
        for (const auto &unit : counts)
            most = std::max<unsigned>(most, *std::max_element(unit.begin(), unit.end()));
        return most;
    }

    const DrawnUses &m_uses;
    const BlockCounts &m_counts;
};

/// Summed weights of one class.
template<bool crossed> class WeighedLanes {
public:
    WeighedLanes(const RowTimes<crossed> &times, const double *weight)
        : m_times(times)
        , m_weight(weight)
    {
    }
    void add(bool positive, std::size_t position)
    {
        m_times.template addTo<double>(m_sums[positive ? 1 : 0], position, m_weight[position]);
    }
    void settle() { }
    double at(bool positive, std::size_t lane) const { return m_sums[positive ? 1 : 0][lane]; }

private:
    const RowTimes<crossed> &m_times;
    const double *m_weight;
    std::array<Lanes<double>, 2> m_sums{};
};

/// The same where every row weighs 1: a few rows are counted in small numbers, of which many are
/// added at once, before these are added up.
template<bool crossed> class CountedLanes {
public:
    explicit CountedLanes(const RowTimes<crossed> &times)
        : m_times(times)
        , m_most(times.rowsInANumber())
    {
    }
    void add(bool positive, std::size_t position)
    {
        m_times.template addTo<Number>(m_few[positive ? 1 : 0], position, 1);
        if (++m_rows == m_most)
            settle();
    }
    void settle()
    {
        for (std::size_t which = 0; which < m_few.size(); ++which) {
            for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
                m_sums[which][lane] += m_few[which][lane];
            m_few[which].fill(0);
        }
        m_rows = 0;
    }
    double at(bool positive, std::size_t lane) const { return m_sums[positive ? 1 : 0][lane]; }

private:
    using Number = typename RowTimes<crossed>::Number;

    const RowTimes<crossed> &m_times;
    std::size_t m_most;
    std::size_t m_rows = 0;
    std::array<Lanes<Number>, 2> m_few{};
    std::array<Lanes<std::uint32_t>, 2> m_sums{};
};

/// One pass down the scores for all resamples of a block.
template<typename Sums> class ScorePass {
public:
    ScorePass(const ThresholdCuts &cuts, const LaneWorth &worth, Sums sums)
        : m_cuts(cuts)
        , m_worth(worth)
        , m_sums(std::move(sums))
    {
    }

    LaneChoice choice(std::size_t reference)
    {
        const std::int32_t *key = m_cuts.slice().order().latencyKeys();
        const std::int32_t onTime = m_cuts.slice().onTimeRanks().end;
        LaneChoice choice;
        std::size_t from = 0;
        // The first cut, which shows nothing, gains 0 and is chosen so far.
        for (std::size_t cut = 1; cut < m_cuts.size(); ++cut) {
            const std::size_t end = m_cuts.position(cut);
            for (; from < end; ++from) {
                if (key[from] < onTime)
                    m_sums.add((key[from] & 1) != 0, from);
            }
            m_sums.settle();
            compare(static_cast<std::uint32_t>(cut), choice);
            if (cut == reference)
                keep(choice);
        }
        return choice;
    }

private:
    double gain(std::size_t lane) const
    {
        return m_worth.right[lane] * m_sums.at(true, lane)
                + m_worth.wrong[lane] * m_sums.at(false, lane);
    }
    void compare(std::uint32_t cut, LaneChoice &choice) const
    {
        for (std::size_t lane = 0; lane < lanesPerBlock; ++lane) {
            const double here = gain(lane);
            const bool better = here > choice.best[lane] + m_worth.slack[lane];
            choice.best[lane] = better ? here : choice.best[lane];
            choice.cut[lane] = better ? cut : choice.cut[lane];
        }
    }
    void keep(LaneChoice &choice) const
    {
        for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
            choice.reference[lane] = gain(lane);
    }

    const ThresholdCuts &m_cuts;
    const LaneWorth &m_worth;
    Sums m_sums;
};

template<bool crossed>
LaneChoice choiceOf(const ThresholdCuts &cuts, const RowTimes<crossed> &times,
                    const LaneWorth &worth, std::size_t reference)
{
    if (const double *weights = cuts.slice().order().weights())
        return ScorePass(cuts, worth, WeighedLanes<crossed>(times, weights)).choice(reference);
    return ScorePass(cuts, worth, CountedLanes<crossed>(times)).choice(reference);
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
    const LaneChoice choice = uses.crossed()
            ? choiceOf(cuts, RowTimes<true>(uses, counts), worth, question.reference)
            : choiceOf(cuts, RowTimes<false>(uses, counts), worth, question.reference);
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
