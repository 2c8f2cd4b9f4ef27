// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/predictionsbuilder.h"

#include "core/predictions/rowstanding.h"
#include "ingest/columnindex.h"
#include "ingest/delimitedreader.h"
#include "ingest/dictionary.h"
#include "ingest/numbers.h"
#include "ingest/readingstages.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace oneinn::ingest {

namespace {

using Fields = std::vector<std::string_view>;

/// A column of numbers in the file.
struct NumberSource {
    std::size_t field = 0;
    NumberWriting writing;

    NumberCell read(const Fields &fields) const { return readNumber(fields[field], writing); }
};

class CategoryBuilder {
public:
    CategoryBuilder(std::size_t field, std::string name, Eigen::Index rows)
        : m_field(field)
    {
        m_result.name = std::move(name);
        m_result.codes.resize(rows);
    }

    void add(Eigen::Index row, const Fields &fields)
    {
        m_result.codes[row] = m_words.insert(trimmed(fields[m_field]));
    }

    CategoryColumn finish(Eigen::Index rows)
    {
        m_result.codes.conservativeResize(rows);
        m_result.values = m_words.takeWords();
        return std::move(m_result);
    }

private:
    std::size_t m_field;
    Dictionary m_words;
    CategoryColumn m_result;
};

/// Cells of one column that say that a call failed.
class FailedIn {
public:
    FailedIn(const ColumnProfile &column, const std::optional<std::string> &value)
        : m_field(column.field)
        , m_value(value)
        , m_writing(column.writing)
    {
        const auto number = value ? readNumber(*value, m_writing) : NumberCell();
        if (number.kind == CellKind::Number)
            m_number = number.value;
    }

    bool says(const Fields &fields) const
    {
        const std::string_view text = trimmed(fields[m_field]);
        if (!m_value)
            return saysFailed(text);
        if (text == *m_value)
            return true;
        if (!m_number)
            return false;
        const auto cell = readNumber(text, m_writing);
        return cell.kind == CellKind::Number && cell.value == *m_number;
    }

private:
    std::size_t m_field;
    std::optional<std::string> m_value;
    NumberWriting m_writing;
    std::optional<double> m_number;
};

class PredictionsBuilder {
public:
    PredictionsBuilder(const TableProfile &table, const ResolvedTable &resolved);

    void add(const Fields &fields, std::size_t line);
    Result<PredictionsPtr> finish();

private:
    NumberSource numberSource(const std::string &name) const;
    std::optional<CategoryBuilder> category(const std::optional<ResolvedColumn> &column) const;
    std::optional<double> label(const Fields &fields) const;
    NumberCell ofPositive(NumberCell score, const Fields &fields) const;
    bool hasFailed(const Fields &fields) const;
    RawRow rawRow(const Fields &fields, bool failed) const;
    void readLatency(const NumberCell &cell, std::string_view text, RawRow &row) const;
    void countLatency(LatencyStanding standing, double value);
    Problem nothingUsable() const;

    const TableProfile &m_table;
    const ResolvedTable &m_resolved;
    ColumnIndex m_index;
    std::size_t m_labelField;
    Dictionary m_labelWords;
    NumberSource m_score;
    std::optional<std::size_t> m_decisionField;
    Dictionary m_decisionWords;
    std::vector<LabelClass> m_decisions; ///< by their words
    std::optional<NumberSource> m_latency;
    std::optional<NumberSource> m_weight;
    std::vector<FailedIn> m_failed;
    std::optional<CategoryBuilder> m_model, m_exampleId, m_userId;
    std::vector<CategoryBuilder> m_segments;

