// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/shareline.h"

#include "wording/experiencewords.h"
#include "wording/noun.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "uses" that hold or not.
ShareGrammar ofUses(const QString &singular, const QString &plural, const QString &quality)
{
    return {u"use"_s,    u"uses"_s, singular, plural,    u"does not"_s,
            u"do not"_s, u"uses"_s, quality,  u"other"_s};
}

ShareGrammar ofBadOnes(const Assessment &assessment, const QString &holds, const QString &quality)
{
    const Noun noun = nounOf(assessment.scenario.noun);
    const QString many = u"bad "_s + noun.plural;
    return {u"bad "_s + noun.singular,
            many,
            u"is "_s + holds,
            u"are "_s + holds,
            u"is not"_s,
            u"are not"_s,
            many,
            quality,
            u"other"_s};
}

} // namespace

QList<Share> offeredShares()
{
    return {Share::Accuracy, Share::Specificity, Share::WrongOfBad, Share::WrongOfUses,
            Share::Shown};
}

ShareName shareName(Share share)
{
    switch (share) {
    case Share::Accuracy:
        return {u"Accuracy"_s, u"right, of all uses"_s};
    case Share::Specificity:
        return {u"Specificity"_s, u"rightly silent, of the bad ones"_s};
    case Share::WrongOfBad:
        return {u"False-positive rate"_s, u"shown, of the bad ones"_s};
    case Share::WrongOfUses:
        return {u"Bad uses"_s, u"of all uses"_s};
    case Share::Shown:
        return {u"Shown"_s, u"of all uses"_s};
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
    switch (share) {
    case Share::WrongOfShown:
        return wrongGrammar(assessment);
    case Share::Missed:
    case Share::MissedByModel:
    case Share::MissedByLateness:
    case Share::MissedGone:
    case Share::MissedFailed:
        return missedGrammar(assessment);
    case Share::Late:
    case Share::InTime:
        return lateGrammar(assessment);
    case Share::WrongOfUses:
        return ofUses(u"ends badly"_s, u"end badly"_s, u"bad"_s);
    case Share::Left:
        return ofUses(u"ends with its user gone"_s, u"end with their user gone"_s, u"gone"_s);
    case Share::Failed:
        return ofUses(u"fails and gets no answer"_s, u"fail and get no answer"_s, u"failed"_s);
    case Share::Unserved:
        return ofUses(u"ends without an answer or a user"_s, u"end without an answer or a user"_s,
                      u"unanswered"_s);
    case Share::Shown:
        return ofUses(u"shows something"_s, u"show something"_s, u"shown"_s);
    case Share::Good:
        return ofUses(u"has something good to show"_s, u"have something good to show"_s, u"good"_s);
    case Share::WrongOfBad:
        return ofBadOnes(assessment, u"shown"_s, u"shown"_s);
    case Share::Accuracy:
        return ofUses(u"ends right, shown or rightly silent"_s,
                      u"end right, shown or rightly silent"_s, u"right"_s);
    case Share::Specificity:
        return ofBadOnes(assessment, u"rightly not shown"_s, u"silent"_s);
    }
    Q_UNREACHABLE();
}

QString accuracyOfSilence(const Assessment &assessment)
{
    constexpr double asManyGoodAsBad = 0.5;
    const auto good = assessment.experience[Share::Good];
    if (!good || good->reliability != Reliability::Stated || good->value >= asManyGoodAsBad)
        return {};
    return u"showing nothing at all would be right in %1 uses"_s.arg(shareText(1.0 - good->value));
}

QString shareLine(Share share, const Assessment &assessment)
{
    const auto found = assessment.experience[share];
    const ShareGrammar grammar = grammarOf(share, assessment);
    if (!found)
        return asSentence(u"there are no %1 to judge by"_s.arg(grammar.many));
    const QString evidence = shareEvidence(*found, grammar);
    const QString detail = shareDetail(*found, grammar);
    const QString line = asSentence(evidence.isEmpty() ? detail : detail + u"; "_s + evidence);
    const QString hidden = share == Share::Accuracy ? accuracyOfSilence(assessment) : QString();
    return hidden.isEmpty() ? line : line + u' ' + asSentence(hidden);
}

} // namespace oneinn::wording
