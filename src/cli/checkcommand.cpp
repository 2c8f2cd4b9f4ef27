// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/checkcommand.h"

#include "cli/assessmentjson.h"
#include "cli/bandoptions.h"
#include "cli/commandline.h"
#include "cli/json.h"
#include "cli/keptsince.h"
#include "cli/pointfile.h"
#include "core/assessment.h"
#include "core/review/reviewwatch.h"
#include "document/dataplaces.h"
#include "report/watchexports.h"
#include "results/answerparts.h"
#include "wording/binwords.h"
#include "wording/checkwords.h"
#include "wording/names.h"
#include "wording/problemwords.h"
#include "wording/reviewbandwords.h"

#include <QDate>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QList<std::pair<QString, PointFormat>> pointFormats()
{
    return {{u"json"_s, PointFormat::Json},
            {u"prometheus"_s, PointFormat::Prometheus},
            {u"csv"_s, PointFormat::Csv}};
}

/// What the file is read for: the point's model, threshold, budget and what becomes of late ones.
Options optionsOf(const Options &asked, const PointFile &point)
{
    Options options = asked;
    options.file = asked.later;
    options.later.clear();
    options.model = point.model;
    options.threshold = point.threshold;
    options.thresholdsBy = point.thresholdsBy;
    if (point.thresholdsBy)
        options.columns.extraSegments.push_back(point.thresholdsBy->column);
    options.columns.lowerIsPositive = point.lowerIsPositive;
    options.scenario.budget = point.budget;
    options.scenario.budgets = point.budgets;
    if (point.budgets)
        options.columns.extraSegments.push_back(point.budgets->column);
    options.scenario.latePolicy = point.latePolicy;
    // What is named beside it goes before what it was written with.
    if (options.scenario.patience.everyoneWaits())
        options.scenario.patience = point.patience;
    if (options.scenario.words == FeatureWords())
        options.scenario.words = point.words;
    options.fallback = point.fallback;
    for (const Selection::Where &where : point.where) {
        options.where.push_back(where);
        options.columns.extraSegments.push_back(where.column);
    }
    return options;
}

/// A side of a promise, and what became of it.
struct CheckedSide {
    WatchedShare watched;
    bool least = false;
    bool isReviewed = false; ///< of the uses that go to a person, whatever `watched` says
    PromiseChecked checked;
};

/// What is shown without a person, and what somebody at least looks at: without a band the same.
struct CheckedEnds {
    const Assessment &shown;
    const Assessment &seen;
    CheckedUses uses;
};

PromisedShare reviewedPromise(const WatchedShare &watched, const CheckedEnds &ends)
{
    const ReviewedUses reviewed =
            reviewedUses(ends.seen.experience.shares, ends.shown.experience.shares);
    return {.yes = reviewed.yes,
            .no = reviewed.no,
            .clusters = reviewed.clusters,
            .atMost = *watched.atMost};
}

std::vector<CheckedSide> checkedSides(const PointFile &point, const CheckedEnds &ends)
{
    std::vector<CheckedSide> sides;
    std::vector<PromisedShare> promises;
    for (const WatchedShare &watched : point.promises) {
        const Shares &shares =
                (watched.share == Share::Missed ? ends.seen : ends.shown).experience.shares;
        for (const bool least : {false, true}) {
            if (!(least ? watched.atLeast : watched.atMost))
                continue;
            sides.push_back(
                    {.watched = watched, .least = least, .isReviewed = false, .checked = {}});
            // Nothing to judge by counts as a promise all the same.
            promises.push_back(
                    promisedOf(watched, shares, least, ends.uses).value_or(PromisedShare{}));
        }
    }
    if (point.reviewed && point.reviewed->atMost) {
        sides.push_back(
                {.watched = *point.reviewed, .least = false, .isReviewed = true, .checked = {}});
        promises.push_back(reviewedPromise(*point.reviewed, ends));
    }
    const auto checked = checkPromises(promises);
    for (std::size_t i = 0; i < sides.size(); ++i)
        sides[i].checked = checked[i];
    return sides;
}

std::vector<PromiseChecked> checkedOf(const std::vector<CheckedSide> &sides)
{
    std::vector<PromiseChecked> checked;
    checked.reserve(sides.size());
    for (const CheckedSide &side : sides)
        checked.push_back(side.checked);
    return checked;
}

QString outcomeKey(CheckOutcome outcome)
{
    return outcome == CheckOutcome::Holds      ? u"holds"_s
            : outcome == CheckOutcome::Outside ? u"outside"_s
                                               : u"cannot-tell-yet"_s;
}

int exitCodeOf(CheckOutcome outcome)
{
    return outcome == CheckOutcome::Holds      ? Success
            : outcome == CheckOutcome::Outside ? OutsidePromises
                                               : CannotTellYet;
}

