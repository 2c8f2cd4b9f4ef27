// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dataplace.h"

#include <algorithm>
#include <array>
#include <optional>

namespace oneinn {

namespace {

constexpr std::array addressBeginnings{"postgresql://", "postgres://", "odbc://", "sqlite://"};
constexpr std::string_view hexDigits = "0123456789ABCDEF";

std::optional<unsigned> hexValue(char c)
{
    const char capital = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    const std::size_t place = hexDigits.find(capital);
    return place == std::string_view::npos ? std::nullopt
                                           : std::optional(static_cast<unsigned>(place));
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '.' || c == '_' || c == '~';
}

/// What stands behind "table=" among the words of an address; empty where nothing does.
std::string tableIn(std::string_view words)
{
    constexpr std::string_view key = "table=";
    while (!words.empty()) {
        const std::size_t end = words.find('&');
        const std::string_view word = words.substr(0, end);
        if (word.starts_with(key))
            return percentDecoded(word.substr(key.size()));
        words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
    return {};
}

std::string lastPart(std::string_view path)
{
    return std::string(path.substr(path.rfind('/') + 1));
}

} // namespace

bool isDatabaseAddress(std::string_view place)
{
    return std::ranges::any_of(addressBeginnings, [place](std::string_view beginning) {
        return place.starts_with(beginning);
    });
}

std::string dataName(std::string_view place)
{
    if (!isDatabaseAddress(place))
        return lastPart(place);
    const std::size_t question = place.find('?');
    if (question != std::string_view::npos) {
        std::string table = tableIn(place.substr(question + 1));
        if (!table.empty())
            return table;
    }
    return lastPart(percentDecoded(lastPart(place.substr(0, question))));
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto high =
                text[i] == '%' && i + 2 < text.size() ? hexValue(text[i + 1]) : std::nullopt;
        const auto low = high ? hexValue(text[i + 2]) : std::nullopt;
        decoded += low ? static_cast<char>(*high * 16U + *low) : text[i];
        i += low ? 2 : 0;
    }
    return decoded;
}

std::string percentEncoded(std::string_view text)
{
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (isUnreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += hexDigits[byte / 16U];
        encoded += hexDigits[byte % 16U];
    }
    return encoded;
}

} // namespace oneinn
