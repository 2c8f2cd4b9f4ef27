// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/numberwriting.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace oneinn::ingest {

namespace {

constexpr std::size_t longestDuration = 64;
constexpr std::size_t mostElements = 1000;

bool isDigitOf(char c)
{
    return c >= '0' && c <= '9';
}

/// Without the white space around it, no-break spaces among it.
std::string_view bare(std::string_view text)
{
    constexpr std::array<std::string_view, 2> wideSpaces{"\xC2\xA0", "\xE2\x80\xAF"};
    for (bool more = true; more;) {
        more = false;
        text = trimmed(text);
        for (const auto space : wideSpaces) {
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                more = true;
            } else if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                more = true;
            }
        }
    }
    return text;
}

NumberCell readPlain(std::string_view cell, const NumberWriting &writing)
{
    const auto number = readNumber(cell, writing.decimalMark);
    if (number.kind != CellKind::Unreadable || writing.grouping == '\0')
        return number;
    const auto text = trimmed(cell);
    if (!isGrouped(text, writing.grouping, writing.decimalMark))
        return number;
    std::string digits(text);
    std::erase(digits, writing.grouping);
    return readNumber(digits, writing.decimalMark);
}

NumberCell readPercent(std::string_view cell, const NumberWriting &writing)
{
    auto text = bare(cell);
    if (isMissing(text))
        return {CellKind::Missing};
    if (!text.ends_with('%'))
        return {CellKind::Unreadable};
    text.remove_suffix(1);
    auto number = readPlain(bare(text), writing);
    if (number.kind == CellKind::Missing)
        return {CellKind::Unreadable};
    number.value /= 100.0;
    return number;
}

struct UnitOfWait {
    std::string_view word;
    double milliseconds;
};

constexpr std::array unitsOfWait{UnitOfWait{"ns", 1e-6},
                                 UnitOfWait{"us", 1e-3},
                                 UnitOfWait{"\xC2\xB5s", 1e-3},
                                 UnitOfWait{"\xCE\xBCs", 1e-3},
                                 UnitOfWait{"ms", 1.0},
                                 UnitOfWait{"msec", 1.0},
                                 UnitOfWait{"msecs", 1.0},
                                 UnitOfWait{"millis", 1.0},
                                 UnitOfWait{"s", 1e3},
                                 UnitOfWait{"sec", 1e3},
                                 UnitOfWait{"secs", 1e3},
                                 UnitOfWait{"second", 1e3},
                                 UnitOfWait{"seconds", 1e3},
                                 UnitOfWait{"m", 6e4},
                                 UnitOfWait{"min", 6e4},
                                 UnitOfWait{"mins", 6e4},
                                 UnitOfWait{"minute", 6e4},
                                 UnitOfWait{"minutes", 6e4},
                                 UnitOfWait{"h", 3.6e6},
                                 UnitOfWait{"hour", 3.6e6},
                                 UnitOfWait{"hours", 3.6e6},
                                 UnitOfWait{"millisecond", 1.0},
                                 UnitOfWait{"milliseconds", 1.0},
                                 UnitOfWait{"microseconds", 1e-3},
                                 UnitOfWait{"nanoseconds", 1e-6}};

std::optional<double> unitOfWait(std::string_view word)
{
    const auto *found = std::find_if(unitsOfWait.begin(), unitsOfWait.end(), [&](const auto &unit) {
        return equalIgnoringCase(unit.word, word);
    });
    return found != unitsOfWait.end() ? std::optional(found->milliseconds) : std::nullopt;
}

std::string_view takeWhile(std::string_view &text, auto holds)
{
    const auto end = std::find_if_not(text.begin(), text.end(), holds);
    const auto taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(taken.size());
    return taken;
}

