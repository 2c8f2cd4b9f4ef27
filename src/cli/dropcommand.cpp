// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dropcommand.h"

#include "cli/json.h"
#include "cli/notes.h"
#include "core/assessment.h"
#include "core/periods/drop.h"
#include "wording/dropwords.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
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

/// The later file, with the parts that columns of the earlier one play.
Options laterOptions(const Options &options, const Input &before)
{
    Options later = options;
    if (options.split) {
        later.where.push_back({options.split->column, options.split->later});
        return later;
    }
    const ingest::ResolvedMapping &mapping = before.file.mapping;
    later.file = options.later;
    later.columns.label = mapping.label.value;
    later.columns.positive = mapping.positive.value;
    later.columns.score = mapping.score.value;
    later.columns.lowerIsPositive = mapping.lowerIsPositive.value;
    if (mapping.latency) {
        later.columns.latency = mapping.latency->value;
        later.columns.unit = mapping.unit.value;
    }
    if (mapping.userId)
        later.columns.userId = mapping.userId->value;
    return later;
}

QStringList columnNotes(const Input &before, const Input &after)
{
    const auto lacking = [](const std::vector<std::string> &there,
                            const std::vector<std::string> &here) {
        std::vector<std::string> names;
        std::ranges::copy_if(there, std::back_inserter(names), [&](const std::string &name) {
            return std::ranges::find(here, name) == here.end();
        });
        return names;
    };
    QStringList notes;
    if (const auto gone = lacking(before.file.columns, after.file.columns); !gone.empty())
        notes.append(u"The second file lacks columns of the first: %1."_s.arg(
                wording::listedNames(gone)));
    if (const auto added = lacking(after.file.columns, before.file.columns); !added.empty())
        notes.append(u"The second file has columns that the first has not: %1."_s.arg(
                wording::listedNames(added)));
    return notes;
}

Json findingJson(const DropFinding &finding)
{
    return Json::Object{{u"cause"_s, keyText(keyOf(finding.cause))},
                        {u"column"_s, QString::fromStdString(finding.column)},
                        {u"value"_s, QString::fromStdString(finding.value)},
                        {u"before"_s, Json(finding.before)},
                        {u"after"_s, Json(finding.after)},
                        {u"p"_s, finding.p}};
}

QString dropJson(const DropDiagnosis &diagnosis, const Options &options, const Json &threshold)
{
    Json::Array layers;
    QStringList causes;
    for (const DropFinding &finding : diagnosis.found)
        causes.append(keyText(keyOf(finding.cause)));
    for (const DropLayer layer : dropLayers) {
        Json::Array findings;
        QStringList recovery;
        for (const DropFinding &finding : diagnosis.found) {
            if (layerOf(finding.cause) != layer)
                continue;
            findings.push_back(findingJson(finding));
            recovery.append(wording::dropRecovery(finding.cause));
        }
        recovery.removeDuplicates();
        layers.push_back(Json::Object{
                {u"layer"_s, keyText(keyOf(layer))},
                {u"status"_s, statusKey(diagnosis.of(layer))},
                {u"evidence"_s,
                 wording::dropLayerSentence(diagnosis, layer, options.scenario.words)},
                {u"findings"_s, std::move(findings)},
                {u"recovery"_s, recovery.isEmpty() ? Json() : Json(recovery.join(u' '))}});
    }
    const Json json = Json::Object{{u"layers"_s, std::move(layers)},
                                   {u"first_cause"_s, keyText(keyOf(diagnosis.firstCause()))},
                                   {u"causes"_s, Json::strings(causes)},
                                   {u"per_uses"_s, wording::thousand},
                                   {u"before"_s, wording::thousand * diagnosis.measureBefore},
                                   {u"after"_s, wording::thousand * diagnosis.measureAfter},
                                   {u"change_low"_s, wording::thousand * diagnosis.change.low},
                                   {u"change_high"_s, wording::thousand * diagnosis.change.high},
                                   {u"more_cases"_s, Json(diagnosis.moreCases)},
                                   {u"old_threshold"_s, threshold},
                                   {u"sentences"_s,
                                    Json::strings(wording::dropStory(diagnosis, options.measure,
                                                                     options.scenario.words))}};
    return json.text() + u'\n';
}

