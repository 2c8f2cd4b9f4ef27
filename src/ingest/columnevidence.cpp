// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnevidence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn::ingest {

namespace {

constexpr std::size_t leastOfAClass = 5;
constexpr std::size_t leastForDecision = 20;
constexpr std::size_t leastForSequence = 10;

struct ScoredRecord {
    double number;
    bool positive;
};

struct ScoredSample {
    std::vector<ScoredRecord> records; ///< by rising number
    std::size_t positives = 0;
    std::size_t negatives = 0;
};

ScoredSample scoredSample(const std::vector<double> &numbers,
                          const std::vector<LabelClass> &classes)
{
    ScoredSample sample;
    for (std::size_t i = 0; i < std::min(numbers.size(), classes.size()); ++i) {
        const bool known = classes[i] == LabelClass::Positive || classes[i] == LabelClass::Negative;
        if (!known || std::isnan(numbers[i]))
            continue;
        const bool positive = classes[i] == LabelClass::Positive;
        ++(positive ? sample.positives : sample.negatives);
        sample.records.push_back({numbers[i], positive});
    }
    std::sort(sample.records.begin(), sample.records.end(),
              [](const auto &a, const auto &b) { return a.number < b.number; });
    return sample;
}

double areaUnderRoc(const ScoredSample &sample)
{
    double pairs = 0.0; // in which the positive is higher; ties count half
    double negativesBelow = 0.0;
    for (auto first = sample.records.begin(); first != sample.records.end();) {
        const auto last = std::find_if(first, sample.records.end(), [first](const auto &record) {
            return record.number != first->number;
        });
        const auto positives = static_cast<double>(
                std::count_if(first, last, [](const auto &record) { return record.positive; }));
        const double negatives = static_cast<double>(last - first) - positives;
        pairs += positives * (negativesBelow + 0.5 * negatives);
        negativesBelow += negatives;
        first = last;
    }
    return pairs / (static_cast<double>(sample.positives) * static_cast<double>(sample.negatives));
}

/// A cell's rounding: half a unit of the last of so many digits is seen in real files.
constexpr double probabilityRounding = 0.0101;

} // namespace

std::vector<LabelClass> sampledClasses(const ColumnProfile &label, const LabelValues &labels)
{
    std::vector<LabelClass> classes;
    classes.reserve(label.sample.values.size());
    for (const auto value : label.sample.values)
        classes.push_back(value < labels.classes.size() ? labels.classes[value]
                                                        : LabelClass::Unknown);
    return classes;
}

std::optional<Ordering> orderingOf(const std::vector<double> &numbers,
                                   const std::vector<LabelClass> &classes)
{
    const auto sample = scoredSample(numbers, classes);
    if (sample.positives < leastOfAClass || sample.negatives < leastOfAClass)
        return std::nullopt;
    const double auc = areaUnderRoc(sample);
    const auto positives = static_cast<double>(sample.positives);
    const auto negatives = static_cast<double>(sample.negatives);
    // The formula is for scores that order upwards; turned round they are as uncertain. At 1 it
    // gives no width at all: half a pair is put between.
    const double inside = std::min(std::max(auc, 1.0 - auc), 1.0 - 0.5 / (positives * negatives));
    const double q1 = inside / (2.0 - inside);
    const double q2 = 2.0 * inside * inside / (1.0 + inside);
    const double variance = (inside * (1.0 - inside) + (positives - 1.0) * (q1 - inside * inside)
                             + (negatives - 1.0) * (q2 - inside * inside))
            / (positives * negatives);
    const double reach = 1.96 * std::sqrt(std::max(variance, 0.0));
    return Ordering{auc, std::max(0.0, auc - reach), std::min(1.0, auc + reach)};
}

