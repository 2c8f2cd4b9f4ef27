// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"

#include "wording/names.h"
#include "wording/phrases.h"

#include <QHash>

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

bool endsWithOneOf(const QString &word, const QStringList &endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](const QString &ending) {
        return word.endsWith(ending, Qt::CaseInsensitive);
    });
}

/// The first word of a verb, which alone is changed, and what follows it: "take", " down".
std::pair<QString, QString> headAndRest(const QString &verb)
{
    const auto space = verb.indexOf(u' ');
    return space < 0 ? std::pair(verb, QString()) : std::pair(verb.left(space), verb.mid(space));
}

QString unusualParticiple(const QString &verb)
{
    static const QHash<QString, QString> unusual{
            {u"bring"_s, u"brought"_s}, {u"cut"_s, u"cut"_s},      {u"do"_s, u"done"_s},
            {u"draw"_s, u"drawn"_s},    {u"find"_s, u"found"_s},   {u"give"_s, u"given"_s},
            {u"hide"_s, u"hidden"_s},   {u"hold"_s, u"held"_s},    {u"keep"_s, u"kept"_s},
            {u"leave"_s, u"left"_s},    {u"make"_s, u"made"_s},    {u"pay"_s, u"paid"_s},
            {u"put"_s, u"put"_s},       {u"say"_s, u"said"_s},     {u"see"_s, u"seen"_s},
            {u"sell"_s, u"sold"_s},     {u"send"_s, u"sent"_s},    {u"set"_s, u"set"_s},
            {u"show"_s, u"shown"_s},    {u"speak"_s, u"spoken"_s}, {u"submit"_s, u"submitted"_s},
            {u"take"_s, u"taken"_s},    {u"tell"_s, u"told"_s},    {u"think"_s, u"thought"_s},
            {u"throw"_s, u"thrown"_s},  {u"write"_s, u"written"_s}};
    return unusual.value(verb.toLower());
}

/// "flag", "stop": one short vowel before one consonant, so that this is doubled.
bool doublesItsEnd(const QString &verb)
{
    const auto n = verb.size();
    if (n < 3 || endsWithOneOf(verb, {u"w"_s, u"x"_s, u"y"_s}))
        return false;
    const auto vowels = std::count_if(verb.begin(), verb.end(), isVowel);
    return vowels == 1 && !isVowel(verb.at(n - 1)) && isVowel(verb.at(n - 2));
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
    if (comesOfTheCase(feature.verb)) {
        feature.missed = {feature.verbs + u" no "_s + one, feature.verb + u" no "_s + one};
        feature.found = {feature.verbs + u' ' + withArticle(one),
                         feature.verb + u' ' + withArticle(one)};
    } else if (isOrEndsWith(feature.positive.singular, one)
               || isOrEndsWith(feature.useCase.singular, one)) {
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
    const QString word = noun.toLower();
    const bool soundsLikeYou = word.startsWith("uni"_L1) || word.startsWith("use"_L1)
            || word.startsWith("usu"_L1) || word.startsWith("uti"_L1) || word.startsWith("eu"_L1)
            || word.startsWith("one"_L1) || word.startsWith("ur"_L1);
    const bool takesAn = !word.isEmpty() && isVowel(word.at(0)) && !soundsLikeYou;
    if (word.startsWith("other "_L1))
        return u"an"_s + noun;
    return (takesAn ? u"an "_s : u"a "_s) + noun;
}

QString thirdPersonOf(const QString &verb)
{
    const auto [head, rest] = headAndRest(verb);
    if (endsWithOneOf(head, {u"s"_s, u"x"_s, u"z"_s, u"ch"_s, u"sh"_s, u"o"_s}))
        return head + u"es"_s + rest;
    if (head.size() > 1 && head.endsWith(u'y', Qt::CaseInsensitive)
        && !isVowel(head.at(head.size() - 2)))
        return head.chopped(1) + u"ies"_s + rest;
    return head + u's' + rest;
}

QString participleOf(const QString &verb)
{
    const auto [head, rest] = headAndRest(verb);
    if (const QString unusual = unusualParticiple(head); !unusual.isEmpty())
        return unusual + rest;
    if (head.endsWith(u'e', Qt::CaseInsensitive))
        return head + u'd' + rest;
    if (head.size() > 1 && head.endsWith(u'y', Qt::CaseInsensitive)
        && !isVowel(head.at(head.size() - 2)))
        return head.chopped(1) + u"ied"_s + rest;
    return (doublesItsEnd(head) ? head + head.back() : head) + u"ed"_s + rest;
}

Feature featureOf(const FeatureWords &words)
{
    Feature feature;
    feature.raised = nounOf(words.raised);
    const QString useCase = tidy(words.useCase);
    feature.useCase = useCase.isEmpty() ? Noun{u"use"_s, u"uses"_s} : nounOf(words.useCase);
    const QStringList verb = tidy(words.verb).split(u'/');
    feature.verb = verb.value(0).trimmed();
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
    return capitalised(unit.isEmpty() ? u"value"_s : unit) + u" per 1,000 "_s + useCase.plural;
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

QString Feature::positivesBriefly() const
{
    if (!namesPositives)
        return u"good ones"_s;
    return positive.plural.size() <= longestInHeading ? positive.plural : u"positives"_s;
}

} // namespace oneinn::wording