/// Numbers with a unit each, the larger unit first.
std::optional<double> sumOfUnits(std::string_view text, const NumberWriting &writing)
{
    double sum = 0.0;
    double last = 0.0;
    do {
        const auto digits = takeWhile(text, [&](char c) {
            return isDigitOf(c) || c == '.' || c == ',' || (c != '\0' && c == writing.grouping);
        });
        text = bare(text);
        const auto word = takeWhile(text, [](char c) { return !isDigitOf(c) && c != ' '; });
        text = bare(text);
        const auto unit = unitOfWait(word);
        const auto number = readPlain(digits, writing);
        if (!unit || number.kind != CellKind::Number || (last > 0.0 && *unit >= last))
            return std::nullopt;
        sum += number.value * *unit;
        last = *unit;
    } while (!text.empty());
    return sum;
}

/// "T1M2.5S", after the P; a part of zero days may stand before the T.
std::optional<double> isoDuration(std::string_view text)
{
    const auto time = text.find_first_of("Tt");
    const auto days = text.substr(0, time);
    if (time == std::string_view::npos || !(days.empty() || equalIgnoringCase(days, "0d")))
        return std::nullopt;
    return sumOfUnits(text.substr(time + 1), {});
}

std::optional<double> clockDuration(std::string_view text, const NumberWriting &writing)
{
    constexpr std::string_view noDays = "0 days ";
    if (text.starts_with(noDays))
        text.remove_prefix(noDays.size());
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at != std::string_view::npos && parts.size() < 4;) {
        const auto colon = text.find(':', at);
        parts.push_back(text.substr(at, colon - at));
        at = colon == std::string_view::npos ? colon : colon + 1;
    }
    const bool fraction = parts.back().find(writing.decimalMark) != std::string_view::npos;
    if (parts.size() < 2 || parts.size() > 3 || (parts.size() == 2 && !fraction))
        return std::nullopt;
    const auto part = [&](std::size_t fromEnd) {
        return fromEnd < parts.size()
                ? readNumber(parts[parts.size() - 1 - fromEnd], writing.decimalMark)
                : NumberCell{CellKind::Number, 0.0};
    };
    const auto isBelow = [](const NumberCell &cell, double limit) {
        return cell.kind == CellKind::Number && cell.value >= 0.0 && cell.value < limit;
    };
    if (!isBelow(part(0), 60.0) || !isBelow(part(1), 60.0) || !isBelow(part(2), 1.0))
        return std::nullopt;
    return part(1).value * 6e4 + part(0).value * 1e3;
}

NumberCell readDuration(std::string_view cell, const NumberWriting &writing)
{
    const auto text = bare(cell);
    if (isMissing(text))
        return {CellKind::Missing};
    const auto wait = durationMs(text, writing);
    return wait ? NumberCell{CellKind::Number, *wait} : NumberCell{CellKind::Unreadable};
}

NumberCell readElement(std::string_view cell, std::size_t element)
{
    if (isMissing(trimmed(cell)))
        return {CellKind::Missing};
    const auto list = readList(cell, element);
    return list && element < list->size ? list->element : NumberCell{CellKind::Unreadable};
}

/// What stands between the first bracket and its partner, and what follows; absent if there is none
/// or one within it.
std::optional<std::pair<std::string_view, std::string_view>> bracketed(std::string_view text)
{
    const auto open = text.find('[');
    const auto close = text.find(']');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    const auto inner = text.substr(open + 1, close - open - 1);
    if (inner.find('[') != std::string_view::npos)
        return std::nullopt;
    return std::pair(inner, text.substr(close + 1));
}

/// Calls `visit` with each number; false at what is none.
template<typename Visit> bool forEachNumber(std::string_view list, Visit visit)
{
    const auto separates = [](char c) {
        return c == ',' || c == ';' || c == ' ' || c == '\n' || c == '\t' || c == '\r';
    };
    std::size_t count = 0;
    for (;;) {
        takeWhile(list, separates);
        const auto word = takeWhile(list, [&](char c) { return !separates(c); });
        if (word.empty())
            return true;
        const auto number = readNumber(word);
        if (number.kind != CellKind::Number || ++count > mostElements)
            return false;
        visit(number);
    }
}