bool isThresholdOn(const std::vector<double> &numbers, const std::vector<LabelClass> &classes)
{
    const auto sample = scoredSample(numbers, classes);
    if (sample.positives < leastOfAClass || sample.negatives < leastOfAClass
        || sample.records.size() < leastForDecision)
        return false;
    const double auc = areaUnderRoc(sample);
    return auc == 1.0 || auc == 0.0;
}

bool holdTheSame(const ColumnProfile &a, const ColumnProfile &b)
{
    const auto &left = a.sample;
    const auto &right = b.sample;
    if (left.hashes.empty() || left.hashes.size() != right.hashes.size())
        return false;
    for (std::size_t i = 0; i < left.hashes.size(); ++i) {
        const double x = left.numbers[i];
        const double y = right.numbers[i];
        const bool bothNumbers = !std::isnan(x) && !std::isnan(y);
        const bool same = bothNumbers ? std::abs(x - y) <= 1e-9 * std::max(std::abs(x), 1.0)
                                      : left.hashes[i] == right.hashes[i];
        if (!same)
            return false;
    }
    return true;
}

bool sumToOne(const ColumnProfile &a, const ColumnProfile &b)
{
    std::size_t pairs = 0;
    const auto &left = a.sample.numbers;
    const auto &right = b.sample.numbers;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (std::isnan(left[i]) || std::isnan(right[i]))
            continue;
        if (left[i] < 0.0 || right[i] < 0.0
            || std::abs(left[i] + right[i] - 1.0) > probabilityRounding)
            return false;
        ++pairs;
    }
    return pairs >= leastOfAClass;
}

bool holdMoments(const ColumnProfile &column)
{
    constexpr double earliest = 9e11; // milliseconds: 1998
    constexpr double latest = 2.3e12; // 2042
    constexpr double alike = 0.9;
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const double number : column.sample.numbers) {
        if (std::isnan(number))
            continue;
        least = std::min(least, number);
        most = std::max(most, number);
    }
    if (!(least > 0.0) || least < alike * most)
        return false;
    constexpr double perMillisecond[]{1.0, 1e3, 1e6};
    return std::ranges::any_of(perMillisecond, [&](double units) {
        return least >= earliest * units && most <= latest * units;
    });
}

bool growsWithRow(const ColumnProfile &column)
{
    std::size_t steps = 0;
    std::size_t rises = 0;
    std::size_t falls = 0;
    std::optional<double> before;
    for (const double number : column.sample.numbers) {
        if (std::isnan(number))
            continue;
        if (before) {
            ++steps;
            rises += number > *before ? 1 : 0;
            falls += number < *before ? 1 : 0;
        }
        before = number;
    }
    return steps >= leastForSequence && falls * 100 <= steps && rises * 2 > steps;
}

bool pairsExamples(const ColumnProfile &examples, const ColumnProfile &values)
{
    const auto &ids = examples.sample.hashes;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> records;
    records.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        records.emplace_back(ids[i], values.sample.hashes[i]);
    std::sort(records.begin(), records.end());
    std::size_t paired = 0;
    std::size_t repeated = 0; // of an example under one value: the ids are not the whole key
    for (std::size_t i = 0; i < records.size(); ++i) {
        const bool hasBefore = i > 0 && records[i - 1].first == records[i].first;
        const bool hasAfter = i + 1 < records.size() && records[i + 1].first == records[i].first;
        paired += hasBefore || hasAfter ? 1 : 0;
        repeated += i > 0 && records[i - 1] == records[i] ? 1 : 0;
    }
    return paired * 2 >= records.size() && repeated * 10 <= records.size() && paired > 0;
}

double negativeShare(const ColumnProfile &column)
{
    std::size_t numbers = 0;
    std::size_t negatives = 0;
    for (const double number : column.sample.numbers) {
        numbers += std::isnan(number) ? 0 : 1;
        negatives += number < 0.0 ? 1 : 0;
    }
    return numbers == 0 ? 0.0 : static_cast<double>(negatives) / static_cast<double>(numbers);
}

} // namespace oneinn::ingest
