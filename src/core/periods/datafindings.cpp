// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/influencespread.h"
#include "core/periods/drop.h"
#include "core/predictions/doubledrows.h"
#include "core/predictions/timecolumn.h"
#include "core/segments/holm.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

namespace oneinn {

namespace {

// What is too little to matter: conventions.
constexpr double missingMatters = 0.02;
constexpr double newMatters = 0.01;
constexpr double labelledMatters = 0.05;
constexpr double slowMatters = 0.05;
constexpr double lateMatters = 0.01;
constexpr double failedMatters = 0.01;
constexpr double otherUnit = 10.0; ///< times as much, as of another unit
constexpr std::size_t mostValues = 50;
using Holds = std::function<bool(Eigen::Index)>;

/// A share of a period's uses, and what its users and days do to it.
struct ClusteredShare {
    Tally yes, no;
    std::optional<ClusterEffect> effect = {};

    bool isOfAny() const { return yes.weight + no.weight > 0.0; }
    bool isOfSome() const { return yes.weight > 0.0 && no.weight > 0.0; }
};

ClusteredShare shareOf(const PeriodUses &period, const Holds &holds, const Holds &counts = {})
{
    std::vector<Eigen::Index> uses;
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        if (!counts || counts(use))
            uses.push_back(use);
    }
    Eigen::ArrayXd yes(static_cast<Eigen::Index>(uses.size()));
    ClusteredShare share;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const bool it = holds(uses[i]);
        const double weight = period.rows.weight[uses[i]];
        yes[static_cast<Eigen::Index>(i)] = it ? 1.0 : 0.0;
        (it ? share.yes : share.no) += Tally{1.0, weight, weight * weight};
    }
    share.effect = clusterEffect(yes, period.rows.weight(uses), codesAt(period.rows.user, uses),
                                 codesAt(period.rows.day, uses));
    return share;
}

ClusteredShare plainShare(double yes, double no)
{
    return {.yes = {yes, yes, yes}, .no = {no, no, no}};
}

/// Where all do or none does, nothing shows how alike users are: that they are as alike as in the
/// other period is part of what is tested, that nothing has changed.
std::optional<Proportion> tested(const ClusteredShare &share, const ClusteredShare &other)
{
    auto told = proportion(share.yes, share.no, share.effect);
    if (!told || !share.effect || share.isOfSome() || !other.isOfSome() || !other.effect)
        return told;
    const double rows = effectiveRows(share.yes, share.no);
    const auto rowsOfEach = [](const ClusteredShare &of) {
        return effectiveRows(of.yes, of.no) / of.effect->clusters;
    };
    // What is beyond 1 of a design effect grows with how many rows a cluster has.
    const double larger = (rowsOfEach(share) - 1.0) / std::max(1.0, rowsOfEach(other) - 1.0);
    const double beyond = std::max(0.0, other.effect->designEffect - 1.0);
    told->effectiveN = rows / (1.0 + beyond * std::max(0.0, larger));
    return told;
}

void addIfMore(std::vector<DropFinding> &findings, DropFinding finding,
               const ClusteredShare &shareThen, const ClusteredShare &shareNow, double matters)
{
    const auto before = tested(shareThen, shareNow);
    const auto after = tested(shareNow, shareThen);
    if (!before || !after || (before->value == after->value && !shareNow.isOfSome()))
        return;
    finding.before = before->value;
    finding.after = after->value;
    finding.p = differenceP(*before, *after);
    finding.matters = after->value - before->value >= matters;
    findings.push_back(std::move(finding));
}

bool isFew(const CategoryColumn &column)
{
    return column.values.size() <= mostValues;
}

/// All uses of a period share a value, and the other period has none of it: the column says which
/// period it is, or by which the file was parted.
bool partsThem(const CategoryColumn &then, const CategoryColumn &now)
{
    const auto isOther = [](const CategoryColumn &one, const CategoryColumn &other) {
        return one.values.size() == 1 && !other.codeOf(one.values.front());
    };
    return isOther(then, now) || isOther(now, then);
}

