// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/loadbearingcommand.h"

#include "cli/assessmentjson.h"
#include "core/loadbearing/scenarioload.h"
#include "wording/datalimitwords.h"
#include "wording/verdictwords.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr double perUses = 1000.0; ///< what values and losses are told for

QString keyOf(Failure failure)
{
    switch (failure) {
    case Failure::Latency:
        return u"latency"_s;
    case Failure::Precision:
        return u"precision"_s;
    case Failure::Recall:
        return u"recall"_s;
    }
    Q_UNREACHABLE();
}

QString keyOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::OneAnswer:
        return u"certain"_s;
    case Certainty::TwoAnswers:
        return u"two_answers"_s;
    case Certainty::OneQuestion:
        return u"one_question"_s;
    case Certainty::Inseparable:
        return u"inseparable"_s;
    }
    return {};
}

QString keyOf(BadWeekSource source)
{
    switch (source) {
    case BadWeekSource::Periods:
        return u"periods"_s;
    case BadWeekSource::Alike:
        return u"periods_differ_by_chance"_s;
    case BadWeekSource::Data:
        return u"interval"_s;
    case BadWeekSource::TooFew:
        return u"too_few_clusters"_s;
    }
    Q_UNREACHABLE();
}

Json nameJson(const std::optional<Failure> &failure)
{
    return failure ? Json(keyOf(*failure)) : Json();
}

/// One member for each failure.
template<typename Make> Json perFailureJson(Make make)
{
    Json::Object result;
    for (const Failure failure : everyFailure)
        result.emplace_back(keyOf(failure), make(failure));
    return result;
}

Json tornadoJson(const FailureLosses &losses, const PerFailure<Interval> &ranges,
                 const PerFailure<double> &first)
{
    return perFailureJson([&](Failure failure) {
        const Interval &range = ranges[failure];
        return Json::Object{
                {u"step"_s, Json(losses.step[failure])},
                {u"loss_per_1000_uses"_s, perUses * losses.alone[failure]},
                {u"interval"_s, intervalJson({perUses * range.low, perUses * range.high})},
                {u"first_in_resamples"_s, first[failure]},
        };
    });
}

/// What there is to tell periods by, and what a bad one adds.
Json periodsJson(const LoadBearing &load)
{
    const BadWeek &badWeek = load.badWeekFrom;
    return Json::Object{
            {u"kind"_s, badWeek.kind == PeriodKind::Days ? u"days"_s : u"weeks"_s},
            {u"periods"_s, static_cast<double>(badWeek.periods)},
            {u"days"_s, static_cast<double>(badWeek.days)},
            {u"more_wrong_per_1000_uses"_s, perUses * load.badWeek.moreOfUses.wrongShown},
            {u"more_missed_per_1000_uses"_s, perUses * load.badWeek.moreOfUses.missed},
            {u"slower"_s, Json(badWeek.slower)}};
}

Json sharesJson(const FailureLosses &losses)
{
    if (!losses.share)
        return {};
    return perFailureJson([&](Failure failure) { return Json((*losses.share)[failure]); });
}

Json verdictJson(const LoadVerdict &verdict)
{
    const bool inseparable = verdict.certainty() == Certainty::Inseparable;
    return Json::Object{
            {u"certainty"_s, keyOf(verdict.certainty())},
            {u"failure"_s, inseparable ? Json(keyOf(verdict.first)) : nameJson(verdict.only())},
            {u"other"_s, inseparable ? Json(keyOf(verdict.rival)) : Json()},
            {u"equal_steps"_s, nameJson(verdict.equalSteps)},
            {u"bad_week"_s, nameJson(verdict.badWeek)}};
}

Json ratioJson(const std::optional<RatioRange> &range)
{
    if (!range)
        return {};
    return Json::Object{{u"now"_s, range->now}, {u"low"_s, range->low}, {u"high"_s, range->high}};
}

/// What moving a limit would bring, with the best threshold chosen anew.
Json priceJson(const std::optional<ShadowPrice> &price)
{
    if (!price)
        return {};
    const auto gain = [](const std::optional<double> &perUnit, double step) {
        return perUnit ? Json(perUses * *perUnit * step) : Json();
    };
    return Json::Object{
            {u"step_up"_s, price->stepUp},
            {u"gain_per_1000_uses_up"_s, gain(price->up, price->stepUp)},
            {u"step_down"_s, price->stepDown},
            {u"gain_per_1000_uses_down"_s, gain(price->down, -price->stepDown)},
    };
}

