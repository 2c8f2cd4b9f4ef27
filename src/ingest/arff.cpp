// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/arff.h"

#include "ingest/numbers.h"
#include "ingest/tabletext.h"

#include <algorithm>
#include <string>
#include <vector>

namespace oneinn::ingest {

namespace {

/// Takes a line off a text, without its end.
std::string_view takeLine(std::string_view &text)
{
    const auto end = text.find_first_of("\r\n");
    const auto line = text.substr(0, end);
    text.remove_prefix(line.size());
    if (text.starts_with("\r\n"))
        text.remove_prefix(2);
    else if (!text.empty())
        text.remove_prefix(1);
    return line;
}

bool isSkipped(std::string_view line)
{
    return line.empty() || line.front() == '%';
}

bool startsWithWord(std::string_view line, std::string_view word)
{
    return equalIgnoringCase(line.substr(0, word.size()), word);
}

/// Takes a value off a line, in quotes or up to one of `ends`; absent where a quote is not closed.
std::optional<std::string> takeValue(std::string_view &line, std::string_view ends)
{
    line = trimmed(line);
    std::string value;
    if (!line.starts_with('\'') && !line.starts_with('"')) {
        const auto plain = line.substr(0, line.find_first_of(ends));
        line.remove_prefix(plain.size());
        return std::string(trimmed(plain));
    }
    const char quote = line.front();
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == quote) {
            line = trimmed(line.substr(i + 1));
            return value;
        }
        if (line[i] == '\\' && i + 1 < line.size())
            ++i;
        value += line[i];
    }
    return std::nullopt;
}

std::optional<std::vector<std::string>> valuesOf(std::string_view line)
{
    std::vector<std::string> values;
    for (;;) {
        const bool quoted = trimmed(line).starts_with('\'') || trimmed(line).starts_with('"');
        auto value = takeValue(line, ",");
        if (!value || !(line.empty() || line.front() == ','))
            return std::nullopt;
        values.push_back(*value == "?" && !quoted ? std::string() : *std::move(value));
        if (line.empty())
            return values;
        line.remove_prefix(1);
    }
}

Problem arffProblem(std::size_t line, std::string detail = {})
{
    return {.kind = ProblemKind::ArffBroken, .line = line, .detail = std::move(detail)};
}

/// Reads line by line: attributes, then records.
class ArffReader {
public:
    std::optional<Problem> add(std::string_view line, std::size_t number)
    {
        if (isSkipped(line))
            return std::nullopt;
        if (m_inData)
            return addRecord(line, number);
        if (startsWithWord(line, "@attribute"))
            return addAttribute(line, number);
        if (startsWithWord(line, "@data")) {
            m_table.endHeader();
            m_inData = true;
        }
        return std::nullopt;
    }

    Result<Converted> finish()
    {
        if (!m_inData)
            return arffProblem(1);
        return Converted{
                .bytes = m_table.take(), .firstLine = TableText::firstLine, .delimiter = ','};
    }

private:
    std::optional<Problem> addAttribute(std::string_view line, std::size_t number)
    {
        line.remove_prefix(std::string_view("@attribute").size());
        const auto name = takeValue(line, " \t");
        if (!name)
            return arffProblem(number);
        m_table.addCell(*name);
        ++m_columns;
        return std::nullopt;
    }

    std::optional<Problem> addRecord(std::string_view line, std::size_t number)
    {
        if (line.front() == '{')
            return arffProblem(number, "sparse records");
        const auto values = valuesOf(line);
        if (!values)
            return arffProblem(number);
        if (values->size() != m_columns)
            return Problem{.kind = ProblemKind::FieldCount,
                           .line = number,
                           .expected = m_columns,
                           .found = values->size()};
        for (const auto &value : *values)
            m_table.addCell(value);
        m_table.endRecord(number);
        return std::nullopt;
    }

    TableText m_table;
    std::size_t m_columns = 0;
    bool m_inData = false;
};

} // namespace

bool isArff(std::string_view text)
{
    while (!text.empty()) {
        const auto line = trimmed(takeLine(text));
        if (!isSkipped(line))
            return startsWithWord(line, "@relation");
    }
    return false;
}

Result<Converted> fromArff(std::string_view text, const JobControl &job)
{
    constexpr std::size_t linesBetweenLooks = 4096;
    const std::size_t all = text.size();
    ArffReader reader;
    for (std::size_t number = 1; !text.empty(); ++number) {
        if (number % linesBetweenLooks == 0) {
            if (job.stopRequested())
                return Problem{.kind = ProblemKind::Cancelled};
            job.report(1.0 - double(text.size()) / double(all));
        }
        if (auto problem = reader.add(trimmed(takeLine(text)), number))
            return *problem;
    }
    return reader.finish();
}

} // namespace oneinn::ingest
