// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bandoptions.h"

#include "cli/optionvalues.h"
#include "cli/sessionoptions.h"
#include "presets/presetreviewers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

using NamedBand = ReviewOption::Band;

QList<OptionEntry> reviewerEntries(const QString &recall)
{
    using enum OptionGroup;
    return {{Command, u"reviewer-recall"_s, u"R"_s, recall},
            {Command, u"reviewer-false-alarms"_s, u"F"_s,
             u"The share of the bad ones that a reviewer shows all the same. Default: 0, or that "
             "of the reviewer who is known."_s},
            {Command, u"review-cost"_s, u"C"_s,
             u"What a review costs, in the unit of the values, with the worth of waiting for it. "
             "Default: 0, or that of the reviewer who is known."_s},
            {Command, u"review-minutes"_s, u"M"_s,
             u"How long a review takes: then a day's work is told. Default: not told."_s},
            {Command, u"reviews-per-day"_s, u"N"_s,
             u"As many are done a day at most; 95 of 100 days keep to it. Needs --uses-per-day. "
             "Default: no limit."_s},
            {Command, u"uses-per-day"_s, u"N"_s,
             u"Uses a day, all users together; your assumption."_s}};
}

bool isAnyReviewerSet(const OptionReader &reader)
{
    constexpr std::array names{
            QLatin1StringView("reviewer-recall"), QLatin1StringView("reviewer-false-alarms"),
            QLatin1StringView("review-cost"),     QLatin1StringView("review-minutes"),
            QLatin1StringView("reviews-per-day"), QLatin1StringView("uses-per-day")};
    return std::ranges::any_of(names, [&](QLatin1StringView name) { return reader.isSet(name); });
}

void readTold(OptionReader &reader, Reviewer &reviewer)
{
    const QString share = u"a share from 0 to 1, as in 0.95 or 1in20"_s;
    reader.take(u"reviewer-recall"_s, share, shareNamed,
                [&](double recall) { reviewer.recall = recall; });
    reader.take(u"reviewer-false-alarms"_s, share, shareNamed,
                [&](double alarms) { reviewer.falseAlarms = alarms; });
    reader.take(
            u"review-cost"_s, u"a number from 0 to 1e12"_s,
            [](const QString &text) {
                const auto cost = finiteNumber(text);
                return cost && *cost >= 0.0 && *cost <= mostReviewCost ? cost : std::nullopt;
            },
            [&](double cost) { reviewer.cost = cost; });
    reader.take(
            u"review-minutes"_s, u"a number above 0, up to 10,000"_s,
            [](const QString &text) {
                const auto minutes = finiteNumber(text);
                return minutes && *minutes > 0.0 && *minutes <= mostReviewMinutes ? minutes
                                                                                  : std::nullopt;
            },
            [&](double minutes) { reviewer.minutes = minutes; });
    reader.take(u"reviews-per-day"_s, u"a whole number from 1"_s, countingNumber,
                [&](int reviews) { reviewer.reviewsPerDay = reviews; });
    reader.take(u"uses-per-day"_s, u"a whole number from 1 to 1e15"_s, usesNamed,
                [&](double uses) { reviewer.usesPerDay = uses; });
}

/// A session's reviewer, else one described from nothing, else the kind of feature's, else the
/// usual one where a session or a band goes without.
void readReviewer(OptionReader &reader, Options &options)
{
    if (isToBeRead(options))
        return;
    ReviewOption &review = options.review;
    std::optional<Reviewer> &known = review.setting.reviewer;
    if (!known && reader.isSet(u"reviewer-recall"_s)) {
        known = Reviewer{.recall = 1.0, .falseAlarms = 0.0, .cost = 0.0};
    } else if (!known) {
        known = presetReviewer(options.scenario);
        review.reviewerIsPreset = known.has_value();
    }
    if (!known && options.session)
        known = Reviewer();
    if (!known)
        return reader.require(u"reviewer-recall"_s, u"a share from 0 to 1, as in 0.95 or 1in20"_s);
    readTold(reader, *known);
    if (known->reviewsPerDay && !known->usesPerDay)
        reader.fail(u"--reviews-per-day needs --uses-per-day: how many uses there are a day, all "
                    "users together."_s);
}

std::optional<NamedBand> bandNamed(const QString &text)
{
    if (text.trimmed() == u"best")
        return NamedBand();
    const QStringList ends = text.split(u',');
    if (ends.size() != 2)
        return std::nullopt;
    const auto from = thresholdNumber(ends.front().trimmed());
    const auto to = thresholdNumber(ends.back().trimmed());
    return from && to ? std::optional(NamedBand{std::pair(*from, *to)}) : std::nullopt;
}