QString dropText(const DropDiagnosis &diagnosis, const Options &options,
                 const QString &thresholdSentence)
{
    QString text =
            wording::dropStory(diagnosis, options.measure, options.scenario.words).join(u'\n')
            + u'\n' + thresholdSentence + u"\n\n"_s;
    for (const DropLayer layer : dropLayers)
        text += keyText(keyOf(layer)) + u": "_s
                + wording::dropLayerSentence(diagnosis, layer, options.scenario.words) + u'\n';
    return text;
}

/// What the best threshold was, what it is, and what keeping the old one costs per use.
struct OldThreshold {
    Threshold kept, best;
    double cost = 0.0;
};

OldThreshold oldThreshold(const Scenario &later, const Input &after, double keptValue)
{
    const auto best = outlook(*sliceOf(later, after), later)->mostValuable;
    return {later.threshold, best.threshold, best.best - keptValue};
}

} // namespace

std::variant<Outcome, Unusable> dropCommand(const Options &asked)
{
    Options options = asked;
    // All versions together: which of them it is, is asked.
    options.everyModel = !options.model;
    Options earlier = options;
    if (options.split) {
        options.columns.extraSegments.push_back(options.split->column);
        earlier = options;
        earlier.where.push_back({options.split->column, options.split->earlier});
    }
    const auto opened = openInput(earlier);
    if (const auto *unusable = std::get_if<Unusable>(&opened))
        return *unusable;
    const auto &before = std::get<Input>(opened);
    const Options second = laterOptions(options, before);
    const auto reopened = openInput(second);
    if (const auto *unusable = std::get_if<Unusable>(&reopened))
        return *unusable;
    const auto &after = std::get<Input>(reopened);

    Scenario scenario = scenarioOf(earlier, before);
    if (!options.threshold)
        scenario.threshold = outlook(*sliceOf(scenario, before), scenario)->mostValuable.threshold;
    Scenario later = scenarioOf(second, after);
    later.threshold = scenario.threshold;
    const auto usesBefore = periodUses(before.index, scenario, options.measure);
    const auto usesAfter = periodUses(after.index, later, options.measure);
    if (!usesBefore || !usesAfter)
        return Unusable{u"One of the two periods has no uses to compare: choose others."_s};
    const DropDiagnosis diagnosis = diagnosedDrop(*usesBefore, *usesAfter, scenario);
    const auto worth = periodUses(after.index, later, DropMeasure::Value);
    const double kept = (worth->rows.weight * worth->measured).sum() / worth->rows.weight.sum();
    const OldThreshold old = oldThreshold(later, after, kept);
    const double cost = wording::thousand * std::max(0.0, old.cost);
    const Json threshold = Json::Object{{u"then"_s, Json(before.units.inFile(old.kept))},
                                        {u"best_now"_s, Json(after.units.inFile(old.best))},
                                        {u"keeping_costs_per_1000"_s, cost}};
    const QString sentence =
            u"The old threshold: %1; the best now: %2. Keeping the old one costs %3%4."_s.arg(
                    wording::plainNumberText(before.units.inFile(old.kept), 4),
                    wording::plainNumberText(after.units.inFile(old.best), 4),
                    wording::plainNumberText(cost),
                    wording::featureOf(scenario.words).perThousand());
    Outcome outcome;
    outcome.notes = before.notes + columnNotes(before, after);
    outcome.text = options.format == Format::Text ? dropText(diagnosis, options, sentence)
                                                  : dropJson(diagnosis, options, threshold);
    return outcome;
}

} // namespace oneinn::cli
