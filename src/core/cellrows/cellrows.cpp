// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cellrows/cellrows.h"

#include "core/policies/scenariorows.h"

#include <algorithm>
#include <cmath>
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

    /// Rows with a lower rank come first.
    double rank(std::uint32_t row) const
    {
        const bool wrongest = m_question.order == RowOrder::Wrongest;
        if (m_question.cell == RowCell::Late) {
            const double wait = (*m_predictions.latency())[row];
            return wrongest ? -wait : wait;
        }
        const double score = m_predictions.score()[row];
        const bool shown = m_question.cell == RowCell::Fp || m_question.cell == RowCell::Tp;
        const bool wrong = m_question.cell == RowCell::Fp || m_question.cell == RowCell::Fn;
        const double fromLine = shown ? score : -score;
        return wrongest && wrong ? -fromLine : fromLine;
    }

private:
    const Predictions &m_predictions;
    const CellRowsQuestion &m_question;
    bool m_timed;
};

} // namespace

CellRows cellRows(const UseSlice &slice, const CellRowsQuestion &question)
{
    const Predictions &predictions = *slice.rows().all()->predictions();
    const Cells cells(predictions, question);
    CellRows found;
    for (const std::uint32_t row : predictions.select(question.selection)) {
        if (cells.of(row) == question.cell)
            found.rows.push_back(row);
    }
    found.all = found.rows.size();
    const auto before = [&cells](std::uint32_t a, std::uint32_t b) {
        return std::tuple(cells.rank(a), a) < std::tuple(cells.rank(b), b);
    };
    const auto kept = std::min(question.most, found.all);
    const auto end = found.rows.begin() + static_cast<std::ptrdiff_t>(kept);
    std::ranges::partial_sort(found.rows.begin(), end, found.rows.end(), before);
    found.rows.resize(kept);
    return found;
}

} // namespace oneinn