void readBand(OptionReader &reader, Options &options)
{
    reader.take(u"band"_s, u"two scores, as in 0.2,0.7, or best"_s, bandNamed,
                [&](const NamedBand &band) { options.review.band = band; });
}

} // namespace

QList<OptionEntry> reviewEntries(const OptionEntry &budget)
{
    using enum OptionGroup;
    QList<OptionEntry> entries{
            {Command, u"band"_s, u"FROM,TO"_s,
             u"Between which scores a person decides, in place of the best band; best: of a "
             "session, that one all the same."_s}};
    entries += reviewerEntries(u"The share of the good ones that a reviewer finds, as in 0.95. "
                               "Default: that of the preset's reviewer; without one required."_s);
    return entries
            + QList<OptionEntry>{{Command, u"threshold"_s, u"T"_s,
                                  u"The single one that the band is compared with. Default: the "
                                  "session's, else the most valuable one."_s},
                                 budget,
                                 {Command, u"format"_s, u"json|text"_s, u"Default: json."_s}};
}

void readReview(OptionReader &reader, Options &options)
{
    readBand(reader, options);
    readReviewer(reader, options);
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
}

QList<OptionEntry> bandInForceEntries()
{
    using enum OptionGroup;
    return QList<OptionEntry>{
                   {Command, u"band"_s, u"FROM,TO"_s,
                    u"Between these scores a person decides; best: where that is worth most. "
                    "Default: the session's, else nobody does."_s}}
    + reviewerEntries(u"With --band: the share of the good ones that a reviewer finds, as in 0.95. "
                      "Default: that of the preset's reviewer; without one required."_s);
}

void readBandInForce(OptionReader &reader, Options &options)
{
    readBand(reader, options);
    if (isToBeRead(options))
        return;
    ReviewSetting &setting = options.review.setting;
    if (options.review.band)
        setting.isInForce = true;
    if (setting.isInForce)
        return readReviewer(reader, options);
    if (isAnyReviewerSet(reader))
        reader.fail(u"What a reviewer is like counts where one decides: name the band (--band "
                    "FROM,TO, or --band best)."_s);
}

QList<OptionEntry> bandOfRowsEntries()
{
    using enum OptionGroup;
    return QList<OptionEntry>{
                   {Command, u"band"_s, u"FROM,TO"_s,
                    u"Only rows between these scores, which go to a person; best: where that is "
                    "worth most. Cells stay those of the threshold alone."_s}}
    + reviewerEntries(u"With --band best: the share of the good ones that a reviewer finds, as in "
                      "0.95. Default: that of the preset's reviewer; without one required."_s);
}

void readBandOfRows(OptionReader &reader, Options &options)
{
    readBand(reader, options);
    if (isToBeRead(options))
        return;
    const bool isSearched = options.review.band && !options.review.band->ends;
    if (isSearched)
        return readReviewer(reader, options);
    if (isAnyReviewerSet(reader))
        reader.fail(u"What a reviewer is like counts where the best band is looked for: --band "
                    "best."_s);
}

ReviewSetting reviewSettingOf(const Options &options, const Input &input)
{
    ReviewSetting setting = options.review.setting;
    const auto &asked = options.review.band;
    if (!asked)
        return setting;
    setting.band.reset();
    if (asked->ends) {
        const Threshold one = input.units.fromFile(asked->ends->first);
        const Threshold other = input.units.fromFile(asked->ends->second);
        setting.band = BandThresholds{{std::min(one.value, other.value)},
                                      {std::max(one.value, other.value)}};
    }
    return setting;
}

QStringList reviewerNotes(const Options &options)
{
    if (!options.review.reviewerIsPreset)
        return {};
    return {u"What the reviewer is like is assumed as for this kind of feature, unless it is named "
            "(--reviewer-recall, --reviewer-false-alarms, --review-cost)."_s};
}

QString withoutBandNote(const Options &options)
{
    const bool tellsIt = options.command == Command::Review || options.command == Command::Answer
            || options.command == Command::OperatingPoint || options.command == Command::Policies;
    return options.session && options.review.setting.isInForce && !tellsIt
            ? u"In the session a person decides in a band; all of this is without one (review, answer, policies and operating-point tell it with one)."_s
            : QString();
}

} // namespace oneinn::cli
