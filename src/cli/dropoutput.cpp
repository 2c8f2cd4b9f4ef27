// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dropoutput.h"

#include "cli/json.h"
#include "report/csv.h"
#include "wording/droplayerwords.h"
#include "wording/droprecoverywords.h"
#include "wording/dropwords.h"
#include "wording/phrases.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString keyText(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

QString statusKey(LayerStatus status)
{
    return status == LayerStatus::Found    ? u"found"_s
            : status == LayerStatus::Quiet ? u"quiet"_s
                                           : u"cannot-tell"_s;
}

Json findingJson(const DropFinding &finding)
{
    Json::Object json{{u"cause"_s, keyText(keyOf(finding.cause))},
                      {u"column"_s, QString::fromStdString(finding.column)},
                      {u"value"_s, QString::fromStdString(finding.value)},
                      {u"before"_s, Json(finding.before)},
                      {u"after"_s, Json(finding.after)},
                      {u"p"_s, finding.p}};
    if (const auto &ranking = finding.ranking)
        json.push_back({u"ranked_rightly"_s,
                        Json::Object{{u"before"_s, ranking->before},
                                     {u"after"_s, ranking->after},
                                     {u"change_low"_s, ranking->change.low},
                                     {u"change_high"_s, ranking->change.high}}});
    return json;
}

/// In which words and units.
struct Telling {
    const FeatureWords &words;
    bool lowerIsPositive = false;

    QString of(const DropRecovery &recovery) const
    {
        return wording::dropRecoveryText(recovery, words, lowerIsPositive);
    }
};

/// What is done about one layer, of all that is done.
QString recoveryOfLayer(const Dropped &dropped, DropLayer layer, const Telling &telling)
{
    QStringList texts;
    for (const DropRecovery &recovery : dropped.recoveries) {
        if (std::ranges::find(recovery.mends, layer, layerOf) != recovery.mends.end())
            texts.append(telling.of(recovery));
    }
    return texts.join(u' ');
}

/// What a threshold of its own brings a segment, per 1,000 of all uses.
Json ownThresholdJson(const OwnThresholdGain &own, const Telling &telling)
{
    const ScoreUnits units(telling.lowerIsPositive);
    return Json::Object{{u"column"_s, QString::fromStdString(own.column)},
                        {u"value"_s, QString::fromStdString(own.value)},
                        {u"threshold"_s, Json(units.inFile(own.threshold))},
                        {u"others"_s, Json(units.inFile(own.others))},
                        {u"looks_to_gain_per_1000"_s, wording::thousand * own.looks},
                        {u"gain_per_1000"_s, wording::thousand * own.heldOut.cost},
                        {u"low"_s, wording::thousand * own.heldOut.interval.low},
                        {u"high"_s, wording::thousand * own.heldOut.interval.high},
                        {u"gains"_s, own.gains()}};
}

Json recoveriesJson(const std::vector<DropRecovery> &recoveries, const Telling &telling)
{
    Json::Array json;
    for (const DropRecovery &recovery : recoveries) {
        QStringList mends;
        for (const DropCause cause : recovery.mends)
            mends.append(keyText(keyOf(cause)));
        json.push_back(
                Json::Object{{u"do"_s, keyText(keyOf(recovery.remedy))},
                             {u"mends"_s, Json::strings(mends)},
                             {u"text"_s, telling.of(recovery)},
                             {u"own_threshold"_s,
                              recovery.own ? ownThresholdJson(*recovery.own, telling) : Json()}});
    }
    return json;
}

Json goneJson(const std::vector<std::string> &columns)
{
    QStringList names;
    for (const std::string &column : columns)
        names.append(wording::nameText(column));
    return Json::strings(names);
}

Json layerJson(const Dropped &dropped, DropLayer layer, const Telling &telling)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    const QString recovery = recoveryOfLayer(dropped, layer, telling);
    Json::Array findings;
    for (const DropFinding &finding : diagnosis.found) {
        if (layerOf(finding.cause) != layer)
            continue;
        findings.push_back(findingJson(finding));
    }
    return Json::Object{
            {u"layer"_s, keyText(keyOf(layer))},
            {u"status"_s, statusKey(diagnosis.of(layer))},
            {u"columns_gone"_s,
             layer == DropLayer::Data ? goneJson(diagnosis.goneColumns) : Json()},
            {u"standing"_s, wording::layerStandingText(wording::layerStanding(dropped, layer))},
            {u"evidence"_s, wording::dropLayerSentence(dropped, layer, telling.words)},
            {u"findings"_s, std::move(findings)},
            {u"recovery"_s, recovery.isEmpty() ? Json() : Json(recovery)}};
}

Json waterfallJson(const DropWaterfall &waterfall)
{
    Json::Array amounts;
    for (const DropAmount &amount : waterfall.amounts)
        amounts.push_back(Json::Object{{u"cause"_s, keyText(keyOf(amount))},
                                       {u"amount"_s, wording::thousand * amount.amount},
                                       {u"low"_s, wording::thousand * amount.interval.low},
                                       {u"high"_s, wording::thousand * amount.interval.high}});
    return amounts;
}

