// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/recordcells.h"

#include "ingest/columnfit.h"
#include "ingest/failedcells.h"

#include <utility>

namespace oneinn::ingest {

CategoryBuilder::CategoryBuilder(std::size_t field, std::string name, Eigen::Index rows,
                                 std::optional<std::size_t> with, Part part)
    : m_field(field)
    , m_with(with)
    , m_part(part)
{
    m_result.name = std::move(name);
    m_result.codes.resize(rows);
}

void CategoryBuilder::add(Eigen::Index row, const Fields &fields)
{
    if (row >= m_result.codes.size())
        m_result.codes.conservativeResize(2 * row + 1);
    if (!m_with) {
        const std::string_view cell = trimmed(fields[m_field]);
        m_result.codes[row] = m_part == Part::Day ? dayCode(cell) : m_words.insert(cell);
        return;
    }
    m_both.assign(trimmed(fields[m_field]));
    m_both.append(" \u00b7 ").append(trimmed(fields[*m_with]));
    m_result.codes[row] = m_words.insert(m_both);
}

std::uint32_t CategoryBuilder::dayCode(std::string_view cell)
{
    if (const auto day = dayOfUnixTime(cell))
        return m_words.insert("day " + std::to_string(*day));
    return m_words.insert(dayOf(cell));
}

CategoryColumn CategoryBuilder::finish(Eigen::Index rows)
{
    m_result.codes.conservativeResize(rows);
    m_result.values = m_words.takeWords();
    return std::move(m_result);
}

FeatureBuilder::FeatureBuilder(const ColumnProfile &column, Eigen::Index rows)
    : m_source{column.field, column.writing}
    , m_result(column.name, rows)
{
}

void FeatureBuilder::add(Eigen::Index row, const Fields &fields)
{
    if (row >= m_result.rows())
        m_result.resize(2 * row + 1);
    const NumberCell cell = m_source.read(fields);
    if (cell.kind == CellKind::Unreadable)
        m_result.setNoNumber(row);
    else if (cell.kind != CellKind::Missing)
        m_result.set(row, cell.value);
}

FeatureColumn FeatureBuilder::finish(Eigen::Index rows)
{
    m_result.resize(rows);
    return std::move(m_result);
}

DecidedScores::DecidedScores(const ColumnProfile &models, const ColumnProfile &decisions,
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

std::optional<double> DecidedScores::scoreOf(const Fields &fields) const
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

FailedIn::FailedIn(const ColumnProfile &column, const std::optional<std::string> &value)
    : m_field(column.field)
    , m_value(value)
    , m_writing(column.writing)
{
    const auto number = value ? readNumber(*value, m_writing) : NumberCell();
    if (number.kind == CellKind::Number)
        m_number = number.value;
}

bool FailedIn::says(const Fields &fields) const
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

} // namespace oneinn::ingest
