// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/classreport.h"

#include "core/clusters/influencespread.h"
#include "core/eigenindex.h"
#include "core/metrics/pointmetrics.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace oneinn {

namespace {

/// A share among some of the rows, as sure as users and days leave it.
template<typename Holds>
std::optional<Proportion> shareAmong(const ClassRows &rows, const std::vector<std::size_t> &some,
                                     const Tally &all, Holds holds)
{
    Tally yes;
    Eigen::ArrayXd isYes(eigenIndex(some.size()));
    Eigen::ArrayXd weight(isYes.size());
    std::vector<Eigen::Index> places;
    places.reserve(some.size());
    for (const std::size_t row : some) {
        const Eigen::Index at = eigenIndex(places.size());
        weight[at] = rows.weightOf(row);
        isYes[at] = holds(row) ? 1.0 : 0.0;
        if (holds(row))
            yes += {1.0, weight[at], weight[at] * weight[at]};
        places.push_back(eigenIndex(row));
    }
    const bool alike = rows.user.size() > 0 || rows.day.size() > 0;
    return proportion(yes, all - yes,
                      alike && !some.empty() ? clusterEffect(
                              isYes, weight, codesAt(rows.user, places), codesAt(rows.day, places))
                                             : std::nullopt);
}

using RowLists = std::vector<std::vector<std::size_t>>;

/// Rows by what they are, or by what was decided.
RowLists rowsBy(const std::vector<std::uint32_t> &codes, std::size_t lists)
{
    RowLists result(lists);
    for (std::size_t row = 0; row < codes.size(); ++row)
        result[codes[row]].push_back(row);
    return result;
}

Tally sumOf(const std::vector<Tally> &tallies)
{
    Tally sum;
    for (const Tally &tally : tallies)
        sum += tally;
    return sum;
}

void countMatrix(ClassReport &report, const ClassRows &rows)
{
    const std::size_t classes = rows.names.size();
    report.matrix.assign(classes, std::vector<Tally>(classes + 1));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double weight = rows.weightOf(row);
        report.matrix[rows.actual[row]][rows.decided[row]] += {1.0, weight, weight * weight};
    }
}

void countClasses(ClassReport &report, const ClassRows &rows)
{
    const std::size_t classes = rows.names.size();
    const RowLists byActual = rowsBy(rows.actual, classes);
    const RowLists byDecided = rowsBy(rows.decided, classes + 1);
    report.classes.resize(classes);
    for (std::size_t at = 0; at < classes; ++at) {
        ClassRow &row = report.classes[at];
        row.rows = sumOf(report.matrix[at]);
        for (const auto &cells : report.matrix)
            row.decided += cells[at];
        const auto code = static_cast<std::uint32_t>(at);
        row.recall = shareAmong(rows, byActual[at], row.rows,
                                [&](std::size_t use) { return rows.decided[use] == code; });
        row.precision = shareAmong(rows, byDecided[at], row.decided,
                                   [&](std::size_t use) { return rows.actual[use] == code; });
        const double tp = report.matrix[at][at].weight;
        row.f1 = fScore(ConfusionMatrix(tp, row.decided.weight - tp, row.rows.weight - tp, 0.0),
                        1.0);
    }
}

/// value: what a class has, or has not. weight: what it counts for.
template<typename Value, typename Weight>
ClassMean meanOver(const std::vector<ClassRow> &classes, Value value, Weight weight)
{
    ClassMean mean;
    double sum = 0.0;
    double weights = 0.0;
    for (const ClassRow &row : classes) {
        const std::optional<double> own = value(row);
        if (!own)
            continue;
        ++mean.classes;
        sum += weight(row) * *own;
        weights += weight(row);
    }
    if (weights > 0.0)
        mean.value = sum / weights;
    return mean;
}

