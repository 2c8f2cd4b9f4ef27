// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnguess.h"

#include "ingest/columnfit.h"
#include "ingest/columnindex.h"
#include "ingest/columnnames.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

using Choice = std::optional<ResolvedColumn>;

constexpr std::size_t columnsBetweenReports = 1024;
constexpr int knownValuesBonus = 50; ///< more than the whole list of names is long

bool isNumber(std::string_view name)
{
    return readNumber(name).kind == CellKind::Number;
}

class Resolver {
public:
    Resolver(const TableProfile &table, const ColumnMapping &wanted, const JobControl &job)
        : m_table(table)
        , m_wanted(wanted)
        , m_job(job)
        , m_index(table.columns)
        , m_taken(table.columns.size())
    {
    }

    Result<ResolvedTable> resolve();

private:
    std::optional<Problem> nameColumns();
    std::optional<Problem> checkGiven();
    std::optional<Problem> resolveLabel();
    std::optional<Problem> resolveScore();
    std::optional<Problem> resolveOthers();
    void resolveUnit();
    void resolveSegments();

    Choice guessLabel();
    Choice guessLabelByValues() const;
    Choice guessScoreByValues() const;
    bool hasSeveralModels() const;
    void notePooledModels();
    /// Whether a guess may still take it.
    bool isFree(std::size_t column) const
    {
        return !m_taken[column] && !m_table.columns[column].name.empty();
    }
    const ColumnProfile &column(const std::string &name) const
    {
        return m_table.columns[*m_index.find(name)];
    }

    template<typename FitOf> Choice best(FitOf fitOf) const;
    template<typename FitOf>
    std::optional<Problem> choose(const std::optional<std::string> &given, FitOf fitOf,
                                  Choice &choice);
    std::optional<Problem> take(const std::string &name);

    const TableProfile &m_table;
    const ColumnMapping &m_wanted;
    const JobControl &m_job;
    ColumnIndex m_index;
    std::vector<NameFits> m_names; ///< by column
    std::vector<bool> m_taken;     ///< columns that have a role already
    std::optional<Problem> m_labelProblem;
    ResolvedTable m_result;
};