QString sentenceOf(const CheckedSide &side, const PointFile &point, bool silentUnknown,
                   const FeatureWords &words)
{
    if (!side.isReviewed)
        return wording::promiseSentence(side.watched, side.checked, side.least, silentUnknown,
                                        words);
    return wording::reviewedSentence(side.watched, side.checked,
                                     point.band ? point.band->usesPerDay : std::nullopt, words);
}

Json sideJson(const CheckedSide &side, const QString &sentence)
{
    const std::string_view key =
            side.isReviewed ? std::string_view("reviewed") : kindOf(side.watched.share).key;
    // As everywhere; what the outcome is by depends on how many promises there are.
    const auto &told = side.checked.told;
    const bool isSure = side.checked.interval.has_value();
    Json judged;
    if (isSure) {
        const Interval &by = *side.checked.interval;
        judged = intervalJson(side.least ? Interval{1.0 - by.high, 1.0 - by.low} : by);
    }
    return Json::Object{
            {u"share"_s, QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()))},
            {side.least ? u"at_least"_s : u"at_most"_s,
             Json(side.least ? *side.watched.atLeast : *side.watched.atMost)},
            {u"found"_s, told ? Json(told->value) : Json()},
            {u"interval"_s, isSure ? intervalJson(told->interval) : Json()},
            {u"judged_by"_s, std::move(judged)},
            {u"outcome"_s, outcomeKey(side.checked.outcome)},
            {u"sentence"_s, sentence}};
}

struct CheckTold {
    std::vector<CheckedSide> sides;
    QStringList sentences;
    double uses = 0.0;
    wording::NotChecked notChecked;
};

wording::NotChecked notChecked(const PredictionIndex &index, const Assessment &assessment)
{
    wording::NotChecked uses{.used = assessment.experience.shares.uses().uses().rows};
    uses.isByScore = assessment.labels && assessment.labels->silentUnknown();
    if (const auto &aside = index.predictions()->setAside()) {
        using enum SetAsideReason;
        const auto count = [&](SetAsideReason reason) {
            return static_cast<double>(aside->count(reason, index.selection()));
        };
        uses.unlabelled = count(LabelMissing) + count(LabelUnknown);
        uses.unscored = count(ScoreMissing) + count(ScoreInvalid);
    }
    return uses;
}

QString checkJson(const CheckTold &told, const Options &options)
{
    const CheckOutcome outcome = overall(checkedOf(told.sides));
    Json::Array promises;
    for (std::size_t i = 0; i < told.sides.size(); ++i)
        // The first sentence is of all together.
        promises.push_back(sideJson(told.sides[i], told.sentences[qsizetype(i) + 1]));
    const Json json =
            Json::Object{{u"outcome"_s, outcomeKey(outcome)},
                         {u"exit"_s, double(exitCodeOf(outcome))},
                         {u"uses"_s, told.uses},
                         {u"without_label"_s, told.notChecked.unlabelled},
                         {u"without_score"_s, told.notChecked.unscored},
                         {u"since"_s, options.since.isEmpty() ? Json() : Json(options.since)},
                         {u"wrongly_outside_at_most"_s, 0.025},
                         {u"wrongly_holds_at_most_each"_s, 0.025},
                         {u"promises"_s, std::move(promises)},
                         {u"sentences"_s, Json::strings(told.sentences)}};
    return json.text() + u'\n';
}

/// seen: where the band begins; the same without one.
CheckTold toldOf(const PointFile &point, const Assessment &assessment, const Assessment &seen,
                 const PredictionIndex &index, const QString &since)
{
    const FeatureWords &words = assessment.scenario.words;
    CheckTold told;
    told.sides =
            checkedSides(point, {assessment, seen, checkedUses(assessment, *index.predictions())});
    told.notChecked = notChecked(index, assessment);
    told.uses = assessment.experience.shares.uses().uses().rows;
    told.sentences.append(
            wording::checkOverallSentence(checkedOf(told.sides), told.uses, since, words));
    for (const CheckedSide &side : told.sides)
        told.sentences.append(sentenceOf(side, point, told.notChecked.isByScore, words));
    if (const QString without = wording::notCheckedSentence(told.notChecked, words);
        !without.isEmpty())
        told.sentences.append(without);
    told.sentences.append(wording::checkErrorsSentence());
    return told;
}

report::OperatingPointSource sourceOf(const Options &options, const Input &input)
{
    return {dataName(options.file), input.reference.sha256,
            options.date.value_or(QDate::currentDate()).toString(Qt::ISODate),
            input.file.mapping.lowerIsPositive.value};
}

/// point: an assessment, or a band with both its ends.
template<typename Point>
QByteArray pointBytes(const Point &point, const Options &options, const Input &input)
{
    const report::OperatingPointSource source = sourceOf(options, input);
    switch (options.pointFormat) {
    case PointFormat::Prometheus:
        return report::prometheusRules(point, source);
    case PointFormat::Csv:
        return report::watchCsv(point);
    case PointFormat::Json:
        break;
    }
    return report::operatingPointJson(point, source);
}

