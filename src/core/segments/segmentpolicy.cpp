// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentpolicy.h"

#include "core/doubts/drawunits.h"
#include "core/infinity.h"
#include "core/segments/segmenttable.h"
#include "core/segments/shortestthreshold.h"
#include "core/segments/worthofparts.h"
#include "core/usesanswer.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace oneinn {

namespace {

constexpr double perThousand = 1000.0;

/// A segment's rows that take part, from the highest score down.
struct Scanned {
    std::vector<SegmentStep> steps;
    std::vector<std::uint32_t> rows;
    std::vector<double> scores; ///< by vertex but the first
    std::size_t now = 0;        ///< vertex of the threshold it has
    bool own = false;
    bool isOfBins = false;
};

double rightShown(const SummedEnd &end, UsePart part)
{
    return end.parts.ifThere == part ? end.weight * end.staying : 0.0;
}

Scanned scanned(const SegmentIndex &index, std::size_t segment, const SegmentsQuestion &question,
                const WorthOfParts &worth, const ClassFactors &factors)
{
    Scanned result;
    result.isOfBins = index.slice().rows().all()->predictions()->isScoredByBins();
    std::optional<double> before; // failed calls, which have no score, stand last
    for (const std::uint32_t row : index.rowsOf(segment)) {
        const auto shown = index.ends().endIf(row, true);
        const auto silent = index.ends().endIf(row, false);
        if (!shown || !silent)
            continue;
        const bool good = ofGoodOnes.contains(shown->parts.ifThere);
        const double factor = good ? factors.positive : factors.negative;
        const bool answered = !index.slice().rows().all()->predictions()->failed(row);
        const double score = index.scoreOf(row);
        if (answered && before == score)
            result.steps.back().last = false;
        else if (answered)
            result.scores.push_back(score);
        if (answered)
            before = score;
        result.steps.push_back(
                {.gain = factor * shown->weight * (worth.of(*shown) - worth.of(*silent)),
                 .right = factor
                         * (rightShown(*shown, UsePart::RightShown)
                            - rightShown(*silent, UsePart::RightShown)),
                 .wrong = factor
                         * (rightShown(*shown, UsePart::WrongShown)
                            - rightShown(*silent, UsePart::WrongShown)),
                 .weight = factor * shown->weight,
                 .good = good,
                 .last = answered});
        result.rows.push_back(row);
    }
    result.now = static_cast<std::size_t>(
            std::count_if(result.scores.begin(), result.scores.end(),
                          [&](double score) { return score >= question.threshold.value; }));
    return result;
}

/// Enough of it for a threshold that means something.
bool hasEnough(const SegmentRow &row)
{
    const auto good = row.shares[Share::Good];
    return good && good->effectiveN >= fewestForOwnThreshold && good->yes.rows >= fewestOfEachClass
            && (good->all - good->yes).rows >= fewestOfEachClass;
}

/// By segment, the vertex taken.
struct Chosen {
    std::vector<std::size_t> vertex;
    std::optional<double> level;
};

class Chooser {
public:
    Chooser(const std::vector<Scanned> &segments, const PolicyOfSegmentsQuestion &policy)
        : m_segments(segments)
        , m_policy(policy)
    {
    }
    Chosen of(const std::vector<SegmentVertices> &vertices) const
    {
        Chosen chosen{std::vector<std::size_t>(m_segments.size()), m_policy.target};
        for (std::size_t i = 0; i < m_segments.size(); ++i)
            chosen.vertex[i] = m_segments[i].now;
        if (m_policy.rule == SegmentRule::OneThreshold)
            return {chosen.vertex, std::nullopt};
        if (m_policy.rule != SegmentRule::MostValue && !m_policy.target)
            return atBestLevel(vertices, chosen);
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            if (m_segments[i].own)
                chosen.vertex[i] =
                        vertexFor(vertices[i], m_policy.rule, m_policy.target.value_or(0.0));
        }
        return chosen;
    }

private:
    Chosen atBestLevel(const std::vector<SegmentVertices> &vertices, Chosen chosen) const
    {
        std::vector<double> total(levelSteps + 1, 0.0);
        std::vector<std::vector<std::size_t>> byLevel(m_segments.size());
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            if (!m_segments[i].own)
                continue;
            byLevel[i] = verticesByLevel(vertices[i], m_policy.rule);
            for (std::size_t level = 0; level <= levelSteps; ++level)
                total[level] += vertices[i].gain[byLevel[i][level]];
        }
        const auto best = static_cast<std::size_t>(std::max_element(total.begin(), total.end())
                                                   - total.begin());
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            if (m_segments[i].own)
                chosen.vertex[i] = byLevel[i][best];
        }
        chosen.level = static_cast<double>(best) / double(levelSteps);
        return chosen;
    }

    const std::vector<Scanned> &m_segments;
    const PolicyOfSegmentsQuestion &m_policy;
};

double gained(const SegmentVertices &vertices, std::size_t at, std::size_t now)
{
    return vertices.gain[at] - vertices.gain[now];
}