Result<ResolvedTable> Resolver::resolve()
{
    if (m_table.headerIsData && !(m_wanted.label && m_wanted.score)) {
        return Problem{.kind = ProblemKind::NoLabelColumn, .line = 1, .names = m_table.names()};
    }
    // What a step finds is in part only when it was stopped.
    for (const auto step : {&Resolver::checkGiven, &Resolver::nameColumns, &Resolver::resolveLabel,
                            &Resolver::resolveScore, &Resolver::resolveOthers}) {
        auto problem = (this->*step)();
        if (m_job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (problem)
            return *problem;
    }
    resolveUnit();
    resolveSegments();
    if (m_job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return std::move(m_result);
}

std::optional<Problem> Resolver::nameColumns()
{
    m_names.reserve(m_table.columns.size());
    for (const auto &column : m_table.columns) {
        if (m_job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (m_names.size() % columnsBetweenReports == 0)
            m_job.report(double(m_names.size()) / double(m_table.columns.size()));
        m_names.emplace_back(column.name);
    }
    return std::nullopt;
}

/// Takes all columns that were given before anything is guessed.
std::optional<Problem> Resolver::checkGiven()
{
    std::vector<std::string> names;
    for (const auto *given : {&m_wanted.label, &m_wanted.score, &m_wanted.latency, &m_wanted.model,
                              &m_wanted.weight, &m_wanted.exampleId, &m_wanted.userId}) {
        if (*given && !(*given)->empty())
            names.push_back(**given);
    }
    names.insert(names.end(), m_wanted.segments.begin(), m_wanted.segments.end());
    for (const auto &name : names) {
        if (auto problem = take(name))
            return problem;
    }
    // These are loaded besides whatever else the column is.
    const auto taken = m_taken;
    for (const auto &name : m_wanted.extraSegments) {
        if (auto problem = take(name))
            return problem;
    }
    m_taken = taken;
    return std::nullopt;
}

std::optional<Problem> Resolver::take(const std::string &name)
{
    const auto found = m_index.find(name);
    if (!found) {
        return Problem{
                .kind = ProblemKind::ColumnMissing, .column = name, .names = m_table.names()};
    }
    if (m_index.isAmbiguous(name))
        return Problem{.kind = ProblemKind::DuplicateColumn, .column = name};
    m_taken[*found] = true;
    return std::nullopt;
}

/// The free column that fits best; of equals, the first.
template<typename FitOf> Choice Resolver::best(FitOf fit) const
{
    Choice choice;
    int strength = -1;
    for (std::size_t i = 0; i < m_table.columns.size() && !m_job.stopRequested(); ++i) {
        const auto &candidate = m_table.columns[i];
        if (!isFree(i))
            continue;
        const Fit found = fit(candidate, m_names[i]);
        if (found && found->strength > strength) {
            choice = ResolvedColumn{candidate.name, found->reason};
            strength = found->strength;
        }
    }
    return choice;
}

template<typename FitOf>
std::optional<Problem> Resolver::choose(const std::optional<std::string> &given, FitOf fit,
                                        Choice &choice)
{
    if (given) {
        if (!given->empty())
            choice = ResolvedColumn{*given, GuessReason::Given};
        return std::nullopt;
    }
    choice = best(fit);
    return choice ? take(choice->value) : std::nullopt;
}

std::optional<Problem> Resolver::resolveLabel()
{
    const auto choice =
            m_wanted.label ? ResolvedColumn{*m_wanted.label, GuessReason::Given} : guessLabel();
    if (!choice || choice->value.empty()) {
        return m_labelProblem.value_or(
                Problem{.kind = ProblemKind::NoLabelColumn, .names = m_table.names()});
    }
    if (auto problem = take(choice->value))
        return problem;
    const auto labels = labelValues(column(choice->value), m_wanted.positive);
    if (!labels)
        return labels.problem();
    m_result.labels = labels.value();
    m_result.mapping.label = *choice;
    m_result.mapping.positive = m_result.labels.positive;
    m_result.mapping.negative = m_result.labels.negative;
    return std::nullopt;
}

Choice Resolver::guessLabel()
{
    const auto byName = best([this](const ColumnProfile &candidate, const NameFits &name) -> Fit {
        auto fit = name.of(ColumnRole::Label);
        if (!fit)
            return std::nullopt;
        const auto labels = labelValues(candidate, m_wanted.positive);
        if (!labels) {
            if (!m_labelProblem)
                m_labelProblem = labels.problem();
            return std::nullopt;
        }
        fit->strength += labels.value().wellKnown ? knownValuesBonus : 0;
        return fit;
    });
    return byName ? byName : guessLabelByValues();
}

Choice Resolver::guessLabelByValues() const
{
    std::vector<ResolvedColumn> wellKnown;
    std::vector<ResolvedColumn> others;
    for (std::size_t i = 0; i < m_table.columns.size() && !m_job.stopRequested(); ++i) {
        const auto &candidate = m_table.columns[i];
        if (!isFree(i) || isNumber(candidate.name) || m_names[i].isSpokenFor())
            continue;
        const auto labels = labelValues(candidate, m_wanted.positive);
        if (!labels || labels.value().positive.value.empty() || labels.value().negative.empty())
            continue;
        auto &list = labels.value().wellKnown ? wellKnown : others;
        list.push_back({candidate.name, GuessReason::Values});
    }
    if (!wellKnown.empty())
        return wellKnown.size() == 1 ? Choice(wellKnown.front()) : std::nullopt;
    return others.size() == 1 ? Choice(others.front()) : std::nullopt;
}

std::optional<Problem> Resolver::resolveScore()
{
    auto choice = m_wanted.score ? Choice(ResolvedColumn{*m_wanted.score, GuessReason::Given})
                                 : best([this](const ColumnProfile &c, const NameFits &name) {
                                       return scoreFit(c, name, m_result.labels);
                                   });
    if (!choice)
        choice = guessScoreByValues();
    const bool usable =
            choice && !choice->value.empty() && column(choice->value).numbers.numbers > 0;
    if (!usable)
        return Problem{.kind = ProblemKind::NoScoreColumn,
                       .column = m_wanted.score.value_or(""),
                       .names = m_table.names()};
    if (auto problem = take(choice->value))
        return problem;

    auto &mapping = m_result.mapping;
    mapping.score = *choice;
    mapping.lowerIsPositive.reason = GuessReason::Default;
    if (m_wanted.lowerIsPositive)
        mapping.lowerIsPositive = {true, GuessReason::Given};
    else if (choice->guessed() && NameFits(choice->value).of(ColumnRole::Distance))
        mapping.lowerIsPositive = {true, GuessReason::Name};
    return std::nullopt;
}

Choice Resolver::guessScoreByValues() const
{
    std::vector<ResolvedColumn> probabilities;
    std::vector<ResolvedColumn> others;
    for (std::size_t i = 0; i < m_table.columns.size() && !m_job.stopRequested(); ++i) {
        const auto &candidate = m_table.columns[i];
        const bool numeric = candidate.numbers.isNumeric() && !candidate.numbers.integers
                && candidate.values.size() > 2;
        if (!numeric || !isFree(i) || isNumber(candidate.name) || m_names[i].isSpokenFor())
            continue;
        auto &list = isProbability(candidate) ? probabilities : others;
        list.push_back({candidate.name, GuessReason::Values});
    }
    if (!probabilities.empty())
        return probabilities.size() == 1 ? Choice(probabilities.front()) : std::nullopt;
    return others.size() == 1 ? Choice(others.front()) : std::nullopt;
}

std::optional<Problem> Resolver::resolveOthers()
{
    auto &mapping = m_result.mapping;
    const auto unique = [this](ColumnRole role) {
        return [this, role](const ColumnProfile &c, const NameFits &name) {
            return isEmpty(c) || m_index.isAmbiguous(c.name) ? std::nullopt : name.of(role);
        };
    };
    if (auto problem = choose(m_wanted.latency, latencyFit, mapping.latency))
        return problem;
    if (auto problem = choose(m_wanted.weight, weightFit, mapping.weight))
        return problem;
    if (auto problem = choose(m_wanted.model, modelFit, mapping.model))
        return problem;
    if (!m_wanted.model && !mapping.model)
        notePooledModels();
    if (auto problem = choose(m_wanted.userId, unique(ColumnRole::UserId), mapping.userId))
        return problem;
    if (!m_wanted.exampleId && !hasSeveralModels())
        return std::nullopt;
    return choose(m_wanted.exampleId, unique(ColumnRole::ExampleId), mapping.exampleId);
}

void Resolver::notePooledModels()
{
    const auto called = best([](const ColumnProfile &c, const NameFits &name) {
        return c.hasManyValues() ? name.of(ColumnRole::Model) : std::nullopt;
    });
    if (called)
        m_result.mapping.modelsPooled = called->value;
}

bool Resolver::hasSeveralModels() const
{
    const auto &model = m_result.mapping.model;
    return model && column(model->value).values.size() > 1;
}

void Resolver::resolveUnit()
{
    auto &mapping = m_result.mapping;
    if (!mapping.latency)
        return;
    const auto &name = mapping.latency->value;
    const auto &numbers = column(name).numbers;
    if (m_wanted.unit)
        mapping.unit = {*m_wanted.unit, GuessReason::Given};
    else if (const auto unit = unitInName(name))
        mapping.unit = {*unit, GuessReason::NamePart};
    else if (numbers.numbers > 0)
        mapping.unit = {unitFromMedian(numbers.median, name), GuessReason::Values};
}

void Resolver::resolveSegments()
{
    auto &segments = m_result.mapping.segments;
    for (const auto &name : m_wanted.segments)
        segments.push_back({name, GuessReason::Given});
    if (m_wanted.segments.empty()) {
        for (std::size_t i = 0; i < m_table.columns.size() && !m_job.stopRequested(); ++i) {
            const auto &candidate = m_table.columns[i];
            if (!isFree(i) || m_index.isAmbiguous(candidate.name))
                continue;
            if (const auto fit = segmentFit(candidate, m_names[i], m_table.records))
                segments.push_back({candidate.name, fit->reason});
        }
    }
    for (const auto &name : m_wanted.extraSegments) {
        const bool there = std::any_of(segments.begin(), segments.end(),
                                       [&name](const auto &s) { return s.value == name; });
        if (!there)
            segments.push_back({name, GuessReason::Given});
    }
}

} // namespace

std::string_view keyOf(GuessReason reason)
{
    switch (reason) {
    case GuessReason::Given:
        return "given";
    case GuessReason::Name:
        return "name";
    case GuessReason::NamePart:
        return "part of the name";
    case GuessReason::Values:
        return "values";
    case GuessReason::Rarer:
        return "rarer value";
    case GuessReason::Default:
        return "default";
    }
    return {};
}

Result<ResolvedTable> resolveMapping(const TableProfile &table, const ColumnMapping &wanted,
                                     const JobControl &job)
{
    return Resolver(table, wanted, job).resolve();
}

} // namespace oneinn::ingest