/// In all of its file, and not in the uses of this period alone.
bool isAllEmpty(const PeriodUses &period, const CategoryColumn &column)
{
    const auto &alike = period.predictions->alike();
    return std::ranges::find(alike, OneValue{column.name, ""}) != alike.end();
}

void addColumns(std::vector<DropFinding> &findings, const PeriodUses &before,
                const PeriodUses &after)
{
    for (const CategoryColumn *segment : after.segments()) {
        const CategoryColumn &now = *segment;
        const CategoryColumn *then = before.column(now.name);
        if (!then || !isFew(*then) || !isFew(now) || tellsTime(now) || tellsTime(*then)
            || (partsThem(*then, now) && !isAllEmpty(after, now)))
            continue;
        const auto isEmpty = [](const PeriodUses &period, const CategoryColumn &column) {
            return [&](Eigen::Index use) { return period.valueOf(column, use).empty(); };
        };
        addIfMore(findings, {.cause = DropCause::Missing, .column = now.name},
                  shareOf(before, isEmpty(before, *then)), shareOf(after, isEmpty(after, now)),
                  missingMatters);
        const std::set<std::string> known(then->values.begin(), then->values.end());
        const auto fresh = std::ranges::find_if(now.values, [&](const std::string &value) {
            return !value.empty() && !known.contains(value);
        });
        if (fresh == now.values.end() || after.isRelease(now))
            continue;
        const auto isNew = [&](Eigen::Index use) {
            const std::string &value = after.valueOf(now, use);
            return !value.empty() && !known.contains(value);
        };
        addIfMore(findings, {.cause = DropCause::NewValues, .column = now.name, .value = *fresh},
                  shareOf(before, [](Eigen::Index) { return false; }), shareOf(after, isNew),
                  newMatters);
    }
}

std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Gaps in columns of numbers, which are read for nothing else.
void addGaps(std::vector<DropFinding> &findings, const PeriodUses &before, const PeriodUses &after)
{
    const auto isEmpty = [](const PeriodUses &period, const FeatureColumn &feature) {
        return [&](Eigen::Index use) { return feature.isEmpty(period.rowOf(use)); };
    };
    for (const FeatureColumn &now : after.predictions->features()) {
        if (const FeatureColumn *then = before.feature(now.name()))
            addIfMore(findings,
                      {.cause = DropCause::Missing, .column = now.name(), .ofFeature = true},
                      shareOf(before, isEmpty(before, *then)), shareOf(after, isEmpty(after, now)),
                      missingMatters);
    }
}

std::vector<double> latencies(const PeriodUses &period)
{
    std::vector<double> waits;
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        if (const double wait = period.latency(use); std::isfinite(wait))
            waits.push_back(wait);
    }
    return waits;
}

/// Everything is so many times as much: another unit. Of numbers above 0.
bool addOtherUnit(std::vector<DropFinding> &findings, DropFinding finding,
                  const std::vector<double> &before, const std::vector<double> &after)
{
    const auto then = median(before);
    const auto now = median(after);
    if (!then || !now || !(*then > 0.0) || !(*now > 0.0))
        return false;
    const double factor = *now / *then;
    const bool up = factor > 1.0;
    // Were the unit the same, half of either period would lie on either side of a common median.
    const double border = std::sqrt(*then * *now);
    const auto beyond = [&](const std::vector<double> &numbers) {
        const auto count = static_cast<double>(std::ranges::count_if(
                numbers, [&](double number) { return (number > border) == up; }));
        return plainShare(count, static_cast<double>(numbers.size()) - count);
    };
    const auto shareThen = beyond(before);
    const auto shareNow = beyond(after);
    const bool isUnit = std::max(factor, 1.0 / factor) >= otherUnit
            && shareNow.yes.rows > 0.9 * (shareNow.yes.rows + shareNow.no.rows);
    finding.cause = DropCause::UnitOrSchema;
    finding.before = then;
    finding.after = now;
    finding.p =
            isUnit ? differenceP(*tested(shareThen, shareNow), *tested(shareNow, shareThen)) : 1.0;
    finding.matters = isUnit;
    findings.push_back(std::move(finding));
    return isUnit;
}

