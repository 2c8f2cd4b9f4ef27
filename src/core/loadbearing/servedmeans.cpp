// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/servedmeans.h"

#include "core/comparison/groupedmeans.h"
#include "core/comparison/groupsums.h"
#include "core/eigenindex.h"
#include "core/loadbearing/servedcolumns.h"
#include "core/parallel.h"

#include <array>
#include <cstdint>
#include <utility>

namespace oneinn {

namespace {

constexpr Eigen::Index cellColumns = 5; ///< in the order of ServedCells
constexpr Eigen::Index unservedColumn = 4;

void append(std::vector<Eigen::ArrayXd> &columns, ServedColumns served)
{
    for (Eigen::ArrayXd *column :
         {&served.tp, &served.fp, &served.fn, &served.tn, &served.unserved})
        columns.push_back(std::move(*column));
}

/// By use, its cell among the first four.
std::vector<std::uint8_t> cellsOf(const PairedRows &rows, const UseOutcomes &outcomes)
{
    constexpr unsigned codeThreads = 2;
    std::vector<std::uint8_t> cells(static_cast<std::size_t>(rows.uses()));
    inParts(cells.size(), codeThreads, [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t use = begin; use < end; ++use) {
            const bool shown = outcomes.decision[use] == UseDecision::Shown;
            const bool good = rows.label[eigenIndex(use)] != 0;
            cells[use] = static_cast<std::uint8_t>((good ? 0U : 1U) + (shown ? 0U : 2U));
        }
    });
    return cells;
}

/// By kind, groups x cells, and each group's weight last.
using ByKind = std::array<Eigen::MatrixXd, UseGroups::Kinds>;

ByKind summedByGroup(const UseGroups &groups, const UseOutcomes &outcomes,
                     const PatienceCurve &patience)
{
    const PairedRows &rows = groups.rows();
    const std::vector<std::uint8_t> cells = cellsOf(rows, outcomes);
    const Eigen::ArrayXd served = servedShares(outcomes, patience);
    const GroupSums sums(groups,
                         {cells, static_cast<std::size_t>(unservedColumn), rows.weight, &served});
    ByKind result;
    for (const auto kind : {UseGroups::Users, UseGroups::Days}) {
        Eigen::MatrixXd &by = result[kind];
        by.resize(eigenIndex(groups.groups(kind)), cellColumns + 1);
        by.leftCols(unservedColumn) = sums.staying(kind).transpose();
        by.col(cellColumns) = sums.weight(kind).colwise().sum().transpose();
        by.col(unservedColumn) =
                (by.col(cellColumns) - by.leftCols(unservedColumn).rowwise().sum()).cwiseMax(0.0);
    }
    return result;
}

} // namespace

Result<ResampledMeans> servedMeans(const PairedRows &rows, const std::optional<UseGroups> &groups,
                                   const std::vector<std::function<UseOutcomes()>> &outcomes,
                                   const PatienceCurve &patience, const BootstrapOptions &options,
                                   const JobControl &job)
{
    if (!groups) {
        std::vector<Eigen::ArrayXd> columns;
        for (const auto &outcomesOf : outcomes)
            append(columns, servedColumns(rows, outcomesOf(), patience));
        return resampledMeans(rows, columns, options, job);
    }
    std::vector<ByKind> sums;
    for (const auto &outcomesOf : outcomes) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        sums.push_back(summedByGroup(*groups, outcomesOf(), patience));
    }
    return resampledMeans(
            *groups,
            [&](UseGroups::Kind kind) {
                const Eigen::Index weight = cellColumns * eigenIndex(sums.size());
                Eigen::MatrixXd all(eigenIndex(groups->groups(kind)), weight + 1);
                for (std::size_t i = 0; i < sums.size(); ++i)
                    all.middleCols(cellColumns * eigenIndex(i), cellColumns) =
                            sums[i][kind].leftCols(cellColumns);
                all.col(weight) = sums.front()[kind].col(cellColumns);
                return all;
            },
            options, job);
}

} // namespace oneinn
