// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DelimitedReader against a second, naive reading of the rules that stand in its header. The first
// byte chooses the delimiter.

#include "fuzz/fuzztarget.h"
#include "ingest/delimitedreader.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace {

using namespace oneinn;
using namespace oneinn::ingest;
using fuzz::require;

struct Row {
    std::vector<std::string> fields;
    std::size_t line = 0;
};

/// One character at a time.
class NaiveReader {
public:
    NaiveReader(std::string_view text, char delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
        while (!atEnd() && !problem)
            readRow();
    }

    std::vector<Row> rows;
    std::optional<ProblemKind> problem;
    std::size_t problemLine = 0;

private:
    bool atEnd() const { return m_at == m_text.size(); }
    bool atLineEnd() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }
    bool atFieldEnd() const { return atEnd() || m_text[m_at] == m_delimiter || atLineEnd(); }

    void fail(ProblemKind kind, std::size_t line)
    {
        problem = kind;
        problemLine = line;
    }

    std::string quotedField()
    {
        const std::size_t opened = m_line;
        std::string field;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == '"') {
                if (m_text.substr(m_at, 2) != "\"\"") {
                    ++m_at;
                    if (!atFieldEnd())
                        fail(ProblemKind::TextAfterQuote, m_line);
                    return field;
                }
                ++m_at;
            } else if (m_text[m_at] == '\r' || (m_text[m_at] == '\n' && m_text[m_at - 1] != '\r')) {
                ++m_line;
            }
            field += m_text[m_at];
        }
        fail(ProblemKind::UnclosedQuote, opened);
        return field;
    }

    std::string plainField()
    {
        std::string field;
        for (; !atFieldEnd(); ++m_at)
            field += m_text[m_at];
        return field;
    }

    void readRow()
    {
        Row row{{}, m_line};
        const bool quoted = m_text[m_at] == '"';
        while (!problem) {
            row.fields.push_back(!atEnd() && m_text[m_at] == '"' ? quotedField() : plainField());
            if (problem)
                return;
            if (atEnd() || m_text[m_at] != m_delimiter)
                break;
            ++m_at;
        }
        if (!atEnd()) {
            m_at += m_text.substr(m_at, 2) == "\r\n" ? 2 : 1;
            ++m_line;
        }
        if (quoted || row.fields.size() > 1 || !isBlank(row.fields.front()))
            rows.push_back(std::move(row));
    }

    static bool isBlank(const std::string &field)
    {
        return field.find_first_not_of(" \t\n\v\f\r") == std::string::npos;
    }

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

void reader(std::string_view input)
{
    if (input.empty())
        return;
    constexpr std::string_view delimiters = ",;\t| :x\1";
    const char delimiter =
            delimiters[static_cast<unsigned char>(input.front()) % delimiters.size()];
    const std::string text(input.substr(1));
    const NaiveReader expected(text, delimiter);
    DelimitedReader reader(text, delimiter);
    std::size_t at = 0;
    for (; reader.next(); ++at) {
        require(at < expected.rows.size(), "too many records", input);
        const Row &row = expected.rows[at];
        require(std::equal(row.fields.begin(), row.fields.end(), reader.fields().begin(),
                           reader.fields().end()),
                "fields", input);
        require(reader.line() == row.line, "line", input);
    }
    require(at == expected.rows.size(), "records", input);
    require(reader.problem().has_value() == expected.problem.has_value(), "a problem", input);
    if (!expected.problem)
        return;
    require(reader.problem()->kind == *expected.problem, "another problem", input);
    require(reader.problem()->line == expected.problemLine, "the problem's line", input);
}

} // namespace

ONEINN_FUZZ_TARGET(reader, reader);
