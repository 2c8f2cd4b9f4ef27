// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cellrows/cellrows.h"

#include "core/policies/scenariorows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <tuple>

namespace oneinn {

namespace {

class Cells {
public:
    Cells(const Predictions &predictions, const CellRowsQuestion &question)
        : m_predictions(predictions)
        , m_question(question)
        , m_timed(asksForLatencies(question, predictions.hasLatency()))
    {
    }

    std::optional<RowCell> of(std::uint32_t row) const
    {
        if (m_timed) {
            const double wait = (*m_predictions.latency())[row];
            if (std::isnan(wait))
                return std::nullopt;
            if (m_question.budget && wait > m_question.budget->value)
                return RowCell::Late;
        }
        const bool good = m_predictions.label()[row] != 0;
        if (m_predictions.score()[row] >= m_question.threshold.value)
            return good ? RowCell::Tp : RowCell::Fp;
        return good ? RowCell::Fn : RowCell::Tn;
    }

    bool isAsked(std::uint32_t row) const
    {
        if (m_question.scores && !m_question.scores->contains(m_predictions.score()[row]))
            return false;
        const auto cell = of(row);
        if (m_question.cell == RowCell::All)
            return cell.has_value();
        return m_question.cell == RowCell::Wrong ? isWrong(cell) : cell == m_question.cell;
    }

    /// Rows with a lower rank come first; of equal ones those that are first in the file.
    std::tuple<bool, double, std::uint32_t> rank(std::uint32_t row) const
    {
        const bool wrongest = m_question.order == RowOrder::Wrongest;
        if (m_question.cell == RowCell::Late) {
            const double wait = (*m_predictions.latency())[row];
            return {false, wrongest ? -wait : wait, row};
        }
        const double away = fromLine(m_predictions.score()[row]);
        const bool isMixed = m_question.cell == RowCell::All;
        const bool wrong = isMixed ? wrongest && isWrong(of(row)) : isWrong(m_question.cell);
        return {isMixed && wrongest && !wrong, wrongest && wrong ? -away : away, row};
    }

private:
    static bool isWrong(const std::optional<RowCell> &cell)
    {
        return cell == RowCell::Fp || cell == RowCell::Fn || cell == RowCell::Wrong;
    }

    /// What orders scores by their distance, also from a line above all of them.
    double fromLine(double score) const
    {
        const double line = m_question.threshold.value;
        return std::isinf(line) ? (line > 0.0 ? -score : score) : std::abs(score - line);
    }

    const Predictions &m_predictions;
    const CellRowsQuestion &m_question;
    bool m_timed;
};

} // namespace

CellRows cellRows(const Predictions &predictions, const CellRowsQuestion &question,
                  const JobControl &job)
{
    constexpr std::size_t between = 1 << 16; // rows, looks at whether it is still wanted
    constexpr double found = 0.8;            // of the work, when only the order is not known
    const Cells cells(predictions, question);
    const auto selected = predictions.select(question.selection);
    CellRows rows;
    for (std::size_t i = 0; i < selected.size() && !job.stopRequested(); ++i) {
        if (cells.isAsked(selected[i]))
            rows.rows.push_back(selected[i]);
        if (i % between == 0)
            job.report(found * double(i) / double(selected.size()));
    }
    rows.all = rows.rows.size();
    const auto before = [&cells](std::uint32_t a, std::uint32_t b) {
        return cells.rank(a) < cells.rank(b);
    };
    const auto kept = std::min(question.most, rows.all);
    const auto end = rows.rows.begin() + static_cast<std::ptrdiff_t>(kept);
    if (!job.stopRequested())
        std::ranges::partial_sort(rows.rows.begin(), end, rows.rows.end(), before);
    rows.rows.resize(kept);
    rows.rows.shrink_to_fit();
    return rows;
}

std::optional<RowCell> rowCell(const Predictions &predictions, const CellRowsQuestion &question,
                               std::uint32_t row)
{
    return Cells(predictions, question).of(row);
}

} // namespace oneinn
