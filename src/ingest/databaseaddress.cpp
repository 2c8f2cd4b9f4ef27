// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/databaseaddress.h"

#include "core/dataplace.h"
#include "ingest/sqledges.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace oneinn::ingest {

namespace {

struct KindName {
    std::string_view name;
    DatabaseKind kind;
};
constexpr std::array kindNames{KindName{"postgresql", DatabaseKind::PostgreSql},
                               KindName{"postgres", DatabaseKind::PostgreSql},
                               KindName{"odbc", DatabaseKind::Odbc},
                               KindName{"sqlite", DatabaseKind::Sqlite}};

/// A text of what is counted, by its word in an address.
struct CountedText {
    std::string_view key;
    std::string GroupedSql::*member;
};
constexpr std::array countedTexts{CountedText{"label", &GroupedSql::label},
                                  CountedText{"score", &GroupedSql::score},
                                  CountedText{"latency", &GroupedSql::latency},
                                  CountedText{"model-column", &GroupedSql::model},
                                  CountedText{"weight", &GroupedSql::weight},
                                  CountedText{"filter", &GroupedSql::filter}};

struct CountedBins {
    std::string_view steps;
    std::string_view edges;
    SqlBins GroupedSql::*member;
};
constexpr std::array countedBins{
        CountedBins{"score-steps", "score-edges", &GroupedSql::scoreBins},
        CountedBins{"latency-steps", "latency-edges", &GroupedSql::waitBins}};

constexpr std::array waitUnits{LatencyUnit::Nanoseconds, LatencyUnit::Microseconds,
                               LatencyUnit::Milliseconds, LatencyUnit::Seconds};

template<typename Number> std::optional<Number> wholeNumber(std::string_view text)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// Of a connection string of ODBC.
bool hasPasswordIn(const std::string &connection)
{
    std::string lower;
    lower.reserve(connection.size());
    for (const char c : connection)
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower.find("pwd=") != std::string::npos || lower.find("password=") != std::string::npos;
}

/// Whatever was taken for a password is not repeated.
std::string withoutPassword(std::string_view text)
{
    std::string shown(text.substr(0, text.find('?')));
    if (hasPasswordIn(percentDecoded(shown)))
        return shown.substr(0, shown.find("://") + 3) + "...";
    const std::size_t user = shown.find("://") + 3;
    const std::size_t at = shown.rfind('@');
    const std::size_t colon = shown.find(':', std::min(user, shown.size()));
    if (at != std::string::npos && colon < at)
        shown.replace(colon + 1, at - colon - 1, "...");
    return shown;
}

Problem wrongAddress(std::string_view text, std::string detail)
{
    return {.kind = ProblemKind::DatabaseAddressWrong,
            .file = withoutPassword(text),
            .detail = std::move(detail)};
}

/// A fault; "" where there is none.
std::string takeServer(std::string_view text, DatabaseAddress &address)
{
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
        const std::string_view user = text.substr(0, at);
        if (user.find(':') != std::string_view::npos)
            return "a password has no place in it";
        address.user = percentDecoded(user);
        text.remove_prefix(at + 1);
    }
    std::size_t colon = text.rfind(':');
    if (const std::size_t bracket = text.rfind(']'); text.starts_with('[')) { // of IPv6
        if (bracket == std::string_view::npos)
            return "its [ has no ]";
        colon = bracket + 1 < text.size() ? bracket + 1 : std::string_view::npos;
        address.host = std::string(text.substr(1, bracket - 1));
    } else {
        address.host = percentDecoded(text.substr(0, colon));
    }
    if (colon == std::string_view::npos)
        return {};
    address.port = wholeNumber<std::uint16_t>(text.substr(colon + 1));
    return address.port && *address.port > 0 ? std::string()
                                             : "its port is no number from 1 to 65535";
}

bool takeUnit(std::string_view value, GroupedSql &counted)
{
    const auto *unit = std::ranges::find(waitUnits, value, &symbolOf);
    if (unit == waitUnits.end())
        return false;
    counted.unit = *unit;
    return true;
}

bool takeBins(std::string_view key, std::string_view value, GroupedSql &counted)
{
    for (const CountedBins &bins : countedBins) {
        if (key == bins.steps) {
            const auto steps = wholeNumber<std::size_t>(value);
            (counted.*bins.member).steps = steps.value_or(0);
            return steps && *steps > 1 && *steps <= mostSqlSteps;
        }
        if (key == bins.edges) {
            (counted.*bins.member).edges = sqlEdges(value);
            return (counted.*bins.member).edges.size() > 1;
        }
    }
    return false;
}

/// Whether the word is one of what is counted, and its value one that it can have.
bool takeCounted(std::string_view key, const std::string &value, GroupedSql &counted)
{
    const auto *text = std::ranges::find(countedTexts, key, &CountedText::key);
    if (text != countedTexts.end()) {
        counted.*(text->member) = value;
        return true;
    }
    if (key == "segment") {
        counted.segments.push_back(value);
        return true;
    }
    return key == "latency-unit" ? takeUnit(value, counted) : takeBins(key, value, counted);
}

