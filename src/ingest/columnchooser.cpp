// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnchooser.h"

#include "ingest/columnevidence.h"
#include "ingest/widemodels.h"

#include <utility>

namespace oneinn::ingest {

namespace {

constexpr std::size_t columnsBetweenReports = 1024;

} // namespace

ColumnChooser::ColumnChooser(const TableProfile &table, const ColumnMapping &wanted,
                             const JobControl &job)
    : m_table(table)
    , m_wanted(wanted)
    , m_job(job)
    , m_index(table.columns)
    , m_taken(table.columns.size())
    , m_tool(toolOf(table.columns))
{
}

std::optional<Problem> ColumnChooser::nameColumns()
{
    m_names.reserve(m_table.columns.size());
    for (const auto &column : m_table.columns) {
        if (m_job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (m_names.size() % columnsBetweenReports == 0)
            m_job.report(double(m_names.size()) / double(m_table.columns.size()));
        m_names.emplace_back(!column.ofList.empty()          ? column.ofList
                                     : column.header.empty() ? column.name
                                                             : column.header);
    }
    return std::nullopt;
}

std::optional<Problem> ColumnChooser::takeGiven()
{
    if (auto problem = takeAll(givenNames()))
        return problem;
    // These are looked at besides whatever else the column is.
    const auto taken = m_taken;
    std::vector<std::string> names = m_wanted.extraSegments;
    if (m_wanted.day && !m_wanted.day->empty())
        names.push_back(*m_wanted.day);
    for (const auto &cells : m_wanted.failed.value_or(std::vector<FailedCells>())) {
        m_failed.push_back(parted(cells));
        names.push_back(m_failed.back().column);
    }
    for (const auto &cells : m_wanted.refused.value_or(std::vector<FailedCells>())) {
        m_refused.push_back(parted(cells));
        names.push_back(m_refused.back().column);
    }
    for (const auto &cells : m_wanted.cached.value_or(std::vector<FailedCells>())) {
        m_cached.push_back(parted(cells));
        names.push_back(m_cached.back().column);
    }
    auto problem = takeAll(names);
    m_named = std::exchange(m_taken, taken);
    return problem;
}

std::vector<std::string> ColumnChooser::givenNames() const
{
    std::vector<std::string> names = m_wanted.segments;
    std::erase(names, std::string());
    for (const auto *given :
         {&m_wanted.label, &m_wanted.score, &m_wanted.decision, &m_wanted.latency, &m_wanted.model,
          &m_wanted.weight, &m_wanted.count, &m_wanted.exampleId, &m_wanted.exampleWith,
          &m_wanted.userId, &m_wanted.firstToken}) {
        if (*given && !(*given)->empty())
            names.push_back(**given);
    }
    const auto ofModels = columnsOf(m_wanted.wide.value_or(std::vector<WideModel>()));
    names.insert(names.end(), ofModels.begin(), ofModels.end());
    return names;
}

std::optional<Problem> ColumnChooser::takeAll(const std::vector<std::string> &names)
{
    for (const auto &name : names) {
        if (auto problem = take(name))
            return problem;
    }
    return std::nullopt;
}

/// As the columns have it: a name may hold the mark that parts it from the value.
FailedCells ColumnChooser::parted(const FailedCells &cells) const
{
    if (m_index.find(cells.column) || !cells.value)
        return cells;
    const std::string whole = cells.column + "=" + *cells.value;
    if (m_index.find(whole))
        return {whole, std::nullopt};
    for (std::size_t at = whole.find('='); at != std::string::npos; at = whole.find('=', at + 1)) {
        if (m_index.find(whole.substr(0, at)))
            return {whole.substr(0, at), whole.substr(at + 1)};
    }
    return cells;
}

std::optional<Problem> ColumnChooser::take(const std::string &name)
{
    const auto found = m_index.find(name);
    if (!found) {
        return Problem{
                .kind = ProblemKind::ColumnMissing, .column = name, .names = m_table.names()};
    }
    m_taken[*found] = true;
    return std::nullopt;
}

std::optional<Problem> ColumnChooser::choose(const std::optional<std::string> &given, Role role,
                                             ColumnChoice (*judge)(const ColumnCandidates &),
                                             Choice &choice)
{
    if (isGiven(given, choice)) {
        noteGiven(role, *given);
        return std::nullopt;
    }
    auto judged = judge(candidates());
    note(std::move(judged.judgement));
    if (!judged.column)
        return std::nullopt;
    choice = ResolvedColumn{m_table.columns[*judged.column].name, judged.reason};
    return take(choice->value);
}

bool ColumnChooser::isGiven(const std::optional<std::string> &given, Choice &choice)
{
    if (given && !given->empty())
        choice = ResolvedColumn{*given, GuessReason::Given};
    return given.has_value();
}

void ColumnChooser::note(std::optional<RoleJudgement> judgement)
{
    if (judgement)
        m_result.mapping.judgements.push_back(*std::move(judgement));
}

void ColumnChooser::noteGiven(Role role, const std::string &column)
{
    note(RoleJudgement{.role = role, .reason = RoleReason::Given, .column = column});
}

ChosenLabel ColumnChooser::chosenLabel() const
{
    const auto index = *m_index.find(m_result.mapping.label.value);
    return {index, m_result.labels, sampledClasses(m_table.columns[index], m_result.labels)};
}

} // namespace oneinn::ingest
