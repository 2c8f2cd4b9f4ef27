// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/delimitedreader.h"

#include "ingest/numbers.h"
#include "ingest/textcheck.h"

#include <utility>

namespace oneinn::ingest {

namespace {

std::string_view between(const char *begin, const char *end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

} // namespace

DelimitedReader::DelimitedReader(std::string_view text, char delimiter)
    : m_text(text)
    , m_at(text.data())
    , m_end(text.data() + text.size())
    , m_delimiter(delimiter)
{
    for (const char stop : {delimiter, '\n', '\r'})
        m_stops[static_cast<unsigned char>(stop)] = true;
}

bool DelimitedReader::next()
{
    while (m_at < m_end && !m_problem) {
        const auto *start = m_at;
        if (!readRecord())
            return false;
        // Only a line that holds no quotes either is blank: "" is a record.
        if (m_fields.size() == 1 && isBlank() && *start != '"')
            continue;
        if (m_expected && m_fields.size() != *m_expected) {
            return fail({.kind = ProblemKind::FieldCount,
                         .line = m_recordLine,
                         .expected = *m_expected,
                         .found = m_fields.size()});
        }
        return true;
    }
    m_fields.clear();
    return false;
}

bool DelimitedReader::readRecord()
{
    m_fields.clear();
    m_unescaped.clear();
    m_recordLine = m_line;
    for (;;) {
        if (m_at < m_end && *m_at == '"') {
            if (!readQuoted())
                return false;
        } else {
            readPlain();
        }
        if (endsRecord())
            return true;
    }
}

void DelimitedReader::readPlain()
{
    const auto *at = m_at;
    while (at < m_end && !m_stops[static_cast<unsigned char>(*at)])
        ++at;
    m_fields.push_back(between(m_at, at));
    m_at = at;
}

bool DelimitedReader::readQuoted()
{
    const auto openedAt = m_line;
    const auto *const begin = ++m_at;
    bool doubled = false;
    for (;;) {
        while (m_at < m_end && *m_at != '"')
            ++m_at;
        if (m_at == m_end)
            return fail({.kind = ProblemKind::UnclosedQuote, .line = openedAt});
        if (m_at + 1 == m_end || m_at[1] != '"')
            break;
        doubled = true;
        m_at += 2;
    }
    const auto content = between(begin, m_at);
    m_line += lineEnds(content);
    ++m_at;
    if (m_at < m_end && !m_stops[static_cast<unsigned char>(*m_at)])
        return fail({.kind = ProblemKind::TextAfterQuote, .line = m_line});
    if (!doubled) {
        m_fields.push_back(content);
        return true;
    }
    auto &text = m_unescaped.emplace_back();
    text.reserve(content.size());
    for (std::size_t i = 0; i < content.size(); ++i) {
        text.push_back(content[i]);
        if (content[i] == '"')
            ++i;
    }
    m_fields.push_back(text);
    return true;
}

/// Steps over what ended a field; true if it ended the record as well.
bool DelimitedReader::endsRecord()
{
    if (m_at == m_end)
        return true;
    const char stop = *m_at++;
    if (stop == m_delimiter)
        return false;
    if (stop == '\r' && m_at < m_end && *m_at == '\n')
        ++m_at;
    ++m_line;
    return true;
}

bool DelimitedReader::isBlank() const
{
    return trimmed(m_fields.front()).empty();
}

bool DelimitedReader::fail(Problem problem)
{
    m_problem = std::move(problem);
    m_fields.clear();
    return false;
}

} // namespace oneinn::ingest
