// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/segmentsoptions.h"

#include "cli/optionvalues.h"

#include <set>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

QList<OptionEntry> segmentsEntries(const OptionEntry &budget)
{
    using enum OptionGroup;
    return {{Command, u"by"_s, u"COLUMN"_s,
             u"The column whose values are the segments; given twice, both are crossed. "
             "Required."_s},
            {Command, u"policy"_s, u"one|recall|fpr|precision|value"_s,
             u"How each gets its threshold: one for all; the highest that catches an equal "
             "share of the good ones; the lowest that shows an equal share of the bad ones, or "
             "with an equal share wrong of those shown; or the one worth most in each. Default: "
             "one."_s},
            {Command, u"target"_s, u"P"_s,
             u"The share that is made equal. Default: the one worth most in all."_s},
            {Command, u"threshold"_s, u"T"_s,
             u"The common one: a row is shown iff its score is at least T. Default: the most "
             "valuable one."_s},
            {Command, u"resamples"_s, u"B"_s,
             u"How often thresholds are chosen anew, for the optimism. Default: 200."_s},
            {Command, u"seed"_s, u"S"_s, u"Which draws: same seed, same answer. Default: 1."_s},
            budget,
            {Command, u"format"_s, u"json|csv|text"_s, u"Default: json."_s}};
}

void readDraws(OptionReader &reader, std::size_t &resamples, std::uint64_t &seed)
{
    constexpr int mostResamples = 100000;
    reader.take(
            u"resamples"_s, u"a whole number from 1 to 100000"_s,
            [](const QString &text) {
                const auto number = countingNumber(text);
                return number && *number <= mostResamples ? number : std::nullopt;
            },
            [&](int number) { resamples = static_cast<std::size_t>(number); });
    reader.take(u"seed"_s, u"a whole number from 0"_s, seedNumber,
                [&](std::uint64_t number) { seed = number; });
}

void readSegments(OptionReader &reader, Options &options)
{
    SegmentsOption &segments = options.segments;
    constexpr std::size_t mostColumns = 2;
    reader.require(u"by"_s, u"the column whose values are the segments"_s);
    reader.take(
            u"by"_s, u"the name of a column"_s,
            [](const QString &text) {
                return text.isEmpty() ? std::nullopt : std::optional(text.toStdString());
            },
            [&](const std::string &column) {
                segments.by.push_back(column);
                options.columns.extraSegments.push_back(column);
            });
    const std::set<std::string> different(segments.by.begin(), segments.by.end());
    if (segments.by.size() > mostColumns || different.size() < segments.by.size())
        reader.fail(u"--by names one column, or two different ones."_s);
    reader.takeChoice<SegmentRule>(u"policy"_s,
                                   {{u"one"_s, SegmentRule::OneThreshold},
                                    {u"recall"_s, SegmentRule::EqualRecall},
                                    {u"fpr"_s, SegmentRule::EqualFalseAlarms},
                                    {u"precision"_s, SegmentRule::EqualWrongOfShown},
                                    {u"value"_s, SegmentRule::MostValue}},
                                   segments.policy.rule);
    reader.take(u"target"_s, u"a share from 0 to 1, as in 0.8 or 1in20"_s, shareNamed,
                [&](double share) { segments.policy.target = share; });
    const bool levels = segments.policy.rule != SegmentRule::OneThreshold
            && segments.policy.rule != SegmentRule::MostValue;
    if (segments.policy.target && !levels)
        reader.fail(u"--target goes with --policy recall, fpr or precision: nothing else is made "
                    "equal."_s);
    readDraws(reader, segments.policy.resamples, options.seed);
    reader.takeChoice<Format>(
            u"format"_s,
            {{u"json"_s, Format::Json}, {u"csv"_s, Format::Csv}, {u"text"_s, Format::Text}},
            options.format);
}

} // namespace oneinn::cli
