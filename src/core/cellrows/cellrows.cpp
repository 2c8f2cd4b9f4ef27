// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cellrows/cellrows.h"

#include "core/infinity.h"
#include "core/policies/ownthresholds.h"
#include "core/policies/scenariorows.h"
#include "core/predictions/mixedpredictions.h"
#include "core/rowends.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace oneinn {

namespace {

UsesQuestion askedOf(const ScenarioRows &rows, const CellRowsQuestion &question)
{
    UsesQuestion asked = question;
    asked.selection = rows.all()->selection();
    return asked;
}

/// What a use ends in for a user who waits; absent where nobody answers.
std::optional<RowCell> cellOf(UsePart ifThere)
{
    switch (ifThere) {
    case UsePart::RightShown:
        return RowCell::Tp;
    case UsePart::WrongShown:
        return RowCell::Fp;
    case UsePart::RightlySilent:
        return RowCell::Tn;
    case UsePart::MissedByModel:
        return RowCell::MissedByModel;
    case UsePart::MissedByLateness:
        return RowCell::MissedByLateness;
    case UsePart::UnansweredBad:
        return RowCell::Late;
    default: // nobody answered, or it is no end of a user who waits
        return std::nullopt;
    }
}

bool isMissed(RowCell end)
{
    return end == RowCell::MissedByModel || end == RowCell::MissedByLateness;
}

/// Where segments have thresholds of their own, a row's score as it was read beside its own: on the
/// dial distances of several segments are no measure of each other.
class OwnLines {
public:
    struct Line {
        double score;
        double threshold;
    };

    OwnLines(const CellRowsQuestion &question, const ScenarioRows &rows)
        : m_read(*rows.source())
    {
        const auto *own = thresholdsBySegment(question.combination);
        m_column = own ? segmentNamed(m_read, own->column) : nullptr;
        if (!m_column)
            return;
        m_thresholds.reserve(m_column->values.size());
        for (const std::string &value : m_column->values)
            m_thresholds.push_back(
                    thresholdOf(question.combination, own->column, value, question.threshold)
                            .value);
    }
    Line of(std::uint32_t row, const Line &otherwise) const
    {
        if (!m_column)
            return otherwise;
        return {m_read.score()[row], m_thresholds[m_column->codes[row]]};
    }

private:
    const Predictions &m_read;
    const CategoryColumn *m_column = nullptr;
    std::vector<double> m_thresholds; ///< by code
};

class Cells {
public:
    struct Row {
        RowCell end;
        bool late;
        double staying;
    };

    Cells(const ScenarioRows &rows, const CellRowsQuestion &question)
        : m_predictions(*rows.all()->predictions())
        , m_question(question)
        , m_slice(rows.at(askedOf(rows, question)))
        , m_ends(*m_slice, question, question.threshold)
        , m_own(question, rows)
    {
    }

    std::optional<Row> of(std::uint32_t row) const
    {
        const auto end = m_ends.endIf(row, isShown(row));
        const auto cell = end ? cellOf(end->parts.ifThere) : std::nullopt;
        if (!cell)
            return std::nullopt;
        const bool late = end->parts.byTime && lateUses.contains(*end->parts.byTime);
        return Row{*cell, late, end->staying};
    }

    /// Absent where it is not asked for.
    std::optional<Row> asked(std::uint32_t row) const
    {
        if (m_question.scores
            && (m_predictions.failed(row)
                || !m_question.scores->contains(m_predictions.score()[row])))
            return std::nullopt;
        const auto found = of(row);
        return found && isIn(*found) ? found : std::nullopt;
    }