Json loadJson(const ScenarioLoad &found, const Input &input, const FeatureWords &words)
{
    const LoadBearing &load = found.load;
    const Budget &budget = found.question.budget;
    return Json::Object{
            {u"account"_s, accountJson(input)},
            {u"warnings"_s, Json::strings(input.warnings)},
            {u"selection"_s, selectionJson(found.question.selection)},
            {u"operating_point"_s,
             Json::Object{
                     {u"threshold"_s, Json(input.units.inFile(found.question.threshold))},
                     {u"budget_ms"_s, budget ? Json(budget->value) : Json()},
             }},
            {u"value_per_1000_uses"_s, perUses * load.equalSteps.value},
            {u"without_predictions_per_1000_uses"_s, perUses * load.withoutPredictions},
            {u"equal_steps"_s,
             tornadoJson(load.equalSteps, load.equalStepsRange, load.firstWithEqualSteps)},
            {u"bad_week"_s, tornadoJson(load.badWeek, load.badWeekRange, load.firstInBadWeek)},
            {u"bad_week_from"_s,
             perFailureJson([&](Failure f) { return Json(keyOf(load.badWeekFrom.source[f])); })},
            {u"bad_week_periods"_s, periodsJson(load)},
            {u"joint_loss_per_1000_uses"_s, perUses * load.equalSteps.joint},
            {u"shapley_shares"_s, sharesJson(load.equalSteps)},
            {u"failures_interact"_s, load.equalSteps.interact},
            {u"headroom"_s, perFailureJson([&](Failure f) { return Json(load.headroom[f]); })},
            {u"wrong_in_misses"_s, ratioJson(load.sameFirst)},
            {u"budget_price"_s, priceJson(found.budget)},
            {u"precision_price"_s, priceJson(found.precision)},
            {u"resamples_drawn"_s, found.drawn},
            {u"verdict"_s, verdictJson(load.verdict)},
            {u"sentences"_s,
             Json::strings(wording::verdictSentences(wording::verdictWords(found, words)))},
    };
}

QString tornadoText(const QString &title, const QList<wording::LossWords> &bars)
{
    qsizetype stepWidth = 0;
    for (const wording::LossWords &bar : bars)
        stepWidth = std::max(stepWidth, bar.step.size());
    constexpr qsizetype lossWidth = 9;
    QString text = title + u'\n';
    for (const wording::LossWords &bar : bars) {
        text += u"  "_s + bar.step.leftJustified(stepWidth) + bar.loss.rightJustified(lossWidth);
        if (!bar.range.isEmpty())
            text += u"   "_s + bar.range;
        text += u'\n';
    }
    return text;
}

QString loadText(const ScenarioLoad &found, const FeatureWords &product)
{
    const wording::VerdictWords words = wording::verdictWords(found, product);
    QString text;
    const auto sentences = wording::verdictSentences(words);
    for (const QString &sentence : sentences)
        text += sentence + u'\n';
    if (!words.equalSteps.isEmpty())
        text += u'\n' + tornadoText(words.equalStepsNote, words.equalSteps) + u'\n'
                + tornadoText(words.badWeekNote, words.badWeek) + u'\n';
    for (const QString &headroom : words.headrooms)
        text += headroom + u'\n';
    return text;
}

} // namespace

Outcome loadBearingCommand(const Options &options, const Input &input)
{
    const Scenario scenario = scenarioOf(options, input);
    LoadQuestion question = loadQuestion(scenario);
    question.periods = options.periods;
    const auto rows = ScenarioRows::around(input.index, scenario);
    const bool unknown = wording::isSilentUnknown(assess(*input.index, scenario));
    const auto found = scenarioLoad(*rows, question);
    const bool asText = options.format == Format::Text;
    if (unknown || !found) {
        const QString sentence = unknown ? wording::verdictUnknownText() : wording::noVerdictText();
        if (asText)
            return {sentence + u'\n', {}};
        const Json json = Json::Object{{u"account"_s, accountJson(input)},
                                       {u"warnings"_s, Json::strings(input.warnings)},
                                       {u"verdict"_s, Json()},
                                       {u"sentences"_s, Json::strings({sentence})}};
        return {json.text() + u'\n', {}};
    }
    if (asText)
        return {loadText(found.value(), scenario.words), {}};
    return {loadJson(found.value(), input, scenario.words).text() + u'\n', {}};
}

} // namespace oneinn::cli