/// How large the numbers of a feature are: without the zeros, which are so in every unit.
std::vector<double> sizes(const PeriodUses &period, const FeatureColumn &feature)
{
    std::vector<double> found;
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        if (const double size = std::abs(feature.at(period.rowOf(use))); size > 0.0)
            found.push_back(size);
    }
    return found;
}

void addUnitsOfFeatures(std::vector<DropFinding> &findings, const PeriodUses &before,
                        const PeriodUses &after)
{
    for (const FeatureColumn &now : after.predictions->features()) {
        if (const FeatureColumn *then = before.feature(now.name()))
            addOtherUnit(findings, {.column = now.name(), .ofFeature = true}, sizes(before, *then),
                         sizes(after, now));
    }
}

void addUnitOfScore(std::vector<DropFinding> &findings, const PeriodUses &before,
                    const PeriodUses &after)
{
    const auto outside = [](const PeriodUses &period) {
        return shareOf(
                period,
                [&](Eigen::Index use) {
                    return period.score(use) < -1.0 || period.score(use) > 1.0;
                },
                [&](Eigen::Index use) { return !period.failed(use); });
    };
    const auto then = outside(before);
    const auto now = outside(after);
    if (!then.isOfAny() || then.yes.weight > 0.01 * (then.yes.weight + then.no.weight))
        return;
    addIfMore(findings, {.cause = DropCause::UnitOrSchema, .column = "score"}, then, now,
              missingMatters);
}

/// Written with no more than so many digits after the point; absent: with more than fewDigits.
std::optional<int> digitsOf(const PeriodUses &period)
{
    constexpr int fewDigits = 3;
    constexpr double nearly = 1e-9;
    for (int digits = 0; digits <= fewDigits; ++digits) {
        const double tens = std::pow(10.0, digits);
        const auto isFine = [&](Eigen::Index use) {
            const double shifted = period.score(use) * tens;
            return !period.failed(use) && std::abs(shifted - std::round(shifted)) > nearly * tens;
        };
        Eigen::Index fine = 0;
        for (Eigen::Index use = 0; use < period.uses(); ++use)
            fine += isFine(use) ? 1 : 0;
        if (fine == 0)
            return digits;
    }
    return std::nullopt;
}

/// Scores that had many digits and have few: rounded, they are other ones everywhere.
void addRounding(std::vector<DropFinding> &findings, const PeriodUses &before,
                 const PeriodUses &after)
{
    const auto digits = digitsOf(after);
    if (!digits || digitsOf(before))
        return;
    const double tens = std::pow(10.0, *digits);
    const auto rounded = [tens](const PeriodUses &period) {
        return shareOf(
                period,
                [&](Eigen::Index use) {
                    const double shifted = period.score(use) * tens;
                    return std::abs(shifted - std::round(shifted)) <= 1e-9 * tens;
                },
                [&](Eigen::Index use) { return !period.failed(use); });
    };
    constexpr double mostOfThem = 0.5;
    DropFinding finding{.cause = DropCause::UnitOrSchema, .column = "score", .digits = digits};
    addIfMore(findings, std::move(finding), rounded(before), rounded(after), mostOfThem);
}

