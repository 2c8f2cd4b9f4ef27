// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/delimitedreader.h"

#include "ingest/numbers.h"
#include "ingest/textcheck.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace oneinn::ingest {

namespace {

constexpr std::size_t bytesBetweenLooks = std::size_t{256} << 10U;

std::string_view between(const char *begin, const char *end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

} // namespace

DelimitedReader::DelimitedReader(std::string_view text, char delimiter, std::stop_token token,
                                 std::size_t firstLine)
    : m_text(text)
    , m_at(text.data())
    , m_end(text.data() + text.size())
    , m_lookAt(m_at)
    , m_stop(std::move(token))
    , m_delimiter(delimiter)
    , m_line(firstLine)
    , m_recordLine(firstLine)
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
        const bool quoted = m_at < m_end && *m_at == '"';
        if (!(quoted ? readQuoted() : readPlain()))
            return false;
        if (endsRecord())
            return true;
    }
}

/// Called where m_lookAt has been reached; false when reading is to stop.
bool DelimitedReader::mayGoOn(const char *at)
{
    m_lookAt = at + std::min(bytesBetweenLooks, static_cast<std::size_t>(m_end - at));
    return !m_stop.stop_requested() || fail({.kind = ProblemKind::Cancelled});
}

bool DelimitedReader::readPlain()
{
    const auto *at = m_at;
    for (;;) {
        while (at < m_lookAt && !m_stops[static_cast<unsigned char>(*at)])
            ++at;
        if (at < m_lookAt || at == m_end)
            break;
        if (!mayGoOn(at))
            return false;
    }
    m_fields.push_back(between(m_at, at));
    m_at = at;
    return true;
}

/// Goes to the next quote or the end and counts the lines on the way.
bool DelimitedReader::findQuote()
{
    for (;;) {
        const auto *const begin = m_at;
        const auto left = static_cast<std::size_t>(std::max(m_lookAt, m_at) - m_at);
        const auto *const found = static_cast<const char *>(std::memchr(m_at, '"', left));
        m_at = found != nullptr ? found : m_at + left;
        // A pair of line ends may lie on both sides of a place where the token is looked at.
        const bool secondOfPair = m_at > begin && *begin == '\n' && begin[-1] == '\r';
        m_line += lineEnds(between(begin, m_at)) - (secondOfPair ? 1 : 0);
        if (found != nullptr || m_at == m_end)
            return true;
        if (!mayGoOn(m_at))
            return false;
    }
}

bool DelimitedReader::readQuoted()
{
    const auto openedAt = m_line;
    const auto *begin = ++m_at;
    std::string *unescaped = nullptr;
    for (;;) {
        if (!findQuote())
            return false;
        if (m_at == m_end)
            return fail({.kind = ProblemKind::UnclosedQuote, .line = openedAt});
        if (m_at + 1 == m_end || m_at[1] != '"')
            break;
        if (unescaped == nullptr)
            unescaped = &m_unescaped.emplace_back();
        unescaped->append(between(begin, m_at + 1));
        m_at += 2;
        begin = m_at;
    }
    const auto content = between(begin, m_at);
    ++m_at;
    if (m_at < m_end && !m_stops[static_cast<unsigned char>(*m_at)])
        return fail({.kind = ProblemKind::TextAfterQuote, .line = m_line});
    if (unescaped != nullptr)
        unescaped->append(content);
    m_fields.push_back(unescaped != nullptr ? std::string_view(*unescaped) : content);
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
