// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reviewprose.h"

#include "core/policies/ownthresholds.h"
#include "core/questions.h"
#include "report/answerwords.h"

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

wording::ReviewSaid reviewSaidOf(const AnswerMaterial &material)
{
    return wording::reviewSaid(material.assessment.scenario.combination,
                               material.provenance.lowerIsPositive);
}

wording::BandSaid reviewEndsOf(const AnswerMaterial &material)
{
    return wording::bandSaid(material.review->answer->band, reviewSaidOf(material));
}

const FeatureWords &reviewedWords(const AnswerMaterial &material)
{
    return material.assessment.scenario.words;
}

/// Of the limits on what users meet, which the band breaks; more reviews than are done is
/// another's to tell.
QString brokenByBand(const AnswerMaterial &material)
{
    const FoundBand &band = material.review->answer->band;
    const Targets limits = limitsOf(material.assessment.scenario);
    QStringList broken;
    const auto take = [&](const auto &share, const auto &limit, const QString &what) {
        if (share && limit && *share > *limit)
            broken.append(u"the %1 % %2"_s.arg(plainNumber(100.0 * *limit), what));
    };
    take(band.wrongOfShown, limits.wrongOfShown, u"wrong"_s);
    take(band.missed, limits.missed, u"missed"_s);
    return broken.isEmpty()
            ? QString()
            : u"With the person it is beyond %1 we allow."_s.arg(broken.join(u" and "_s));
}

} // namespace

wording::ReviewParts reviewPartsOf(const AnswerMaterial &material)
{
    return wording::reviewParts(*material.review->answer, *material.review->question,
                                reviewSaidOf(material), reviewedWords(material));
}

QString reviewLeadOf(const AnswerMaterial &material)
{
    return wording::reviewLead(material.review->answer->band, reviewEndsOf(material),
                               reviewedWords(material));
}

QString reviewChoiceOf(const AnswerMaterial &material)
{
    return wording::bandChoice(material.review->answer->band,
                               wording::unlisted(reviewEndsOf(material)), reviewedWords(material))
            + u'.';
}

QString reviewChoiceName(const AnswerMaterial &material)
{
    const wording::BandSaid ends = reviewEndsOf(material);
    return (ends.column.isEmpty() ? u"a person from %1"_s : u"a person %1"_s)
            .arg(wording::bandRange(ends));
}

QList<Section> reviewInShort(const AnswerMaterial &material)
{
    if (!material.review)
        return {};
    const wording::ReviewParts parts = reviewPartsOf(material);
    return {Section{
            {},
            {inARow({parts.beyond, brokenByBand(material), parts.decidesAgain, parts.assumed})},
            {},
            {}}};
}

namespace {

/// ": of alerts from a score of 0.0597 up"; " (bank-transfer 0.006, any other 0.0597)".
QString asSet(const AnswerMaterial &material)
{
    return thresholdsBySegment(material.assessment.scenario.combination)
            ? u" (%1)"_s.arg(operatedBriefly(material))
            : u": of "_s + shownPhrase(material);
}

} // namespace

QList<Section> reviewAside(const AnswerMaterial &material)
{
    if (!material.review)
        return {};
    const wording::ReviewParts parts = reviewPartsOf(material);
    const QStringList told{parts.beyond, brokenByBand(material), parts.decidesAgain, parts.harms,
                           parts.value,  parts.day.value(0)};
    const QString without =
            u"All other numbers here are without a person%1."_s.arg(asSet(material));
    return {Section{
            u"Where a person decides"_s, {inARow(told), inARow({parts.assumed, without})}, {}, {}}};
}

Section reviewSection(const AnswerMaterial &material)
{
    return {u"Where a person decides, in full"_s,
            {},
            wording::reviewSentences(*material.review->answer, *material.review->question,
                                     reviewSaidOf(material), reviewedWords(material)),
            {}};
}

} // namespace oneinn::report
