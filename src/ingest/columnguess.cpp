// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnguess.h"

#include "ingest/columncandidates.h"
#include "ingest/columnevidence.h"
#include "ingest/columnindex.h"
#include "ingest/failurejudge.h"
#include "ingest/labeljudge.h"
#include "ingest/latencyjudge.h"
#include "ingest/modeljudge.h"
#include "ingest/readingnotes.h"
#include "ingest/scorejudge.h"
#include "ingest/weightjudge.h"
#include "ingest/widemodels.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

using Choice = std::optional<ResolvedColumn>;

constexpr std::size_t columnsBetweenReports = 1024;

std::vector<std::string> scoresOf(const std::vector<WideModel> &models)
{
    std::vector<std::string> scores;
    scores.reserve(models.size());
    for (const auto &model : models)
        scores.push_back(model.score);
    return scores;
}

/// All that belong to the models.
std::vector<std::string> columnsOf(const std::vector<WideModel> &models)
{
    std::vector<std::string> columns = scoresOf(models);
    for (const auto &model : models) {
        if (model.latency)
            columns.push_back(*model.latency);
    }
    return columns;
}

/// Fits a column that is not empty by its name.
auto held(ColumnRole role)
{
    return [role](const ColumnProfile &c, const NameFits &name) {
        return isEmpty(c) ? std::nullopt : name.of(role);
    };
}

/// Of the first model that has one; "" where none has.
std::string firstWaitOf(const std::vector<WideModel> &models)
{
    for (const auto &model : models) {
        if (model.latency)
            return *model.latency;
    }
    return {};
}

class Resolver {
public:
    Resolver(const TableProfile &table, const ColumnMapping &wanted, const JobControl &job)
        : m_table(table)
        , m_wanted(wanted)
        , m_job(job)
        , m_index(table.columns)
        , m_taken(table.columns.size())
        , m_tool(toolOf(table.columns))
    {
    }

    Result<ResolvedTable> resolve();

private:
    std::optional<Problem> nameColumns();
    std::optional<Problem> checkGiven();
    std::optional<Problem> resolveLabel();
    std::optional<Problem> resolveScore();
    std::optional<Problem> resolveOthers();
    std::optional<Problem> resolveFailures();
    std::optional<Problem> resolveCount();
    std::optional<Problem> resolveModels();
    bool resolveWide();
    std::optional<Problem> resolveWait();
    std::optional<Problem> resolveWaitsOfModels();
    std::optional<Problem> resolveWeight();
    std::optional<Problem> resolveModel();
    std::optional<Problem> resolveUser();
    std::optional<Problem> resolveExample();
    std::vector<std::string> givenNames() const;
    std::optional<Problem> takeAll(const std::vector<std::string> &names);
    void resolveUnit();
    void guessSegments();
    void resolveSegments();

    ColumnCandidates candidates() const { return {m_table, m_names, m_taken, m_tool, m_job}; }
    ChosenLabel chosenLabel() const;
    void resolveDirection(std::size_t score);
    std::optional<Problem> resolveDecision(std::size_t score);
    void note(std::optional<RoleJudgement> judgement);
    void noteGiven(Role role, const std::string &column);
    std::optional<Problem> choose(const std::optional<std::string> &given, Role role,
                                  ColumnChoice (*judge)(const ColumnCandidates &), Choice &choice);
    bool hasSeveralModels() const;
    void notePooledModels();
    /// Whether a guess may still take it.
    bool isFree(std::size_t column) const
    {
        return !m_taken[column] && !m_table.columns[column].name.empty()
                && m_table.columns[column].ofList.empty();
    }
    const ColumnProfile &column(const std::string &name) const
    {
        return m_table.columns[*m_index.find(name)];
    }

    template<typename FitOf> Choice best(FitOf fitOf) const;
    template<typename FitOf>
    std::optional<Problem> chooseByName(const std::optional<std::string> &given, FitOf fitOf,
                                        Choice &choice);
    std::optional<Problem> take(const std::string &name);
    FailedCells parted(const FailedCells &cells) const;

