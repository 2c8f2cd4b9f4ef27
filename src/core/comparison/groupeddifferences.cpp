// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/groupeddifferences.h"

#include "core/comparison/sharedifferences.h"
#include "core/ends/sharekinds.h"

#include <cassert>
#include <optional>
#include <vector>

namespace oneinn {

namespace {

using GroupKind = UseGroups::Kind;

GroupKind anyKindOf(const UseGroups &groups)
{
    return groups.has(UseGroups::Users) ? UseGroups::Users : UseGroups::Days;
}

/// A share of one side.
struct GroupedRatio {
    const GroupedAnswers &answers;
    UseParts yes;
    UseParts of;
    double denominator = 0.0;
    double value = 0.0;

    GroupedRatio(const GroupedAnswers &from, const ShareKind &share)
        : answers(from)
        , yes(share.yes)
        , of(denominatorOf(share))
    {
        const GroupKind kind = anyKindOf(answers.groups());
        denominator = answers.parts(kind, of).sum();
        if (denominator > 0.0)
            value = answers.parts(kind, yes).sum() / denominator;
    }
    Eigen::ArrayXd influence(GroupKind kind) const
    {
        return (answers.parts(kind, yes) - value * answers.parts(kind, of)) / denominator;
    }
};

std::optional<MeasureComparison> shareDifference(const GroupedAnswers &a, const GroupedAnswers &b,
                                                 Share share)
{
    const ShareKind &kind = kindOf(share);
    const GroupedRatio ofA(a, kind);
    const GroupedRatio ofB(b, kind);
    if (!(ofA.denominator > 0.0) || !(ofB.denominator > 0.0))
        return std::nullopt;
    const InfluenceSpread spread = a.groups().spread([&](GroupKind groups) -> Eigen::ArrayXd {
        return ofA.influence(groups) - ofB.influence(groups);
    });
    return withinShares(linearisedDifference({ofA.value, ofB.value, spread}, betterOf(kind),
                                             smallestShare, a.groups().rows().uses()));
}

std::optional<MeasureComparison> restOf(const std::optional<MeasureComparison> &measure)
{
    return measure ? std::optional(oneinn::complementOf(*measure)) : std::nullopt;
}

MeasureComparison valueDifference(const GroupedAnswers &a, const GroupedAnswers &b, double smallest,
                                  const Optimism &optimism)
{
    const double all = a.allWeight();
    const InfluenceSpread spread = a.groups().spread([&](GroupKind kind) -> Eigen::ArrayXd {
        return (a.value(kind) - b.value(kind)
                - (a.valuePerUse() - b.valuePerUse()) * a.weight(kind))
                / all;
    });
    return linearisedDifference({a.valuePerUse(), b.valuePerUse(), spread}, BetterQuality::Higher,
                                smallest, a.groups().rows().uses(), optimism);
}

/// Columns whose uses flip, and of which they are a share.
struct FlipColumns {
    std::vector<GroupedAnswers::Column> flips;
    std::vector<GroupedAnswers::Column> uses;
    UseGroups::Among among;
};

std::optional<Proportion> flipsAmong(const GroupedAnswers &a, const FlipColumns &columns)
{
    const auto tallied = [&](const std::vector<GroupedAnswers::Column> &of) {
        Tally sum;
        for (const GroupedAnswers::Column column : of)
            sum += a.tally(column);
        return sum;
    };
    const auto summed = [&](const std::vector<GroupedAnswers::Column> &of, GroupKind kind) {
        Eigen::ArrayXd sum =
                Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(a.groups().groups(kind)));
        for (const GroupedAnswers::Column column : of)
            sum += a.column(kind, column);
        return sum;
    };
    const Tally flips = tallied(columns.flips);
    const Tally all = tallied(columns.uses);
    if (!(all.weight > 0.0))
        return std::nullopt;
    const double share = flips.weight / all.weight;
    const InfluenceSpread spread = a.groups().spread(
            [&](GroupKind kind) -> Eigen::ArrayXd {
                return (summed(columns.flips, kind) - share * summed(columns.uses, kind))
                        / all.weight;
            },
            columns.among);
    const Tally others = all - flips;
    return proportion(flips, others,
                      clusterEffect(flips, others, spread, a.groups().clustersOf(columns.among)));
}

Flips flips(const GroupedAnswers &a, GroupedAnswers::Column good, GroupedAnswers::Column bad)
{
    using G = GroupedAnswers;
    return {flipsAmong(a, {{good, bad}, {G::GoodWeight, G::BadWeight}, UseGroups::AllOnes}),
            flipsAmong(a, {{good}, {G::GoodWeight}, UseGroups::GoodOnes}),
            flipsAmong(a, {{bad}, {G::BadWeight}, UseGroups::BadOnes})};
}

} // namespace

ModelComparison compareGrouped(const GroupedAnswers &a, const GroupedAnswers &b, double smallest,
                               const Optimism &optimism)
{
    assert(&a.groups() == &b.groups());
    return ModelComparison{
            .recall = restOf(shareDifference(a, b, Share::Missed)),
            .falseAlarmRate = shareDifference(a, b, Share::WrongOfBad),
            .precision = restOf(shareDifference(a, b, Share::WrongOfShown)),
            .valuePerUse = valueDifference(a, b, smallest, optimism),
            .lateShare = *shareDifference(a, b, Share::Late),
            .negativeFlips = flips(a, GroupedAnswers::GoodLost, GroupedAnswers::BadLost),
            .positiveFlips = flips(a, GroupedAnswers::GoodGained, GroupedAnswers::BadGained),
    };
}

} // namespace oneinn
