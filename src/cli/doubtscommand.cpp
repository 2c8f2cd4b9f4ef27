// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/doubtscommand.h"

#include "cli/assessmentjson.h"
#include "cli/thresholdoptions.h"
#include "core/doubts/labelworth.h"
#include "core/doubts/thresholddoubts.h"
#include "core/policies/ownthresholds.h"
#include "core/targets/nearbestkept.h"
#include "wording/doubtswords.h"
#include "wording/labelworthwords.h"
#include "wording/numbers.h"
#include "wording/problemwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString keyOfUnits(ClusterSource by)
{
    switch (by) {
    case ClusterSource::Users:
        return u"user"_s;
    case ClusterSource::Days:
        return u"day"_s;
    case ClusterSource::UsersAndDays:
        return u"user-and-day"_s;
    case ClusterSource::Cases:
        return u"case"_s;
    case ClusterSource::Groups:
        return u"group"_s;
    case ClusterSource::Rows:
        break;
    }
    return u"row"_s;
}

/// low <= high in the file's units as well.
std::pair<Json, Json> endsJson(double low, double high, ScoreUnits units)
{
    const Interval ends = units.inFile(ThresholdInterval{low, high});
    return {Json(ends.low), Json(ends.high)};
}

Json bestJson(const ThresholdDoubts &doubts, ScoreUnits units)
{
    const auto [low, high] = doubts.choice
            ? endsJson(doubts.choice->range.low, doubts.choice->range.high, units)
            : std::pair<Json, Json>();
    return Json::Object{{u"value"_s, Json(units.inFile(doubts.best.threshold))},
                        {u"low"_s, low},
                        {u"high"_s, high}};
}

Json valueJson(const ThresholdDoubts &doubts)
{
    const auto per1000 = [](std::optional<double> perUse) {
        return perUse ? Json(wording::thousand * *perUse) : Json();
    };
    return Json::Object{
            {u"per_uses"_s, wording::thousand},
            {u"apparent"_s, per1000(doubts.best.best)},
            {u"optimism"_s,
             per1000(doubts.choice ? std::optional(doubts.choice->optimism) : std::nullopt)},
            {u"expected"_s, per1000(doubts.expected())}};
}

/// within: null where nobody set a limit.
Json nearBestJson(const ThresholdDoubts &doubts, const Reach *within, ScoreUnits units)
{
    if (!doubts.nearBest)
        return {};
    const auto [low, high] = endsJson(doubts.nearBest->lowest, doubts.nearBest->highest, units);
    if (!within)
        return Json::Object{{u"low"_s, low}, {u"high"_s, high}, {u"within_limits"_s, Json()}};
    Json::Array kept;
    for (const ThresholdInterval &part : keptOf(*doubts.nearBest, *within)) {
        const auto [from, to] = endsJson(part.low, part.high, units);
        kept.push_back(Json::Object{{u"low"_s, from}, {u"high"_s, to}});
    }
    return Json::Object{{u"low"_s, low}, {u"high"_s, high}, {u"within_limits"_s, std::move(kept)}};
}

Json plateausJson(const ThresholdDoubts &doubts, ScoreUnits units)
{
    if (!doubts.choice)
        return {};
    Json::Array plateaus;
    for (const Plateau &plateau : doubts.choice->plateaus) {
        const auto [low, high] = endsJson(plateau.thresholds.low, plateau.thresholds.high, units);
        plateaus.emplace_back(
                Json::Object{{u"low"_s, low}, {u"high"_s, high}, {u"share"_s, plateau.share}});
    }
    return plateaus;
}

Json firstAndLastJson(const ThresholdDoubts &doubts, ScoreUnits units)
{
    if (!doubts.firstAndLast)
        return {};
    const FirstAndLast &parts = *doubts.firstAndLast;
    const auto on = [units](const ValuedThreshold &valued) {
        return Json::Object{
                {u"threshold"_s, Json(units.inFile(valued.thresholds.operatingThreshold()))},
                {u"value"_s, wording::thousand * valued.value}};
    };
    return Json::Object{
            {u"first_days"_s, parts.firstDays},       {u"last_days"_s, parts.lastDays},
            {u"last_uses"_s, parts.lastUses},         {u"per_uses"_s, wording::thousand},
            {u"chosen_on_first"_s, on(parts.chosen)}, {u"best_on_last"_s, on(parts.best)}};
}

QString missingColumn(ClusterSource by)
{
    if (by == ClusterSource::Cases)
        return u"Uses are to be drawn by case, but no case is asked again, or users say more: name "
               "the column of cases with --example, or draw single uses with --by row."_s;
    return by == ClusterSource::Users
            ? u"Uses are to be drawn by user, but no column says whose use it is: name it with "
              "--user, or draw single uses with --by row."_s
            : u"Uses are to be drawn by day, but no column has the day: name it with --day, or "
              "draw single uses with --by row."_s;
}

