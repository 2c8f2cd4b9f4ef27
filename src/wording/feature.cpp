// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"

#include "wording/names.h"
#include "wording/phrases.h"
#include "wording/verb.h"

#include <algorithm>
#include <iterator>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestInHeading = 12;

bool isVowel(QChar letter)
{
    return u"aeiou"_s.contains(letter, Qt::CaseInsensitive);
}

bool startsWithOneOf(const QString &word, const QStringList &beginnings)
{
    return std::ranges::any_of(
            beginnings, [&](const QString &beginning) { return word.startsWith(beginning); });
}

/// "MRI scan", "X-ray": read letter by letter, unlike "SIM card".
bool isSpelled(const QString &phrase)
{
    static const QStringList saidAsWords{u"LAN"_s,  u"NASA"_s, u"NATO"_s, u"RAM"_s,
                                         u"REM"_s,  u"ROM"_s,  u"SARS"_s, u"SIM"_s,
                                         u"SWAT"_s, u"FIFO"_s, u"LIFO"_s, u"MIDI"_s};
    qsizetype length = 0;
    while (length < phrase.size() && phrase.at(length).isUpper())
        ++length;
    const bool ends = length == phrase.size() || !phrase.at(length).isLetter()
            || phrase.mid(length, 2).trimmed() == u"s"_s;
    if (length == 1)
        return phrase.size() > 1 && phrase.at(1) == u'-';
    return length > 1 && ends && !saidAsWords.contains(phrase.left(length));
}

bool soundsLikeAVowel(const QString &phrase)
{
    if (phrase.isEmpty())
        return false;
    if (isSpelled(phrase))
        return u"AEFHILMNORSX"_s.contains(phrase.at(0));
    const QString word = phrase.toLower();
    if (word.at(0).isDigit())
        return word.startsWith(u'8')
                || (startsWithOneOf(word, {u"11"_s, u"18"_s})
                    && (word.size() == 2 || !word.at(2).isDigit()));
    if (startsWithOneOf(word, {u"hour"_s, u"honest"_s, u"honour"_s, u"honor"_s, u"heir"_s}))
        return true;
    // As in "you" and in "won".
    const bool isHeardAsConsonant =
            startsWithOneOf(word,
                            {u"uni"_s, u"use"_s, u"usu"_s, u"uti"_s, u"eu"_s, u"one"_s, u"ur"_s})
            && !startsWithOneOf(word, {u"unin"_s, u"unim"_s, u"urg"_s, u"urb"_s});
    return isVowel(word.at(0)) && !isHeardAsConsonant;
}

/// Things that come of a case, and not of somebody's hand: a fraud raises an alert.
bool comesOfTheCase(const QString &verb)
{
    static const QStringList causes{u"raise"_s,   u"trigger"_s, u"cause"_s,
                                    u"set off"_s, u"produce"_s, u"create"_s};
    return causes.contains(verb, Qt::CaseInsensitive);
}

bool isOrEndsWith(const QString &phrase, const QString &word)
{
    return phrase.compare(word, Qt::CaseInsensitive) == 0
            || phrase.endsWith(u' ' + word, Qt::CaseInsensitive);
}

QString tidy(const std::string &word)
{
    return nameText(QString::fromStdString(word).simplified());
}

void sayWhatBecomesOfPositives(Feature &feature)
{
    const QString one = feature.raised.singular;
    feature.raisesCases = isOrEndsWith(feature.useCase.singular, one);
    if (comesOfTheCase(feature.verb)) {
        feature.missed = {feature.verbs + u" no "_s + one, feature.verb + u" no "_s + one};
        feature.found = {feature.verbs + u' ' + withArticle(one),
                         feature.verb + u' ' + withArticle(one)};
    } else if (isOrEndsWith(feature.positive.singular, one) || feature.raisesCases) {
        feature.missed = {u"is never "_s + feature.done, u"are never "_s + feature.done};
        feature.found = {u"is "_s + feature.done, u"are "_s + feature.done};
        feature.rightlySilent = {u"is rightly not "_s + feature.done,
                                 u"are rightly not "_s + feature.done};
        return;
    } else {
        feature.missed = {u"gets no "_s + one, u"get no "_s + one};
        feature.found = {u"gets "_s + withArticle(one), u"get "_s + withArticle(one)};
    }
    feature.rightlySilent = {u"rightly "_s + feature.missed.one,
                             u"rightly "_s + feature.missed.many};
}

} // namespace

QString withArticle(const QString &noun)
{
    if (noun.startsWith("other "_L1, Qt::CaseInsensitive))
        return u"an"_s + noun;
    return (soundsLikeAVowel(noun) ? u"an "_s : u"a "_s) + noun;
}