template<typename Weight> ClassMeans meansOver(const std::vector<ClassRow> &classes, Weight weight)
{
    return {.precision = meanOver(
                    classes, [](const ClassRow &row) { return valueOf(row.precision); }, weight),
            .recall = meanOver(
                    classes, [](const ClassRow &row) { return valueOf(row.recall); }, weight),
            .f1 = meanOver(
                    classes, [](const ClassRow &row) { return row.f1; }, weight)};
}

void countAll(ClassReport &report, const ClassRows &rows)
{
    const auto none = static_cast<std::uint32_t>(rows.names.size());
    Tally all;
    double right = 0.0;
    std::vector<std::size_t> every(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        every[row] = row;
    for (std::size_t at = 0; at < rows.names.size(); ++at) {
        all += report.classes[at].rows;
        right += report.matrix[at][at].weight;
    }
    report.weight = all.weight;
    report.right = shareAmong(rows, every, all, [&](std::size_t row) {
        return rows.actual[row] == rows.decided[row];
    });
    report.undecided = shareAmong(rows, every, all,
                                  [&](std::size_t row) { return rows.decided[row] == none; });
    double decided = 0.0;
    for (const ClassRow &row : report.classes)
        decided += row.decided.weight;
    if (decided > 0.0)
        report.microPrecision = right / decided;
    report.microRecall = right / all.weight;
    report.microF1 = 2.0 * right / (decided + all.weight);
}

/// The confusions there are, without how sure they are.
std::vector<Confusion> costlyCells(const ClassReport &report, const ClassCosts &costs)
{
    std::vector<Confusion> cells;
    for (std::size_t actual = 0; actual < report.matrix.size(); ++actual) {
        for (std::size_t decided = 0; decided <= report.matrix.size(); ++decided) {
            const Tally &cell = report.matrix[actual][decided];
            if (decided == actual || cell.rows == 0.0)
                continue;
            Confusion confusion;
            confusion.actual = static_cast<std::uint32_t>(actual);
            confusion.decided = static_cast<std::uint32_t>(decided);
            confusion.share.value = cell.weight / report.classes[actual].rows.weight;
            confusion.cost = cell.weight * costs(eigenIndex(actual), eigenIndex(decided));
            cells.push_back(confusion);
        }
    }
    std::ranges::stable_sort(cells, [](const Confusion &a, const Confusion &b) {
        return std::tie(a.cost, a.share.value) > std::tie(b.cost, b.share.value);
    });
    return cells;
}

void findConfusions(ClassReport &report, const ClassRows &rows, const ClassCosts &costs)
{
    std::vector<Confusion> cells = costlyCells(report, costs);
    for (std::size_t at = 0; at < report.matrix.size(); ++at) {
        // What is right may cost something, too.
        report.cost += report.matrix[at][at].weight * costs(eigenIndex(at), eigenIndex(at));
    }
    for (const Confusion &cell : cells)
        report.cost += cell.cost;
    if (cells.size() > mostConfusions) {
        report.confusionsLeftOut = cells.size() - mostConfusions;
        cells.resize(mostConfusions);
    }
    const RowLists byActual = rowsBy(rows.actual, rows.names.size());
    for (Confusion &cell : cells) {
        cell.share =
                *shareAmong(rows, byActual[cell.actual], report.classes[cell.actual].rows,
                            [&](std::size_t row) { return rows.decided[row] == cell.decided; });
    }
    report.confusions = std::move(cells);
}

} // namespace

ClassReport classReport(const ClassRows &rows, const ClassCosts &costs)
{
    assert(rows.size() > 0 && rows.decided.size() == rows.size());
    assert(costs.rows() == eigenIndex(rows.names.size()) && costs.cols() == costs.rows() + 1);
    ClassReport report;
    countMatrix(report, rows);
    countClasses(report, rows);
    report.macro = meansOver(report.classes, [](const ClassRow &) { return 1.0; });
    report.weighted =
            meansOver(report.classes, [](const ClassRow &row) { return row.rows.weight; });
    countAll(report, rows);
    findConfusions(report, rows, costs);
    return report;
}

} // namespace oneinn
