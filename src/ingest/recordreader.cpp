// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/recordreader.h"

#include "ingest/predictedclasses.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn::ingest {

RecordReader::RecordReader(const TableProfile &table, const ResolvedTable &resolved)
    : m_table(table)
    , m_resolved(resolved)
    , m_index(table.columns)
    , m_labelField(m_table.columns[*m_index.find(resolved.mapping.label.value)].field)
    , m_sources(modelSources())
{
    for (const auto &value : table.columns[*m_index.find(resolved.mapping.label.value)].values)
        m_labelWords.insert(value.text);
    if (const auto &decision = resolved.mapping.decision) {
        const auto &predicted = table.columns[*m_index.find(decision->value)];
        m_decisionField = predicted.field;
        m_decisions = predictedClasses(predicted,
                                       table.columns[*m_index.find(resolved.mapping.label.value)],
                                       resolved.labels)
                              .value_or(std::vector<LabelClass>());
        m_onlyDecides = decision->value == resolved.mapping.score.value;
        for (const auto &value : predicted.values)
            m_decisionWords.insert(value.text);
    }
    if (!resolved.mapping.deciders.empty())
        m_deciders.emplace(table.columns[*m_index.find(resolved.mapping.model->value)],
                           table.columns[*m_index.find(resolved.mapping.decidersColumn)],
                           resolved.mapping.deciders);
    if (const auto &count = resolved.mapping.count)
        m_count = numberSource(count->value);
    if (const auto &weight = resolved.mapping.weight)
        m_weight = numberSource(weight->value);
    for (const auto &cells : resolved.mapping.failed)
        m_failed.emplace_back(table.columns[*m_index.find(cells.column)], cells.value);
    for (const auto &cells : resolved.mapping.refused)
        m_refused.emplace_back(table.columns[*m_index.find(cells.column)], cells.value);
    for (const auto &cells : resolved.mapping.cached)
        m_cached.emplace_back(table.columns[*m_index.find(cells.column)], cells.value);
    if (const std::string &first = resolved.mapping.firstToken; !first.empty()) {
        m_firstToken = numberSource(first);
        m_firstTokenUnit = m_firstToken->writing.form == NumberForm::Duration
                ? LatencyUnit::Milliseconds
                : unitInName(first).value_or(resolved.mapping.unit.value);
    }
}

std::vector<ModelSource> RecordReader::modelSources() const
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

NumberSource RecordReader::numberSource(const std::string &name) const
{
    const auto &column = m_table.columns[*m_index.find(name)];
    return {column.field, column.writing};
}

std::optional<double> RecordReader::label(const Fields &fields) const
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

/// The score as it is, or from that of the predicted class that of the positive one; missing where
/// nothing was predicted.
NumberCell RecordReader::scoreOfPositive(NumberCell score, const Fields &fields) const
{
    if (!m_decisionField || score.kind != CellKind::Number)
        return score;
    const auto word = m_decisionWords.find(trimmed(fields[*m_decisionField]));
    const double turned = ofPositive(score.value,
                                     word && *word < m_decisions.size() ? m_decisions[*word]
                                                                        : LabelClass::Missing,
                                     m_resolved.labels);
    return std::isnan(turned) ? NumberCell() : NumberCell{CellKind::Number, turned};
}

NumberCell RecordReader::scoreIn(const Fields &fields, const ModelSource &source) const
{
    NumberCell score = scoreOfPositive(
            m_onlyDecides ? NumberCell{CellKind::Number, 1.0} : source.score.read(fields), fields);
    if (score.kind != CellKind::Missing || !m_deciders)
        return score;
    if (const auto decided = m_deciders->scoreOf(fields)) {
        // Where low scores are positive, a yes is the low one.
        const bool lower = m_resolved.mapping.lowerIsPositive.value;
        return {CellKind::Number, lower ? 1.0 - *decided : *decided};
    }
    return score;
}

RecordReader::Reading RecordReader::read(const Fields &fields, std::size_t model) const
{
    const auto says = [&fields](const FailedIn &cells) { return cells.says(fields); };
    const bool refused = std::ranges::any_of(m_refused, says);
    const bool said = refused || std::ranges::any_of(m_failed, says);
    RawRow row = rawRow(fields, model, said);
    // A time-out that left no score is a call without an answer.
    const bool failed = said || (row.timedOut && !row.score && !row.scoreUnreadable);
    if (failed && !said)
        row = rawRow(fields, model, true);
    const bool cached = !failed && std::ranges::any_of(m_cached, says);
    if (cached) {
        row.latency.reset();
        row.timedOut = false;
    }
    Reading reading{row, failed, refused, cached, standingOf(row)};
    if (m_firstToken && !failed && !cached && m_sources[model].latency)
        readWaits(fields, m_sources[model], reading);
    return reading;
}

/// Where no first token is told, it came with the whole.
void RecordReader::readWaits(const Fields &fields, const ModelSource &source,
                             Reading &reading) const
{
    const auto waitIn = [&fields](const NumberSource &from, LatencyUnit unit) {
        const NumberCell cell = from.read(fields);
        if (cell.kind == CellKind::Number && cell.value >= 0.0)
            return toMilliseconds(cell.value, unit);
        const bool timedOut =
                cell.kind == CellKind::Unreadable && isTimeOut(trimmed(fields[from.field]));
        return timedOut ? std::numeric_limits<double>::infinity() : noWait;
    };
    reading.wholeWait = waitIn(*source.latency, source.unit);
    const bool told = m_firstToken->read(fields).kind != CellKind::Missing;
    reading.firstWait = told ? waitIn(*m_firstToken, m_firstTokenUnit) : reading.wholeWait;
}

RawRow RecordReader::rawRow(const Fields &fields, std::size_t model, bool failed) const
{
    const ModelSource &source = m_sources[model];
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

void RecordReader::readLatency(const Fields &fields, const ModelSource &source, RawRow &row) const
{
    NumberSource from = *source.latency;
    LatencyUnit unit = source.unit;
    if (m_firstToken && m_firstToken->read(fields).kind != CellKind::Missing) {
        from = *m_firstToken;
        unit = m_firstTokenUnit;
    }
    const NumberCell cell = from.read(fields);
    switch (cell.kind) {
    case CellKind::Missing:
        break;
    case CellKind::Number:
        row.latency = toMilliseconds(cell.value, unit);
        break;
    case CellKind::NotFinite:
        row.latency = cell.value;
        break;
    case CellKind::Unreadable:
        row.timedOut = isTimeOut(trimmed(fields[from.field]));
        row.latency = std::numeric_limits<double>::quiet_NaN();
        break;
    }
}

} // namespace oneinn::ingest
