// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curves/largestdeviations.h"

#include "core/doubts/drawunits.h"
#include "core/parallel.h"
#include "core/policies/scenariorows.h"
#include "core/rowends.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

namespace oneinn {

namespace {

using LaneWeights = std::array<double, lanesPerBlock>;

struct DrawnRow {
    double from = 0.0; ///< shown at thresholds up to this one; infinite: at all, at none
    double weight = 1.0;
    std::uint16_t first = 0;
    std::uint16_t second = 0;
    bool good = false;
};

/// A row's cell of the own matrix; absent where it has none.
struct OwnEntry {
    std::size_t column = 0;
    double weight = 0.0;
};

std::optional<OwnEntry> ownEntryOf(const UseEntries &use)
{
    for (const UseEntries::Entry &entry : use) {
        if (entry.column >= useParts)
            return OwnEntry{entry.column, entry.weight};
    }
    return std::nullopt;
}

bool isShownCell(const OwnEntry &entry)
{
    return entry.column == ClusterColumns::columnOf(OwnCell::Tp)
            || entry.column == ClusterColumns::columnOf(OwnCell::Fp);
}

/// Rows with a cell in the own matrix, from those always shown down.
std::vector<DrawnRow> drawnRows(const UseSlice &slice, const ClustersQuestion &question,
                                std::vector<std::uint32_t> &places)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const Predictions &predictions = *slice.rows().all()->predictions();
    const RowEnds none(slice, question, Threshold::alertOnNothing());
    const RowEnds all(slice, question, {-infinity});
    std::vector<DrawnRow> rows;
    for (const std::uint32_t row : predictions.select(question.selection, Calls::All)) {
        const auto silent = ownEntryOf(none.of(row));
        const auto shown = ownEntryOf(all.of(row));
        if (!silent || !shown)
            continue;
        DrawnRow drawn{.from = predictions.score()[row],
                       .weight = shown->weight,
                       .good = predictions.label()[row] != 0};
        // What answers in place of the model does not ask for the threshold.
        if (isShownCell(*silent))
            drawn.from = infinity;
        else if (!isShownCell(*shown))
            drawn.from = -infinity;
        rows.push_back(drawn);
        places.push_back(row);
    }
    return rows;
}

std::vector<DrawnRow> orderedRows(std::vector<DrawnRow> rows,
                                  const std::vector<std::uint32_t> &places, const DrawUnits &units)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].first = units.first().of(places[i]);
        if (units.second())
            rows[i].second = units.second()->of(places[i]);
    }
    std::ranges::stable_sort(rows, std::ranges::greater{}, &DrawnRow::from);
    return rows;
}

/// How often each row is in each of a block's resamples.
class Multiplicities {
public:
    Multiplicities(const DrawUnits &units, std::uint64_t seed, std::size_t from, std::size_t end)
    {
        drawLanes(seed, 0, from, end, units.first().size(), m_first);
        if (units.second())
            drawLanes(seed, 1, from, end, units.second()->size(), m_second);
    }

    void addTo(LaneWeights &sums, const DrawnRow &row) const
    {
        const auto &first = m_first[row.first];
        if (m_second.empty()) {
            for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
                sums[lane] += row.weight * first[lane];
            return;
        }
        const auto &second = m_second[row.second];
        for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
            sums[lane] += row.weight * first[lane] * second[lane];
    }

private:
    LaneCounts m_first, m_second;
};

/// Of one class.
class ClassDeviations {
public:
    ClassDeviations(const std::vector<DrawnRow> &rows, bool good, const Multiplicities &counts)
        : m_good(good)
    {
        for (const DrawnRow &row : rows) {
            if (row.good != good)
                continue;
            m_total += row.weight;
            counts.addTo(m_totals, row);
        }
        for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
            m_perTotal[lane] = m_totals[lane] > 0.0 ? 1.0 / m_totals[lane] : 0.0;
    }

    void add(const DrawnRow &row, const Multiplicities &counts)
    {
        if (row.good != m_good)
            return;
        m_shown += row.weight;
        counts.addTo(m_shownByLane, row);
    }

    /// Here is a threshold.
    void look()
    {
        const double share = m_total > 0.0 ? m_shown / m_total : 0.0;
        for (std::size_t lane = 0; lane < lanesPerBlock; ++lane) {
            const double apart = std::abs(m_shownByLane[lane] * m_perTotal[lane] - share);
            m_largest[lane] = std::max(m_largest[lane], apart);
        }
    }

    std::optional<double> largest(std::size_t lane) const
    {
        return m_totals[lane] > 0.0 ? std::optional(m_largest[lane]) : std::nullopt;
    }

private:
    bool m_good;
    double m_total = 0.0;
    double m_shown = 0.0;
    LaneWeights m_totals{}, m_perTotal{}, m_shownByLane{}, m_largest{};
};

struct BlockDeviations {
    std::vector<double> recall, fpr;
};

BlockDeviations blockDeviations(const std::vector<DrawnRow> &rows, const Multiplicities &counts,
                                std::size_t lanes)
{
    ClassDeviations good(rows, true, counts);
    ClassDeviations bad(rows, false, counts);
    const double never = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < rows.size() && rows[i].from > never; ++i) {
        (rows[i].good ? good : bad).add(rows[i], counts);
        if (i + 1 == rows.size() || rows[i + 1].from != rows[i].from) {
            good.look();
            bad.look();
        }
    }
    BlockDeviations block;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        if (const auto recall = good.largest(lane))
            block.recall.push_back(*recall);
        if (const auto fpr = bad.largest(lane))
            block.fpr.push_back(*fpr);
    }
    return block;
}

void appendAll(std::vector<double> &to, const std::vector<double> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

LargestDeviations largestDeviations(const UseSlice &slice, const ClustersQuestion &question,
                                    std::size_t resamples, std::uint64_t seed,
                                    const JobControl &job, unsigned threads)
{
    assert(slice.rows().fit(question));
    std::vector<std::uint32_t> places;
    std::vector<DrawnRow> unordered = drawnRows(slice, question, places);
    if (unordered.empty())
        return {};
    const DrawUnits units(*slice.rows().all()->predictions(), places, {});
    const std::vector<DrawnRow> rows = orderedRows(std::move(unordered), places, units);
    const std::size_t count = (resamples + lanesPerBlock - 1) / lanesPerBlock;
    std::vector<BlockDeviations> blocks(count);
    const unsigned parts =
            std::min(static_cast<unsigned>(count), threadsFor(rows.size() * resamples, threads));
    inParts(count, parts, [&](unsigned part, std::size_t begin, std::size_t end) {
        for (std::size_t block = begin; block < end && !job.stopRequested(); ++block) {
            const std::size_t from = block * lanesPerBlock;
            const std::size_t last = std::min(from + lanesPerBlock, resamples);
            blocks[block] =
                    blockDeviations(rows, Multiplicities(units, seed, from, last), last - from);
            if (part == 0)
                job.report(static_cast<double>(block + 1 - begin)
                           / static_cast<double>(end - begin));
        }
    });
    if (job.stopRequested())
        return {};
    LargestDeviations result;
    result.units = static_cast<double>(units.fewest());
    for (const BlockDeviations &block : blocks) {
        appendAll(result.recall, block.recall);
        appendAll(result.fpr, block.fpr);
    }
    std::ranges::sort(result.recall);
    std::ranges::sort(result.fpr);
    return result;
}

} // namespace oneinn
