// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/classtable.h"

#include "core/clusters/rowclusters.h"
#include "core/eigenindex.h"
#include "ingest/alikecodes.h"
#include "ingest/columnfit.h"
#include "ingest/dictionary.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

using ClassCells = std::vector<std::string_view>;

/// Reads record by record.
class ClassTableReader {
public:
    ClassTableReader(const TableFile &table, ClassColumns columns)
        : m_table(table)
    {
        m_read.columns = std::move(columns);
        m_read.rows.names = m_read.columns.classes;
        for (const std::string &name : m_read.columns.classes)
            m_classes.insert(name);
    }

    void add(const ClassCells &cells)
    {
        ++m_read.records;
        if (std::ranges::any_of(m_read.columns.where, [&](const auto &where) {
                return !where.second.admits(textIn(cells, where.first));
            })) {
            ++m_read.outside;
            return;
        }
        const std::string_view label = textIn(cells, m_read.columns.label);
        if (isMissing(label)) {
            ++m_read.labelMissing;
            return;
        }
        const auto weight = weightIn(cells);
        if (!weight) {
            ++m_read.weightMissing;
            return;
        }
        if (!addDecided(cells)) {
            ++m_read.scoreMissing;
            return;
        }
        m_read.rows.actual.push_back(*m_classes.find(classNameOf(label)));
        m_read.record.push_back(static_cast<std::uint32_t>(m_read.records));
        m_weights.push_back(*weight);
        if (m_read.columns.user)
            m_users.add(textIn(cells, *m_read.columns.user));
        if (m_read.columns.day)
            m_days.add(dayOf(textIn(cells, *m_read.columns.day)));
    }

    ClassTable finish()
    {
        ClassRows &rows = m_read.rows;
        if (m_read.columns.weight)
            rows.weight = Eigen::Map<const Eigen::ArrayXd>(m_weights.data(),
                                                           eigenIndex(m_weights.size()));
        if (m_read.columns.user)
            rows.user = m_users.column();
        if (m_read.columns.day && m_days.values() >= fewestDays)
            rows.day = m_days.column();
        if (!m_read.columns.scores.empty())
            m_read.scores =
                    Eigen::Map<const ClassScores>(m_scores.data(), eigenIndex(rows.actual.size()),
                                                  eigenIndex(m_read.columns.scores.size()));
        return std::move(m_read);
    }

private:
    std::string_view textIn(const ClassCells &cells, std::size_t column) const
    {
        return trimmed(cells[m_table.columns()[column].field]);
    }
    NumberCell numberIn(const ClassCells &cells, std::size_t column) const
    {
        const ColumnProfile &profile = m_table.columns()[column];
        return readNumber(cells[profile.field], profile.writing);
    }
    std::optional<double> weightIn(const ClassCells &cells) const
    {
        if (!m_read.columns.weight)
            return 1.0;
        const NumberCell weight = numberIn(cells, *m_read.columns.weight);
        const bool counts = weight.kind == CellKind::Number && weight.value > 0.0;
        return counts ? std::optional(weight.value) : std::nullopt;
    }
    /// False where a score is missing.
    bool addDecided(const ClassCells &cells)
    {
        if (m_read.columns.decision) {
            const std::string_view cell = textIn(cells, *m_read.columns.decision);
            m_read.rows.decided.push_back(
                    isMissing(cell) ? static_cast<std::uint32_t>(m_read.rows.names.size())
                                    : *m_classes.find(classNameOf(cell)));
            return true;
        }
        const std::size_t before = m_scores.size();
        for (const std::size_t column : m_read.columns.scores) {
            const NumberCell score = numberIn(cells, column);
            if (score.kind != CellKind::Number) {
                m_scores.resize(before);
                return false;
            }
            m_scores.push_back(score.value);
        }
        return true;
    }

    const TableFile &m_table;
    ClassTable m_read;
    Dictionary m_classes;
    std::vector<double> m_weights, m_scores;
    AlikeCodes m_users, m_days;
};

} // namespace

std::variant<ClassTable, ClassTrouble> classTable(const TableFile &table, const ClassesAsked &asked)
{
    auto columns = classColumns(table, asked);
    if (auto *trouble = std::get_if<ClassTrouble>(&columns))
        return std::move(*trouble);
    ClassTableReader reader(table, std::get<ClassColumns>(std::move(columns)));
    table.eachRecord([&](const ClassCells &cells) {
        reader.add(cells);
        return true;
    });
    ClassTable read = reader.finish();
    if (read.rows.actual.empty())
        return ClassTrouble{.kind = ClassTrouble::Kind::NothingUsable,
                            .column = table.columns()[read.columns.label].name};
    return read;
}

} // namespace oneinn::ingest
