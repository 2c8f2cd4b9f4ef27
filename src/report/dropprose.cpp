// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/dropprose.h"

#include "report/figuresize.h"
#include "wording/dropnames.h"
#include "wording/dropviewwords.h"
#include "wording/dropwords.h"

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double dropFigureHeight = 240.0;

const FeatureWords &wordsOf(const AnswerMaterial &material)
{
    return material.assessment.scenario.words;
}

QString whyText(const AnswerMaterial &material)
{
    const DropDiagnosis &diagnosis = material.drop->dropped->diagnosis;
    if (diagnosis.found.empty())
        return wording::dropStory(diagnosis, material.drop->dropped->measure, wordsOf(material))
                .at(1);
    QStringList found;
    for (const DropFinding &finding : diagnosis.found)
        found.append(wording::dropFindingSentence(finding, wordsOf(material)));
    return u"Why we think so: "_s + found.join(u' ');
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

Section cameFrom(const AnswerMaterial &material)
{
    const Dropped &dropped = *material.drop->dropped;
    const auto text = [&](double amount) {
        return wording::dropAmountText(amount, dropped.measure, wordsOf(material));
    };
    Table table{{u"Per 1,000"_s, u"change"_s, u"95 % from"_s, u"to"_s}, {}};
    for (const DropAmount &amount : dropped.waterfall.amounts)
        table.rows.append({wording::dropAmountName(amount, dropped.diagnosis), text(amount.amount),
                           text(amount.interval.low), text(amount.interval.high)});
    return {u"What the change came from"_s, {}, {}, std::move(table)};
}

} // namespace

Section dropSection(const AnswerMaterial &material)
{
    const Dropped &dropped = *material.drop->dropped;
    return {u"Why it dropped: %1 against %2"_s.arg(material.drop->names.after,
                                                   material.drop->names.before),
            {},
            {u"What happened: "_s
                     + wording::dropChangeSentence(dropped.diagnosis, dropped.measure,
                                                   wordsOf(material)),
             whyText(material), u"What we do: "_s + wording::dropRecoveries(dropped.diagnosis),
             u"What we could not rule out: "_s + wording::dropNotRuledOut(dropped.diagnosis)},
            {}};
}

QList<Section> dropEvidence(const AnswerMaterial &material)
{
    const DropDiagnosis &diagnosis = material.drop->dropped->diagnosis;
    QStringList layers;
    for (const DropLayer layer : dropLayers)
        layers.append(
                u"%1: %2"_s.arg(wording::dropLayerName(layer),
                                wording::dropLayerSentence(diagnosis, layer, wordsOf(material))));
    return {Section{u"Why it dropped, layer by layer"_s, {thresholdText(material)}, layers, {}},
            cameFrom(material)};
}

Figure dropFigure(const AnswerMaterial &material)
{
    const DropAnswered &drop = *material.drop;
    const auto picture = dropPicture(*drop.dropped, drop.names, wordsOf(material),
                                     {figureWidth, dropFigureHeight});
    QStringList lines = wording::dropWaterfallLines(drop.dropped->waterfall, drop.dropped->measure,
                                                    wordsOf(material));
    const QString whole = lines.takeFirst();
    return {u"What the change came from"_s,
            u"%1 %2."_s.arg(whole, lines.join(u"; "_s).simplified()), picture};
}

} // namespace oneinn::report
