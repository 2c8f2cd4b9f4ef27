// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/predictionsbuilder.h"

#include "core/predictions/rowstanding.h"
#include "ingest/columnindex.h"
#include "ingest/delimitedreader.h"
#include "ingest/dictionary.h"
#include "ingest/memoryneed.h"
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
    /// with: a second column, so that two cells together are the value.
    CategoryBuilder(std::size_t field, std::string name, Eigen::Index rows,
                    std::optional<std::size_t> with = {})
        : m_field(field)
        , m_with(with)
    {
        m_result.name = std::move(name);
        m_result.codes.resize(rows);
    }

    void add(Eigen::Index row, const Fields &fields)
    {
        if (row >= m_result.codes.size())
            m_result.codes.conservativeResize(2 * row + 1);
        if (!m_with) {
            m_result.codes[row] = m_words.insert(trimmed(fields[m_field]));
            return;
        }
        m_both.assign(trimmed(fields[m_field]));
        m_both.append(" \u00b7 ").append(trimmed(fields[*m_with]));
        m_result.codes[row] = m_words.insert(m_both);
    }

    CategoryColumn finish(Eigen::Index rows)
    {
        m_result.codes.conservativeResize(rows);
        m_result.values = m_words.takeWords();
        return std::move(m_result);
    }

private:
    std::size_t m_field;
    std::optional<std::size_t> m_with;
    std::string m_both;
    Dictionary m_words;
    CategoryColumn m_result;
};

/// Models that only decide: what their decisions are where a score would stand.
class Deciders {
public:
    Deciders(const ColumnProfile &models, const ColumnProfile &decisions,
             const std::vector<std::string> &names)
        : m_modelField(models.field)
        , m_field(decisions.field)
    {
        for (const auto &name : names)
            m_names.insert(name);
        if (const auto values = labelValues(decisions))
            m_classes = values.value().classes;
        for (const auto &value : decisions.values)
            m_words.insert(value.text);
    }

    /// 1 for a yes and 0 for a no; absent where the row is none of theirs or holds no decision.
    std::optional<double> scoreOf(const Fields &fields) const
    {
        if (!m_names.find(trimmed(fields[m_modelField])))
            return std::nullopt;
        const auto word = m_words.find(trimmed(fields[m_field]));
        switch (word && *word < m_classes.size() ? m_classes[*word] : LabelClass::Missing) {
        case LabelClass::Positive:
            return 1.0;
        case LabelClass::Negative:
            return 0.0;
        case LabelClass::Missing:
        case LabelClass::Unknown:
            break;
        }
        return std::nullopt;
    }

private:
    std::size_t m_modelField;
    std::size_t m_field;
    Dictionary m_names;
    Dictionary m_words;
    std::vector<LabelClass> m_classes; ///< by words
};

/// Where a record holds one model's score and wait.
struct ModelSource {
    NumberSource score;
    std::optional<NumberSource> latency;
    LatencyUnit unit = LatencyUnit::Milliseconds;
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
    void addRow(const Fields &fields, std::size_t line, std::size_t source);
    template<typename Count> void count(const Fields &fields, std::size_t source, Count count);
    std::vector<ModelSource> modelSources() const;
    void finishModels();
    NumberSource numberSource(const std::string &name) const;
    std::optional<CategoryBuilder> category(const std::optional<ResolvedColumn> &column) const;
    std::optional<double> label(const Fields &fields) const;
    NumberCell ofPositive(NumberCell score, const Fields &fields) const;
    bool hasFailed(const Fields &fields) const;
    RawRow rawRow(const Fields &fields, const ModelSource &source, bool failed) const;
    NumberCell scoreIn(const Fields &fields, const ModelSource &source) const;
    static void readLatency(const Fields &fields, const ModelSource &source, RawRow &row);
    static void countLatency(LatencyStanding standing, RowAccount &account, std::size_t uses);
    struct Call {
        LatencyStanding latency;
        bool failed;
    };
    static double waitOf(const RawRow &row, const Call &call);
    bool hasRoomFor(Eigen::Index uses);
    void store(const Fields &fields, const RawRow &row, const Call &call, std::size_t source);
    Problem nothingUsable() const;

