// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/stagetable.h"

#include "core/eigenindex.h"
#include "ingest/alikecodes.h"
#include "ingest/columnindex.h"
#include "ingest/columnnames.h"
#include "ingest/dictionary.h"
#include "ingest/labelvalues.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <utility>

namespace oneinn::ingest {

namespace {

using StageCells = std::vector<std::string_view>;

/// Words for a stage that was right, in the order that pipelines have.
using StageWords = std::vector<std::string_view>;
const std::vector<StageWords> &stageWords()
{
    static const std::vector<StageWords> words{
            {"retrieved", "retrieval", "retrieve", "recalled", "candidates"},
            {"ranked", "ranking", "reranked", "reranking", "rerank"},
            {"answered", "answer", "generated", "generation"}};
    return words;
}

bool namesAWait(const std::vector<std::string> &words)
{
    static constexpr std::array<std::string_view, 5> waits{"latency", "time", "duration", "wait",
                                                           "elapsed"};
    return std::ranges::any_of(words, [](const std::string &word) {
        return std::ranges::find(waits, word) != waits.end();
    });
}

bool isOf(const std::vector<std::string> &words, const StageWords &stage)
{
    return !words.empty() && std::ranges::find(stage, words.front()) != stage.end();
}

/// Splits "COLUMN:WAIT" where COLUMN is one; names may hold a ':' themselves.
std::pair<std::string, std::string> columnAndWait(const ColumnIndex &index, const std::string &text)
{
    if (index.find(text))
        return {text, {}};
    for (std::size_t at = text.rfind(':'); at != std::string::npos && at > 0;
         at = text.rfind(':', at - 1)) {
        if (index.find(text.substr(0, at)))
            return {text.substr(0, at), text.substr(at + 1)};
    }
    const std::size_t colon = text.find(':');
    return {text.substr(0, colon), colon == std::string::npos ? "" : text.substr(colon + 1)};
}

/// In the unit that its name says.
StageColumn withWait(StageColumn stage, const std::vector<ColumnProfile> &columns,
                     std::optional<std::size_t> wait)
{
    stage.wait = wait;
    if (!wait)
        return stage;
    const auto unit = unitInName(columns[*wait].name);
    stage.unit = unit.value_or(stage.unit);
    stage.unitIsAssumed = !unit;
    return stage;
}

/// Absent where no column of two values is named so.
std::optional<StageColumn> guessedStage(const std::vector<ColumnProfile> &columns,
                                        const StageWords &stage)
{
    std::optional<StageColumn> found;
    std::optional<std::size_t> wait;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto words = wordsOf(columns[at].name);
        if (!isOf(words, stage))
            continue;
        if (namesAWait(words) || unitInName(columns[at].name))
            wait = at;
        else if (!found && labelValues(columns[at]))
            found = StageColumn{.name = words.front(), .column = at};
    }
    return found ? std::optional(withWait(*found, columns, wait)) : std::nullopt;
}

/// What a person asked for, as columns of the table.
class StageColumns {
public:
    explicit StageColumns(const TableFile &table)
        : m_table(table)
        , m_index(table.columns())
    {
    }

    std::optional<std::size_t> called(const std::string &name)
    {
        const auto found = m_index.find(name);
        if (!found && !m_problem)
            m_problem = Problem{
                    .kind = ProblemKind::ColumnMissing, .column = name, .names = allNames()};
        return found;
    }
    std::optional<std::size_t> calledIfAny(const std::optional<std::string> &name)
    {
        return name && !name->empty() ? called(*name) : std::nullopt;
    }
    std::optional<StageColumn> stage(const StageAsked &asked)
    {
        const auto [column, wait] = columnAndWait(m_index, asked.column);
        const auto found = called(column);
        const auto waits = wait.empty() ? std::nullopt : called(wait);
        if (!found)
            return std::nullopt;
        return withWait({.name = asked.name, .column = *found}, m_table.columns(), waits);
    }
    const std::optional<Problem> &problem() const { return m_problem; }

private:
    std::vector<std::string> allNames() const
    {
        std::vector<std::string> names;
        for (const ColumnProfile &column : m_table.columns())
            names.push_back(column.name);
        return names;
    }

    const TableFile &m_table;
    ColumnIndex m_index;
    std::optional<Problem> m_problem;
};

/// What the cells of a stage's column say.
class StageCellsRead {
public:
    StageCellsRead(const ColumnProfile &profile, const LabelValues &values)
        : m_field(profile.field)
    {
        for (std::size_t i = 0; i < profile.values.size() && i < values.classes.size(); ++i)
            m_classes[profile.values[i].text] = values.classes[i];
    }

    StageOutcome read(const StageCells &cells) const
    {
        const auto found = m_classes.find(trimmed(cells[m_field]));
        if (found == m_classes.end())
            return StageOutcome::Unknown;
        switch (found->second) {
        case LabelClass::Positive:
            return StageOutcome::Right;
        case LabelClass::Negative:
            return StageOutcome::Wrong;
        case LabelClass::Missing:
        case LabelClass::Unknown:
            break;
        }
        return StageOutcome::Unknown;
    }

private:
    std::size_t m_field;
    std::map<std::string, LabelClass, std::less<>> m_classes;
};

/// Columns besides those of stages.
struct BesideStages {
    std::optional<std::size_t> weight, user, day;
    std::vector<std::pair<std::size_t, Selection::Where>> where;
};

/// Reads record by record.
class StageTableReader {
public:
    StageTableReader(const TableFile &table, std::vector<StageColumn> columns,
                     std::vector<StageCellsRead> cells, BesideStages beside)
        : m_table(table)
        , m_cells(std::move(cells))
        , m_beside(std::move(beside))
    {
        m_read.columns = std::move(columns);
        for (const StageColumn &column : m_read.columns)
            m_read.rows.names.push_back(column.name);
        m_read.rows.outcomes.resize(m_read.columns.size());
        m_read.rows.waits.resize(m_read.columns.size());
    }

