// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/predictedclasses.h"

#include "ingest/numbers.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>

namespace oneinn::ingest {

namespace {

std::vector<LabelClass> againstRest(const ColumnProfile &column, const LabelValues &labels)
{
    std::vector<LabelClass> classes;
    classes.reserve(column.values.size());
    const std::string positive = spellingKey(labels.positive.value, column.writing.decimalMark);
    for (const auto &value : column.values)
        classes.push_back(spellingKey(value.text, column.writing.decimalMark) == positive
                                  ? LabelClass::Positive
                                  : isMissing(value.text) ? LabelClass::Missing
                                                          : LabelClass::Negative);
    return classes;
}

/// Whether nearly all of its records have a value that the label has.
bool holdsClassesOf(const ColumnProfile &column, const ColumnProfile &label)
{
    std::set<std::string> known;
    for (const auto &value : label.values)
        known.insert(spellingKey(value.text, label.writing.decimalMark));
    std::size_t all = 0;
    std::size_t strange = 0;
    for (const auto &value : column.values) {
        if (isMissing(value.text))
            continue;
        all += value.records;
        strange += known.contains(spellingKey(value.text, column.writing.decimalMark))
                ? 0
                : value.records;
    }
    constexpr std::size_t oneIn = 10;
    return all > 0 && strange * oneIn <= all;
}

} // namespace

std::optional<std::vector<LabelClass>> predictedClasses(const ColumnProfile &column,
                                                        const ColumnProfile &label,
                                                        const LabelValues &labels)
{
    if (!labels.againstRest)
        return classesIn(column, labels);
    if (column.hasTooManyClasses() || !holdsClassesOf(column, label))
        return std::nullopt;
    auto classes = againstRest(column, labels);
    const bool hasPositive = std::ranges::find(classes, LabelClass::Positive) != classes.end();
    return hasPositive ? std::optional(std::move(classes)) : std::nullopt;
}

double ofPositive(double score, LabelClass predicted, const LabelValues &labels)
{
    switch (predicted) {
    case LabelClass::Positive:
        return score;
    case LabelClass::Negative:
        return labels.againstRest ? 0.0 : 1.0 - score;
    case LabelClass::Missing:
    case LabelClass::Unknown:
        break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> ofPositive(const std::vector<double> &scores,
                               const std::vector<LabelClass> &predicted, const LabelValues &labels)
{
    auto result = scores;
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = ofPositive(result[i], i < predicted.size() ? predicted[i] : LabelClass::Unknown,
                               labels);
    return result;
}

std::optional<std::size_t> columnOfClasses(const ColumnCandidates &candidates, std::size_t label,
                                           const LabelValues &labels)
{
    if (!labels.againstRest)
        return std::nullopt;
    const auto fitting = candidates.fitting([&](std::size_t i) -> Fit {
        if (i == label || !predictedClasses(candidates.column(i), candidates.column(label), labels))
            return std::nullopt;
        if (const auto &decision = candidates.names(i).of(ColumnRole::Decision))
            return decision;
        const auto &named = candidates.names(i).of(ColumnRole::Label);
        return named ? named : NameFit{0, GuessReason::Values};
    });
    return fitting.empty() ? std::nullopt : std::optional(fitting.front().column);
}

} // namespace oneinn::ingest
