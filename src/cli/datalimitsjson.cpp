// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/datalimitsjson.h"

#include "cli/assessmentjson.h"
#include "core/labels/goldlabels.h"
#include "core/labels/labelsofuses.h"
#include "wording/datalimitwords.h"

#include <QStringList>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<SelectiveLabels> labelsAt(const Assessment &assessment, const Input &input)
{
    if (!assessment.labels)
        return std::nullopt;
    return labelsOfUses(*ScenarioRows::around(input.index, assessment.scenario),
                        assessment.scenario.threshold);
}

std::optional<GoldShares> goldAt(const Options &options, const Assessment &assessment,
                                 const Input &input)
{
    if (!options.gold)
        return std::nullopt;
    return goldShares(input.predictions(),
                      {.column = *options.gold,
                       .positive = input.file.mapping.positive.value,
                       .negative = input.file.mapping.negative,
                       .selection = input.index->selection(),
                       .threshold = assessment.scenario.threshold});
}

QString selectionKey(LabelSelection selection)
{
    switch (selection) {
    case LabelSelection::OnlyShown:
        return u"only-shown"_s;
    case LabelSelection::Selective:
        return u"selective"_s;
    case LabelSelection::NoSign:
        break;
    }
    return u"no-sign"_s;
}

Json labelsJson(const SelectiveLabels &labels, const FeatureWords &words)
{
    const LabelledUses &uses = labels.uses;
    const auto &recall = labels.recall;
    const auto &audit = labels.audit;
    return Json::Object{
            {u"kind"_s, selectionKey(labels.selection)},
            {u"shown"_s, uses.shownUses},
            {u"shown_labelled"_s, uses.shownLabelled},
            {u"silent"_s, uses.silentUses},
            {u"silent_labelled"_s, uses.silentLabelled},
            {u"recall_bounds"_s, recall ? intervalJson(recall->bounds) : Json()},
            {u"recall_if_random_within_scores"_s, recall ? Json(recall->recall) : Json()},
            {u"recall_interval"_s,
             recall && recall->interval ? intervalJson(*recall->interval) : Json()},
            {u"audit_size"_s, audit ? Json(audit->label) : Json()},
            {u"audit_guess"_s, audit ? Json(labels.guessedShare) : Json()},
            {u"sentences"_s, Json::strings(wording::labelsSentences(labels, words))}};
}

Json rangeJson(const std::optional<Interval> &range)
{
    return range ? intervalJson(*range) : Json();
}

Json noiseJson(const NoiseRange &range, const QString &sentence)
{
    return Json::Object{{u"wrong_labels"_s, range.wrongLabels},
                        {u"wrong_of_shown"_s, rangeJson(range.wrongOfShown)},
                        {u"missed"_s, rangeJson(range.missed)},
                        {u"clipped"_s, range.clipped},
                        {u"sentence"_s, sentence}};
}

Json meanJson(const std::optional<JudgedMean> &mean)
{
    if (!mean)
        return {};
    return Json::Object{{u"value"_s, mean->estimate},
                        {u"interval"_s, intervalJson(mean->interval)},
                        {u"by_judge"_s, mean->judgeAlone},
                        {u"by_gold"_s, mean->goldAlone},
                        {u"weight_of_judge"_s, Json(mean->weight)}};
}

Json goldJson(const GoldShares &shares, const FeatureWords &words)
{
    return Json::Object{
            {u"column"_s, QString::fromStdString(shares.column)},
            {u"rows"_s, shares.gold},
            {u"of"_s, shares.rows},
            {u"agree"_s, shares.agree},
            {u"wrong_of_shown"_s, meanJson(shares.wrongOfShown)},
            {u"missed"_s,
             shares.missed ? Json(Json::Object{{u"value"_s, *shares.missed},
                                               {u"interval"_s, rangeJson(shares.missedInterval)},
                                               {u"by_judge"_s, Json(shares.missedByJudge)}})
                           : Json()},
            {u"sentences"_s, Json::strings(wording::goldSentences(shares, words))}};
}

Json mixJson(const TrafficMix &mix)
{
    Json::Array parts;
    for (const TrafficMix::Part &part : mix.parts)
        parts.emplace_back(Json::Object{{u"value"_s, QString::fromStdString(part.value)},
                                        {u"share"_s, part.share}});
    return Json::Object{{u"column"_s, QString::fromStdString(mix.column)},
                        {u"parts"_s, std::move(parts)}};
}

QString noiseText(const Options &options, const Assessment &assessment)
{
    // Of a class that cannot be told there is no share to correct.
    if (assessment.labels && assessment.labels->silentUnknown())
        return {};
    return wording::noiseSentence(assessment, options.wrongLabels);
}

} // namespace

void addDataLimits(Json::Object &json, const Options &options, const Assessment &assessment,
                   const Input &input)
{
    const FeatureWords &words = assessment.scenario.words;
    if (assessment.scenario.mix)
        json.emplace_back(u"mix"_s, mixJson(*assessment.scenario.mix));
    if (const auto labels = labelsAt(assessment, input))
        json.emplace_back(u"labels"_s, labelsJson(*labels, words));
    const auto range = noiseRange(assessment.restated, options.wrongLabels);
    if (const QString sentence = noiseText(options, assessment); range && !sentence.isEmpty())
        json.emplace_back(u"label_noise"_s, noiseJson(*range, sentence));
    if (const auto gold = goldAt(options, assessment, input))
        json.emplace_back(u"gold"_s, goldJson(*gold, words));
}

QString dataLimitsText(const Options &options, const Assessment &assessment, const Input &input)
{
    const FeatureWords &words = assessment.scenario.words;
    QStringList lines;
    if (const auto labels = labelsAt(assessment, input))
        lines += wording::labelsSentences(*labels, words);
    if (const QString noise = noiseText(options, assessment); !noise.isEmpty())
        lines.append(noise);
    if (const auto gold = goldAt(options, assessment, input))
        lines += wording::goldSentences(*gold, words);
    return lines.isEmpty() ? QString() : u'\n' + lines.join(u'\n') + u'\n';
}

} // namespace oneinn::cli
