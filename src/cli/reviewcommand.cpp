// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/reviewcommand.h"

#include "cli/assessmentjson.h"
#include "cli/bandoptions.h"
#include "cli/notes.h"
#include "cli/thresholdoptions.h"
#include "core/assessment.h"
#include "presets/presetreviewers.h"
#include "wording/numbers.h"
#include "wording/reviewbandwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

struct AnsweredReview {
    ReviewQuestion question;
    bool reviewerIsPreset = false;
    ReviewAnswer answer;
    double without = 0.0; ///< value of a use
    QString failure;
};

Json queueJson(const ReviewAnswer &answer)
{
    if (!answer.day || !answer.day->queue)
        return {};
    const ReviewAnswer::Queue &queue = *answer.day->queue;
    return Json::Object{{u"most_on_average"_s, queue.mostOnAverage},
                        {u"busy"_s, answer.day->busy},
                        {u"overrun_days"_s, queue.overrunDays},
                        {u"turned_away_per_day"_s, queue.turnedAwayPerDay},
                        {u"carried_over"_s, Json(queue.carriedOver)}};
}

QStringList sentencesOf(const AnsweredReview &review, const Input &input, const Scenario &scenario)
{
    return wording::reviewSentences(
            review.answer, review.question,
            wording::reviewSaid(scenario.combination, input.units.lowerIsPositive()),
            scenario.words);
}

Json reviewerJson(const Reviewer &reviewer, bool isPreset)
{
    return Json::Object{{u"recall"_s, reviewer.recall},
                        {u"false_alarms"_s, reviewer.falseAlarms},
                        {u"cost"_s, reviewer.cost},
                        {u"minutes"_s, Json(reviewer.minutes)},
                        {u"reviews_per_day"_s, Json(reviewer.reviewsPerDay)},
                        {u"uses_per_day"_s, Json(reviewer.usesPerDay)},
                        {u"is_preset"_s, isPreset}};
}

/// Without what only the order of the sums has added.
Json rounded(double value)
{
    constexpr int digits = 12;
    return QString::number(value, 'g', digits).toDouble();
}

Json moreJson(const ReviewAnswer &answer)
{
    if (!answer.day || !answer.day->queue || !answer.day->queue->more)
        return {};
    const MoreReviews &more = *answer.day->queue->more;
    return Json::Object{{u"reviews_per_day"_s, more.reviewsPerDay},
                        {u"worth_per_day"_s, rounded(more.gainPerDay)}};
}

/// What exactly one more a day is worth.
double worthOfOneMore(const ReviewAnswer &answer, const Reviewer &reviewer)
{
    if (!answer.day || !answer.day->queue || !answer.day->queue->more)
        return 0.0;
    const MoreReviews &more = *answer.day->queue->more;
    return more.reviewsPerDay <= *reviewer.reviewsPerDay + 1.0 ? more.gainPerDay : 0.0;
}

Json gainJson(const ReviewAnswer &answer)
{
    Json interval;
    if (answer.heldOut && answer.heldOut->interval)
        interval = Json::Array{rounded(wording::thousand * answer.heldOut->interval->low),
                               rounded(wording::thousand * answer.heldOut->interval->high)};
    return Json::Object{
            {u"against_best_threshold"_s, rounded(wording::thousand * answer.bestGainPerUse)},
            {u"held_out"_s,
             answer.heldOut ? rounded(wording::thousand * answer.heldOut->perUse) : Json()},
            {u"held_out_interval"_s, interval},
            {u"held_out_taken_off"_s,
             answer.heldOut ? rounded(wording::thousand * answer.heldOut->takenOff) : Json()}};
}

QString reviewJson(const AnsweredReview &review, const Input &input, const Scenario &scenario)
{
    const ReviewAnswer &answer = review.answer;
    const bool open = answer.band.isOpen();
    const Json json = Json::Object{
            {u"account"_s, accountJson(input)},
            {u"warnings"_s, Json::strings(input.warnings)},
            {u"selection"_s, selectionJson(scenario.selection)},
            {u"budget_ms"_s, scenario.budget ? Json(scenario.budget->value) : Json()},
            {u"reviewer"_s, reviewerJson(review.question.reviewer, review.reviewerIsPreset)},
            {u"by_hand"_s, answer.isByHand},
            {u"threshold_without"_s, Json(input.units.inFile(scenario.threshold))},
            {u"from"_s, open ? Json(input.units.inFile(answer.band.from)) : Json()},
            {u"to"_s, open ? Json(input.units.inFile(answer.band.to)) : Json()},
            {u"thresholds_from"_s,
             open ? ownThresholdsAt(scenario, answer.band.from, input.units) : Json()},
            {u"thresholds_to"_s,
             open ? ownThresholdsAt(scenario, answer.band.to, input.units) : Json()},
            {u"closes_at_price"_s, rounded(answer.closesAtPrice)},
            {u"closes_at_price_if_calibrated"_s, rounded(closingPrice(answer.terms))},
            {u"reviews_per_day"_s, answer.day ? rounded(answer.day->reviews) : Json()},
            {u"value_per_1000"_s,
             Json::Object{{u"without"_s, rounded(wording::thousand * review.without)},
                          {u"with"_s,
                           rounded(wording::thousand * (review.without + answer.gainPerUse))}}},
            {u"price_of_one_more_review"_s,
             rounded(worthOfOneMore(answer, review.question.reviewer))},
            {u"next_reviews_that_bring_anything"_s, moreJson(answer)},
            {u"shadow_price"_s, rounded(answer.shadowPrice)},
            {u"reviewed_share"_s, rounded(answer.decided * answer.band.reviewed)},
            {u"wrong_of_shown"_s, Json(answer.band.wrongOfShown)},
            {u"missed"_s, Json(answer.band.missed)},
            {u"gain_per_1000"_s, gainJson(answer)},
            {u"day"_s, queueJson(answer)},
            {u"sentences"_s, Json::strings(sentencesOf(review, input, scenario))}};
    return json.text() + u'\n';
}

} // namespace

Outcome reviewCommand(const Options &options, const Input &input)
{
    const DecidedSetting decided = decidedSetting(options, input, u"The single threshold is"_s);
    const Scenario &scenario = decided.scenario;
    const auto &slice = decided.slice;
    Outcome outcome;
    outcome.notes = decided.notes;
    outcome.notes += reviewerNotes(options);
    AnsweredReview review{.question = reviewQuestion(scenario, reviewSettingOf(options, input)),
                          .reviewerIsPreset = options.review.reviewerIsPreset,
                          .answer = {},
                          .without = 0.0,
                          .failure = {}};
    auto answer = reviewAnswer(*slice, review.question);
    if (!answer) {
        outcome.failure = wording::noReviewText()
                + u" Set what outcomes are worth (--value-tp, --value-fp, --value-fn, "
                  "--value-tn)."_s;
        return outcome;
    }
    review.answer = *answer;
    review.without = assess(slice->rows(), scenario).value.perUse;
    outcome.text = options.format == Format::Text
            ? sentencesOf(review, input, scenario).join(u'\n') + u'\n'
            : reviewJson(review, input, scenario);
    return outcome;
}

} // namespace oneinn::cli
