// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/releaseoptions.h"

#include "cli/optionvalues.h"
#include "wording/typedrelease.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> daysNamed(const QString &text)
{
    const auto days = finiteNumber(text);
    constexpr double mostDays = 10'000.0;
    return days && *days >= 0.0 && *days <= mostDays ? days : std::nullopt;
}

} // namespace

QList<OptionEntry> releaseEntries(const OptionEntry &budget)
{
    using enum OptionGroup;
    return {{Command, u"stages"_s, u"P,P,..."_s,
             u"Of 100 uses, how many get the release in each stage, ascending. Default: "
             "1,5,25,100."_s},
            {Command, u"uses-per-day"_s, u"N"_s,
             u"Uses a day, all users together; your assumption. Without it no days are told."_s},
            {Command, u"labelled"_s, u"P"_s,
             u"The share of what is shown that gets a label. Default: as in the file, else every "
             "one."_s},
            {Command, u"label-delay"_s, u"DAYS"_s, u"Until a label is there. Default: 0."_s},
            {Command, u"margin"_s, u"P"_s,
             u"A release that may be worse by so much does not go on: a difference of shares wrong "
             "of those shown, as in 0.03. Default: by what the rollback rule calls bad."_s},
            {Command, u"so-far"_s, u"WRONG/SHOWN"_s,
             u"What the rollback rule says of a count so far: roll back, keep, hold, or cannot "
             "tell yet."_s},
            {Command, u"threshold"_s, u"T"_s,
             u"What is released: a row is shown iff its score is at least T. Default: the most "
             "valuable one."_s},
            budget,
            {Command, u"format"_s, u"json|csv|text"_s,
             u"Default: json. CSV is the table of stages."_s}};
}

void readRelease(OptionReader &reader, Options &options)
{
    ReleaseOption &release = options.release;
    reader.take(u"stages"_s, u"ascending percentages of uses, as in 1,5,25,100"_s,
                wording::typedStages,
                [&](const std::vector<double> &shares) { release.plan.shares = shares; });
    reader.take(u"uses-per-day"_s, u"a whole number from 1 to 1e15"_s, usesNamed,
                [&](double uses) { release.plan.usesPerDay = uses; });
    reader.take(u"labelled"_s, u"a share from 0 to 1, as in 0.5 or 1in20"_s, shareNamed,
                [&](double share) { release.plan.labelled = share; });
    reader.take(u"label-delay"_s, u"a number of days from 0 to 10,000"_s, daysNamed,
                [&](double days) { release.plan.delayDays = days; });
    reader.take(
            u"margin"_s, u"a share above 0 and below 1, as in 0.03"_s,
            [](const QString &text) {
                const auto margin = shareNamed(text);
                return margin && *margin > 0.0 && *margin < 1.0 ? margin : std::nullopt;
            },
            [&](double margin) { release.plan.margin = margin; });
    reader.take(u"so-far"_s,
                u"so many wrong of so many shown, no more wrong than shown, as in 13/100"_s,
                wording::typedRunningCount,
                [&](const RunningCount &count) { release.soFar = count; });
    reader.takeChoice<Format>(
            u"format"_s,
            {{u"json"_s, Format::Json}, {u"csv"_s, Format::Csv}, {u"text"_s, Format::Text}},
            options.format);
}

} // namespace oneinn::cli