    const TableProfile &m_table;
    const ResolvedTable &m_resolved;
    ColumnIndex m_index;
    std::size_t m_labelField;
    Dictionary m_labelWords;
    std::vector<ModelSource> m_sources; ///< several where models stand side by side
    std::optional<std::size_t> m_decisionField;
    Dictionary m_decisionWords;
    std::vector<LabelClass> m_decisions; ///< by their words
    std::optional<NumberSource> m_weight;
    std::optional<NumberSource> m_count;
    std::vector<FailedIn> m_failed;
    std::optional<Deciders> m_deciders;
    std::optional<std::size_t> m_modelField;
    Dictionary m_modelWords;                 ///< also of models whose records are all set aside
    std::vector<RowAccount> m_modelAccounts; ///< by these, or by source
    std::size_t m_records = 0;
    std::optional<CategoryBuilder> m_model, m_exampleId, m_userId;
    std::vector<CategoryBuilder> m_segments;

    std::vector<std::uint32_t> m_wideModel, m_wideExample; ///< by row

    PredictionColumns m_columns;
    RowAccount m_account;
    Eigen::Index m_rows = 0;
    std::optional<Problem> m_problem; ///< why no more rows were taken
};

PredictionsBuilder::PredictionsBuilder(const TableProfile &table, const ResolvedTable &resolved)
    : m_table(table)
    , m_resolved(resolved)
    , m_index(table.columns)
    , m_labelField(m_table.columns[*m_index.find(resolved.mapping.label.value)].field)
    , m_sources(modelSources())
    , m_model(category(resolved.mapping.model))
    , m_exampleId(category(resolved.mapping.exampleId))
    , m_userId(category(resolved.mapping.userId))
{
    const auto records = static_cast<Eigen::Index>(table.records * m_sources.size());
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
    if (resolved.mapping.latency)
        m_columns.latency.emplace(records);
    if (m_sources.size() > 1)
        m_modelAccounts.resize(m_sources.size());
    if (const auto &model = resolved.mapping.model)
        m_modelField = table.columns[*m_index.find(model->value)].field;
    if (!resolved.mapping.deciders.empty())
        m_deciders.emplace(table.columns[*m_index.find(resolved.mapping.model->value)],
                           table.columns[*m_index.find(resolved.mapping.decidersColumn)],
                           resolved.mapping.deciders);
    if (const auto &count = resolved.mapping.count)
        m_count = numberSource(count->value);
    if (const auto &weight = resolved.mapping.weight) {
        m_weight = numberSource(weight->value);
        m_columns.weight.emplace(records);
    }
    for (const auto &cells : resolved.mapping.failed)
        m_failed.emplace_back(table.columns[*m_index.find(cells.column)], cells.value);
    if (!m_failed.empty() || resolved.mapping.latency)
        m_columns.failed.emplace(records);
}