/// By segment, the vertex of one threshold for all.
class CommonThreshold {
public:
    explicit CommonThreshold(const std::vector<Scanned> &segments)
    {
        for (std::size_t i = 0; i < segments.size(); ++i) {
            for (std::size_t at = 0; at < segments[i].scores.size(); ++at)
                m_falling.push_back({segments[i].scores[at], static_cast<std::uint32_t>(i),
                                     static_cast<std::uint32_t>(at + 1)});
            m_now.push_back(segments[i].now);
        }
        std::ranges::sort(m_falling, std::greater(), &Vertex::score);
    }

    /// It was chosen on these uses, so that it is chosen again in a resample: none is worth more.
    bool isBestOf(const std::vector<SegmentVertices> &vertices) const
    {
        constexpr double rounding = 1e-9; // of sums in another order
        const double most = gainOf(vertices, bestOf(vertices));
        return gainOf(vertices, m_now) >= most - rounding * std::max(1.0, std::abs(most));
    }
    const std::vector<std::size_t> &now() const { return m_now; }

    /// The one that is worth most.
    std::vector<std::size_t> bestOf(const std::vector<SegmentVertices> &vertices) const
    {
        double gain = 0.0;
        double most = 0.0;
        std::size_t shown = 0; // so many of the falling scores
        for (std::size_t i = 0; i < m_falling.size(); ++i) {
            const auto &[score, segment, vertex] = m_falling[i];
            gain += gained(vertices[segment], vertex, vertex - 1);
            const bool isLast = i + 1 == m_falling.size() || m_falling[i + 1].score < score;
            if (isLast && gain > most) {
                most = gain;
                shown = i + 1;
            }
        }
        std::vector<std::size_t> best(m_now.size(), 0);
        for (std::size_t i = 0; i < shown; ++i)
            best[m_falling[i].segment] = m_falling[i].vertex;
        return best;
    }

private:
    struct Vertex {
        double score;
        std::uint32_t segment;
        std::uint32_t vertex; ///< from 1
    };

    static double gainOf(const std::vector<SegmentVertices> &vertices,
                         const std::vector<std::size_t> &at)
    {
        double gain = 0.0;
        for (std::size_t i = 0; i < at.size(); ++i)
            gain += vertices[i].gain[at[i]];
        return gain;
    }

    std::vector<Vertex> m_falling;
    std::vector<std::size_t> m_now;
};

/// How much better than on the uses as they are each segment seems where it is chosen, in the mean
/// of resamples; per use of the resample. Empty when stopped.
class Optimism {
public:
    Optimism(const std::vector<Scanned> &segments, const std::vector<SegmentVertices> &asTheyAre,
             const Chooser &chooser, const DrawUnits &units)
        : m_segments(segments)
        , m_asTheyAre(asTheyAre)
        , m_common(segments)
        , m_commonIsChosen(m_common.isBestOf(asTheyAre))
        , m_chooser(chooser)
        , m_units(units)
    {
    }

    std::vector<double> mean(const PolicyOfSegmentsQuestion &policy, const JobControl &job)
    {
        std::vector<double> sums(m_segments.size(), 0.0);
        const UnitNumbers &first = m_units.first();
        for (std::size_t from = 0; from < policy.resamples; from += lanesPerBlock) {
            const std::size_t end = std::min(policy.resamples, from + lanesPerBlock);
            drawLanes(policy.seed, 0, from, end, first.size(), m_first);
            if (m_units.second())
                drawLanes(policy.seed, 1, from, end, m_units.second()->size(), m_second);
            for (std::size_t lane = 0; lane < end - from; ++lane) {
                if (job.stopRequested())
                    return {};
                addLane(lane, sums);
                job.report(static_cast<double>(from + lane + 1)
                           / static_cast<double>(policy.resamples));
            }
        }
        for (double &sum : sums)
            sum /= static_cast<double>(policy.resamples);
        return sums;
    }

private:
    double timesOf(std::uint32_t row, std::size_t lane) const
    {
        const double first = m_first[m_units.first().of(row)][lane];
        return m_units.second() ? first * m_second[m_units.second()->of(row)][lane] : first;
    }
    static double weightOf(const std::vector<SegmentVertices> &vertices)
    {
        return std::accumulate(
                vertices.begin(), vertices.end(), 0.0,
                [](double sum, const SegmentVertices &each) { return sum + each.good + each.bad; });
    }
    void addLane(std::size_t lane, std::vector<double> &sums) const
    {
        std::vector<SegmentVertices> drawn;
        drawn.reserve(m_segments.size());
        for (const Scanned &segment : m_segments)
            drawn.push_back(verticesOf(
                    segment.steps, [&](std::size_t i) { return timesOf(segment.rows[i], lane); }));
        const double there = weightOf(drawn);
        const double here = weightOf(m_asTheyAre);
        if (!(there > 0.0))
            return;
        const Chosen chosen = m_chooser.of(drawn);
        const std::vector<std::size_t> common =
                m_commonIsChosen ? m_common.bestOf(drawn) : m_common.now();
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            const std::size_t own = m_segments[i].own ? chosen.vertex[i] : common[i];
            sums[i] += gained(drawn[i], own, common[i]) / there
                    - gained(m_asTheyAre[i], own, common[i]) / here;
        }
    }

    const std::vector<Scanned> &m_segments;
    const std::vector<SegmentVertices> &m_asTheyAre;
    CommonThreshold m_common;
    bool m_commonIsChosen;
    const Chooser &m_chooser;
    const DrawUnits &m_units;
    LaneCounts m_first;
    LaneCounts m_second;
};

