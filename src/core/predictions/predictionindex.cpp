// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/predictionindex.h"

#include "core/index/strata.h"
#include "core/parallel.h"

#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

constexpr double latencyShare = 0.4; ///< of the progress shown
constexpr double scoreShare = 0.9;   ///< up to here the rows are sorted by score

Problem nothingSelected(const Predictions &predictions, const Selection &selection)
{
    if (const auto failed = predictions.select(selection, Calls::Failed).size(); failed > 0)
        return {.kind = ProblemKind::NothingUsable, .detail = "failed", .found = failed};
    Problem problem{.kind = ProblemKind::ValueMissing};
    if (!selection.where.empty()) {
        problem.column = selection.where.front().column;
        problem.detail = selection.where.front().value;
    } else if (selection.model) {
        problem.column = predictions.model() ? predictions.model()->name : "model";
        problem.detail = *selection.model;
    }
    return problem;
}

} // namespace

std::optional<Problem> PredictionIndex::problemWith(const Predictions &predictions,
                                                    const Selection &selection)
{
    if (predictions.hasAny(selection))
        return std::nullopt;
    return nothingSelected(predictions, selection);
}

Result<std::shared_ptr<const PredictionIndex>> PredictionIndex::build(PredictionsPtr predictions,
                                                                      Selection selection,
                                                                      const JobControl &job,
                                                                      const IndexOptions &options)
{
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    std::vector<std::uint32_t> rows = predictions->select(selection);
    if (rows.empty())
        return nothingSelected(*predictions, selection);
    if (rows.size() > ScoreOrder::mostRows)
        return Problem{.kind = ProblemKind::TooLarge, .found = rows.size()};

    std::shared_ptr<PredictionIndex> index(new PredictionIndex);
    index->m_predictions = std::move(predictions);
    index->m_selection = std::move(selection);
    index->countLostCalls();
    const std::vector<std::int32_t> keyOfRow =
            index->orderByLatency(rows, options, job.part(0.0, latencyShare));
    if (!job.stopRequested())
        index->orderByScore(std::move(rows), keyOfRow, options, job.part(latencyShare, scoreShare));
    if (!job.stopRequested())
        index->sumBins(options);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    job.report(1.0);
    return std::shared_ptr<const PredictionIndex>(std::move(index));
}

void PredictionIndex::countLostCalls()
{
    const Predictions &all = *m_predictions;
    if (!all.hasFailures())
        return;
    for (const std::uint32_t row : all.select(m_selection, Calls::Failed)) {
        const double weight = all.weight() ? (*all.weight())[row] : 1.0;
        ClassTallies &calls = all.refused(row) ? m_refused : m_failed;
        (all.label()[row] != 0 ? calls.positive : calls.negative) +=
                Tally{1.0, weight, weight * weight};
    }
}

/// Returns the latency key of every row of the predictions.
std::vector<std::int32_t> PredictionIndex::orderByLatency(const std::vector<std::uint32_t> &rows,
                                                          const IndexOptions &options,
                                                          const JobControl &job)
{
    const LabelColumn &label = m_predictions->label();
    std::vector<std::int32_t> keyOfRow(static_cast<std::size_t>(label.size()));
    for (std::size_t row = 0; row < keyOfRow.size(); ++row)
        keyOfRow[row] = ScoreOrder::latencyKey(ScoreOrder::unknownRank,
                                               label[static_cast<Eigen::Index>(row)] != 0);
    const auto &latency = m_predictions->latency();
    if (!latency)
        return keyOfRow;
    std::vector<std::uint32_t> known;
    known.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        if (!std::isnan((*latency)[row]))
            known.push_back(row);
    }
    m_rowsWithoutLatency = rows.size() - known.size();
    auto sorted =
            sortedRows(*latency, std::move(known), SortOrder::Ascending, options.threads, job);
    if (job.stopRequested())
        return keyOfRow;

    const std::size_t size = sorted.row.size();
    inParts(size, threadsFor(size, options.threads),
            [&](unsigned, std::size_t begin, std::size_t end) {
                for (std::size_t rank = begin; rank < end; ++rank) {
                    std::int32_t &key = keyOfRow[sorted.row[rank]];
                    key = ScoreOrder::latencyKey(static_cast<std::uint32_t>(rank), (key & 1) != 0);
                }
            });
    // The columns live as long as the predictions do.
    const auto column = [this](const std::optional<Eigen::ArrayXd> &values) {
        return values ? LatencyDistribution::Column(m_predictions, &*values) : nullptr;
    };
    m_latency = LatencyDistribution(column(latency), column(m_predictions->weight()),
                                    std::move(sorted.row));
    return keyOfRow;
}