/// What may stand before a list: nothing, or the name of its type and an opening parenthesis.
bool isListPrefix(std::string_view text)
{
    if (text.empty())
        return true;
    if (!text.ends_with('('))
        return false;
    text.remove_suffix(1);
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (lowerCased(c) >= 'a' && lowerCased(c) <= 'z') || c == '_' || c == '.';
    });
}

std::optional<ListCell> readSparse(std::string_view text, std::size_t element)
{
    const auto comma = text.find(',');
    const auto size = readNumber(text.substr(1, comma == std::string_view::npos ? 0 : comma - 1));
    const auto places = bracketed(text);
    const auto values = places ? bracketed(places->second) : std::nullopt;
    const bool whole = size.kind == CellKind::Number && size.value >= 1.0
            && size.value <= double(mostElements) && size.value == double(std::size_t(size.value));
    if (!whole || !values || trimmed(values->second) != ")")
        return std::nullopt;
    std::vector<double> at;
    std::vector<double> held;
    if (!forEachNumber(places->first, [&](NumberCell n) { at.push_back(n.value); })
        || !forEachNumber(values->first, [&](NumberCell n) { held.push_back(n.value); })
        || at.size() != held.size())
        return std::nullopt;
    ListCell list{std::size_t(size.value), {CellKind::Number, 0.0}};
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (at[i] == double(element))
            list.element.value = held[i];
    }
    return list;
}

} // namespace

NumberCell readNumber(std::string_view cell, const NumberWriting &writing)
{
    switch (writing.form) {
    case NumberForm::Plain:
        break;
    case NumberForm::Percent:
        return readPercent(cell, writing);
    case NumberForm::Duration:
        return readDuration(cell, writing);
    case NumberForm::Element:
        return readElement(cell, writing.element);
    }
    return readPlain(cell, writing);
}

bool isGrouped(std::string_view cell, char grouping, char decimalMark)
{
    if (cell.starts_with('-') || cell.starts_with('+'))
        cell.remove_prefix(1);
    else if (cell.starts_with(minusSign))
        cell.remove_prefix(minusSign.size());
    const auto first = takeWhile(cell, isDigitOf);
    if (first.empty() || first.size() > 3 || first.front() == '0')
        return false;
    bool grouped = false;
    while (cell.starts_with(grouping)) {
        cell.remove_prefix(1);
        if (takeWhile(cell, isDigitOf).size() != 3)
            return false;
        grouped = true;
    }
    if (cell.starts_with(decimalMark)) {
        cell.remove_prefix(1);
        takeWhile(cell, isDigitOf);
    }
    return grouped && cell.empty();
}

std::optional<double> durationMs(std::string_view cell, const NumberWriting &writing)
{
    auto text = bare(cell);
    if (text.empty() || text.size() > longestDuration)
        return std::nullopt;
    if (text.front() == 'P' || text.front() == 'p')
        return isoDuration(text.substr(1));
    if (!isDigitOf(text.front()) && text.front() != writing.decimalMark)
        return std::nullopt;
    if (text.find(':') != std::string_view::npos)
        return clockDuration(text, writing);
    return sumOfUnits(text, writing);
}

std::optional<ListCell> readList(std::string_view cell, std::size_t element)
{
    const auto text = trimmed(cell);
    const auto bracket = text.find('[');
    if (bracket == std::string_view::npos)
        return std::nullopt;
    if (text.starts_with('(') && bracket > 1)
        return readSparse(text, element);
    const auto list = bracketed(text);
    auto after = list ? trimmed(list->second) : std::string_view();
    if (!list || !isListPrefix(text.substr(0, bracket)) || !(after.empty() || after == ")"))
        return std::nullopt;
    ListCell result;
    const bool numbers = forEachNumber(list->first, [&](NumberCell number) {
        if (result.size++ == element)
            result.element = number;
    });
    return numbers && result.size > 0 ? std::optional(result) : std::nullopt;
}

} // namespace oneinn::ingest
