// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/verb.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isVerbVowel(QChar letter)
{
    return u"aeiou"_s.contains(letter, Qt::CaseInsensitive);
}

bool verbEndsWith(const QString &word, const QStringList &endings)
{
    return std::ranges::any_of(endings, [&](const QString &ending) {
        return word.endsWith(ending, Qt::CaseInsensitive);
    });
}

/// The first word of a verb, which alone is changed, and what follows it: "take", " down".
std::pair<QString, QString> headAndRest(const QString &verb)
{
    const auto space = verb.indexOf(u' ');
    return space < 0 ? std::pair(verb, QString()) : std::pair(verb.left(space), verb.mid(space));
}

const QHash<QString, QString> &unusualParticiples()
{
    static const QHash<QString, QString> unusual{{u"become"_s, u"become"_s},
                                                 {u"begin"_s, u"begun"_s},
                                                 {u"bend"_s, u"bent"_s},
                                                 {u"bet"_s, u"bet"_s},
                                                 {u"bid"_s, u"bid"_s},
                                                 {u"lay"_s, u"laid"_s},
                                                 {u"bind"_s, u"bound"_s},
                                                 {u"break"_s, u"broken"_s},
                                                 {u"bring"_s, u"brought"_s},
                                                 {u"build"_s, u"built"_s},
                                                 {u"buy"_s, u"bought"_s},
                                                 {u"cast"_s, u"cast"_s},
                                                 {u"catch"_s, u"caught"_s},
                                                 {u"choose"_s, u"chosen"_s},
                                                 {u"cut"_s, u"cut"_s},
                                                 {u"deal"_s, u"dealt"_s},
                                                 {u"do"_s, u"done"_s},
                                                 {u"draw"_s, u"drawn"_s},
                                                 {u"drive"_s, u"driven"_s},
                                                 {u"feed"_s, u"fed"_s},
                                                 {u"fight"_s, u"fought"_s},
                                                 {u"find"_s, u"found"_s},
                                                 {u"forbid"_s, u"forbidden"_s},
                                                 {u"freeze"_s, u"frozen"_s},
                                                 {u"get"_s, u"got"_s},
                                                 {u"give"_s, u"given"_s},
                                                 {u"grow"_s, u"grown"_s},
                                                 {u"hear"_s, u"heard"_s},
                                                 {u"hide"_s, u"hidden"_s},
                                                 {u"hit"_s, u"hit"_s},
                                                 {u"hold"_s, u"held"_s},
                                                 {u"keep"_s, u"kept"_s},
                                                 {u"know"_s, u"known"_s},
                                                 {u"lead"_s, u"led"_s},
                                                 {u"leave"_s, u"left"_s},
                                                 {u"lend"_s, u"lent"_s},
                                                 {u"let"_s, u"let"_s},
                                                 {u"lose"_s, u"lost"_s},
                                                 {u"make"_s, u"made"_s},
                                                 {u"meet"_s, u"met"_s},
                                                 {u"override"_s, u"overridden"_s},
                                                 {u"pay"_s, u"paid"_s},
                                                 {u"put"_s, u"put"_s},
                                                 {u"quit"_s, u"quit"_s},
                                                 {u"read"_s, u"read"_s},
                                                 {u"redo"_s, u"redone"_s},
                                                 {u"resend"_s, u"resent"_s},
                                                 {u"ring"_s, u"rung"_s},
                                                 {u"run"_s, u"run"_s},
                                                 {u"say"_s, u"said"_s},
                                                 {u"see"_s, u"seen"_s},
                                                 {u"seek"_s, u"sought"_s},
                                                 {u"sell"_s, u"sold"_s},
                                                 {u"send"_s, u"sent"_s},
                                                 {u"set"_s, u"set"_s},
                                                 {u"shake"_s, u"shaken"_s},
                                                 {u"shed"_s, u"shed"_s},
                                                 {u"show"_s, u"shown"_s},
                                                 {u"shut"_s, u"shut"_s},
                                                 {u"speak"_s, u"spoken"_s},
                                                 {u"spend"_s, u"spent"_s},
                                                 {u"split"_s, u"split"_s},
                                                 {u"spread"_s, u"spread"_s},
                                                 {u"stand"_s, u"stood"_s},
                                                 {u"steal"_s, u"stolen"_s},
                                                 {u"stick"_s, u"stuck"_s},
                                                 {u"strike"_s, u"struck"_s},
                                                 {u"take"_s, u"taken"_s},
                                                 {u"teach"_s, u"taught"_s},
                                                 {u"tell"_s, u"told"_s},
                                                 {u"think"_s, u"thought"_s},
                                                 {u"throw"_s, u"thrown"_s},
                                                 {u"undo"_s, u"undone"_s},
                                                 {u"wake"_s, u"woken"_s},
                                                 {u"win"_s, u"won"_s},
                                                 {u"withdraw"_s, u"withdrawn"_s},
                                                 {u"withhold"_s, u"withheld"_s},
                                                 {u"write"_s, u"written"_s}};
    return unusual;
}

