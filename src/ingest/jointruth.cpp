// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/delimitedreader.h"
#include "ingest/memoryneed.h"
#include "ingest/readingstages.h"
#include "ingest/tablefile.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace oneinn::ingest {

namespace {

constexpr double textJoined = 0.5; ///< of the progress
constexpr std::size_t mostNamed = 3;

/// Writes cells so that they are read back as they are.
class CellWriter {
public:
    CellWriter(std::string &text, char delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
    }

    void cell(std::string_view cell)
    {
        if (!m_isFirst)
            m_text += m_delimiter;
        m_isFirst = false;
        const bool plain = !cell.empty() && cell.find(m_delimiter) == std::string_view::npos
                && cell.find_first_of("\"\r\n") == std::string_view::npos;
        if (plain) {
            m_text += cell;
            return;
        }
        m_text += '"';
        for (const char c : cell)
            m_text.append(c == '"' ? 2 : 1, c);
        m_text += '"';
    }
    void endRecord()
    {
        m_text += '\n';
        m_isFirst = true;
    }

private:
    std::string &m_text;
    char m_delimiter;
    bool m_isFirst = true;
};

/// Some of the ids that a note names, and how many there are.
struct Unmatched {
    std::size_t count = 0;
    std::vector<std::string> names;

    void add(std::string_view id)
    {
        ++count;
        if (names.size() < mostNamed && std::ranges::find(names, id) == names.end())
            names.emplace_back(id);
    }
};

/// What was really so, by id or in the order of the file.
struct TruthRows {
    std::vector<std::vector<std::string>> cells; ///< without the id
    std::vector<std::string> ids;
    std::unordered_map<std::string, std::size_t> byId;
    std::vector<std::size_t> lines;
    std::vector<bool> used;
};

std::optional<Problem> addTruth(TruthRows &rows, const std::vector<std::string_view> &fields,
                                std::optional<std::size_t> idField, std::size_t line)
{
    std::string id;
    if (idField) {
        id = trimmed(fields[*idField]);
        const auto [found, isNew] = rows.byId.emplace(id, rows.cells.size());
        if (!id.empty() && !isNew)
            return Problem{.kind = ProblemKind::IdRepeated,
                           .line = line,
                           .detail = id,
                           .found = rows.lines[found->second]};
    }
    std::vector<std::string> &cells = rows.cells.emplace_back();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i != idField)
            cells.emplace_back(fields[i]);
    }
    rows.ids.push_back(std::move(id));
    rows.lines.push_back(line);
    return std::nullopt;
}

} // namespace

/// Joins two tables into one text; a friend of theirs.
class TruthJoin {
public:
    TruthJoin(const TableFile &left, const TableFile &right, const TableFile::JoinedBy &by)
        : m_left(left)
        , m_right(right)
        , m_by(by)
        , m_writer(m_text, left.m_table.delimiter)
    {
    }

    Result<SourceText> run(const JobControl &job)
    {
        if (auto problem = findIds())
            return *std::move(problem);
        if (auto problem = readTruth(job))
            return *std::move(problem);
        const bool byRow = !m_leftId;
        if (byRow && m_left.records() != m_right.records())
            return problemOf({.kind = ProblemKind::RecordsDiffer,
                              .expected = m_left.records(),
                              .found = m_right.records()});
        writeHeader();
        if (auto problem = writeRecords(job))
            return *std::move(problem);
        if (m_matched == 0)
            return problemOf({.kind = ProblemKind::NothingJoined, .column = m_by.left});
        return source();
    }

private:
    Problem problemOf(Problem problem) const
    {
        problem.file = m_right.m_bytes->path().string();
        return problem;
    }

    std::optional<Problem> findIds()
    {
        if (m_by.left.empty())
            return std::nullopt;
        const auto fieldIn = [](const TableFile &table, const std::string &name,
                                std::optional<std::size_t> &field) -> std::optional<Problem> {
            const auto found = table.m_table.find(name);
            if (!found)
                return Problem{.kind = ProblemKind::ColumnMissing,
                               .file = table.m_bytes->path().string(),
                               .column = name,
                               .names = table.m_table.names()};
            field = table.m_table.columns[*found].field;
            return std::nullopt;
        };
        if (auto problem = fieldIn(m_left, m_by.left, m_leftId))
            return problem;
        return fieldIn(m_right, m_by.right, m_rightId);
    }

    static DelimitedReader readerOf(const TableFile &table, const JobControl &job)
    {
        DelimitedReader reader(table.m_source.text, table.m_table.delimiter, job.stop,
                               table.m_source.firstLine);
        if (!table.m_table.headerIsData)
            reader.next();
        return reader;
    }

    std::optional<Problem> readTruth(const JobControl &job)
    {
        auto reader = readerOf(m_right, job);
        while (reader.next()) {
            auto problem = addTruth(m_truth, reader.fields(), m_rightId, reader.line());
            if (!problem)
                continue;
            problem->column = m_by.right;
            return problemOf(*std::move(problem));
        }
        m_truth.used.resize(m_truth.cells.size());
        return stopped(reader, job);
    }

