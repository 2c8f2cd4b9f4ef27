// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnprofile.h"
#include "ingest/labelvalues.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

/// What a column says of calls that brought no answer, for those who judge it.
namespace oneinn::ingest {

/// Of the records whose calls a column says brought no answer, those in the sample.
struct Failures {
    std::size_t records = 0;
    std::size_t withoutAnswer = 0; ///< no score, or no wait above 0
    bool isLabel = false;          ///< the others are of one class, and these of another

    bool lackAnswers() const { return records > 0 && withoutAnswer * 10 >= records * 9; }
    /// More would rather be what the records are about.
    bool areFewOf(const ColumnProfile &column) const
    {
        constexpr std::size_t fewOf = 5;
        return records * fewOf <= column.sample.values.size();
    }
};

/// What failures are looked at beside.
struct Calls {
    const std::vector<LabelClass> &classes;
    const ColumnProfile &score;
    const ColumnProfile *latency; ///< may be null

    bool answered(std::size_t i) const
    {
        return !std::isnan(score.sample.numbers[i])
                && (!latency || latency->sample.numbers[i] > 0.0);
    }
};

/// How many of each class are among some records.
struct Classes {
    std::size_t positives = 0;
    std::size_t negatives = 0;

    void add(LabelClass one)
    {
        positives += one == LabelClass::Positive ? 1U : 0U;
        negatives += one == LabelClass::Negative ? 1U : 0U;
    }
};

template<typename Says>
Failures failuresIn(const ColumnProfile &column, const Says &says, const Calls &calls)
{
    std::vector<bool> failed(column.values.size());
    for (std::size_t i = 0; i < failed.size(); ++i)
        failed[i] = says(column.values[i].text);
    Failures result;
    Classes failures;
    Classes others;
    for (std::size_t i = 0; i < column.sample.values.size(); ++i) {
        const std::uint16_t value = column.sample.values[i];
        // What is not among the values that are kept is text like them.
        const bool isFailed = value >= failed.size() || failed[value];
        (isFailed ? failures : others).add(calls.classes[i]);
        result.records += isFailed ? 1U : 0U;
        result.withoutAnswer += isFailed && !calls.answered(i) ? 1U : 0U;
    }
    result.isLabel = (others.positives == 0 && failures.positives > 0)
            || (others.negatives == 0 && failures.negatives > 0);
    return result;
}

template<typename Says> bool anyValue(const ColumnProfile &column, const Says &says)
{
    return std::any_of(column.values.begin(), column.values.end(),
                       [&says](const auto &value) { return says(value.text); });
}

/// Errors of a prediction rather than of a call: broken numbers, or marks such as "+".
inline bool isMeasured(const ColumnProfile &column)
{
    return column.numbers.isNumeric() && !column.numbers.integers;
}

} // namespace oneinn::ingest