std::vector<double> optimismOf(const SegmentIndex &index, const std::vector<Scanned> &segments,
                               const std::vector<SegmentVertices> &vertices, const Chooser &chooser,
                               const PolicyOfSegmentsQuestion &policy, const JobControl &job)
{
    std::vector<std::uint32_t> rows;
    for (const Scanned &segment : segments)
        rows.insert(rows.end(), segment.rows.begin(), segment.rows.end());
    std::vector<double> none(segments.size(), 0.0);
    if (rows.empty())
        return none;
    std::sort(rows.begin(), rows.end());
    const DrawUnits units(*index.slice().rows().all()->predictions(), rows, std::nullopt);
    return Optimism(segments, vertices, chooser, units).mean(policy, job);
}

std::vector<Scanned> scannedSegments(const SegmentIndex &index, const SegmentsQuestion &question,
                                     const SegmentSpreads &spreads, const ClassFactors &factors)
{
    const SegmentTable table = segmentTable(index, question, &spreads);
    const WorthOfParts worth(question.values);
    std::vector<Scanned> segments;
    segments.reserve(index.segments().size());
    for (std::size_t i = 0; i < index.segments().size(); ++i)
        segments.push_back(scanned(index, i, question, worth, factors));
    for (const SegmentRow &row : table.rows)
        segments[row.segment].own = hasEnough(row);
    return segments;
}

Threshold thresholdAt(const Scanned &segment, std::size_t vertex, Threshold now)
{
    if (vertex == segment.now)
        return now;
    if (vertex == 0)
        return Threshold::alertOnNothing();
    const double below = vertex < segment.scores.size() ? segment.scores[vertex] : -infinity;
    return shortestThreshold({below, segment.scores[vertex - 1], segment.isOfBins});
}

} // namespace

std::vector<Threshold> SegmentPolicy::thresholds() const
{
    std::vector<Threshold> result;
    result.reserve(segments.size());
    for (const SegmentChange &each : segments)
        result.push_back(each.threshold);
    return result;
}

Result<SegmentPolicy> segmentPolicy(const SegmentIndex &index, const SegmentsQuestion &question,
                                    const PolicyOfSegmentsQuestion &policy, const JobControl &job)
{
    constexpr double known = 0.2; // of the work, when it is known how sure the segments are
    const std::vector<Threshold> now(index.segments().size(), question.threshold);
    const auto spreads = segmentSpreads(index, question, now, job.part(0.0, known));
    if (!spreads)
        return spreads.problem();
    const Waterfall whole = index.slice().waterfall(question.threshold);
    const ClassFactors factors = restatement(whole, question.baseRate);
    const double all = whole.rebased(factors).uses().weight;
    const std::vector<Scanned> segments =
            scannedSegments(index, question, spreads.value(), factors);
    std::vector<SegmentVertices> vertices;
    vertices.reserve(segments.size());
    for (const Scanned &segment : segments)
        vertices.push_back(verticesOf(segment.steps, [](std::size_t) { return 1.0; }));

    const Chooser chooser(segments, policy);
    const Chosen chosen = chooser.of(vertices);
    SegmentPolicy result{.target = chosen.level};
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::size_t at = chosen.vertex[i];
        const std::size_t was = segments[i].now;
        const SegmentVertices &sums = vertices[i];
        result.segments.push_back(
                {.threshold = thresholdAt(segments[i], at, question.threshold),
                 .own = segments[i].own && policy.rule != SegmentRule::OneThreshold,
                 .value = perThousand * gained(sums, at, was) / all,
                 .wrongShown = perThousand * (sums.wrong[at] - sums.wrong[was]) / all,
                 .missed = perThousand * (sums.right[was] - sums.right[at]) / all});
        result.value += result.segments.back().value;
    }
    if (policy.rule == SegmentRule::OneThreshold || policy.resamples == 0)
        return result;
    const std::vector<double> optimism =
            optimismOf(index, segments, vertices, chooser, policy, job.part(known, 1.0));
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    result.optimism = 0.0;
    for (std::size_t i = 0; i < optimism.size(); ++i) {
        result.segments[i].optimism = perThousand * optimism[i];
        *result.optimism += result.segments[i].optimism;
    }
    result.optimism = std::max(0.0, *result.optimism);
    return result;
}

} // namespace oneinn