/// Of more than one syllable, and their last consonant is doubled all the same.
const QStringList &doubledVerbs()
{
    static const QStringList verbs{u"admit"_s,  u"cancel"_s, u"commit"_s,  u"control"_s,
                                   u"defer"_s,  u"emit"_s,   u"equip"_s,   u"label"_s,
                                   u"omit"_s,   u"permit"_s, u"prefer"_s,  u"refer"_s,
                                   u"signal"_s, u"submit"_s, u"transfer"_s};
    return verbs;
}

/// "flag", "stop": one short vowel before one consonant, so that this is doubled.
bool doublesItsEnd(const QString &verb)
{
    constexpr qsizetype shortest = 3;
    const auto n = verb.size();
    if (doubledVerbs().contains(verb, Qt::CaseInsensitive))
        return true;
    if (n < shortest || verbEndsWith(verb, {u"w"_s, u"x"_s, u"y"_s}))
        return false;
    const auto vowels = std::ranges::count_if(verb, isVerbVowel);
    return vowels == 1 && !isVerbVowel(verb.at(n - 1)) && isVerbVowel(verb.at(n - 2));
}

bool endsWithConsonantThenY(const QString &verb)
{
    return verb.size() > 1 && verb.endsWith(u'y', Qt::CaseInsensitive)
            && !isVerbVowel(verb.at(verb.size() - 2));
}

/// "hid", "rat": one syllable that ends in one consonant after one vowel. Of what is left without
/// "ed", a doubled consonant would have shown a short vowel, so an e is gone.
bool isOneSyllable(const QString &stem)
{
    return std::ranges::count_if(stem, isVerbVowel) == 1 && stem.size() > 1
            && !verbEndsWith(stem, {u"w"_s, u"x"_s, u"y"_s}) && !isVerbVowel(stem.back())
            && isVerbVowel(stem.at(stem.size() - 2));
}

/// Whether an e was dropped before "ed" or "ing": "rais", "escalat", "handl".
bool lostAnE(const QString &stem)
{
    static const QStringList verbs{u"ignor"_s, u"restor"_s, u"scor"_s, u"stor"_s, u"complet"_s,
                                   u"delet"_s, u"promot"_s, u"vot"_s,  u"not"_s,  u"quot"_s};
    static const QStringList endings{u"at"_s, u"ar"_s, u"bl"_s, u"c"_s,  u"dg"_s, u"dl"_s, u"fl"_s,
                                     u"gl"_s, u"ir"_s, u"iz"_s, u"kl"_s, u"ng"_s, u"pl"_s, u"rg"_s,
                                     u"ag"_s, u"tl"_s, u"u"_s,  u"ur"_s, u"v"_s,  u"yz"_s};
    if (verbs.contains(stem, Qt::CaseInsensitive) || isOneSyllable(stem))
        return true;
    const bool endsInS = stem.endsWith(u's', Qt::CaseInsensitive)
            && !stem.endsWith("ss"_L1, Qt::CaseInsensitive);
    const bool endsInIn = stem.size() > 2 && stem.endsWith("in"_L1, Qt::CaseInsensitive)
            && !isVerbVowel(stem.at(stem.size() - 3));
    return endsInS || endsInIn || verbEndsWith(stem, endings);
}

