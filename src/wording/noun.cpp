// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/noun.h"

#include "wording/names.h"
#include "wording/numbers.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

bool endsWithAny(const QString &word, const QStringList &endings)
{
    for (const auto &ending : endings) {
        if (word.endsWith(ending, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool endsWithConsonantAndY(const QString &word)
{
    return word.size() > 1 && word.endsWith(u'y', Qt::CaseInsensitive)
            && !u"aeiou"_s.contains(word.at(word.size() - 2), Qt::CaseInsensitive);
}

bool isPlural(const QString &word)
{
    static const QStringList singularEndings{u"ss"_s,     u"us"_s,     u"is"_s,  u"bias"_s,
                                             u"alias"_s,  u"canvas"_s, u"gas"_s, u"lens"_s,
                                             u"series"_s, u"news"_s};
    return word.size() > 2 && word.endsWith(u's', Qt::CaseInsensitive)
            && !endsWithAny(word, singularEndings);
}

QString pluralOf(const QString &word)
{
    if (word.compare(u"person"_s, Qt::CaseInsensitive) == 0)
        return u"people"_s;
    if (endsWithAny(word, {u"series"_s, u"news"_s}))
        return word;
    if (endsWithAny(word, {u"sis"_s}))
        return word.chopped(2) + u"es"_s;
    if (endsWithConsonantAndY(word))
        return word.chopped(1) + u"ies"_s;
    if (endsWithAny(word, {u"s"_s, u"x"_s, u"z"_s, u"ch"_s, u"sh"_s}))
        return word + u"es"_s;
    return word + u's';
}

QString singularOf(const QString &word)
{
    if (word.size() > 4 && word.endsWith("ies"_L1, Qt::CaseInsensitive))
        return word.chopped(3) + u'y';
    if (endsWithAny(word, {u"sses"_s, u"xes"_s, u"ches"_s, u"shes"_s}))
        return word.chopped(2);
    return word.chopped(1);
}

} // namespace

Noun nounOf(const std::string &noun)
{
    const QString phrase = nameText(QString::fromStdString(noun).simplified());
    if (phrase.isEmpty())
        return {u"result"_s, u"results"_s};
    const auto start = phrase.lastIndexOf(u' ') + 1;
    const QString before = phrase.left(start);
    const QString word = phrase.mid(start);
    if (isPlural(word))
        return {before + singularOf(word), phrase};
    return {phrase, before + pluralOf(word)};
}

QString counted(double n, const Noun &noun)
{
    return countText(n) + u' ' + (n == 1.0 ? noun.singular : noun.plural);
}

} // namespace oneinn::wording
