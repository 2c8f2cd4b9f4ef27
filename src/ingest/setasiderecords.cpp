// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnindex.h"
#include "ingest/delimitedreader.h"
#include "ingest/memoryneed.h"
#include "ingest/readingstages.h"
#include "ingest/recordreader.h"
#include "ingest/tablefile.h"

#include <algorithm>
#include <string>
#include <utility>

namespace oneinn::ingest {

namespace {

/// Tells the records of one model and of some values from others, by their cells.
class RecordFilter {
public:
    RecordFilter(const TableProfile &table, const ResolvedMapping &mapping,
                 const Selection &selection)
        : m_mapping(mapping)
        , m_model(selection.model)
    {
        const ColumnIndex index(table.columns);
        const auto want = [&](const Selection::Where &where) {
            if (const auto found = index.find(where.column))
                m_cells.emplace_back(table.columns[*found].field, where);
        };
        std::ranges::for_each(selection.where, want);
        if (m_model && mapping.model)
            want({mapping.model->value, *m_model});
    }

    /// source: which of the models that stand side by side.
    bool keeps(const Fields &fields, std::size_t source) const
    {
        if (m_model && !m_mapping.wide.empty() && m_mapping.wide[source].name != *m_model)
            return false;
        return std::ranges::all_of(m_cells, [&fields](const auto &cell) {
            return cell.second.admits(trimmed(fields[cell.first]));
        });
    }

private:
    const ResolvedMapping &m_mapping;
    std::optional<std::string> m_model;
    std::vector<std::pair<std::size_t, Selection::Where>> m_cells; ///< fields, and what they meet
};

} // namespace

std::vector<std::string> TableFile::setAsideHeader() const
{
    std::vector<std::string> names;
    for (const auto &column : m_table.columns) {
        if (column.field >= names.size())
            names.resize(column.field + 1);
        if (column.ofList.empty() || names[column.field].empty())
            names[column.field] = column.ofList.empty() ? column.name : column.ofList;
    }
    return names;
}

namespace {

/// Each way in which a record is read: one for every model beside others.
void tellRecord(const RecordReader &records, const RecordFilter &filter, const ResolvedTable &table,
                const DelimitedReader &at, const TableFile::SetAsideSink &sink)
{
    const auto &wide = table.mapping.wide;
    for (std::size_t source = 0; source < records.models(); ++source) {
        const auto reason = records.read(at.fields(), source).standing.setAside;
        if (reason && filter.keeps(at.fields(), source))
            sink({at.line(), *reason,
                  wide.empty() ? std::string_view() : std::string_view(wide[source].name),
                  at.fields()});
    }
}

} // namespace

std::optional<Problem> TableFile::eachSetAside(const ColumnMapping &mapping,
                                               const Selection &selection, const SetAsideSink &sink,
                                               const JobControl &job) const
{
    const auto resolved = withinMemory([&] { return settled(mapping, {}); });
    if (!resolved)
        return named(resolved.problem());
    const ResolvedTable &table = resolved.value();
    const RecordReader records(m_table, table);
    const RecordFilter filter(m_table, table.mapping, selection);
    const auto size = static_cast<double>(m_source.text.size());
    DelimitedReader reader(m_source.text, m_table.delimiter, job.stop, m_source.firstLine);
    if (!m_table.headerIsData)
        reader.next();
    std::size_t nextReport = 0;
    while (reader.next()) {
        if (reader.offset() >= nextReport) {
            nextReport = reader.offset() + bytesBetweenReports;
            job.report(static_cast<double>(reader.offset()) / size);
        }
        tellRecord(records, filter, table, reader, sink);
    }
    if (reader.problem() || job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return std::nullopt;
}

} // namespace oneinn::ingest