Outcome withBand(const Options &options, const Input &input, const DecidedSetting &decided,
                 Outcome outcome)
{
    const auto review =
            reviewInForce(*decided.rows, decided.scenario, reviewSettingOf(options, input));
    if (!review || !review->answer.band.isOpen()) {
        outcome.failure = review ? u"The band is closed, so that nobody reviews: leave out "
                                   "--band."_s
                                 : wording::noReviewText();
        return outcome;
    }
    const auto at = [&](Threshold threshold) {
        Scenario scenario = decided.scenario;
        scenario.threshold = threshold;
        return assess(*decided.rows, scenario);
    };
    const FoundBand &band = review->answer.band;
    outcome.text = QString::fromUtf8(pointBytes(
            report::BandAssessed{
                    {&review->answer, &review->question, nullptr}, at(band.from), at(band.to)},
            options, input));
    return outcome;
}

} // namespace

QList<OptionEntry> operatingPointEntries(const OptionEntry &budget)
{
    using enum OptionGroup;
    return {{Command, u"threshold"_s, u"T"_s,
             u"What is operated: a row is shown iff its score is at least T. Default: the most "
             "valuable one."_s},
            budget,
            {Command, u"date"_s, u"YYYY-MM-DD"_s, u"The day it is decided. Default: today."_s},
            {Command, u"format"_s, u"json|prometheus|csv"_s,
             u"json: the point, for a service and for check; prometheus: alerting rules of what is "
             u"watched; csv: the same as a table. Default: json."_s}};
}

void readOperatingPoint(OptionReader &reader, Options &options)
{
    reader.take(
            u"date"_s, u"a day, as in 2026-01-31"_s,
            [](const QString &text) {
                const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
                return date.isValid() ? std::optional(date) : std::nullopt;
            },
            [&](const QDate &date) { options.date = date; });
    if (reader.text(u"format"_s) == u"text"_s)
        reader.fail(u"An operating point is written for a service and for check: --format json, "
                    "prometheus or csv. In words 'answer --length sentence' tells the same choice, "
                    "and 'metrics --format text' its numbers."_s);
    else
        reader.takeChoice<PointFormat>(u"format"_s, pointFormats(), options.pointFormat);
}

Outcome operatingPointCommand(const Options &options, const Input &input)
{
    DecidedSetting decided = decidedSetting(options, input);
    Outcome outcome;
    outcome.notes = decided.notes + reviewerNotes(options);
    const Scenario &scenario = decided.scenario;
    const Assessment assessment = assess(*decided.rows, scenario);
    if (options.review.setting.isInForce)
        return withBand(options, input, decided, std::move(outcome));
    // Whoever operates there meets other numbers than those that would be promised.
    outcome.failure = wording::openBinSentence(assessment);
    if (!outcome.failure.isEmpty())
        outcome.failure += u" Name a threshold where a bin begins."_s;
    else
        outcome.text = QString::fromUtf8(pointBytes(assessment, options, input));
    return outcome;
}

QList<OptionEntry> checkEntries()
{
    using enum OptionGroup;
    return {{Command, u"since"_s, u"DAY"_s,
             u"Only uses of this day and later, written as in the file: the stretch of time to be "
             "looked at, chosen beforehand. Default: all."_s},
            {Command, u"format"_s, u"json|text"_s, u"Default: json."_s}};
}

void readCheck(OptionReader &reader, Options &options)
{
    if (const auto since = reader.text(u"since"_s)) {
        options.since = since->trimmed();
        if (options.since.isEmpty())
            reader.fail(u"--since needs a day as it is written in the file, as in 2026-03-14."_s);
    }
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
}

std::variant<Outcome, Unusable> checkCommand(const Options &asked)
{
    const auto read = readPointFile(asked.file);
    if (const auto *unusable = std::get_if<Unusable>(&read))
        return *unusable;
    const auto &point = std::get<PointFile>(read);
    const Options options = optionsOf(asked, point);
    auto opened = openInput(options);
    if (const auto *unusable = std::get_if<Unusable>(&opened))
        return *unusable;
    auto &input = std::get<Input>(opened);
    if (const auto unusable = keepSince(input, options.since))
        return *unusable;
    Scenario scenario = scenarioOf(options, input);
    if (scenario.fallback)
        scenario.fallback->start = point.fallbackStart;
    const auto rows = ScenarioRows::around(input.index, scenario);
    const Assessment assessment = assess(*rows, scenario);
    if (point.band)
        scenario.threshold = input.units.fromFile(point.band->from);
    const Assessment seen = point.band ? assess(*rows, scenario) : assessment;
    const CheckTold told = toldOf(point, assessment, seen, *input.index, options.since);
    Outcome outcome;
    outcome.notes = input.notes;
    outcome.code = exitCodeOf(overall(checkedOf(told.sides)));
    outcome.text = options.format == Format::Text ? told.sentences.join(u'\n') + u'\n'
                                                  : checkJson(told, options);
    return outcome;
}

} // namespace oneinn::cli
