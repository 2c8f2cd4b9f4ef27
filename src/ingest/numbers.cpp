// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/numbers.h"

#include "core/infinity.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace oneinn::ingest {

namespace {

constexpr std::size_t longestNumber = 400; ///< a double written out in full has about 330 digits

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

template<std::size_t N>
bool isOneOf(std::string_view cell, const std::array<std::string_view, N> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [cell](std::string_view word) { return equalIgnoringCase(cell, word); });
}

/// What a number means that std::from_chars reports as out of range.
NumberCell outOfRange(std::string_view text, bool negative)
{
    const auto exponent = text.find_first_of("eE");
    const bool tiny = exponent == std::string_view::npos
            ? text.front() == '0' || text.front() == '.'
            : exponent + 1 < text.size() && text[exponent + 1] == '-';
    if (tiny)
        return {CellKind::Number, 0.0};
    return {CellKind::NotFinite, negative ? -infinity : infinity};
}

NumberCell readDigits(std::string_view digits, bool negative)
{
    double value = 0.0;
    const auto *end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (stop != end || error == std::errc::invalid_argument)
        return {CellKind::Unreadable};
    if (error == std::errc::result_out_of_range)
        return outOfRange(digits, negative);
    return {CellKind::Number, negative && value != 0.0 ? -value : value}; // never -0
}

NumberCell readWord(std::string_view word, bool negative)
{
    if (!equalIgnoringCase(word, "inf") && !equalIgnoringCase(word, "infinity"))
        return {CellKind::Unreadable};
    return {CellKind::NotFinite, negative ? -infinity : infinity};
}

} // namespace

char lowerCased(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string lowerCased(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        c = lowerCased(c);
    return result;
}

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lowerCased(a) == lowerCased(b); });
}

bool isMissing(std::string_view cell)
{
    if (cell.empty())
        return true;
    constexpr std::array<std::string_view, 6> markers{"na", "n/a", "nan", "null", "none", "-"};
    return cell.size() <= 4 && !isDigit(cell.front()) && isOneOf(cell, markers);
}

bool isTimeOut(std::string_view cell)
{
    constexpr std::array<std::string_view, 6> words{"timeout",  "timed out", "timedout",
                                                    "time out", "timed_out", "time-out"};
    return isOneOf(cell, words);
}

NumberCell readNumber(std::string_view cell, char decimalMark)
{
    cell = trimmed(cell);
    if (isMissing(cell))
        return {CellKind::Missing};

    const bool negative = cell.front() == '-' || cell.starts_with(minusSign);
    auto digits = cell;
    if (cell.starts_with(minusSign))
        digits.remove_prefix(minusSign.size());
    else if (negative || cell.front() == '+')
        digits.remove_prefix(1);
    if (digits.empty())
        return {CellKind::Unreadable};
    const char first = digits.front();
    if (!isDigit(first) && first != decimalMark)
        return readWord(digits, negative);
    if (decimalMark == '.')
        return readDigits(digits, negative);

    if (digits.size() > longestNumber || digits.find('.') != std::string_view::npos)
        return {CellKind::Unreadable};
    std::array<char, longestNumber> copy{};
    std::replace_copy(digits.begin(), digits.end(), copy.begin(), decimalMark, '.');
    return readDigits({copy.data(), digits.size()}, negative);
}

std::string textOf(double value)
{
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), error == std::errc() ? end : buffer.data()};
}

} // namespace oneinn::ingest
