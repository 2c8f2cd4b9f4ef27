// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/predictionsbuilder.h"

#include "ingest/columnindex.h"
#include "ingest/delimitedreader.h"
#include "ingest/dictionary.h"
#include "ingest/memoryneed.h"
#include "ingest/readingnotes.h"
#include "ingest/readingstages.h"
#include "ingest/recordcells.h"
#include "ingest/recordreader.h"
#include "ingest/repeatedid.h"
#include "ingest/setasidebuilder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace oneinn::ingest {

namespace {

class PredictionsBuilder {
public:
    PredictionsBuilder(const TableProfile &table, const ResolvedTable &resolved,
                       std::size_t records);

    void add(const Fields &fields, std::size_t line);
    Result<PredictionsPtr> finish();

private:
    void addRow(const Fields &fields, std::size_t line, std::size_t source);
    template<typename Count> void count(const Fields &fields, std::size_t source, Count count);
    void finishModels();
    std::optional<CategoryBuilder> category(
            const std::optional<ResolvedColumn> &column,
            CategoryBuilder::Part part = CategoryBuilder::Part::Whole) const;
    static void countLatency(LatencyStanding standing, RowAccount &account, std::size_t uses);
    void countEnd(std::uint8_t end, LatencyStanding latency, RowAccount &account,
                  std::size_t uses) const;
    struct Call {
        LatencyStanding latency;
        std::uint8_t end; ///< as in PredictionColumns::failed
        double firstWait;
        double wholeWait;
        std::size_t line; ///< 0: none
    };
    static double waitOf(const RawRow &row, const Call &call);
    bool hasRoomFor(Eigen::Index uses);
    void store(const Fields &fields, const RawRow &row, const Call &call, std::size_t source);
    Problem nothingUsable() const;

    const TableProfile &m_table;
    const ResolvedTable &m_resolved;
    std::size_t m_expected; ///< records
    ColumnIndex m_index;
    RecordReader m_reader;
    std::optional<std::size_t> m_modelField;
    Dictionary m_modelWords;                 ///< also of models whose records are all set aside
    std::vector<RowAccount> m_modelAccounts; ///< by these, or by source
    std::size_t m_records = 0;
    std::optional<CategoryBuilder> m_model, m_exampleId, m_userId, m_day;
    std::vector<CategoryBuilder> m_segments;
    std::vector<FeatureBuilder> m_features;

    std::vector<std::uint32_t> m_wideModel, m_wideExample; ///< by row