Json costJson(const HeldOutCost &cost)
{
    return Json::Object{{u"cost"_s, wording::thousand * cost.cost},
                        {u"low"_s, wording::thousand * cost.interval.low},
                        {u"high"_s, wording::thousand * cost.interval.high}};
}

/// Thresholds as they stand in the files.
struct TwoUnits {
    ScoreUnits before;
    ScoreUnits after;
};

QString originKey(KeptThreshold origin)
{
    return origin == KeptThreshold::BestBefore ? u"best-before"_s : u"given"_s;
}

Json thresholdJson(const OldThreshold &threshold, const TwoUnits &units)
{
    Json::Object json{{u"then"_s, Json(units.before.inFile(threshold.kept))},
                      {u"then_is"_s, originKey(threshold.origin)},
                      {u"best_now"_s, Json(units.after.inFile(threshold.best))},
                      {u"keeping_costs_per_1000"_s, wording::thousand * threshold.cost}};
    const auto &heldOut = threshold.heldOut;
    json.emplace_back(u"held_out"_s, heldOut ? costJson(heldOut->all) : Json());
    json.emplace_back(u"held_out_base_rate"_s, heldOut ? costJson(heldOut->baseRate) : Json());
    json.emplace_back(u"held_out_rest"_s, heldOut ? costJson(heldOut->rest) : Json());
    return json;
}

QStringList storyOf(const Dropped &dropped, const TwoUnits &units, const Options &options)
{
    QStringList story =
            wording::dropStory(dropped, options.scenario.words, units.after.lowerIsPositive());
    const OldThreshold &threshold = dropped.threshold;
    const QString origin =
            wording::keptOriginHint(threshold.origin, units.before.inFile(threshold.kept));
    if (!origin.isEmpty())
        story.append(origin);
    return story;
}

QString dropJson(const Dropped &dropped, const TwoUnits &units, const Options &options)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    const Telling telling{options.scenario.words, units.after.lowerIsPositive()};
    Json::Array layers;
    QStringList causes;
    for (const DropFinding &finding : diagnosis.found)
        causes.append(keyText(keyOf(finding.cause)));
    for (const DropLayer layer : dropLayers)
        layers.push_back(layerJson(dropped, layer, telling));
    const auto end = [&diagnosis](double Interval::*of) {
        return diagnosis.change ? std::optional(wording::thousand * ((*diagnosis.change).*of))
                                : std::nullopt;
    };
    const Json json =
            Json::Object{{u"layers"_s, std::move(layers)},
                         {u"first_cause"_s, keyText(keyOf(diagnosis.firstCause()))},
                         {u"causes"_s, Json::strings(causes)},
                         {u"per_uses"_s, wording::thousand},
                         {u"before"_s, wording::thousand * diagnosis.measureBefore},
                         {u"after"_s, wording::thousand * diagnosis.measureAfter},
                         {u"change_low"_s, Json(end(&Interval::low))},
                         {u"change_high"_s, Json(end(&Interval::high))},
                         {u"more_cases"_s, Json(diagnosis.moreCases)},
                         {u"more_cases_for_cause"_s, Json(diagnosis.moreForCause)},
                         {u"optimism_taken_off"_s, wording::thousand * dropped.waterfall.optimism},
                         {u"waterfall"_s, waterfallJson(dropped.waterfall)},
                         {u"old_threshold"_s, thresholdJson(dropped.threshold, units)},
                         {u"recoveries"_s, recoveriesJson(dropped.recoveries, telling)},
                         {u"sentences"_s, Json::strings(storyOf(dropped, units, options))}};
    return json.text() + u'\n';
}

QString dropText(const Dropped &dropped, const TwoUnits &units, const Options &options)
{
    const FeatureWords &words = options.scenario.words;
    const OldThreshold &threshold = dropped.threshold;
    QStringList lines = storyOf(dropped, units, options);
    lines.append(wording::keptThresholdSentence(units.before.inFile(threshold.kept),
                                                units.after.inFile(threshold.best), threshold.cost,
                                                threshold.heldOut, words));
    lines += QString();
    lines += wording::dropWaterfallLines(dropped, words);
    lines += QString();
    for (const DropLayer layer : dropLayers)
        lines.append(keyText(keyOf(layer)) + u": "_s
                     + wording::dropLayerSentence(dropped, layer, words));
    return lines.join(u'\n') + u'\n';
}

QString dropCsv(const DropWaterfall &waterfall)
{
    QString csv = report::csvRow(
            {u"cause"_s, u"amount_per_1000"_s, u"low_per_1000"_s, u"high_per_1000"_s});
    for (const DropAmount &amount : waterfall.amounts)
        csv += report::csvRow({keyText(keyOf(amount)),
                               report::csvNumber(wording::thousand * amount.amount),
                               report::csvNumber(wording::thousand * amount.interval.low),
                               report::csvNumber(wording::thousand * amount.interval.high)});
    return csv;
}

} // namespace

QString dropOutput(const Dropped &dropped, const ScoreUnits &before, const ScoreUnits &after,
                   const Options &options)
{
    const TwoUnits units{before, after};
    switch (options.format) {
    case Format::Text:
        return dropText(dropped, units, options);
    case Format::Csv:
        return dropCsv(dropped.waterfall);
    default:
        return dropJson(dropped, units, options);
    }
}

} // namespace oneinn::cli