void addWaits(std::vector<DropFinding> &findings, const PeriodUses &before, const PeriodUses &after,
              const Budget &budget)
{
    std::vector<double> waits = latencies(before);
    const std::vector<double> now = latencies(after);
    if (waits.empty() || now.empty() || addOtherUnit(findings, {.column = "latency"}, waits, now))
        return;
    constexpr double slowest = 0.95;
    const auto place = static_cast<std::ptrdiff_t>(slowest * static_cast<double>(waits.size() - 1));
    std::ranges::nth_element(waits, waits.begin() + place);
    const double limit = budget ? budget->value : waits[static_cast<std::size_t>(place)];
    const auto slow = [limit, &budget](const PeriodUses &period) {
        return shareOf(
                period,
                [&, limit](Eigen::Index use) {
                    return (budget ? period.timed(use) : period.latency(use)) > limit;
                },
                [&](Eigen::Index use) { return !std::isnan(period.latency(use)); });
    };
    addIfMore(findings, {.cause = DropCause::Waits, .column = "latency"}, slow(before), slow(after),
              budget ? lateMatters : slowMatters);
}

/// Of the records of a period's selection, those that lack what a use needs.
ClusteredShare recordsWithout(const PeriodUses &period, SetAsideReason one, SetAsideReason other)
{
    const auto &aside = period.predictions->setAside();
    const auto count = [&](SetAsideReason why) {
        return aside ? static_cast<double>(aside->count(why, period.selection)) : 0.0;
    };
    const auto used = double(period.predictions->select(period.selection, Calls::All).size());
    return plainShare(count(one) + count(other), used);
}

void addRecords(std::vector<DropFinding> &findings, const PeriodUses &before,
                const PeriodUses &after)
{
    using enum SetAsideReason;
    const auto add = [&](DropFinding finding, SetAsideReason one, SetAsideReason other,
                         double matters) {
        addIfMore(findings, std::move(finding), recordsWithout(before, one, other),
                  recordsWithout(after, one, other), matters);
    };
    add({.cause = DropCause::Missing, .column = "score"}, ScoreMissing, ScoreInvalid,
        missingMatters);
    add({.cause = DropCause::LabelsLateOrSelective, .column = "label"}, LabelMissing, LabelUnknown,
        labelledMatters);
}

/// With ids those whose id an earlier use has; without, those that are the same in every column.
double usesAgain(const PeriodUses &period)
{
    const Predictions &predictions = *period.predictions;
    const auto &ids = predictions.exampleId();
    if (!ids) {
        std::vector<std::uint32_t> rows;
        for (Eigen::Index use = 0; use < period.uses(); ++use)
            rows.push_back(static_cast<std::uint32_t>(period.rowOf(use)));
        const auto doubled = doubledRows(predictions, std::move(rows));
        return doubled ? static_cast<double>(doubled->copies) : 0.0;
    }
    if (predictions.modelsShareRecords())
        return 0.0;
    std::set<std::string> seen;
    double again = 0.0;
    for (Eigen::Index use = 0; use < period.uses(); ++use)
        again += seen.insert(period.valueOf(*ids, use)).second ? 0.0 : 1.0;
    return again;
}

void addDuplicates(std::vector<DropFinding> &findings, const PeriodUses &before,
                   const PeriodUses &after)
{
    const auto repeated = [](const PeriodUses &period) {
        const double again = usesAgain(period);
        return plainShare(again, static_cast<double>(period.uses()) - again);
    };
    addIfMore(findings, {.cause = DropCause::Duplicates, .column = "example"}, repeated(before),
              repeated(after), missingMatters);
}

} // namespace

std::vector<DropFinding> dataFindings(const PeriodUses &before, const PeriodUses &after,
                                      const Budget &budget)
{
    std::vector<DropFinding> findings;
    addRecords(findings, before, after);
    addColumns(findings, before, after);
    addGaps(findings, before, after);
    addUnitsOfFeatures(findings, before, after);
    addUnitOfScore(findings, before, after);
    addRounding(findings, before, after);
    addDuplicates(findings, before, after);
    addWaits(findings, before, after, budget);
    const auto failed = [](const PeriodUses &period) {
        return shareOf(period, [&](Eigen::Index use) { return period.failed(use); });
    };
    addIfMore(findings, {.cause = DropCause::Failures}, failed(before), failed(after),
              failedMatters);
    return findings;
}

} // namespace oneinn
