// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/valueorder.h"

#include "core/doubts/dayorder.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace oneinn {

namespace {

constexpr std::string_view isoDay = "dddd-dd-dd";

std::optional<double> numberOf(std::string_view text)
{
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

bool beginsWithDay(std::string_view text)
{
    return text.size() >= isoDay.size()
            && std::equal(isoDay.begin(), isoDay.end(), text.begin(), [](char shape, char c) {
                   return shape == 'd' ? c >= '0' && c <= '9' : c == shape;
               });
}

/// The digits that a text begins with, without zeros in front.
std::string_view leadingDigits(std::string_view text)
{
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::size_t begin = std::min(text.find_first_not_of('0'), end);
    return text.substr(begin, end - begin);
}

std::size_t countOfDigits(std::string_view text)
{
    return std::min(text.find_first_not_of("0123456789"), text.size());
}

/// By value, what it is ordered by; absent where they are not of one kind.
template<typename Key, typename Read>
std::optional<std::vector<Key>> keysOf(const std::vector<std::string> &values, Read read)
{
    std::vector<Key> found;
    found.reserve(values.size());
    for (const std::string &value : values) {
        const auto key = read(value);
        if (!key)
            return std::nullopt;
        found.push_back(*key);
    }
    return found;
}

template<typename Key>
std::vector<std::string> sortedBy(const std::vector<Key> &by,
                                  const std::vector<std::string> &values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&by](std::size_t at) { return by[at]; });
    std::vector<std::string> sorted;
    sorted.reserve(values.size());
    for (const std::size_t at : order)
        sorted.push_back(values[at]);
    return sorted;
}

} // namespace

std::optional<bool> comesBefore(std::string_view value, std::string_view bound)
{
    const auto number = numberOf(value);
    const auto limit = numberOf(bound);
    if (number && limit)
        return *number < *limit;
    if (beginsWithDay(value) && beginsWithDay(bound))
        return value < bound;
    const auto days = dayOrder({std::string(value), std::string(bound)});
    if (!days || !days->front() || !days->back())
        return std::nullopt;
    return *days->front() < *days->back();
}

bool naturallyBefore(std::string_view a, std::string_view b)
{
    std::string_view restOfA = a;
    std::string_view restOfB = b;
    while (!restOfA.empty() && !restOfB.empty()) {
        const std::string_view digitsOfA = leadingDigits(restOfA);
        const std::string_view digitsOfB = leadingDigits(restOfB);
        const std::size_t inA = countOfDigits(restOfA);
        const std::size_t inB = countOfDigits(restOfB);
        if (inA == 0 || inB == 0) {
            if (restOfA.front() != restOfB.front())
                return restOfA.front() < restOfB.front();
            restOfA.remove_prefix(1);
            restOfB.remove_prefix(1);
            continue;
        }
        if (digitsOfA.size() != digitsOfB.size())
            return digitsOfA.size() < digitsOfB.size();
        if (digitsOfA != digitsOfB)
            return digitsOfA < digitsOfB;
        restOfA.remove_prefix(inA);
        restOfB.remove_prefix(inB);
    }
    return restOfA.empty() != restOfB.empty() ? restOfA.empty() : a < b;
}

std::optional<std::vector<std::string>> inOrder(std::vector<std::string> values)
{
    std::erase(values, std::string());
    if (values.empty())
        return std::nullopt;
    if (const auto numbers = keysOf<double>(values, numberOf))
        return sortedBy(*numbers, values);
    if (std::ranges::all_of(values, beginsWithDay)) {
        std::ranges::sort(values);
        return values;
    }
    const auto days = dayOrder(values);
    return days ? std::optional(sortedBy(*days, values)) : std::nullopt;
}

} // namespace oneinn