    void add(const StageCells &cells)
    {
        ++m_read.records;
        const bool isOutside = std::ranges::any_of(m_beside.where, [&](const auto &where) {
            return !where.second.admits(textIn(cells, where.first));
        });
        if (isOutside) {
            ++m_read.outside;
            return;
        }
        std::vector<StageOutcome> outcomes;
        for (const StageCellsRead &stage : m_cells)
            outcomes.push_back(stage.read(cells));
        const double weight = m_beside.weight ? numberIn(cells, *m_beside.weight) : 1.0;
        if (!stageFate(outcomes).isKnown) {
            ++m_read.unknown;
        } else if (!(weight > 0.0)) {
            ++m_read.weightMissing;
        } else {
            take(cells, outcomes, weight);
        }
    }

    StageTable finish()
    {
        m_read.rows.weight =
                Eigen::Map<const Eigen::ArrayXd>(m_weights.data(), eigenIndex(m_weights.size()));
        if (m_beside.user)
            m_read.rows.user = m_users.column();
        if (m_beside.day)
            m_read.rows.day = m_days.column();
        return std::move(m_read);
    }

private:
    void take(const StageCells &cells, const std::vector<StageOutcome> &outcomes, double weight)
    {
        for (std::size_t stage = 0; stage < outcomes.size(); ++stage) {
            const StageColumn &column = m_read.columns[stage];
            m_read.rows.outcomes[stage].push_back(outcomes[stage]);
            m_read.rows.waits[stage].push_back(
                    column.wait ? toMilliseconds(numberIn(cells, *column.wait), column.unit)
                                : std::numeric_limits<double>::quiet_NaN());
        }
        m_weights.push_back(weight);
        if (m_beside.user)
            m_users.add(textIn(cells, *m_beside.user));
        if (m_beside.day)
            m_days.add(textIn(cells, *m_beside.day));
    }
    std::string_view textIn(const StageCells &cells, std::size_t column) const
    {
        return trimmed(cells[m_table.columns()[column].field]);
    }
    /// NaN where it is none, or below 0.
    double numberIn(const StageCells &cells, std::size_t column) const
    {
        const ColumnProfile &profile = m_table.columns()[column];
        const NumberCell number = readNumber(cells[profile.field], profile.writing);
        return number.kind == CellKind::Number && number.value >= 0.0
                ? number.value
                : std::numeric_limits<double>::quiet_NaN();
    }

    const TableFile &m_table;
    std::vector<StageCellsRead> m_cells;
    BesideStages m_beside;
    StageTable m_read;
    std::vector<double> m_weights;
    AlikeCodes m_users, m_days;
};

/// What right and wrong are called in each stage's column.
Result<std::vector<StageCellsRead>> cellsOf(const TableFile &table,
                                            const std::vector<StageColumn> &columns)
{
    std::vector<StageCellsRead> cells;
    for (const StageColumn &column : columns) {
        const ColumnProfile &profile = table.columns()[column.column];
        const auto values = labelValues(profile);
        if (!values)
            return values.problem();
        if (!values.value().clear)
            return Problem{.kind = ProblemKind::PositiveValueUnclear,
                           .column = profile.name,
                           .names = {values.value().positive.value, values.value().negative}};
        cells.emplace_back(profile, values.value());
    }
    return cells;
}

} // namespace

std::vector<StageColumn> guessedStages(const TableFile &table)
{
    std::vector<StageColumn> stages;
    for (const StageWords &words : stageWords()) {
        if (const auto stage = guessedStage(table.columns(), words))
            stages.push_back(*stage);
    }
    return stages.size() >= 2 ? stages : std::vector<StageColumn>();
}

Result<StageTable> stageTable(const TableFile &table, const StagesAsked &asked)
{
    StageColumns find(table);
    std::vector<StageColumn> columns;
    for (const StageAsked &each : asked.stages) {
        if (const auto stage = find.stage(each))
            columns.push_back(*stage);
    }
    if (asked.stages.empty())
        columns = guessedStages(table);
    BesideStages beside{.weight = find.calledIfAny(asked.weight),
                        .user = find.calledIfAny(asked.user),
                        .day = find.calledIfAny(asked.day),
                        .where = {}};
    for (const Selection::Where &where : asked.where) {
        if (const auto column = find.called(where.column))
            beside.where.emplace_back(*column, where);
    }
    if (columns.empty())
        find.called("retrieved");
    if (find.problem())
        return *find.problem();
    auto cells = cellsOf(table, columns);
    if (!cells)
        return cells.problem();
    StageTableReader reader(table, std::move(columns), std::move(cells).value(), std::move(beside));
    table.eachRecord([&](const StageCells &record) {
        reader.add(record);
        return true;
    });
    StageTable read = reader.finish();
    read.guessed = asked.stages.empty();
    if (read.rows.uses() == 0)
        return Problem{.kind = ProblemKind::NothingUsable,
                       .detail = "no use is known at the stages it comes to"};
    return read;
}

} // namespace oneinn::ingest