void PredictionIndex::orderByScore(std::vector<std::uint32_t> rows,
                                   const std::vector<std::int32_t> &keyOfRow,
                                   const IndexOptions &options, const JobControl &job)
{
    Strata strata = strataOf(*m_predictions, rows, options.strataByModel, options.strataBySegment);
    auto sorted = sortedRows(m_predictions->score(), std::move(rows), SortOrder::Descending,
                             options.threads, job);
    if (job.stopRequested())
        return;
    const std::size_t mostBins =
            std::min(options.mostBins, CellShape::mostBins(strata.list.size()));
    m_order = ScoreOrder(m_predictions, std::move(sorted), keyOfRow, strata, mostBins,
                         options.threads);
    m_strata = std::move(strata.list);
}

CellShape PredictionIndex::shape() const
{
    return CellShape::of(m_order.bins(), m_strata.size());
}

// The work of one thread is one lambda.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
void PredictionIndex::sumBins(const IndexOptions &options)
{
    const CellShape shape = this->shape();
    const double *weight = m_order.weights();
    const std::size_t known = static_cast<std::size_t>(m_latency.size());
    std::vector<std::uint16_t> cells(known);
    const unsigned threads = threadsFor(m_order.size(), options.threads);
    std::vector<CellSums> sums(threads, CellSums::zero(shape, weight != nullptr));
    inParts(m_order.bins(), threads, [&](unsigned part, std::size_t begin, std::size_t end) {
        for (std::size_t bin = begin; bin < end; ++bin) {
            for (std::size_t i = m_order.binBegin(bin); i < m_order.binEnd(bin); ++i) {
                const std::uint16_t cell = shape.cell(bin, m_order.positive(i), m_order.stratum(i));
                if (weight)
                    sums[part].add(shape, cell, weight[i]);
                else
                    sums[part].add(cell);
                if (m_order.rank(i) < known)
                    cells[m_order.rank(i)] = cell;
            }
        }
    });
    for (std::size_t part = 1; part < sums.size(); ++part)
        sums[0] += sums[part];
    m_all = CumulativeBins(shape, sums[0]);

    const LatencyCheckpoints::Weights weights{m_latency.rows().data(),
                                              weight ? m_predictions->weight()->data() : nullptr,
                                              !weight || sumExactly(weight, m_order.size())};
    m_checkpoints = LatencyCheckpoints(shape, std::move(cells), weights, options.rowsPerCheckpoint,
                                       weight ? 3 * options.tableBytes : options.tableBytes,
                                       options.threads);
    m_known = CumulativeBins(shape, m_checkpoints.before(known));
}

std::shared_ptr<const BudgetSlice> PredictionIndex::at(Budget budget) const
{
    std::shared_ptr<BudgetSlice> slice(new BudgetSlice);
    slice->m_index = shared_from_this();
    slice->m_budget = budget;
    if (!budget || !m_predictions->hasLatency()) {
        slice->m_onTimeRanks = {0, std::numeric_limits<std::int32_t>::max()};
        slice->m_onTime = m_all;
        return slice;
    }
    const auto onTime = static_cast<std::size_t>(m_latency.rowsWithin(budget->value));
    const auto known = static_cast<std::size_t>(m_latency.size());
    slice->m_onTimeRanks = {0, RankRange::keyOf(onTime)};
    slice->m_lateRanks = {RankRange::keyOf(onTime), RankRange::keyOf(known)};
    slice->m_onTime = CumulativeBins(shape(), m_checkpoints.before(onTime));
    return slice;
}

std::shared_ptr<const BudgetSlice> PredictionIndex::known() const
{
    if (m_rowsWithoutLatency == 0 || !m_predictions->hasLatency())
        return at({});
    std::shared_ptr<BudgetSlice> slice(new BudgetSlice);
    slice->m_index = shared_from_this();
    slice->m_onTimeRanks = {0, RankRange::keyOf(static_cast<std::size_t>(m_latency.size()))};
    slice->m_onTime = m_known;
    return slice;
}

std::vector<double> PredictionIndex::scores() const
{
    std::vector<double> scores;
    scores.reserve(rows());
    for (std::size_t place = 0; place < rows(); ++place)
        scores.push_back(scoreAt(place));
    return scores;
}

IndexMemory PredictionIndex::memory() const
{
    return {m_order.bytes() + m_latency.rows().capacity() * sizeof(std::uint32_t)
                    + m_checkpoints.rowBytes(),
            m_checkpoints.tableBytes()};
}

RowAccount accountOf(const PredictionIndex &index)
{
    const RowAccount::Lost lost{index.failedRows(), index.refusedRows()};
    const RowAccount &whole = index.predictions()->account();
    const RowAccount &ofModel = index.predictions()->accountOf(index.selection().model);
    const bool apart = !index.predictions()->modelsShareRecords();
    return ofModel.narrowedTo(index.rows() + lost.failed + lost.refused, lost,
                              apart ? whole.records() - ofModel.records() : 0);
}

} // namespace oneinn
