// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/rolejudgement.h"
#include "ingest/columnfit.h"
#include "ingest/columnnames.h"
#include "ingest/columnprofile.h"
#include "ingest/tooldialect.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace oneinn::ingest {

/// A column that plays a part, or none; the judgement stands also where none does.
struct ColumnChoice {
    std::optional<std::size_t> column;
    GuessReason reason = GuessReason::Name;
    std::optional<RoleJudgement> judgement; ///< absent: there is nothing to say
};

/// The columns that may still play a part. Borrows the table and what is known of it.
class ColumnCandidates {
public:
    struct Fitting {
        std::size_t column;
        NameFit fit;
    };

    ColumnCandidates(const TableProfile &table, const std::vector<NameFits> &names,
                     const std::vector<bool> &taken, std::optional<Tool> tool,
                     const JobControl &job)
        : m_table(table)
        , m_names(names)
        , m_taken(taken)
        , m_tool(tool)
        , m_job(job)
    {
    }

    const TableProfile &table() const { return m_table; }
    const ColumnProfile &column(std::size_t i) const { return m_table.columns[i]; }
    const NameFits &names(std::size_t i) const { return m_names[i]; }
    std::optional<Tool> tool() const { return m_tool; }

    /// Numbers from lists can be scores, and nothing else.
    bool isFreeScore(std::size_t i) const { return !m_taken[i] && !column(i).name.empty(); }
    bool isFree(std::size_t i) const { return isFreeScore(i) && column(i).ofList.empty(); }

    /// The free columns that fit, the best first; equals in the file's order.
    template<typename FitOf> std::vector<Fitting> fitting(FitOf fitOf) const
    {
        return fittingAmong(fitOf, [this](std::size_t i) { return isFree(i); });
    }
    template<typename FitOf> std::vector<Fitting> fittingScores(FitOf fitOf) const
    {
        return fittingAmong(fitOf, [this](std::size_t i) { return isFreeScore(i); });
    }

private:
    template<typename FitOf, typename IsOpen>
    std::vector<Fitting> fittingAmong(FitOf fitOf, IsOpen isOpen) const
    {
        std::vector<Fitting> found;
        for (std::size_t i = 0; i < m_table.columns.size() && !m_job.stopRequested(); ++i) {
            if (!isOpen(i))
                continue;
            if (const Fit fit = fitOf(i))
                found.push_back({i, *fit});
        }
        std::stable_sort(found.begin(), found.end(), [](const Fitting &a, const Fitting &b) {
            return a.fit.strength > b.fit.strength;
        });
        return found;
    }

    const TableProfile &m_table;
    const std::vector<NameFits> &m_names;
    const std::vector<bool> &m_taken;
    std::optional<Tool> m_tool;
    const JobControl &m_job;
};

} // namespace oneinn::ingest
