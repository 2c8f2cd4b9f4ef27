// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/metricsoptions.h"

#include "cli/optionvalues.h"
#include "cli/sessionoptions.h"
#include "core/limits.h"
#include "wording/shareline.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QStringList shareKeys()
{
    QStringList names;
    for (const ShareKind &kind : shareKinds)
        names.append(wording::shareKey(kind.share));
    return names;
}

std::optional<Share> shareOfKey(const QString &name)
{
    const qsizetype place = shareKeys().indexOf(name);
    return place < 0 ? std::nullopt
                     : std::optional(shareKinds[static_cast<std::size_t>(place)].share);
}

void readDataLimits(OptionReader &reader, Options &options)
{
    constexpr double coins = 0.5;
    const auto below = [](const QString &text) {
        const auto share = shareNamed(text);
        return share && *share > 0.0 && *share < coins ? share : std::nullopt;
    };
    reader.take(u"label-noise"_s, u"a share above 0 and below 0.5, as in 0.02 or 1in50"_s, below,
                [&](double share) { options.wrongLabels = share; });
    reader.takeText(u"gold"_s, options.gold);
    if (options.gold)
        options.columns.extraSegments.push_back(*options.gold);
}

void readFirstTokenBudget(OptionReader &reader, Options &options)
{
    const auto wait = [](const QString &text) {
        const auto number = finiteNumber(text);
        return number && *number > 0.0 && *number <= limits::longestWait ? number : std::nullopt;
    };
    reader.take(u"first-token-budget"_s, u"a number of milliseconds above 0"_s, wait,
                [&](double ms) { options.firstTokenBudget = Milliseconds{ms}; });
    if (!options.firstTokenBudget)
        return;
    if (options.columns.firstToken.value_or("").empty())
        return reader.fail(
                u"--first-token-budget needs --first-token: the column with that wait."_s);
    if (!options.scenario.budget)
        return reader.fail(u"--first-token-budget needs --budget for the whole answer. With one "
                           "budget alone, for the first token, --first-token and --budget do."_s);
    if (!options.scenario.patience.everyoneWaits())
        reader.fail(u"--first-token-budget does not go with --patience yet: who leaves when is "
                    "told of one wait."_s);
}

} // namespace

void readThreshold(OptionReader &reader, Options &options)
{
    reader.take(u"threshold"_s, u"a number, or inf"_s, thresholdNumber,
                [&](double threshold) { options.threshold = threshold; });
}

void readMetrics(OptionReader &reader, Options &options)
{
    if (!options.session && !isToBeRead(options))
        reader.require(u"threshold"_s, u"the score from which a row is shown, or inf"_s);
    readThreshold(reader, options);
    if (options.command == Command::Metrics)
        readDataLimits(reader, options);
    if (options.command == Command::Metrics)
        readFirstTokenBudget(reader, options);
    if (options.command == Command::Metrics)
        reader.take(u"show-share"_s, u"one of "_s + shareKeys().join(u", "_s), shareOfKey,
                    [&](Share share) { options.shownShares.push_back(share); });
    else
        reader.takeChoice<PeriodKind>(
                u"periods"_s, {{u"weeks"_s, PeriodKind::Weeks}, {u"days"_s, PeriodKind::Days}},
                options.periods);
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
}

} // namespace oneinn::cli