/// Null where there is nothing to choose between, or too little known.
Json labelsJson(const std::optional<LabelWorth> &worth, const Options &options, ScoreUnits units)
{
    if (!worth)
        return {};
    const auto per1000 = [](double perUse) { return Json(wording::thousand * perUse); };
    std::optional<double> gain;
    if (options.usesToCome)
        gain = *options.usesToCome * worth->plan.perUse;
    std::optional<double> net;
    if (gain)
        net = *gain - worth->plan.more * options.priceOfLabel.value_or(0.0);
    const BreakEven &even = worth->breakEven;
    return Json::Object{{u"against_threshold"_s, Json(units.inFile(worth->other))},
                        {u"difference"_s, per1000(worth->known.difference)},
                        {u"standard_error"_s, per1000(worth->known.standardError)},
                        {u"per_uses"_s, wording::thousand},
                        {u"value_of_certainty"_s, per1000(worth->ofCertainty)},
                        {u"more_labels"_s, worth->plan.more},
                        {u"gain"_s, per1000(worth->plan.perUse)},
                        {u"chance_of_change"_s, worth->plan.chanceOfChange},
                        {u"gain_on_uses_to_come"_s, Json(gain)},
                        {u"net_of_price"_s, Json(net)},
                        {u"break_even"_s,
                         Json::Object{{u"tp"_s, Json(even.tp)},
                                      {u"fp"_s, Json(even.fp)},
                                      {u"fn"_s, Json(even.fn)},
                                      {u"tn"_s, Json(even.tn)},
                                      {u"base_rate"_s, Json(even.baseRate)}}}};
}

Json doubtsJson(const ThresholdDoubts &doubts, const Scenario &scenario, const Reach *within,
                const Json &labels, const QStringList &sentences, const Input &input)
{
    const Budget &budget = doubts.question.budget;
    return Json::Object{
            {u"account"_s, accountJson(input)},
            {u"warnings"_s, Json::strings(input.warnings)},
            {u"selection"_s, selectionJson(doubts.question.selection)},
            {u"budget_ms"_s, budget ? Json(budget->value) : Json()},
            {u"best_threshold"_s, bestJson(doubts, input.units)},
            {u"thresholds"_s, ownThresholdsAt(scenario, doubts.best.threshold, input.units)},
            {u"value"_s, valueJson(doubts)},
            {u"near_best"_s, nearBestJson(doubts, within, input.units)},
            {u"plateaus"_s, plateausJson(doubts, input.units)},
            {u"first_and_last"_s, firstAndLastJson(doubts, input.units)},
            {u"worth_of_labels"_s, labels},
            {u"resamples"_s, doubts.question.resamples},
            {u"seed"_s, Json(static_cast<std::size_t>(doubts.question.seed))},
            {u"by"_s, keyOfUnits(doubts.by)},
            {u"clusters"_s, doubts.clusters},
            {u"sentences"_s, Json::strings(sentences)}};
}

} // namespace

Outcome doubtsCommand(const Options &options, const Input &input)
{
    if (options.drawnBy && !canDrawBy(input.predictions(), *options.drawnBy))
        return {{}, {}, missingColumn(*options.drawnBy)};
    const Scenario scenario = scenarioOf(options, input);
    const auto slice = sliceOf(scenario, input);
    DoubtsQuestion question = doubtsQuestion(scenario);
    question.resamples = options.resamples;
    question.seed = options.seed;
    question.by = options.drawnBy;
    const auto doubts = thresholdDoubts(slice->rows(), question);
    if (!doubts)
        return {{},
                {},
                wording::problemWords(doubts.problem(), wording::Reader::CommandLine).sentence()};
    const Threshold other =
            options.threshold || options.session ? scenario.threshold : Threshold::alertOnNothing();
    const auto labels = labelWorth(slice->rows(), doubts.value(), other, options.moreLabels);
    if (!labels)
        return {{},
                {},
                wording::problemWords(labels.problem(), wording::Reader::CommandLine).sentence()};
    const Reach limits = withinLimits(*slice, scenario);
    const Reach *within = &limits;
    QStringList sentences = wording::doubtsSentences(
            {doubts.value(), input.units.lowerIsPositive(), scenario.words,
             thresholdsBySegment(scenario.combination) != nullptr, within});
    const QString own = ownThresholdsAtText(scenario, doubts.value().best.threshold, input.units);
    if (!own.isEmpty())
        sentences.append(
                u"All thresholds move together, as far up or down: at the best, %1."_s.arg(own));
    if (labels.value())
        sentences += wording::labelWorthSentences(
                *labels.value(), {options.usesToCome, options.priceOfLabel}, scenario.words);
    if (options.format == Format::Text)
        return {sentences.join(u'\n')
                        + u"\n%1 resamples, seed %2\n"_s.arg(
                                wording::countText(static_cast<double>(options.resamples)),
                                QString::number(options.seed)),
                {}};
    return {doubtsJson(doubts.value(), scenario, within,
                       labelsJson(labels.value(), options, input.units), sentences, input)
                            .text()
                    + u'\n',
            {}};
}

} // namespace oneinn::cli
