// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnfit.h"

#include "ingest/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

namespace oneinn::ingest {

namespace {

constexpr int probabilityBonus = 30;
constexpr int levelBonus = 70;

} // namespace

bool startsWithDate(std::string_view cell)
{
    constexpr std::string_view shape = "0000-00-00";
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (cell.size() < shape.size() || (cell.size() > shape.size() && digit(cell[shape.size()])))
        return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool fits = shape[i] == '0' ? digit(cell[i]) : cell[i] == '-' || cell[i] == '/';
        if (!fits)
            return false;
    }
    return true;
}

std::optional<std::int64_t> dayOfUnixTime(std::string_view cell)
{
    double time = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), time);
    constexpr double earliest = 5e8; // of 1985, in seconds
    if (error != std::errc() || end != cell.data() + cell.size() || !(time >= earliest))
        return std::nullopt;
    constexpr double latest = 2e10; // beyond, it counts parts of seconds
    constexpr double thousand = 1000.0;
    while (time >= latest)
        time /= thousand;
    constexpr double secondsADay = 86400.0;
    return static_cast<std::int64_t>(std::floor(time / secondsADay));
}

namespace {

/// Empty where there is a single one.
std::string_view lastWord(std::string_view cell)
{
    const auto space = cell.rfind(' ');
    return space == std::string_view::npos ? std::string_view() : cell.substr(space + 1);
}

std::string_view withoutLast(std::string_view cell, std::string_view word)
{
    cell.remove_suffix(word.size());
    while (!cell.empty() && cell.back() == ' ')
        cell.remove_suffix(1);
    return cell;
}

bool isHalfOfDay(std::string_view word)
{
    return word == "AM" || word == "PM" || word == "am" || word == "pm";
}

bool isTimeOfDay(std::string_view word)
{
    constexpr std::string_view digits = "0123456789";
    return word.find(':') != std::string_view::npos
            && digits.find(word.front()) != std::string_view::npos;
}

} // namespace

std::string_view dayOf(std::string_view cell)
{
    constexpr std::size_t date = 10;
    if (startsWithDate(cell))
        return cell.substr(0, date);
    // "14.03.2026 12:00", "Mar 3 2026 2:30 PM"; what is no time of day belongs to the name: "week
    // 3".
    auto day = cell;
    if (const auto word = lastWord(day); isHalfOfDay(word))
        day = withoutLast(day, word);
    const auto word = lastWord(day);
    return isTimeOfDay(word) ? withoutLast(day, word) : cell;
}

bool isHardDecision(const ColumnProfile &column)
{
    const auto values = std::count_if(column.values.begin(), column.values.end(),
                                      [](const auto &value) { return !isMissing(value.text); });
    return values <= 2 && column.numbers.integers;
}

bool isEmpty(const ColumnProfile &column)
{
    return std::all_of(column.values.begin(), column.values.end(),
                       [](const auto &value) { return isMissing(value.text); });
}

bool isProbability(const ColumnProfile &column)
{
    return column.numbers.low >= 0.0 && column.numbers.high <= 1.0;
}

Fit scoreFit(const ColumnProfile &column, const NameFits &name, const LabelValues &labels)
{
    auto fit = name.of(ColumnRole::Score);
    const bool wholeName = fit && fit->reason == GuessReason::Name;
    const auto &numbers = column.numbers;
    const bool numeric = wholeName ? numbers.isHalfNumeric() : numbers.isNumeric();
    if (!numeric || isHardDecision(column) || column.writing.form == NumberForm::Duration)
        return std::nullopt;
    if (fit) {
        fit->strength += (isProbability(column) ? probabilityBonus : 0)
                + levelBonus * classInName(column.name, labels);
        return fit;
    }
    if (const auto &distance = name.of(ColumnRole::Distance))
        return distance;
    // caret calls the column of a class's probabilities like the class.
    const auto level = normalised(labels.positive.value);
    if (!level.empty() && normalised(column.name) == level && isProbability(column))
        return NameFit{weakName, GuessReason::NamePart};
    const auto words = wordsOf(column.name);
    const bool chance =
            words.size() > 1 && words.front() == "p" && isProbability(column); // p_churn
    if (chance && !numbers.integers && !isHardDecision(column))
        return NameFit{weakName + levelBonus * classInName(column.name, labels),
                       GuessReason::NamePart};
    const bool likeDecision = name.of(ColumnRole::Decision).has_value();
    if (likeDecision && !numbers.integers && column.values.size() > 2)
        return NameFit{weakName - 1, GuessReason::Values};
    return std::nullopt;
}

namespace {

/// Waits that are written with their units, from a millisecond to ten minutes; "3 m" alone may as
/// well be a length.
bool areWrittenAsWaits(const ColumnProfile &column)
{
    constexpr double shortest = 1.0;
    constexpr double longest = 6e5;
    const auto &numbers = column.numbers;
    return column.writing.form == NumberForm::Duration && numbers.isNumeric() && numbers.low >= 0.0
            && numbers.median >= shortest && numbers.median <= longest
            && !column.written.ends_with('m') && !column.written.ends_with('h');
}

} // namespace

Fit latencyFit(const ColumnProfile &column, const NameFits &name)
{
    const auto &fit = name.of(ColumnRole::Latency);
    if (!fit && !name.isSpokenFor() && areWrittenAsWaits(column))
        return NameFit{0, GuessReason::Values};
    if (!fit || column.numbers.numbers == 0 || column.writing.form == NumberForm::Percent)
        return std::nullopt;
    if (fit->strength > knownPart)
        return fit;
    constexpr double secondsOfThirtyYears = 1e9; // larger: the time of day of something
    const bool span = column.numbers.isNumeric() && column.numbers.high < secondsOfThirtyYears;
    return span ? fit : std::nullopt;
}