/// Of what is left without "ed" or "ing".
QString restored(const QString &stem)
{
    const auto n = stem.size();
    const bool doubled = n > 2 && stem.at(n - 1) == stem.at(n - 2) && !isVerbVowel(stem.back());
    if (doubled
        && (doublesItsEnd(stem.chopped(1)) && !verbEndsWith(stem, {u"l"_s, u"s"_s, u"z"_s})))
        return stem.chopped(1);
    if (doubled && doubledVerbs().contains(stem.chopped(1), Qt::CaseInsensitive))
        return stem.chopped(1);
    return !doubled && lostAnE(stem) ? stem + u'e' : stem;
}

bool hasVowel(const QString &text)
{
    return std::ranges::any_of(text, isVerbVowel);
}

std::optional<QString> ofParticiple(const QString &word)
{
    const auto &unusual = unusualParticiples();
    if (unusual.contains(word.toLower()))
        return std::nullopt;
    const auto same = std::find(unusual.begin(), unusual.end(), word.toLower());
    if (same != unusual.end())
        return same.key();
    if (word.endsWith("ied"_L1) && word.size() > 4)
        return word.chopped(3) + u'y';
    const bool isParticiple = word.endsWith("ed"_L1) && !word.endsWith("eed"_L1)
            && hasVowel(word.chopped(2)) && word != u"embed"_s;
    return isParticiple ? std::optional(restored(word.chopped(2))) : std::nullopt;
}

std::optional<QString> ofThirdPerson(const QString &word)
{
    if (word.size() < 4 || !word.endsWith(u's')
        || verbEndsWith(word, {u"ss"_s, u"us"_s, u"is"_s, u"as"_s}))
        return std::nullopt;
    if (word.endsWith("ies"_L1) && word.size() > 4)
        return word.chopped(3) + u'y';
    return word.chopped(
            verbEndsWith(word, {u"shes"_s, u"ches"_s, u"xes"_s, u"sses"_s, u"oes"_s}) ? 2 : 1);
}

} // namespace

QString thirdPersonOf(const QString &verb)
{
    const auto [head, rest] = headAndRest(verb);
    if (verbEndsWith(head, {u"s"_s, u"x"_s, u"z"_s, u"ch"_s, u"sh"_s, u"o"_s}))
        return head + u"es"_s + rest;
    if (endsWithConsonantThenY(head))
        return head.chopped(1) + u"ies"_s + rest;
    return head + u's' + rest;
}

QString participleOf(const QString &verb)
{
    const auto [head, rest] = headAndRest(verb);
    if (const QString unusual = unusualParticiples().value(head.toLower()); !unusual.isEmpty())
        return unusual + rest;
    if (head.endsWith(u'e', Qt::CaseInsensitive))
        return head + u'd' + rest;
    if (endsWithConsonantThenY(head))
        return head.chopped(1) + u"ied"_s + rest;
    return (doublesItsEnd(head) ? head + head.back() : head) + u"ed"_s + rest;
}

QString infinitiveOf(const QString &typed)
{
    QString verb = typed.startsWith("to "_L1, Qt::CaseInsensitive) ? typed.mid(3) : typed;
    const auto [head, rest] = headAndRest(verb);
    if (const auto found = ofParticiple(head))
        return *found + rest;
    if (const auto found = ofThirdPerson(head))
        return *found + rest;
    if (head.endsWith("ing"_L1) && hasVowel(head.chopped(3)))
        return restored(head.chopped(3)) + rest;
    return verb;
}

} // namespace oneinn::wording