    PredictionColumns m_columns;
    SetAsideBuilder m_setAside;
    RowAccount m_account;
    bool m_hasLines = true; ///< each row has one so far
    Eigen::Index m_rows = 0;
    std::optional<Problem> m_problem; ///< why no more rows were taken
};

PredictionsBuilder::PredictionsBuilder(const TableProfile &table, const ResolvedTable &resolved,
                                       std::size_t records)
    : m_table(table)
    , m_resolved(resolved)
    , m_expected(records)
    , m_index(table.columns)
    , m_reader(table, resolved)
    , m_model(category(resolved.mapping.model))
    , m_exampleId(category(resolved.mapping.exampleId))
    , m_userId(category(resolved.mapping.userId))
    , m_day(category(resolved.mapping.day, CategoryBuilder::Part::Day))
{
    const auto rows = static_cast<Eigen::Index>(m_expected * m_reader.models());
    for (const auto &segment : resolved.mapping.segments)
        m_segments.push_back(*category(segment));
    for (const std::string &feature : resolved.mapping.features)
        m_features.emplace_back(table.columns[*m_index.find(feature)], rows);
    m_setAside = SetAsideBuilder(table, resolved.mapping);
    m_columns.label.resize(rows);
    m_columns.score.resize(rows);
    m_columns.line.emplace(rows);
    if (resolved.mapping.latency)
        m_columns.latency.emplace(rows);
    if (!resolved.mapping.firstToken.empty()) {
        m_columns.firstWait.emplace(rows);
        m_columns.wholeWait.emplace(rows);
    }
    if (m_reader.models() > 1)
        m_modelAccounts.resize(m_reader.models());
    if (const auto &model = resolved.mapping.model)
        m_modelField = table.columns[*m_index.find(model->value)].field;
    if (resolved.mapping.weight)
        m_columns.weight.emplace(rows);
    if (!resolved.mapping.failed.empty() || !resolved.mapping.refused.empty()
        || resolved.mapping.latency)
        m_columns.failed.emplace(rows);
}

std::optional<CategoryBuilder> PredictionsBuilder::category(
        const std::optional<ResolvedColumn> &column, CategoryBuilder::Part part) const
{
    if (!column)
        return std::nullopt;
    const auto &with = m_resolved.mapping.exampleWith;
    const bool isKey = with && m_resolved.mapping.exampleId == column;
    return CategoryBuilder(m_table.columns[*m_index.find(column->value)].field, column->value,
                           static_cast<Eigen::Index>(m_expected * m_reader.models()),
                           isKey ? std::optional(m_table.columns[*m_index.find(with->value)].field)
                                 : std::nullopt,
                           part);
}

void PredictionsBuilder::add(const Fields &fields, std::size_t line)
{
    for (std::size_t source = 0; source < m_reader.models(); ++source)
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

/// How a used record's calls ended, or how long an answer took.
void PredictionsBuilder::countEnd(std::uint8_t end, LatencyStanding latency, RowAccount &account,
                                  std::size_t uses) const
{
    if (end == callRefused)
        account.countRefused(uses);
    else if (end == callFailed)
        account.countFailed(uses);
    else if (m_columns.latency)
        countLatency(latency, account, uses);
}

void PredictionsBuilder::addRow(const Fields &fields, std::size_t line, std::size_t source)
{
    const auto reading = m_reader.read(fields, source);
    const auto &row = reading.row;
    const auto &standing = reading.standing;
    const std::uint8_t end = reading.refused ? callRefused
            : reading.failed                 ? callFailed
                                             : callAnswered;
    const auto uses = static_cast<std::size_t>(standing.setAside ? 0.0 : *row.count);
    count(fields, source, [&](RowAccount &account) {
        if (standing.setAside)
            return account.setAside(*standing.setAside, line);
        account.countUsed(uses);
        countEnd(end, standing.latency, account, uses);
        account.latency.cached += reading.cached && m_columns.latency ? uses : 0;
    });
    if (standing.setAside)
        m_setAside.add(*standing.setAside, reading.failed ? std::nullopt : row.score, fields,
                       source);
    if (!hasRoomFor(static_cast<Eigen::Index>(uses)))
        return;
    for (std::size_t use = 0; use < uses; ++use)
        store(fields, row, {standing.latency, end, reading.firstWait, reading.wholeWait, line},
              source);
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
    for (auto *column :
         {&m_columns.latency, &m_columns.firstWait, &m_columns.wholeWait, &m_columns.weight}) {
        if (*column)
            (*column)->conservativeResize(size);
    }
    if (m_columns.failed)
        m_columns.failed->conservativeResize(size);
    m_columns.line->conservativeResize(size);
    return true;
}

/// As Predictions has it: of a failed call and where none is known, NaN.
double PredictionsBuilder::waitOf(const RawRow &row, const Call &call)
{
    const bool answered = call.end == callAnswered;
    if (answered && call.latency == LatencyStanding::Measured)
        return *row.latency;
    return answered && call.latency == LatencyStanding::TimedOut
            ? std::numeric_limits<double>::infinity()
            : std::numeric_limits<double>::quiet_NaN();
}

void PredictionsBuilder::store(const Fields &fields, const RawRow &row, const Call &call,
                               std::size_t source)
{
    m_columns.label[m_rows] = *row.label == 1.0 ? 1 : 0;
    m_columns.score[m_rows] = *row.score;
    if (m_columns.failed)
        (*m_columns.failed)[m_rows] = call.end;
    (*m_columns.line)[m_rows] = static_cast<std::uint32_t>(call.line);
    m_hasLines = m_hasLines && call.line > 0;
    if (m_columns.latency)
        (*m_columns.latency)[m_rows] = waitOf(row, call);
    if (m_columns.firstWait) {
        (*m_columns.firstWait)[m_rows] = call.firstWait;
        (*m_columns.wholeWait)[m_rows] = call.wholeWait;
    }
    if (m_columns.weight)
        (*m_columns.weight)[m_rows] = *row.weight;
    for (auto *category : {&m_model, &m_exampleId, &m_userId, &m_day}) {
        if (*category)
            (*category)->add(m_rows, fields);
    }
    for (auto &segment : m_segments)
        segment.add(m_rows, fields);
    for (auto &feature : m_features)
        feature.add(m_rows, fields);
    if (m_reader.models() > 1) {
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
    const std::size_t lost = m_account.failed() + m_account.refused();
    if (lost == m_account.used())
        return Problem{.kind = ProblemKind::NothingUsable,
                       .detail = "failed",
                       .found = m_account.records()};
    // Where all were answered, there is nothing to tell apart.
    if (lost == 0)
        m_columns.failed.reset();
    const auto finished = [this](std::optional<CategoryBuilder> &category) {
        return category ? std::optional(category->finish(m_rows)) : std::nullopt;
    };
    m_columns.label.conservativeResize(m_rows);
    m_columns.score.conservativeResize(m_rows);
    for (auto *column :
         {&m_columns.latency, &m_columns.firstWait, &m_columns.wholeWait, &m_columns.weight}) {
        if (*column)
            (*column)->conservativeResize(m_rows);
    }
    if (m_columns.failed)
        m_columns.failed->conservativeResize(m_rows);
    if (m_hasLines)
        m_columns.line->conservativeResize(m_rows);
    else
        m_columns.line.reset();
    m_columns.model = finished(m_model);
    m_columns.exampleId = finished(m_exampleId);
    dropRepeatedId(m_columns, m_resolved.mapping);
    finishModels();
    m_columns.userId = finished(m_userId);
    m_columns.day = finished(m_day);
    for (auto &segment : m_segments)
        m_columns.segments.push_back(segment.finish(m_rows));
    for (auto &feature : m_features)
        m_columns.features.push_back(feature.finish(m_rows));
    m_columns.alike = m_resolved.mapping.alike;
    m_columns.setAside = m_setAside.finish();
    m_columns.scoreIsBinStart = isCountedByBins(m_resolved.mapping);
    return PredictionsPtr(std::make_shared<const Predictions>(
            std::move(m_columns), std::move(m_account), std::move(m_modelAccounts)));
}

/// Names models that stand side by side, and the examples that they share; and puts accounts in
/// the order of the models.
void PredictionsBuilder::finishModels()
{
    if (m_reader.models() > 1) {
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
                                        std::size_t firstLine, std::size_t every)
{
    DelimitedReader reader(text, table.delimiter, job.stop, firstLine);
    if (!table.headerIsData)
        reader.next();
    PredictionsBuilder builder(table, resolved, (table.records + every - 1) / every);
    std::size_t nextReport = 0;
    for (std::size_t record = 0; reader.next(); ++record) {
        if (reader.offset() >= nextReport) {
            nextReport = reader.offset() + bytesBetweenReports;
            job.report(static_cast<double>(reader.offset()) / static_cast<double>(text.size()));
        }
        if (record % every == 0)
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