    const TableProfile &m_table;
    const ColumnMapping &m_wanted;
    const JobControl &m_job;
    ColumnIndex m_index;
    std::vector<NameFits> m_names; ///< by column
    std::vector<bool> m_taken;     ///< columns that have a role already
    std::optional<Tool> m_tool;
    std::optional<Problem> m_labelProblem;
    std::vector<FailedCells> m_failed; ///< as given
    ResolvedTable m_result;
};

Result<ResolvedTable> Resolver::resolve()
{
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
    m_result.mapping.notes = readingNotes(m_table, m_result.mapping);
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
        m_names.emplace_back(!column.ofList.empty()          ? column.ofList
                                     : column.header.empty() ? column.name
                                                             : column.header);
    }
    return std::nullopt;
}

/// Takes all columns that were given before anything is guessed.
std::optional<Problem> Resolver::checkGiven()
{
    if (auto problem = takeAll(givenNames()))
        return problem;
    // These are looked at besides whatever else the column is.
    const auto taken = m_taken;
    std::vector<std::string> names = m_wanted.extraSegments;
    for (const auto &cells : m_wanted.failed.value_or(std::vector<FailedCells>())) {
        m_failed.push_back(parted(cells));
        names.push_back(m_failed.back().column);
    }
    auto problem = takeAll(names);
    m_taken = taken;
    return problem;
}

std::vector<std::string> Resolver::givenNames() const
{
    std::vector<std::string> names = m_wanted.segments;
    for (const auto *given : {&m_wanted.label, &m_wanted.score, &m_wanted.decision,
                              &m_wanted.latency, &m_wanted.model, &m_wanted.weight, &m_wanted.count,
                              &m_wanted.exampleId, &m_wanted.exampleWith, &m_wanted.userId}) {
        if (*given && !(*given)->empty())
            names.push_back(**given);
    }
    const auto ofModels = columnsOf(m_wanted.wide.value_or(std::vector<WideModel>()));
    names.insert(names.end(), ofModels.begin(), ofModels.end());
    return names;
}

std::optional<Problem> Resolver::takeAll(const std::vector<std::string> &names)
{
    for (const auto &name : names) {
        if (auto problem = take(name))
            return problem;
    }
    return std::nullopt;
}

/// As the columns have it: a name may hold the mark that parts it from the value.
FailedCells Resolver::parted(const FailedCells &cells) const
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

