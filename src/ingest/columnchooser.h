// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "ingest/columncandidates.h"
#include "ingest/columnguess.h"
#include "ingest/columnindex.h"
#include "ingest/scorejudge.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace oneinn::ingest {

/// The columns of a table while each gets its role: what the person gave before anything is
/// guessed, then what is judged of those that are still free. What came of it is collected.
class ColumnChooser {
public:
    using Choice = std::optional<ResolvedColumn>;

    /// All three must outlive it.
    ColumnChooser(const TableProfile &table, const ColumnMapping &wanted, const JobControl &job);

    /// Takes all columns that were given before anything is guessed. Problems: ColumnMissing.
    std::optional<Problem> takeGiven();
    /// Learns what the names may mean; only then are there candidates. Problems: Cancelled.
    std::optional<Problem> nameColumns();

    const TableProfile &table() const { return m_table; }
    const ColumnMapping &wanted() const { return m_wanted; }
    const JobControl &job() const { return m_job; }
    /// Of wanted().failed, as the columns have them.
    const std::vector<FailedCells> &givenFailed() const { return m_failed; }
    const std::vector<FailedCells> &givenRefused() const { return m_refused; }
    const std::vector<FailedCells> &givenCached() const { return m_cached; }
    ColumnCandidates candidates() const { return {m_table, m_names, m_taken, m_tool, m_job}; }
    /// Without what is named to be looked at besides, as gold labels are.
    ColumnCandidates unnamedCandidates() const
    {
        return {m_table, m_names, m_named, m_tool, m_job};
    }

    /// Absent where there is no such column.
    std::optional<std::size_t> find(const std::string &name) const { return m_index.find(name); }
    /// These two of a column that is known to be there.
    std::size_t placeOf(const std::string &name) const { return *m_index.find(name); }
    const ColumnProfile &column(const std::string &name) const
    {
        return m_table.columns[placeOf(name)];
    }
    const NameFits &names(std::size_t column) const { return m_names[column]; }
    /// Whether a guess may still take it.
    bool isFree(std::size_t column) const
    {
        return !m_taken[column] && !m_table.columns[column].name.empty()
                && m_table.columns[column].ofList.empty();
    }

    /// So that no guess takes it any more. Problems: ColumnMissing.
    std::optional<Problem> take(const std::string &name);
    std::optional<Problem> takeAll(const std::vector<std::string> &names);
    /// The one given, or else what is judged; taken and noted.
    std::optional<Problem> choose(const std::optional<std::string> &given, Role role,
                                  ColumnChoice (*judge)(const ColumnCandidates &), Choice &choice);
    /// Whether a column, or none, was given: it is then the choice.
    static bool isGiven(const std::optional<std::string> &given, Choice &choice);
    /// The one given, or else the free column that fits best; taken.
    template<typename FitOf>
    std::optional<Problem> chooseByFit(const std::optional<std::string> &given, FitOf fitOf,
                                       Choice &choice);
    /// The free column that fits best; of equals, the first.
    template<typename FitOf> Choice best(FitOf fitOf) const;

    void note(std::optional<RoleJudgement> judgement);
    void noteGiven(Role role, const std::string &column);

    ResolvedTable &result() { return m_result; }
    ResolvedMapping &mapping() { return m_result.mapping; }
    const ResolvedMapping &mapping() const { return m_result.mapping; }
    /// Once there is a label.
    ChosenLabel chosenLabel() const;

private:
    std::vector<std::string> givenNames() const;
    FailedCells parted(const FailedCells &cells) const;

    const TableProfile &m_table;
    const ColumnMapping &m_wanted;
    const JobControl &m_job;
    ColumnIndex m_index;
    std::vector<NameFits> m_names; ///< by column
    std::vector<bool> m_taken;     ///< columns that have a role already
    std::vector<bool> m_named;     ///< columns that a person has named for anything
    std::optional<Tool> m_tool;
    std::vector<FailedCells> m_failed;            ///< as given
    std::vector<FailedCells> m_refused, m_cached; ///< likewise
    ResolvedTable m_result;
};

template<typename FitOf>
std::optional<Problem> ColumnChooser::chooseByFit(const std::optional<std::string> &given,
                                                  FitOf fitOf, Choice &choice)
{
    if (isGiven(given, choice))
        return std::nullopt;
    choice = best(fitOf);
    return choice ? take(choice->value) : std::nullopt;
}

template<typename FitOf> ColumnChooser::Choice ColumnChooser::best(FitOf fitOf) const
{
    Choice choice;
    int strength = -1;
    for (std::size_t i = 0; i < m_table.columns.size() && !m_job.stopRequested(); ++i) {
        const auto &candidate = m_table.columns[i];
        if (!isFree(i))
            continue;
        const Fit found = fitOf(candidate, m_names[i]);
        if (found && found->strength > strength) {
            choice = ResolvedColumn{candidate.name, found->reason};
            strength = found->strength;
        }
    }
    return choice;
}

} // namespace oneinn::ingest