    static std::optional<Problem> stopped(const DelimitedReader &reader, const JobControl &job)
    {
        if (reader.problem() || job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        return std::nullopt;
    }

    void writeHeader()
    {
        for (const std::string &name : m_left.setAsideHeader())
            m_writer.cell(name);
        const auto names = m_right.setAsideHeader();
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (i != m_rightId)
                m_writer.cell(names[i]);
        }
        m_writer.endRecord();
    }

    std::optional<Problem> writeRecords(const JobControl &job)
    {
        auto reader = readerOf(m_left, job);
        const std::size_t others = m_right.setAsideHeader().size() - (m_rightId ? 1 : 0);
        std::size_t line = firstLine() + 1;
        for (std::size_t record = 0; reader.next(); ++record) {
            // Blank lines keep every record on its own line.
            for (; line < reader.line(); ++line)
                m_text += '\n';
            const std::size_t before = m_text.size();
            for (const std::string_view cell : reader.fields())
                m_writer.cell(cell);
            const auto match = matchOf(reader.fields(), record);
            for (std::size_t i = 0; i < others; ++i)
                m_writer.cell(match ? std::string_view(m_truth.cells[*match][i])
                                    : std::string_view());
            m_writer.endRecord();
            line += static_cast<std::size_t>(std::count(
                    m_text.begin() + static_cast<std::ptrdiff_t>(before), m_text.end(), '\n'));
        }
        return stopped(reader, job);
    }

    std::optional<std::size_t> matchOf(const std::vector<std::string_view> &fields,
                                       std::size_t record)
    {
        std::optional<std::size_t> match;
        if (!m_leftId) {
            match = record;
        } else {
            const std::string_view id = trimmed(fields[*m_leftId]);
            const auto found = m_truth.byId.find(std::string(id));
            if (!id.empty() && found != m_truth.byId.end())
                match = found->second;
            else
                m_onlyLeft.add(id);
        }
        if (match) {
            m_truth.used[*match] = true;
            ++m_matched;
        }
        return match;
    }

    std::size_t firstLine() const
    {
        // A header that is not there takes the line before the first.
        return m_left.m_source.firstLine - (m_left.m_table.headerIsData ? 1 : 0);
    }

    SourceText source()
    {
        SourceText joined;
        joined.converted = std::make_shared<const std::string>(std::move(m_text));
        joined.text = *joined.converted;
        joined.firstLine = firstLine();
        joined.delimiter = m_left.m_table.delimiter;
        joined.notes = m_left.m_source.notes;
        const std::string file = m_right.m_bytes->path().filename().string();
        joined.notes.push_back({.kind = ReadingNote::Kind::Joined,
                                .column = m_by.left,
                                .other = file,
                                .value = static_cast<double>(m_matched)});
        Unmatched onlyRight;
        for (std::size_t i = 0; i < m_truth.used.size(); ++i) {
            if (!m_truth.used[i])
                onlyRight.add(m_truth.ids[i]);
        }
        note(ReadingNote::Kind::OnlyLeft, m_onlyLeft, m_by.left, file, joined.notes);
        note(ReadingNote::Kind::OnlyRight, onlyRight, m_by.right, file, joined.notes);
        return joined;
    }

    static void note(ReadingNote::Kind kind, const Unmatched &unmatched, const std::string &column,
                     const std::string &file, std::vector<ReadingNote> &notes)
    {
        if (unmatched.count > 0)
            notes.push_back({.kind = kind,
                             .column = column,
                             .other = file,
                             .place = unmatched.count,
                             .names = unmatched.names});
    }

    const TableFile &m_left;
    const TableFile &m_right;
    const TableFile::JoinedBy &m_by;
    std::string m_text;
    CellWriter m_writer;
    std::optional<std::size_t> m_leftId, m_rightId; ///< fields
    TruthRows m_truth;
    std::size_t m_matched = 0;
    Unmatched m_onlyLeft;
};

Result<TableFile::Ptr> TableFile::joined(const Ptr &predictions, const Ptr &truth,
                                         const JoinedBy &by, const JobControl &job)
{
    auto source = withinMemory(
            [&] { return TruthJoin(*predictions, *truth, by).run(job.part(0.0, textJoined)); });
    if (!source)
        return source.problem();
    auto file = std::make_shared<TableFile>();
    file->m_bytes = predictions->m_bytes;
    file->m_source = std::move(source).value();
    auto table = withinMemory([&] {
        return profileTable(file->m_source.text, *file->m_source.delimiter,
                            job.part(textJoined, 1.0), std::numeric_limits<std::uint32_t>::max(),
                            file->m_source.firstLine);
    });
    if (!table)
        return file->named(table.problem());
    file->m_table = std::move(table).value();
    return Ptr(std::move(file));
}

} // namespace oneinn::ingest
