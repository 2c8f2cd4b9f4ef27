// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/dropprose.h"

#include "report/figuresize.h"
#include "wording/droplayerwords.h"
#include "wording/dropnames.h"
#include "wording/dropnumbers.h"
#include "wording/dropsentence.h"
#include "wording/dropwords.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double dropFigureHeight = 240.0;

const FeatureWords &wordsOf(const AnswerMaterial &material)
{
    return material.assessment.scenario.words;
}

double thresholdInFile(const AnswerMaterial &material, Threshold threshold)
{
    return material.provenance.lowerIsPositive ? 0.0 - threshold.value : threshold.value;
}

QString thresholdText(const AnswerMaterial &material)
{
    const OldThreshold &threshold = material.drop->dropped->threshold;
    return wording::keptThresholdSentence(thresholdInFile(material, threshold.kept),
                                          thresholdInFile(material, threshold.best), threshold.cost,
                                          threshold.heldOut, wordsOf(material));
}

QString judgedAt(const AnswerMaterial &material)
{
    const OldThreshold &threshold = material.drop->dropped->threshold;
    QString judged = wording::keptOriginSentence(threshold.origin,
                                                 thresholdInFile(material, threshold.kept));
    const Threshold chosen = material.assessment.scenario.threshold;
    if (chosen == threshold.kept || std::isinf(chosen.value))
        return judged;
    return QStringList{judged,
                       wording::chosenBesideKeptSentence(
                               thresholdInFile(material, chosen),
                               thresholdInFile(material, threshold.kept),
                               chosen == threshold.best ? threshold.heldOut : std::nullopt)}
            .join(u' ')
            .trimmed();
}

Section cameFrom(const AnswerMaterial &material)
{
    const Dropped &dropped = *material.drop->dropped;
    const wording::DropNumbers numbers(dropped);
    const auto inUnit = [&](const QString &number) {
        return wording::dropNumberInUnit(number, dropped.measure, wordsOf(material));
    };
    Table table{{u"Per 1,000"_s, u"change"_s, u"95 % from"_s, u"to"_s}, {}};
    for (const DropAmount &amount : dropped.waterfall.amounts)
        table.rows.append({wording::dropAmountName(amount), inUnit(numbers.of(amount)),
                           inUnit(numbers.signedOf(amount.interval.low)),
                           inUnit(numbers.signedOf(amount.interval.high))});
    return {u"What the change came from"_s, {}, {}, std::move(table)};
}

} // namespace

QStringList dropSpoken(const AnswerMaterial &material)
{
    if (!material.drop)
        return {};
    return {wording::dropInASentence(
            *material.drop->dropped, wordsOf(material),
            {material.assessment.scenario.threshold, material.provenance.lowerIsPositive})};
}

QList<Section> dropInShort(const AnswerMaterial &material)
{
    const QStringList said = dropSpoken(material);
    return said.isEmpty() ? QList<Section>()
                          : QList<Section>{Section{u"What changed"_s, said, {}, {}}};
}

Section dropSection(const AnswerMaterial &material)
{
    return {u"Why it dropped: %1 against %2"_s.arg(material.drop->names.after,
                                                   material.drop->names.before),
            judgedAt(material).split(u'\n', Qt::SkipEmptyParts),
            wording::dropStory(*material.drop->dropped, wordsOf(material),
                               material.provenance.lowerIsPositive),
            {}};
}

QList<Section> dropEvidence(const AnswerMaterial &material)
{
    const Dropped &dropped = *material.drop->dropped;
    QStringList layers;
    for (const DropLayer layer : dropLayers)
        layers.append(
                u"%1: %2"_s.arg(wording::dropLayerName(layer),
                                wording::dropLayerSentence(dropped, layer, wordsOf(material))));
    return {Section{u"Why it dropped, layer by layer"_s, {thresholdText(material)}, layers, {}},
            cameFrom(material)};
}

Figure dropFigure(const AnswerMaterial &material)
{
    const DropAnswered &drop = *material.drop;
    const auto picture = dropPicture(*drop.dropped, drop.names, wordsOf(material),
                                     {figureWidth, dropFigureHeight});
    QStringList lines = wording::dropWaterfallLines(*drop.dropped, wordsOf(material));
    const QString whole = lines.takeFirst();
    return {u"What the change came from"_s,
            u"%1 %2."_s.arg(whole, lines.join(u"; "_s).simplified()), picture};
}

} // namespace oneinn::report