Fit exampleFit(const ColumnProfile &column, const NameFits &name)
{
    return isEmpty(column) ? std::nullopt : name.of(ColumnRole::ExampleId);
}

/// As ids are written, and no kinds of users: u17, 4711, ann@example.org.
bool lookLikeIds(const ColumnProfile &column)
{
    constexpr std::size_t fewest = 10;
    return column.values.size() >= fewest
            && std::ranges::all_of(column.values, [](const auto &value) {
                   return isMissing(value.text) || std::ranges::any_of(value.text, [](char c) {
                              return c == '@' || (c >= '0' && c <= '9');
                          });
               });
}

Fit userFit(const ColumnProfile &column, const NameFits &name)
{
    const auto &fit = name.of(ColumnRole::UserId);
    if (!fit || isEmpty(column))
        return std::nullopt;
    // "user" is as often what kind of user, or who made the label.
    const auto words = wordsOf(column.name);
    const bool isId = words.back() == "id" || words.back() == "uid";
    // All of one user say nothing of others.
    return (isId ? column.values.size() > 1 : column.hasManyValues() || lookLikeIds(column))
            ? fit
            : std::nullopt;
}

namespace {

int yearOf(std::string_view date)
{
    constexpr std::size_t digits = 4;
    int year = 0;
    for (const char digit : date.substr(0, digits))
        year = 10 * year + (digit - '0');
    return year;
}

/// All begin with a date, and none is from another decade: those are births.
bool areDays(const ColumnProfile &column)
{
    constexpr int mostYears = 10;
    int first = std::numeric_limits<int>::max();
    int last = 0;
    for (const auto &value : column.values) {
        if (isMissing(value.text))
            continue;
        if (!startsWithDate(value.text))
            return false;
        first = std::min(first, yearOf(value.text));
        last = std::max(last, yearOf(value.text));
    }
    return last - first <= mostYears;
}

} // namespace

Fit dayFit(const ColumnProfile &column, const NameFits &name)
{
    const auto &fit = name.of(ColumnRole::Day);
    if (!fit || isEmpty(column))
        return std::nullopt;
    constexpr std::size_t daysOfAWeek = 7; // as many numbers or fewer may be these
    const bool counted = fit->strength > knownPart && column.numbers.isNumeric()
            && column.numbers.integers && column.numbers.low >= 0.0 && column.numbers.high < 1e5
            && column.values.size() > daysOfAWeek && !name.of(ColumnRole::Timestamp);
    return counted || areDays(column) ? fit : std::nullopt;
}

Fit modelFit(const ColumnProfile &column, const NameFits &name)
{
    return column.hasManyValues() || isEmpty(column) ? std::nullopt : name.of(ColumnRole::Model);
}

namespace {

bool playsAnotherPart(const NameFits &name)
{
    constexpr std::array others{ColumnRole::Label,     ColumnRole::Score,  ColumnRole::Decision,
                                ColumnRole::Latency,   ColumnRole::Weight, ColumnRole::Timestamp,
                                ColumnRole::ExampleId, ColumnRole::UserId, ColumnRole::Personal};
    return std::any_of(others.begin(), others.end(),
                       [&](ColumnRole role) { return name.of(role).has_value(); });
}

constexpr std::size_t recordsPerValue = 4; // fewer, and the values are hardly groups

std::size_t distinctInSample(const ColumnProfile &column)
{
    return std::set<std::uint32_t>(column.sample.hashes.begin(), column.sample.hashes.end()).size();
}

} // namespace

Fit segmentFit(const ColumnProfile &column, const NameFits &name, std::size_t records)
{
    if (column.hasManyValues() || column.values.size() < 2 || isEmpty(column))
        return std::nullopt;
    if (const auto &fit = name.of(ColumnRole::Segment))
        return fit;
    if (const auto &model = name.of(ColumnRole::Model))
        return model;
    if (namesARelease(column.name)) // also of numbers, such as 1.0 and 1.1
        return NameFit{knownPart, GuessReason::NamePart};
    const bool groups =
            !column.numbers.isNumeric() && column.values.size() * recordsPerValue <= records;
    return !playsAnotherPart(name) && groups ? std::optional(NameFit{0, GuessReason::Values})
                                             : std::nullopt;
}

bool namesAPerson(const std::string &column)
{
    constexpr std::array<std::string_view, 10> personalWords{
            "email",  "mail",    "name", "surname", "phone",
            "mobile", "address", "ip",   "birth",   "iban"};
    if (NameFits(column).of(ColumnRole::Personal))
        return true;
    return std::ranges::any_of(wordsOf(column), [&](const std::string &word) {
        return std::ranges::find(personalWords, word) != personalWords.end();
    });
}

bool areManyGroups(const ColumnProfile &column, const NameFits &name)
{
    // In the order of what they cost: files may have thousands of columns.
    if (!column.hasManyValues() || isEmpty(column) || playsAnotherPart(name)
        || namesAPerson(column.name))
        return false;
    if (column.numbers.isNumeric() && !name.of(ColumnRole::Segment))
        return false;
    return distinctInSample(column) * recordsPerValue <= column.sample.hashes.size();
}

Fit recordIdFit(const ColumnProfile &column, const NameFits &name)
{
    const Fit fit = exampleFit(column, name);
    return fit && distinctInSample(column) == column.sample.hashes.size() ? fit : std::nullopt;
}

} // namespace oneinn::ingest