    PredictionColumns m_columns;
    RowAccount m_account;
    Eigen::Index m_rows = 0;
};

PredictionsBuilder::PredictionsBuilder(const TableProfile &table, const ResolvedTable &resolved)
    : m_table(table)
    , m_resolved(resolved)
    , m_index(table.columns)
    , m_labelField(m_table.columns[*m_index.find(resolved.mapping.label.value)].field)
    , m_score(numberSource(resolved.mapping.score.value))
    , m_model(category(resolved.mapping.model))
    , m_exampleId(category(resolved.mapping.exampleId))
    , m_userId(category(resolved.mapping.userId))
{
    const auto records = static_cast<Eigen::Index>(table.records);
    for (const auto &value : table.columns[*m_index.find(resolved.mapping.label.value)].values)
        m_labelWords.insert(value.text);
    for (const auto &segment : resolved.mapping.segments)
        m_segments.push_back(*category(segment));
    if (const auto &decision = resolved.mapping.decision) {
        const auto &predicted = table.columns[*m_index.find(decision->value)];
        m_decisionField = predicted.field;
        m_decisions = classesIn(predicted, resolved.labels).value_or(std::vector<LabelClass>());
        for (const auto &value : predicted.values)
            m_decisionWords.insert(value.text);
    }
    m_columns.label.resize(records);
    m_columns.score.resize(records);
    if (const auto &latency = resolved.mapping.latency) {
        m_latency = numberSource(latency->value);
        m_columns.latency.emplace(records);
    }
    if (const auto &weight = resolved.mapping.weight) {
        m_weight = numberSource(weight->value);
        m_columns.weight.emplace(records);
    }
    for (const auto &cells : resolved.mapping.failed)
        m_failed.emplace_back(table.columns[*m_index.find(cells.column)], cells.value);
    if (!m_failed.empty())
        m_columns.failed.emplace(records);
}

NumberSource PredictionsBuilder::numberSource(const std::string &name) const
{
    const auto &column = m_table.columns[*m_index.find(name)];
    return {column.field, column.writing};
}

std::optional<CategoryBuilder> PredictionsBuilder::category(
        const std::optional<ResolvedColumn> &column) const
{
    if (!column)
        return std::nullopt;
    return CategoryBuilder(m_table.columns[*m_index.find(column->value)].field, column->value,
                           static_cast<Eigen::Index>(m_table.records));
}

std::optional<double> PredictionsBuilder::label(const Fields &fields) const
{
    constexpr double unknown = 2.0;
    const auto code = m_labelWords.find(trimmed(fields[m_labelField]));
    if (!code)
        return unknown;
    switch (m_resolved.labels.classes[*code]) {
    case LabelClass::Missing:
        return std::nullopt;
    case LabelClass::Unknown:
        return unknown;
    case LabelClass::Negative:
        return 0.0;
    case LabelClass::Positive:
        return 1.0;
    }
    return unknown;
}

/// The score as it is, or folded from the predicted class to the positive one; missing where
/// nothing was predicted.
NumberCell PredictionsBuilder::ofPositive(NumberCell score, const Fields &fields) const
{
    if (!m_decisionField || score.kind != CellKind::Number)
        return score;
    const auto word = m_decisionWords.find(trimmed(fields[*m_decisionField]));
    switch (word && *word < m_decisions.size() ? m_decisions[*word] : LabelClass::Missing) {
    case LabelClass::Positive:
        return score;
    case LabelClass::Negative:
        return {CellKind::Number, 1.0 - score.value};
    case LabelClass::Missing:
    case LabelClass::Unknown:
        break;
    }
    return {};
}

bool PredictionsBuilder::hasFailed(const Fields &fields) const
{
    return std::any_of(m_failed.begin(), m_failed.end(),
                       [&fields](const FailedIn &cells) { return cells.says(fields); });
}

/// Of a failed call, what stands where score and latency would is neither.
RawRow PredictionsBuilder::rawRow(const Fields &fields, bool failed) const
{
    RawRow row;
    row.label = label(fields);
    if (m_weight) {
        const auto weight = m_weight->read(fields);
        const bool number = weight.kind == CellKind::Number || weight.kind == CellKind::NotFinite;
        row.weight = number ? std::optional(weight.value) : std::nullopt;
    }
    if (failed) {
        row.score = 0.0;
        return row;
    }
    const auto score = ofPositive(m_score.read(fields), fields);
    row.scoreUnreadable = score.kind == CellKind::Unreadable;
    // Subtracted from zero rather than negated, so that 0 does not become -0.
    if (score.kind == CellKind::Number || score.kind == CellKind::NotFinite)
        row.score = m_resolved.mapping.lowerIsPositive.value ? 0.0 - score.value : score.value;
    if (m_latency)
        readLatency(m_latency->read(fields), fields[m_latency->field], row);
    return row;
}

void PredictionsBuilder::readLatency(const NumberCell &cell, std::string_view text,
                                     RawRow &row) const
{
    switch (cell.kind) {
    case CellKind::Missing:
        break;
    case CellKind::Number:
        row.latency = toMilliseconds(cell.value, m_resolved.mapping.unit.value);
        break;
    case CellKind::NotFinite:
        row.latency = cell.value;
        break;
    case CellKind::Unreadable:
        row.timedOut = isTimeOut(trimmed(text));
        row.latency = std::numeric_limits<double>::quiet_NaN();
        break;
    }
}

void PredictionsBuilder::add(const Fields &fields, std::size_t line)
{
    const bool failed = hasFailed(fields);
    const auto row = rawRow(fields, failed);
    const auto standing = standingOf(row);
    if (standing.setAside) {
        m_account.setAside(*standing.setAside, line);
        return;
    }
    m_account.countUsed();
    m_columns.label[m_rows] = *row.label == 1.0 ? 1 : 0;
    m_columns.score[m_rows] = *row.score;
    if (m_columns.failed)
        (*m_columns.failed)[m_rows] = failed ? 1 : 0;
    if (failed)
        m_account.countFailed();
    if (m_latency && failed)
        (*m_columns.latency)[m_rows] = std::numeric_limits<double>::quiet_NaN();
    else if (m_latency)
        countLatency(standing.latency, row.latency.value_or(0.0));
    if (m_weight)
        (*m_columns.weight)[m_rows] = *row.weight;
    for (auto *category : {&m_model, &m_exampleId, &m_userId}) {
        if (*category)
            (*category)->add(m_rows, fields);
    }
    for (auto &segment : m_segments)
        segment.add(m_rows, fields);
    ++m_rows;
}

void PredictionsBuilder::countLatency(LatencyStanding standing, double value)
{
    auto &stored = (*m_columns.latency)[m_rows];
    stored = std::numeric_limits<double>::quiet_NaN();
    switch (standing) {
    case LatencyStanding::Measured:
        ++m_account.latency.measured;
        stored = value;
        break;
    case LatencyStanding::Missing:
        ++m_account.latency.missing;
        break;
    case LatencyStanding::Invalid:
        ++m_account.latency.invalid;
        break;
    case LatencyStanding::TimedOut:
        ++m_account.latency.timedOut;
        stored = std::numeric_limits<double>::infinity();
        break;
    }
}

Problem PredictionsBuilder::nothingUsable() const
{
    auto commonest = SetAsideReason::LabelMissing;
    for (std::size_t i = 0; i < setAsideReasonCount; ++i) {
        const auto reason = static_cast<SetAsideReason>(i);
        if (m_account.setAside(reason) > m_account.setAside(commonest))
            commonest = reason;
    }
    return {.kind = ProblemKind::NothingUsable,
            .detail = std::string(keyOf(commonest)),
            .found = m_account.records()};
}

Result<PredictionsPtr> PredictionsBuilder::finish()
{
    if (m_rows == 0)
        return nothingUsable();
    if (m_account.failed() == m_account.used()) {
        return Problem{.kind = ProblemKind::NothingUsable,
                       .detail = "failed",
                       .found = m_account.records()};
    }
    // Where none failed, there is nothing to tell apart.
    if (m_account.failed() == 0)
        m_columns.failed.reset();
    const auto finished = [this](std::optional<CategoryBuilder> &category) {
        return category ? std::optional(category->finish(m_rows)) : std::nullopt;
    };
    m_columns.label.conservativeResize(m_rows);
    m_columns.score.conservativeResize(m_rows);
    if (m_columns.latency)
        m_columns.latency->conservativeResize(m_rows);
    if (m_columns.weight)
        m_columns.weight->conservativeResize(m_rows);
    if (m_columns.failed)
        m_columns.failed->conservativeResize(m_rows);
    m_columns.model = finished(m_model);
    m_columns.exampleId = finished(m_exampleId);
    m_columns.userId = finished(m_userId);
    for (auto &segment : m_segments)
        m_columns.segments.push_back(segment.finish(m_rows));
    return PredictionsPtr(
            std::make_shared<const Predictions>(std::move(m_columns), std::move(m_account)));
}

} // namespace

Result<PredictionsPtr> buildPredictions(std::string_view text, const TableProfile &table,
                                        const ResolvedTable &resolved, const JobControl &job,
                                        std::size_t firstLine)
{
    DelimitedReader reader(text, table.delimiter, job.stop, firstLine);
    if (!table.headerIsData)
        reader.next();
    PredictionsBuilder builder(table, resolved);
    std::size_t nextReport = 0;
    while (reader.next()) {
        if (reader.offset() >= nextReport) {
            nextReport = reader.offset() + bytesBetweenReports;
            job.report(static_cast<double>(reader.offset()) / static_cast<double>(text.size()));
        }
        builder.add(reader.fields(), reader.line());
    }
    // The text is known to be sound.
    if (reader.problem() || job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    auto predictions = builder.finish();
    job.report(1.0);
    return predictions;
}

} // namespace oneinn::ingest