    /// Rows with a lower rank come first; of equal ones those that are first in the file.
    std::tuple<bool, double, std::uint32_t> rank(std::uint32_t row) const
    {
        const bool wrongest = m_question.order == RowOrder::Wrongest;
        if (m_question.cell == RowCell::Gone)
            return {false, of(row)->staying, row};
        if (m_question.cell == RowCell::Late) {
            const double known = (*m_predictions.wait())[row];
            const double wait = std::isnan(known) ? infinity : known;
            return {false, wrongest ? -wait : wait, row};
        }
        if (m_predictions.failed(row)) // has no score
            return {true, infinity, row};
        const double away = fromLine(row);
        const bool wrong = isShown(row) != (m_predictions.label()[row] != 0);
        return {wrongest && !wrong, wrongest && wrong ? -away : away, row};
    }

private:
    bool isShown(std::uint32_t row) const
    {
        return !m_predictions.failed(row) && m_ends.isShown(row);
    }

    bool isIn(const Row &row) const
    {
        switch (m_question.cell) {
        case RowCell::All:
            return true;
        case RowCell::Late:
            return row.late;
        case RowCell::Gone:
            return row.staying < 1.0;
        case RowCell::Fn:
            return isMissed(row.end);
        case RowCell::Wrong:
            return row.end == RowCell::Fp || isMissed(row.end);
        default:
            return row.end == m_question.cell;
        }
    }

    /// What orders scores by their distance, also from a line above all of them.
    double fromLine(std::uint32_t row) const
    {
        const auto [score, line] =
                m_own.of(row, {m_predictions.score()[row], m_question.threshold.value});
        return std::isinf(line) ? (line > 0.0 ? -score : score) : std::abs(score - line);
    }

    const Predictions &m_predictions;
    const CellRowsQuestion &m_question;
    std::shared_ptr<const UseSlice> m_slice;
    RowEnds m_ends;
    OwnLines m_own;
};

void count(CellRows &found, const Cells::Row &row)
{
    ++found.all;
    found.missedByModel += row.end == RowCell::MissedByModel ? 1U : 0U;
    found.missedByLateness += row.end == RowCell::MissedByLateness ? 1U : 0U;
    found.left += 1.0 - row.staying;
}

void keepFirst(CellRows &found, const Cells &cells, std::size_t most)
{
    const auto before = [&cells](std::uint32_t a, std::uint32_t b) {
        return cells.rank(a) < cells.rank(b);
    };
    const auto kept = std::min(most, found.rows.size());
    const auto end = found.rows.begin() + static_cast<std::ptrdiff_t>(kept);
    std::ranges::partial_sort(found.rows.begin(), end, found.rows.end(), before);
    found.rows.resize(kept);
    found.rows.shrink_to_fit();
    for (const std::uint32_t row : found.rows)
        found.ends.push_back(cells.of(row)->end);
}

/// Which other model answers is known of the rows that were prepared alone. Null: of these.
ScenarioRows::Ptr preparedElsewhere(const ScenarioRows &rows, const CellRowsQuestion &question,
                                    const JobControl &job)
{
    const bool fallsBack = question.latePolicy == LatePolicy::FallBack && question.budget;
    if (!fallsBack || question.selection == rows.all()->selection())
        return nullptr;
    auto prepared = ScenarioRows::prepare(rows.source(), question, job);
    return prepared ? std::move(prepared).value() : nullptr;
}

} // namespace

CellRows cellRows(const ScenarioRows &rows, const CellRowsQuestion &question, const JobControl &job)
{
    constexpr std::size_t between = 1 << 16; // rows, looks at whether it is still wanted
    constexpr double found = 0.8;            // of the work, when only the order is not known
    const auto elsewhere = preparedElsewhere(rows, question, job);
    const Cells cells(elsewhere ? *elsewhere : rows, question);
    const auto selected = rows.all()->predictions()->select(question.selection, Calls::All);
    CellRows result;
    for (std::size_t i = 0; i < selected.size() && !job.stopRequested(); ++i) {
        if (const auto row = cells.asked(selected[i])) {
            result.rows.push_back(selected[i]);
            count(result, *row);
        }
        if (i % between == 0)
            job.report(found * double(i) / double(selected.size()));
    }
    if (!job.stopRequested())
        keepFirst(result, cells, question.most);
    return result;
}

} // namespace oneinn
