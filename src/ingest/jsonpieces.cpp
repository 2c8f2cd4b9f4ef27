// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/jsonpieces.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

bool isOf(std::string_view characters, char c)
{
    return characters.find(c) != std::string_view::npos;
}

/// Behind a number, a word or whatever else has no brackets.
std::size_t pastScalar(std::string_view text, std::size_t at)
{
    if (text[at] == '"')
        return pastString(text, at);
    return std::min(text.find_first_of(" \t\r\n,:[]{}", at), text.size());
}

/// Counts the lines of a text, place by place.
class LineCounter {
public:
    explicit LineCounter(std::string_view text)
        : m_text(text)
    {
    }

    std::size_t at(std::size_t place)
    {
        const auto passed = m_text.substr(m_place, place - m_place);
        m_line += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
        m_place = place;
        return m_line;
    }

private:
    std::string_view m_text;
    std::size_t m_place = 0;
    std::size_t m_line = 1;
};

} // namespace

std::size_t pastSpace(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

std::size_t pastString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

std::optional<std::size_t> pastValue(std::string_view text, std::size_t at)
{
    if (at >= text.size() || !isOf("{[", text[at]))
        return at < text.size() ? pastScalar(text, at) : at;
    std::size_t depth = 0;
    for (; at < text.size(); at = text.find_first_of("\"{}[]", at)) {
        if (text[at] == '"') {
            at = pastString(text, at);
            continue;
        }
        depth += isOf("{[", text[at]) ? 1 : 0;
        depth -= isOf("}]", text[at]) ? 1 : 0;
        ++at;
        if (depth == 0)
            return at;
    }
    return std::nullopt;
}

Problem jsonProblem(std::size_t line, std::string detail)
{
    return {.kind = ProblemKind::JsonBroken, .line = line, .detail = std::move(detail)};
}

Result<std::vector<Piece>> piecesOf(std::string_view text, std::size_t at, std::size_t end,
                                    const JobControl &job)
{
    std::vector<Piece> pieces;
    LineCounter lines(text);
    for (at = pastSpace(text, at); at < end; at = pastSpace(text, at)) {
        if (text[at] == ',' && !pieces.empty()) {
            at = pastSpace(text, at + 1);
            continue;
        }
        if (pieces.size() % piecesBetweenLooks == 0 && job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        const std::size_t line = lines.at(at);
        const auto past = pastValue(text, at);
        if (!past || *past > end)
            return jsonProblem(line, unendedJson);
        if (*past == at)
            return jsonProblem(line, "a value is missing");
        pieces.push_back({text.substr(at, *past - at), line});
        at = *past;
    }
    return pieces;
}

std::optional<std::map<std::string, std::string_view>> membersOf(std::string_view text,
                                                                 std::size_t at)
{
    std::map<std::string, std::string_view> members;
    for (at = pastSpace(text, at + 1); at < text.size() && text[at] == '"';
         at = pastSpace(text, at)) {
        const auto keyEnd = pastString(text, at);
        const std::string key(text.substr(at + 1, keyEnd - at - 2));
        at = pastSpace(text, keyEnd);
        if (at >= text.size() || text[at] != ':')
            return std::nullopt;
        at = pastSpace(text, at + 1);
        const auto past = pastValue(text, at);
        if (!past)
            return std::nullopt;
        members[key] = text.substr(at, *past - at);
        at = pastSpace(text, *past);
        if (at < text.size() && text[at] == ',')
            at = pastSpace(text, at + 1);
    }
    return members;
}

} // namespace oneinn::ingest
