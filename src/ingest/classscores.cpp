// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/classscores.h"

#include "ingest/classcolumns.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace oneinn::ingest {

namespace {

std::string folded(std::string_view name)
{
    std::string result = lowerCased(name);
    std::ranges::replace_if(
            result, [](char c) { return c == ' ' || c == '-'; }, '_');
    return result;
}

/// Numeric columns by their folded names, but for one.
using NamedColumns = std::map<std::string, std::size_t>;

NamedColumns numericColumns(const std::vector<ColumnProfile> &columns, std::size_t label)
{
    NamedColumns named;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (column != label && columns[column].numbers.isNumeric())
            named.emplace(folded(columns[column].name), column);
    }
    return named;
}

struct ScorePattern {
    std::string before, after; ///< the class, folded
    std::string shown;         ///< as the file writes it

    std::string nameOf(const std::string &className) const
    {
        return before + folded(className) + after;
    }
    bool isBare() const { return before.empty() && after.empty(); }
    bool fits(const std::string &name) const
    {
        return name.size() > before.size() + after.size() && name.starts_with(before)
                && name.ends_with(after);
    }
};

bool hasAll(const NamedColumns &named, const ScorePattern &pattern,
            const std::vector<std::string> &classes)
{
    return std::ranges::all_of(classes, [&](const std::string &className) {
        return named.contains(pattern.nameOf(className));
    });
}

std::vector<ScorePattern> patternsIn(const std::vector<ColumnProfile> &columns, std::size_t label,
                                     const std::vector<std::string> &classes)
{
    std::vector<ScorePattern> patterns;
    const NamedColumns named = numericColumns(columns, label);
    const std::string first = folded(classes.front());
    for (const auto &[name, column] : named) {
        for (std::size_t at = name.find(first); at != std::string::npos;
             at = name.find(first, at + 1)) {
            const std::string &shown = columns[column].name;
            ScorePattern pattern{.before = name.substr(0, at),
                                 .after = name.substr(at + first.size()),
                                 .shown = shown.substr(0, at) + '*'
                                         + shown.substr(at + first.size())};
            if (hasAll(named, pattern, classes))
                patterns.push_back(std::move(pattern));
        }
    }
    return patterns;
}

/// Whether the columns' numbers add up to 1 in 99 of 100 records that have them all.
bool addUpToOne(const TableFile &table, const std::vector<std::size_t> &columns)
{
    // Each number may have been rounded.
    const double tolerance = 0.01 + 0.0005 * static_cast<double>(columns.size());
    constexpr double most = 0.01;
    double records = 0.0;
    double others = 0.0;
    table.eachRecord([&](const std::vector<std::string_view> &cells) {
        double sum = 0.0;
        for (const std::size_t column : columns) {
            const ColumnProfile &profile = table.columns()[column];
            const NumberCell number = readNumber(cells[profile.field], profile.writing);
            if (number.kind != CellKind::Number)
                return true;
            sum += number.value;
        }
        records += 1.0;
        if (std::abs(sum - 1.0) > tolerance)
            others += 1.0;
        return true;
    });
    return records > 0.0 && others <= most * records;
}

/// The classes' columns, in the order of the file.
ClassScoreColumns inOrder(const ScorePattern &pattern,
                          std::vector<std::pair<std::size_t, std::string>> found)
{
    std::ranges::sort(found);
    ClassScoreColumns scores{.pattern = pattern.shown, .classes = {}, .columns = {}};
    for (auto &[column, className] : found) {
        scores.columns.push_back(column);
        scores.classes.push_back(std::move(className));
    }
    return scores;
}

/// With the columns of the pattern that no label speaks of, or without.
ClassScoreColumns scoresOf(const TableFile &table, std::size_t label,
                           const std::vector<std::string> &classes, const ScorePattern &pattern,
                           bool withOthers)
{
    const NamedColumns named = numericColumns(table.columns(), label);
    std::vector<std::pair<std::size_t, std::string>> found;
    found.reserve(classes.size());
    for (const std::string &className : classes)
        found.emplace_back(named.at(pattern.nameOf(className)), className);
    const auto isKnown = [&](std::size_t column) {
        return std::ranges::any_of(found, [&](const auto &each) { return each.first == column; });
    };
    for (const auto &[name, column] : named) {
        if (withOthers && pattern.fits(name) && !isKnown(column)) {
            const std::string &whole = table.columns()[column].name;
            found.emplace_back(
                    column,
                    whole.substr(pattern.before.size(),
                                 whole.size() - pattern.before.size() - pattern.after.size()));
        }
    }
    ClassScoreColumns scores = inOrder(pattern, std::move(found));
    scores.addUpToOne = addUpToOne(table, scores.columns);
    return scores;
}

ClassScoreColumns completed(const TableFile &table, std::size_t label,
                            const std::vector<std::string> &classes, const ScorePattern &pattern)
{
    ClassScoreColumns scores = scoresOf(table, label, classes, pattern, false);
    if (scores.addUpToOne || pattern.isBare())
        return scores;
    ClassScoreColumns more = scoresOf(table, label, classes, pattern, true);
    return more.addUpToOne ? more : scores;
}

} // namespace

std::optional<std::size_t> scoreColumnOf(const std::vector<ColumnProfile> &columns,
                                         std::size_t label, const std::vector<std::string> &classes,
                                         const std::string &className)
{
    if (classes.empty())
        return std::nullopt;
    const std::vector<ScorePattern> patterns = patternsIn(columns, label, classes);
    if (patterns.size() != 1)
        return std::nullopt;
    return numericColumns(columns, label).at(patterns.front().nameOf(className));
}

std::vector<std::string> classScorePatterns(const std::vector<ColumnProfile> &columns,
                                            std::size_t label,
                                            const std::vector<std::string> &classes)
{
    std::vector<std::string> shown;
    for (const ScorePattern &pattern : patternsIn(columns, label, classes))
        shown.push_back(pattern.shown);
    return shown;
}

std::vector<ClassScoreColumns> classScoresOf(const TableFile &table, std::size_t label,
                                             const std::vector<std::string> &classes)
{
    std::vector<ClassScoreColumns> all;
    for (const ScorePattern &pattern : patternsIn(table.columns(), label, classes))
        all.push_back(completed(table, label, classes, pattern));
    return all;
}

std::variant<ClassScoreColumns, ClassTrouble> classScoresCalled(
        const TableFile &table, std::size_t label, const std::vector<std::string> &classes,
        const std::string &pattern)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string::npos || pattern.find('*', star + 1) != std::string::npos)
        return ClassTrouble{.kind = ClassTrouble::Kind::PatternWrong, .column = pattern};
    const ScorePattern wanted{.before = folded(pattern.substr(0, star)),
                              .after = folded(pattern.substr(star + 1)),
                              .shown = pattern};
    const NamedColumns named = numericColumns(table.columns(), label);
    ClassTrouble missing{.kind = ClassTrouble::Kind::ScoreMissing, .column = pattern};
    for (const std::string &className : classes) {
        if (!named.contains(wanted.nameOf(className)))
            missing.names.push_back(className);
    }
    if (!missing.names.empty())
        return missing;
    return completed(table, label, classes, wanted);
}

} // namespace oneinn::ingest