Feature featureOf(const FeatureWords &words)
{
    Feature feature;
    feature.raised = nounOf(words.raised);
    const QString useCase = tidy(words.useCase);
    feature.namesUseCase = !useCase.isEmpty();
    feature.person =
            tidy(words.person).isEmpty() ? Noun{u"user"_s, u"users"_s} : nounOf(words.person);
    feature.useCase = useCase.isEmpty() ? Noun{u"use"_s, u"uses"_s} : nounOf(words.useCase);
    const QStringList verb = tidy(words.verb).split(u'/');
    feature.verb = infinitiveOf(verb.value(0).trimmed());
    if (feature.verb.isEmpty())
        feature.verb = u"show"_s;
    feature.verbs = thirdPersonOf(feature.verb);
    feature.done = verb.value(1).trimmed();
    if (feature.done.isEmpty())
        feature.done = participleOf(feature.verb);
    const auto described = [](const QString &quality, const Noun &noun) {
        return Noun{quality + u' ' + noun.singular, quality + u' ' + noun.plural};
    };
    feature.namesPositives = !tidy(words.positive).isEmpty();
    if (!feature.namesPositives) {
        feature.positive = described(u"good"_s, feature.raised);
        feature.negative = described(u"bad"_s, feature.raised);
    } else {
        feature.positive = nounOf(words.positive);
        feature.negative = described(u"other"_s, feature.useCase);
    }
    feature.unit = tidy(words.unit);
    sayWhatBecomesOfPositives(feature);
    return feature;
}

Predicate Feature::acted() const
{
    if (raisesCases)
        return {u"is "_s + done, u"are "_s + done};
    return {verbs + u' ' + withArticle(raised.singular), verb + u' ' + raised.plural};
}

Predicate Feature::actedAtAll() const
{
    if (raisesCases)
        return acted();
    const QString what = namesPositives ? withArticle(raised.singular) : u"something"_s;
    return {verbs + u' ' + what, verb + u' ' + what};
}

Predicate Feature::notActedAtAll() const
{
    return raisesCases ? Predicate{u"is not"_s, u"are not"_s}
                       : Predicate{u"does not"_s, u"do not"_s};
}

QString Feature::actsIn(const QString &many) const
{
    return raisesCases ? u"%1 %2 %3"_s.arg(verbs, many, useCase.plural)
                       : u"%1 %2 in %3 %4"_s.arg(verbs, raised.plural, many, useCase.plural);
}

QString Feature::everyOne() const
{
    if (raisesCases || !namesUseCase)
        return u"every "_s + raised.singular;
    return u"%1 for every %2"_s.arg(withArticle(raised.singular), useCase.singular);
}

QString Feature::unitSaid() const
{
    return unit.isEmpty() ? u"points"_s : unit;
}

QString Feature::amount(const QString &number) const
{
    return unit.isEmpty() ? number : number + u' ' + unit;
}

QString Feature::perThousand() const
{
    return (unit.isEmpty() ? QString() : u' ' + unit) + u" per 1,000 "_s + useCase.plural;
}

QString Feature::valuePerThousand() const
{
    return capitalised(valuePerThousandInSentence());
}

QString Feature::valuePerThousandInSentence() const
{
    return (unit.isEmpty() ? u"value"_s : unit) + u" per 1,000 "_s + useCase.plural;
}

QString Feature::positiveSaid() const
{
    return namesPositives ? positive.singular : u"good one"_s;
}

QString Feature::positivesSaid() const
{
    return namesPositives ? positive.plural : u"good ones"_s;
}

QString Feature::negativeSaid() const
{
    return namesPositives ? negative.singular : u"bad one"_s;
}

QString Feature::negativesSaid() const
{
    return namesPositives ? negative.plural : u"bad ones"_s;
}

QString Feature::foundBriefly() const
{
    constexpr QLatin1StringView are("are ");
    return found.many.startsWith(are) ? found.many.mid(are.size()) : found.many;
}

QString Feature::useCaseBriefly() const
{
    return useCase.plural.size() <= longestInHeading ? useCase.plural : u"uses"_s;
}

QString Feature::valueHeading() const
{
    const bool named = !unit.isEmpty() && unit.size() <= longestInHeading;
    return capitalised(named ? unit : u"value"_s) + u" per\n1,000 "_s + useCaseBriefly();
}

QString Feature::rightLabel() const
{
    return u"Right one "_s + done;
}

QString Feature::wrongLabel() const
{
    return u"Wrong one "_s + done;
}

QString Feature::silentLabel() const
{
    return u"Rightly not "_s + done;
}

QString Feature::paceLabel() const
{
    return capitalised(useCaseBriefly()) + u" a week"_s;
}

QString Feature::negativesBriefly() const
{
    if (!namesPositives)
        return u"bad ones"_s;
    return useCase.plural.size() <= longestInHeading ? negative.plural : u"others"_s;
}

QString Feature::positivesBriefly() const
{
    if (!namesPositives)
        return u"good ones"_s;
    return positive.plural.size() <= longestInHeading ? positive.plural : u"positives"_s;
}

} // namespace oneinn::wording
