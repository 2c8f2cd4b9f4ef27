// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/failedcells.h"

#include "ingest/columnnames.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace oneinn::ingest {

namespace {

// As normalised() writes them.
constexpr std::array<std::string_view, 17> noneWords{
        "none", "null", "nan", "na",      "nil",       "no",        "false",    "ok",  "okay",
        "0",    "00",   "n",   "success", "succeeded", "completed", "finished", "pass"};
constexpr std::array<std::string_view, 14> technicalParts{
        "timeout",         "timedout",        "deadlineexceeded", "ratelimit",
        "toomanyrequests", "unavailable",     "exhausted",        "econn",
        "etimedout",       "connectionreset", "badgateway",       "overload",
        "quotaexceeded",   "exception"};
constexpr std::array<std::string_view, 10> failureParts{
        "fail",     "error", "abort", "cancelled", "canceled",
        "internal", "fault", "crash", "unknown",   "refused"};

/// "429 Too Many Requests" is 429; absent where no number of three digits is in front.
std::optional<int> statusIn(std::string_view text)
{
    constexpr std::size_t digits = 3;
    for (const std::string_view prefix : {"HTTP/1.1 ", "HTTP/2 ", "HTTP ", "http "}) {
        if (text.starts_with(prefix))
            text.remove_prefix(prefix.size());
    }
    int status = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), status);
    const auto length = static_cast<std::size_t>(end - text.data());
    const std::string_view rest = text.substr(std::min(length, text.size()));
    const bool whole = rest.empty() || rest == ".0" || rest.front() == ' ' || rest.front() == ':'
            || rest.front() == '-';
    if (error != std::errc() || length != digits || !whole)
        return std::nullopt;
    return status;
}

template<std::size_t N>
bool hasPart(std::string_view text, const std::array<std::string_view, N> &parts)
{
    const std::string word = normalised(text);
    return std::any_of(parts.begin(), parts.end(), [&word](std::string_view part) {
        return word.find(part) != std::string::npos;
    });
}

} // namespace

bool saysFailed(std::string_view text)
{
    const std::string_view cell = trimmed(text);
    const std::string word = normalised(cell);
    if (word.empty())
        return false;
    if (std::find(noneWords.begin(), noneWords.end(), word) != noneWords.end())
        return false;
    constexpr int firstSuccess = 100;
    constexpr int firstFailure = 400;
    const auto status = statusIn(cell);
    return !status || *status < firstSuccess || *status >= firstFailure;
}

bool isTechnicalFailure(std::string_view text)
{
    constexpr int firstFailure = 400;
    constexpr int afterFailures = 600;
    const std::string_view cell = trimmed(text);
    if (const auto status = statusIn(cell))
        return *status >= firstFailure && *status < afterFailures;
    return hasPart(cell, technicalParts);
}

bool isCalledFailure(std::string_view text)
{
    return saysFailed(text) && hasPart(text, failureParts);
}

} // namespace oneinn::ingest