std::vector<ModelSource> PredictionsBuilder::modelSources() const
{
    const ResolvedMapping &mapping = m_resolved.mapping;
    const auto wait = [this](const std::optional<std::string> &name) {
        return name ? std::optional(numberSource(*name)) : std::nullopt;
    };
    const auto latency = mapping.latency ? std::optional(mapping.latency->value) : std::nullopt;
    if (mapping.wide.empty())
        return {{numberSource(mapping.score.value), wait(latency), mapping.unit.value}};
    const bool ownWaits = std::any_of(mapping.wide.begin(), mapping.wide.end(),
                                      [](const auto &model) { return model.latency.has_value(); });
    std::vector<ModelSource> sources;
    for (const auto &model : mapping.wide) {
        const auto name = ownWaits ? model.latency : latency;
        sources.push_back(
                {numberSource(model.score), wait(name),
                 name ? unitInName(*name).value_or(mapping.unit.value) : mapping.unit.value});
    }
    return sources;
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
    const auto &with = m_resolved.mapping.exampleWith;
    const bool isKey = with && m_resolved.mapping.exampleId == column;
    return CategoryBuilder(m_table.columns[*m_index.find(column->value)].field, column->value,
                           static_cast<Eigen::Index>(m_table.records * m_sources.size()),
                           isKey ? std::optional(m_table.columns[*m_index.find(with->value)].field)
                                 : std::nullopt);
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

NumberCell PredictionsBuilder::scoreIn(const Fields &fields, const ModelSource &source) const
{
    NumberCell score = ofPositive(source.score.read(fields), fields);
    if (score.kind != CellKind::Missing || !m_deciders)
        return score;
    if (const auto decided = m_deciders->scoreOf(fields)) {
        // Where low scores are positive, a yes is the low one.
        const bool lower = m_resolved.mapping.lowerIsPositive.value;
        return {CellKind::Number, lower ? 1.0 - *decided : *decided};
    }
    return score;
}

/// Of a failed call, what stands where score and latency would is neither.
RawRow PredictionsBuilder::rawRow(const Fields &fields, const ModelSource &source,
                                  bool failed) const
{
    RawRow row;
    row.label = label(fields);
    if (m_weight) {
        const auto weight = m_weight->read(fields);
        const bool number = weight.kind == CellKind::Number || weight.kind == CellKind::NotFinite;
        row.weight = number ? std::optional(weight.value) : std::nullopt;
    }
    if (m_count) {
        const auto count = m_count->read(fields);
        row.count = count.kind == CellKind::Number ? std::optional(count.value) : std::nullopt;
    }
    if (failed) {
        row.score = 0.0;
        return row;
    }
    const auto score = scoreIn(fields, source);
    row.scoreUnreadable = score.kind == CellKind::Unreadable;
    // Subtracted from zero rather than negated, so that 0 does not become -0.
    if (score.kind == CellKind::Number || score.kind == CellKind::NotFinite)
        row.score = m_resolved.mapping.lowerIsPositive.value ? 0.0 - score.value : score.value;
    if (source.latency)
        readLatency(fields, source, row);
    return row;
}

void PredictionsBuilder::readLatency(const Fields &fields, const ModelSource &source, RawRow &row)
{
    const NumberCell cell = source.latency->read(fields);
    switch (cell.kind) {
    case CellKind::Missing:
        break;
    case CellKind::Number:
        row.latency = toMilliseconds(cell.value, source.unit);
        break;
    case CellKind::NotFinite:
        row.latency = cell.value;
        break;
    case CellKind::Unreadable:
        row.timedOut = isTimeOut(trimmed(fields[source.latency->field]));
        row.latency = std::numeric_limits<double>::quiet_NaN();
        break;
    }
}

void PredictionsBuilder::add(const Fields &fields, std::size_t line)
{
    for (std::size_t source = 0; source < m_sources.size(); ++source)
        addRow(fields, line, source);
    ++m_records;
}

/// In the account of all and in that of the row's model.
template<typename Count>
void PredictionsBuilder::count(const Fields &fields, std::size_t source, Count count)
{
    count(m_account);
    if (m_modelField) {
        source = m_modelWords.insert(trimmed(fields[*m_modelField]));
        if (source >= m_modelAccounts.size())
            m_modelAccounts.resize(source + 1);
    }
    if (!m_modelAccounts.empty())
        count(m_modelAccounts[source]);
}

void PredictionsBuilder::addRow(const Fields &fields, std::size_t line, std::size_t source)
{
    const bool said = hasFailed(fields);
    auto row = rawRow(fields, m_sources[source], said);
    // A time-out that left no score is a call without an answer.
    const bool failed = said || (row.timedOut && !row.score && !row.scoreUnreadable);
    if (failed && !said)
        row = rawRow(fields, m_sources[source], true);
    const auto standing = standingOf(row);
    const auto uses = static_cast<std::size_t>(standing.setAside ? 0.0 : *row.count);
    count(fields, source, [&](RowAccount &account) {
        if (standing.setAside)
            return account.setAside(*standing.setAside, line);
        account.countUsed(uses);
        if (failed)
            account.countFailed(uses);
        else if (m_columns.latency)
            countLatency(standing.latency, account, uses);
    });
    if (!hasRoomFor(static_cast<Eigen::Index>(uses)))
        return;
    for (std::size_t use = 0; use < uses; ++use)
        store(fields, row, {standing.latency, failed}, source);
}

/// A counted record takes a row for each use: what stands in a column is then alike.
bool PredictionsBuilder::hasRoomFor(Eigen::Index uses)
{
    const Eigen::Index needed = m_rows + uses;
    if (m_problem || needed <= m_columns.score.size())
        return !m_problem;
    const Eigen::Index size = std::max(needed, 2 * m_columns.score.size());
    m_problem = memoryProblem(memoryNeed(static_cast<std::size_t>(size), m_resolved.mapping),
                              memoryAvailable());
    if (m_problem)
        return false;
    m_columns.label.conservativeResize(size);
    m_columns.score.conservativeResize(size);
    for (auto *column : {&m_columns.latency, &m_columns.weight}) {
        if (*column)
            (*column)->conservativeResize(size);
    }
    if (m_columns.failed)
        m_columns.failed->conservativeResize(size);
    return true;
}

/// As Predictions has it: of a failed call and where none is known, NaN.
double PredictionsBuilder::waitOf(const RawRow &row, const Call &call)
{
    if (!call.failed && call.latency == LatencyStanding::Measured)
        return *row.latency;
    return !call.failed && call.latency == LatencyStanding::TimedOut
            ? std::numeric_limits<double>::infinity()
            : std::numeric_limits<double>::quiet_NaN();
}

void PredictionsBuilder::store(const Fields &fields, const RawRow &row, const Call &call,
                               std::size_t source)
{
    m_columns.label[m_rows] = *row.label == 1.0 ? 1 : 0;
    m_columns.score[m_rows] = *row.score;
    if (m_columns.failed)
        (*m_columns.failed)[m_rows] = call.failed ? 1 : 0;
    if (m_columns.latency)
        (*m_columns.latency)[m_rows] = waitOf(row, call);
    if (m_weight)
        (*m_columns.weight)[m_rows] = *row.weight;
    for (auto *category : {&m_model, &m_exampleId, &m_userId}) {
        if (*category)
            (*category)->add(m_rows, fields);
    }
    for (auto &segment : m_segments)
        segment.add(m_rows, fields);
    if (m_sources.size() > 1) {
        m_wideModel.push_back(static_cast<std::uint32_t>(source));
        m_wideExample.push_back(static_cast<std::uint32_t>(m_records));
    }
    ++m_rows;
}

void PredictionsBuilder::countLatency(LatencyStanding standing, RowAccount &account,
                                      std::size_t uses)
{
    switch (standing) {
    case LatencyStanding::Measured:
        account.latency.measured += uses;
        break;
    case LatencyStanding::Missing:
        account.latency.missing += uses;
        break;
    case LatencyStanding::Invalid:
        account.latency.invalid += uses;
        break;
    case LatencyStanding::TimedOut:
        account.latency.timedOut += uses;
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
    if (m_problem)
        return *m_problem;
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
    finishModels();
    m_columns.userId = finished(m_userId);
    for (auto &segment : m_segments)
        m_columns.segments.push_back(segment.finish(m_rows));
    return PredictionsPtr(std::make_shared<const Predictions>(
            std::move(m_columns), std::move(m_account), std::move(m_modelAccounts)));
}

/// Names models that stand side by side, and the examples that they share; and puts accounts in
/// the order of the models.
void PredictionsBuilder::finishModels()
{
    if (m_sources.size() > 1) {
        m_columns.modelsShareRecords = true;
        m_columns.model = CategoryColumn{"model", {}, CodeColumn(m_rows)};
        for (const auto &model : m_resolved.mapping.wide)
            m_columns.model->values.push_back(model.name);
        std::copy(m_wideModel.begin(), m_wideModel.end(), m_columns.model->codes.begin());
        if (m_columns.exampleId)
            return;
        m_columns.exampleId = CategoryColumn{"record", {}, CodeColumn(m_rows)};
        for (std::size_t record = 1; record <= m_records; ++record)
            m_columns.exampleId->values.push_back(std::to_string(record));
        std::copy(m_wideExample.begin(), m_wideExample.end(), m_columns.exampleId->codes.begin());
        return;
    }
    if (!m_columns.model)
        return;
    std::vector<RowAccount> ordered;
    ordered.reserve(m_columns.model->values.size());
    for (const auto &name : m_columns.model->values)
        ordered.push_back(std::move(m_modelAccounts[*m_modelWords.find(name)]));
    m_modelAccounts = std::move(ordered);
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
