// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/shareline.h"

#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "uses" that hold or not.
ShareGrammar ofUses(const Feature &feature, const Predicate &holds, const Predicate &holdsNot,
                    const QString &quality)
{
    const Noun &useCase = feature.useCase;
    return {useCase.singular, useCase.plural, holds.one, holds.many, holdsNot.one,
            holdsNot.many,    useCase.plural, quality,   u"other"_s, feature.person};
}

ShareGrammar ofUses(const Feature &feature, const Predicate &holds, const QString &quality)
{
    return ofUses(feature, holds, {u"does not"_s, u"do not"_s}, quality);
}

ShareGrammar ofBadOnes(const Feature &feature, const Predicate &holds, const Predicate &holdsNot,
                       const QString &quality)
{
    return {feature.negative.singular,
            feature.negative.plural,
            holds.one,
            holds.many,
            holdsNot.one,
            holdsNot.many,
            feature.negative.plural,
            quality,
            u"other"_s,
            feature.person};
}

Predicate goodOf(const Feature &feature)
{
    if (feature.namesPositives)
        return {u"is "_s + withArticle(feature.positive.singular),
                u"are "_s + feature.positive.plural};
    return {u"has something good to "_s + feature.verb,
            u"have something good to "_s + feature.verb};
}

Predicate rightOf(const Feature &feature)
{
    const QString ends = u" right, "_s + feature.done + u" or rightly silent"_s;
    return {u"ends"_s + ends, u"end"_s + ends};
}

} // namespace

QList<Share> offeredShares()
{
    return {Share::Accuracy, Share::Specificity, Share::WrongOfBad, Share::WrongOfUses,
            Share::Shown};
}

ShareName shareName(Share share, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    const QString ofUses = u"of all "_s + feature.useCaseBriefly();
    const QString ofBad = u"of the "_s + feature.negativesBriefly();
    switch (share) {
    case Share::Accuracy:
        return {u"Accuracy"_s, u"right, "_s + ofUses};
    case Share::Specificity:
        return {u"Specificity"_s, u"rightly silent, "_s + ofBad};
    case Share::WrongOfBad:
        return {u"False-positive rate"_s, feature.foundBriefly() + u", "_s + ofBad};
    case Share::WrongOfUses:
        return {u"Bad "_s + feature.useCaseBriefly(), ofUses};
    case Share::Shown:
        return {capitalised(feature.done), ofUses};
    default:
        return {};
    }
}

QString shareKey(Share share)
{
    const std::string_view key = kindOf(share).key;
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

ShareGrammar grammarOf(Share share, const Assessment &assessment)
{
    const Feature feature = featureOf(assessment.scenario.words);
    switch (share) {
    case Share::WrongOfShown:
        return wrongGrammar(assessment);
    case Share::Missed:
    case Share::MissedByModel:
    case Share::MissedByLateness:
    case Share::MissedGone:
    case Share::MissedFailed:
    case Share::MissedRefused:
        return missedGrammar(assessment);
    case Share::Late:
    case Share::InTime:
        return lateGrammar(assessment);
    case Share::WrongOfUses:
        return ofUses(feature, {u"ends badly"_s, u"end badly"_s}, u"bad"_s);
    case Share::Left:
        return ofUses(feature,
                      {u"ends with its %1 gone"_s.arg(feature.person.singular),
                       u"end with their %1 gone"_s.arg(feature.person.singular)},
                      u"gone"_s);
    case Share::Failed:
        return ofUses(feature, {u"fails and gets no answer"_s, u"fail and get no answer"_s},
                      u"failed"_s);
    case Share::Refused:
        return ofUses(feature,
                      {u"is refused by the model and gets no answer"_s,
                       u"are refused by the model and get no answer"_s},
                      u"refused"_s);
    case Share::Unserved:
        return ofUses(feature,
                      {u"ends without an answer or a %1"_s.arg(feature.person.singular),
                       u"end without an answer or a %1"_s.arg(feature.person.singular)},
                      u"unanswered"_s);
    case Share::Shown:
        return ofUses(feature, feature.actedAtAll(), feature.notActedAtAll(), feature.done);
    case Share::Good:
        return ofUses(feature, goodOf(feature), u"good"_s);
    case Share::WrongOfBad:
        return ofBadOnes(feature, feature.found, feature.missed, feature.done);
    case Share::Accuracy:
        return ofUses(feature, rightOf(feature), u"right"_s);
    case Share::Specificity:
        return ofBadOnes(feature, feature.rightlySilent, feature.found, u"silent"_s);
    }
    Q_UNREACHABLE();
}

QString accuracyOfSilence(const Assessment &assessment)
{
    constexpr double asManyGoodAsBad = 0.5;
    const auto good = assessment.experience[Share::Good];
    if (!good || good->reliability != Reliability::Stated || good->value >= asManyGoodAsBad)
        return {};
    const Feature feature = featureOf(assessment.scenario.words);
    return u"doing nothing would be right in %1 %2"_s.arg(shareText(1.0 - good->value),
                                                          feature.useCase.plural);
}

namespace {

/// Why it is less than what is right of those shown to the ones who stay.
QString accuracyOfGone(const Assessment &assessment)
{
    const auto left = assessment.experience[Share::Left];
    if (!left || !(left->value > 0.0))
        return {};
    const Feature feature = featureOf(assessment.scenario.words);
    return u"those that end with their %1 gone (%2 %3) count as not right"_s.arg(
            feature.person.singular, shareText(left->value), feature.useCase.plural);
}

} // namespace

QString shareLine(Share share, const Assessment &assessment)
{
    const auto found = assessment.experience[share];
    const ShareGrammar grammar = grammarOf(share, assessment);
    if (!found)
        return asSentence(u"there are no %1 to judge by"_s.arg(grammar.many));
    const QString evidence = shareEvidence(*found, grammar);
    const QString detail = shareDetail(*found, grammar);
    QString line = asSentence(evidence.isEmpty() ? detail : detail + u"; "_s + evidence);
    if (share != Share::Accuracy)
        return line;
    QStringList sentences{line};
    for (const QString &hidden : {accuracyOfGone(assessment), accuracyOfSilence(assessment)}) {
        if (!hidden.isEmpty())
            sentences.append(asSentence(hidden));
    }
    return sentences.join(u' ');
}

} // namespace oneinn::wording