std::string takeWord(std::string_view word, DatabaseAddress &address)
{
    const std::size_t equals = word.find('=');
    const std::string key(word.substr(0, equals));
    const std::string value = equals == std::string_view::npos
            ? std::string()
            : percentDecoded(word.substr(equals + 1));
    if (value.empty())
        return key + " has no value";
    if (key == "password")
        return "a password has no place in it";
    if (key == "table" || key == "query") {
        (key == "table" ? address.table : address.query) = value;
        return {};
    }
    if (key == "dialect") {
        address.dialect = sqlDialectNamed(value);
        return address.dialect ? std::string() : "there is no dialect " + value;
    }
    if (!address.counted)
        address.counted = GroupedSql();
    return takeCounted(key, value, *address.counted)
            ? std::string()
            : "its " + key + " is not one that can be read: " + value;
}

std::string takeWords(std::string_view text, DatabaseAddress &address)
{
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        if (std::string fault = takeWord(text.substr(0, end), address); !fault.empty())
            return fault;
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return {};
}

std::string faultOf(DatabaseAddress &address, bool unitIsSaid)
{
    if (address.kind == DatabaseKind::Odbc && hasPasswordIn(address.database))
        return "a password has no place in it";
    if (address.database.empty())
        return "it names no database";
    if (!address.table.empty() && !address.query.empty())
        return "it has both a table and a query";
    if (!address.counted)
        return {};
    GroupedSql &counted = *address.counted;
    if (address.table.empty() || counted.label.empty() || counted.score.empty())
        return "what is counted needs a table, a label and a score";
    if (!counted.latency.empty() && !unitIsSaid) {
        const auto unit = unitInName(counted.latency);
        if (!unit)
            return "it does not say the unit of " + counted.latency + " (latency-unit=ms)";
        counted.unit = *unit;
    }
    return {};
}

/// The parts of a path stay readable.
std::string pathText(std::string_view path)
{
    std::string text;
    for (;;) {
        const std::size_t slash = path.find('/');
        text += percentEncoded(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return text;
        text += '/';
        path.remove_prefix(slash + 1);
    }
}

std::string wordText(std::string_view key, std::string_view value)
{
    return value.empty() ? std::string() : '&' + std::string(key) + '=' + percentEncoded(value);
}

std::string countedText(const GroupedSql &counted)
{
    // These two are there in any case: what lacks one of them must not read as rows.
    std::string text =
            "&label=" + percentEncoded(counted.label) + "&score=" + percentEncoded(counted.score);
    for (const CountedText &each : std::span(countedTexts).subspan(2))
        text += wordText(each.key, counted.*each.member);
    if (!counted.latency.empty())
        text += wordText("latency-unit", symbolOf(counted.unit));
    for (const std::string &segment : counted.segments)
        text += wordText("segment", segment);
    for (const CountedBins &bins : countedBins) {
        const SqlBins &wished = counted.*bins.member;
        const SqlBins usual = GroupedSql().*bins.member;
        if (!wished.edges.empty())
            text += wordText(bins.edges, sqlEdgesText(wished.edges));
        else if (wished.steps != usual.steps)
            text += wordText(bins.steps, std::to_string(wished.steps));
    }
    return text;
}

} // namespace

SqlDialect DatabaseAddress::spoken() const
{
    return dialect.value_or(kind == DatabaseKind::Sqlite ? SqlDialect::Sqlite
                                                         : SqlDialect::PostgreSql);
}

Result<DatabaseAddress> databaseAddress(std::string_view text)
{
    const std::size_t slashes = text.find("://");
    const auto *kind = std::ranges::find(kindNames, text.substr(0, slashes), &KindName::name);
    if (slashes == std::string_view::npos || kind == kindNames.end())
        return wrongAddress(text, "it does not begin with postgresql://, odbc:// or sqlite://");
    DatabaseAddress address{.kind = kind->kind};
    std::string_view rest = text.substr(slashes + 3);
    const std::size_t question = std::min(rest.find('?'), rest.size());
    const std::string_view words = rest.substr(std::min(question + 1, rest.size()));
    rest = rest.substr(0, question);
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    std::string fault = takeServer(rest.substr(0, slash), address);
    address.database = percentDecoded(rest.substr(std::min(slash + 1, rest.size())));
    if (address.kind == DatabaseKind::Sqlite && !address.database.empty())
        address.database.insert(0, "/");
    if (fault.empty())
        fault = takeWords(words, address);
    if (fault.empty())
        fault = faultOf(address, words.find("latency-unit=") != std::string_view::npos);
    if (!fault.empty())
        return wrongAddress(text, std::move(fault));
    return address;
}

std::string serverText(const DatabaseAddress &address)
{
    const auto *kind = std::ranges::find(kindNames, address.kind, &KindName::kind);
    std::string text = std::string(kind->name) + "://";
    if (!address.user.empty())
        text += percentEncoded(address.user) + '@';
    text += address.host.find(':') == std::string::npos ? percentEncoded(address.host)
                                                        : '[' + address.host + ']';
    if (address.port)
        text += ':' + std::to_string(*address.port);
    return text + (address.kind == DatabaseKind::Sqlite ? "" : "/") + pathText(address.database);
}

std::string addressText(const DatabaseAddress &address)
{
    std::string words = wordText("table", address.table) + wordText("query", address.query);
    if (address.dialect) {
        const auto &dialects = sqlDialects();
        const auto named = std::ranges::find(dialects, *address.dialect, &SqlDialectName::dialect);
        words += wordText("dialect", named->name);
    }
    if (address.counted)
        words += countedText(*address.counted);
    if (!words.empty())
        words.front() = '?';
    return serverText(address) + words;
}

} // namespace oneinn::ingest