std::optional<Problem> Resolver::take(const std::string &name)
{
    const auto found = m_index.find(name);
    if (!found) {
        return Problem{
                .kind = ProblemKind::ColumnMissing, .column = name, .names = m_table.names()};
    }
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

std::optional<Problem> Resolver::choose(const std::optional<std::string> &given, Role role,
                                        ColumnChoice (*judge)(const ColumnCandidates &),
                                        Choice &choice)
{
    if (given) {
        noteGiven(role, *given);
        if (!given->empty())
            choice = ResolvedColumn{*given, GuessReason::Given};
        return std::nullopt;
    }
    auto judged = judge(candidates());
    note(std::move(judged.judgement));
    if (!judged.column)
        return std::nullopt;
    choice = ResolvedColumn{m_table.columns[*judged.column].name, judged.reason};
    return take(choice->value);
}

template<typename FitOf>
std::optional<Problem> Resolver::chooseByName(const std::optional<std::string> &given, FitOf fit,
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

void Resolver::note(std::optional<RoleJudgement> judgement)
{
    if (judgement)
        m_result.mapping.judgements.push_back(*std::move(judgement));
}

void Resolver::noteGiven(Role role, const std::string &column)
{
    note(RoleJudgement{.role = role, .reason = RoleReason::Given, .column = column});
}

std::optional<Problem> Resolver::resolveLabel()
{
    Choice choice;
    if (m_wanted.label) {
        choice = ResolvedColumn{*m_wanted.label, GuessReason::Given};
        noteGiven(Role::Label, *m_wanted.label);
    } else {
        auto judged = judgeLabel(candidates(), m_wanted.positive, m_wanted.score);
        if (judged.choice.column)
            choice = ResolvedColumn{m_table.columns[*judged.choice.column].name,
                                    judged.choice.reason};
        note(std::move(judged.choice.judgement));
        m_labelProblem = std::move(judged.problem);
    }
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

ChosenLabel Resolver::chosenLabel() const
{
    const auto index = *m_index.find(m_result.mapping.label.value);
    return {index, m_result.labels, sampledClasses(m_table.columns[index], m_result.labels)};
}

/// Whether several models' scores stand side by side: said by the person, or judged where the
/// person has chosen neither a score nor what says which model a record is of.
bool Resolver::resolveWide()
{
    auto &mapping = m_result.mapping;
    if (m_wanted.wide) {
        if (m_wanted.wide->size() < 2)
            return false;
        mapping.wide = *m_wanted.wide;
        const bool bare = std::all_of(mapping.wide.begin(), mapping.wide.end(), [](const auto &m) {
            return m.name == m.score && !m.latency;
        });
        if (bare && !m_wanted.latency)
            mapping.wide = wideModelsOf(candidates(), scoresOf(*m_wanted.wide));
        return true;
    }
    if (m_wanted.score || m_wanted.model || m_wanted.decision)
        return false;
    auto judged = judgeWideModels(candidates(), chosenLabel());
    mapping.wide = std::move(judged.models);
    note(std::move(judged.judgement));
    return !mapping.wide.empty();
}

std::optional<Problem> Resolver::resolveScore()
{
    Choice choice;
    std::string decisions;
    if (resolveWide()) {
        choice = ResolvedColumn{m_result.mapping.wide.front().score,
                                m_wanted.wide ? GuessReason::Given : GuessReason::Name};
        note(RoleJudgement{.role = Role::Score,
                           .reason = m_wanted.wide ? RoleReason::Given : RoleReason::Name,
                           .column = choice->value});
    } else if (m_wanted.score) {
        choice = ResolvedColumn{*m_wanted.score, GuessReason::Given};
        noteGiven(Role::Score, *m_wanted.score);
    } else {
        auto judged = judgeScore(candidates(), chosenLabel());
        if (judged.choice.column)
            choice = ResolvedColumn{m_table.columns[*judged.choice.column].name,
                                    judged.choice.reason};
        if (judged.decisions)
            decisions = m_table.columns[*judged.decisions].name;
        note(std::move(judged.choice.judgement));
    }
    const bool usable =
            choice && !choice->value.empty() && column(choice->value).numbers.numbers > 0;
    if (!usable)
        return Problem{.kind = ProblemKind::NoScoreColumn,
                       .column = m_wanted.score.value_or(""),
                       .detail = std::move(decisions),
                       .names = m_table.names()};
    if (auto problem = take(choice->value))
        return problem;
    m_result.mapping.score = *choice;
    const auto score = *m_index.find(choice->value);
    if (auto problem = resolveDecision(score))
        return problem;
    resolveDirection(score);
    return std::nullopt;
}

std::optional<Problem> Resolver::resolveDecision(std::size_t score)
{
    auto &decision = m_result.mapping.decision;
    if (m_wanted.decision) {
        if (!m_wanted.decision->empty()) {
            decision = ResolvedColumn{*m_wanted.decision, GuessReason::Given};
            noteGiven(Role::Decision, *m_wanted.decision);
        }
    } else {
        auto judged = judgeDecision(candidates(), chosenLabel(), score);
        if (judged.column)
            decision = ResolvedColumn{m_table.columns[*judged.column].name, judged.reason};
        note(std::move(judged.judgement));
    }
    if (!decision)
        return std::nullopt;
    if (!classesIn(column(decision->value), m_result.labels)) {
        return Problem{.kind = ProblemKind::DecisionsDiffer,
                       .column = decision->value,
                       .names = {m_result.mapping.positive.value, m_result.mapping.negative}};
    }
    return take(decision->value);
}

void Resolver::resolveDirection(std::size_t score)
{
    auto &mapping = m_result.mapping;
    mapping.lowerIsPositive.reason = GuessReason::Default;
    if (m_wanted.lowerIsPositive)
        mapping.lowerIsPositive = {*m_wanted.lowerIsPositive, GuessReason::Given};
    else if (mapping.score.guessed() && m_names[score].of(ColumnRole::Distance))
        mapping.lowerIsPositive = {true, GuessReason::Name};

    auto numbers = m_table.columns[score].sample.numbers;
    if (mapping.decision) {
        const auto &predicted = column(mapping.decision->value);
        LabelValues values;
        values.classes = *classesIn(predicted, m_result.labels);
        numbers = folded(numbers, sampledClasses(predicted, values));
    }
    // Of a column that has yet to be chosen, the order says nothing.
    if (mapping.doubt() != nullptr)
        return;
    auto order = judgeOrder(numbers, mapping.lowerIsPositive.value, chosenLabel());
    if (order) {
        order->column = mapping.score.value;
        // Who chose it need not be told again that it is so, but of an order that is turned round.
        if (m_wanted.lowerIsPositive) {
            order->certainty = RoleCertainty::Sure;
            order->rivals.push_back({*m_wanted.lowerIsPositive ? "high" : "low", {}});
        }
    }
    note(std::move(order));
}

std::optional<Problem> Resolver::resolveOthers()
{
    const bool wide = !m_result.mapping.wide.empty();
    const auto steps = wide
            ? std::vector{&Resolver::resolveWaitsOfModels, &Resolver::resolveFailures,
                          &Resolver::resolveWeight, &Resolver::resolveCount, &Resolver::resolveUser}
            : std::vector{&Resolver::resolveWait,    &Resolver::resolveFailures,
                          &Resolver::resolveWeight,  &Resolver::resolveCount,
                          &Resolver::resolveModel,   &Resolver::resolveUser,
                          &Resolver::resolveExample, &Resolver::resolveModels};
    for (const auto step : steps) {
        if (auto problem = (this->*step)())
            return problem;
    }
    return std::nullopt;
}

std::optional<Problem> Resolver::resolveWait()
{
    return choose(m_wanted.latency, Role::Latency, judgeLatency, m_result.mapping.latency);
}

std::optional<Problem> Resolver::resolveWeight()
{
    return choose(m_wanted.weight, Role::Weight, judgeWeight, m_result.mapping.weight);
}

std::optional<Problem> Resolver::resolveModel()
{
    auto &model = m_result.mapping.model;
    if (auto problem = choose(m_wanted.model, Role::Model, judgeModel, model))
        return problem;
    if (!m_wanted.model && !model)
        notePooledModels();
    return std::nullopt;
}

std::optional<Problem> Resolver::resolveUser()
{
    return chooseByName(m_wanted.userId, held(ColumnRole::UserId), m_result.mapping.userId);
}

std::optional<Problem> Resolver::resolveExample()
{
    if (!m_wanted.exampleId && !hasSeveralModels())
        return std::nullopt;
    return chooseByName(m_wanted.exampleId, held(ColumnRole::ExampleId),
                        m_result.mapping.exampleId);
}

/// What keys examples beside their id, and who only decides.
std::optional<Problem> Resolver::resolveModels()
{
    auto &mapping = m_result.mapping;
    if (!mapping.model)
        return std::nullopt;
    const auto models = *m_index.find(mapping.model->value);
    if (m_wanted.exampleWith) {
        if (mapping.exampleId && !m_wanted.exampleWith->empty())
            mapping.exampleWith = ResolvedColumn{*m_wanted.exampleWith, GuessReason::Given};
    } else if (mapping.exampleId && mapping.exampleId->guessed()) {
        const auto ids = *m_index.find(mapping.exampleId->value);
        if (const auto other = secondKey(candidates(), ids, models))
            mapping.exampleWith = ResolvedColumn{m_table.columns[*other].name, GuessReason::Values};
    }
    const auto deciders = judgeDeciders(candidates(), models, *m_index.find(mapping.score.value));
    if (!deciders.column)
        return std::nullopt;
    mapping.deciders = deciders.models;
    mapping.decidersColumn = m_table.columns[*deciders.column].name;
    return take(mapping.decidersColumn);
}

std::optional<Problem> Resolver::resolveCount()
{
    auto &count = m_result.mapping.count;
    if (m_wanted.count) {
        noteGiven(Role::Count, *m_wanted.count);
        if (!m_wanted.count->empty())
            count = ResolvedColumn{*m_wanted.count, GuessReason::Given};
        return std::nullopt;
    }
    auto judged = judgeCount(candidates(), *m_index.find(m_result.mapping.label.value),
                             *m_index.find(m_result.mapping.score.value));
    note(std::move(judged.judgement));
    if (!judged.column)
        return std::nullopt;
    count = ResolvedColumn{m_table.columns[*judged.column].name, judged.reason};
    return take(count->value);
}

/// Waits are the models' own; one that is not called after any of them is everybody's.
std::optional<Problem> Resolver::resolveWaitsOfModels()
{
    auto &mapping = m_result.mapping;
    if (auto problem = takeAll(columnsOf(mapping.wide)))
        return problem;
    const std::string first = firstWaitOf(mapping.wide);
    if (first.empty())
        return resolveWait();
    mapping.latency = ResolvedColumn{first, GuessReason::Name};
    return std::nullopt;
}

std::optional<Problem> Resolver::resolveFailures()
{
    auto &mapping = m_result.mapping;
    const auto latency = mapping.latency ? m_index.find(mapping.latency->value) : std::nullopt;
    auto judged = judgeFailures(candidates(), chosenLabel().classes,
                                *m_index.find(mapping.score.value), latency);
    mapping.failedSuggested = judged.cells;
    if (m_wanted.failed) {
        mapping.failed = m_failed;
        noteGiven(Role::Failed, mapping.failed.empty() ? "" : mapping.failed.front().column);
        return std::nullopt;
    }
    mapping.failed = std::move(judged.cells);
    note(std::move(judged.judgement));
    return judged.column ? take(m_table.columns[*judged.column].name) : std::nullopt;
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
    const auto &latency = column(mapping.latency->value);
    // Each wait says its unit itself.
    if (latency.writing.form == NumberForm::Duration) {
        mapping.unit = {LatencyUnit::Milliseconds, GuessReason::Values};
        return;
    }
    if (m_wanted.unit) {
        mapping.unit = {*m_wanted.unit, GuessReason::Given};
        noteGiven(Role::LatencyUnit, latency.name);
        if (latency.numbers.numbers > 0)
            m_result.mapping.judgements.back().median = latency.numbers.median;
        return;
    }
    if (latency.numbers.numbers == 0 && !unitInName(latency.name))
        return;
    auto choice = judgeUnit(latency, candidates());
    mapping.unit = choice.unit;
    note(std::move(choice.judgement));
}

void Resolver::guessSegments()
{
    for (std::size_t i = 0; i < m_table.columns.size() && !m_job.stopRequested(); ++i) {
        const auto &candidate = m_table.columns[i];
        const bool second = !candidate.header.empty() && candidate.header != candidate.name;
        if (!isFree(i) || second)
            continue;
        if (const auto fit = segmentFit(candidate, m_names[i], m_table.records))
            m_result.mapping.segments.push_back({candidate.name, fit->reason});
    }
}

void Resolver::resolveSegments()
{
    auto &segments = m_result.mapping.segments;
    for (const auto &name : m_wanted.segments)
        segments.push_back({name, GuessReason::Given});
    if (m_wanted.segments.empty())
        guessSegments();
    for (const auto &name : m_wanted.extraSegments) {
        const bool there = std::any_of(segments.begin(), segments.end(),
                                       [&name](const auto &s) { return s.value == name; });
        if (!there)
            segments.push_back({name, GuessReason::Given});
    }
}

} // namespace

Result<ResolvedTable> resolveMapping(const TableProfile &table, const ColumnMapping &wanted,
                                     const JobControl &job)
{
    return Resolver(table, wanted, job).resolve();
}

} // namespace oneinn::ingest
