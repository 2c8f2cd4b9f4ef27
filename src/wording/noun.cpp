// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/noun.h"

#include "wording/names.h"
#include "wording/numbers.h"

#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

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

/// "SMS", "MRI"; longer ones are words that somebody shouts.
bool isInitialism(const QString &word)
{
    constexpr qsizetype longest = 4;
    return word.size() > 1 && word.size() <= longest
            && std::ranges::all_of(word, [](QChar letter) { return letter.isUpper(); });
}

/// Initialisms in the plural: "MRIs", "SMSs".
QString initialismIn(const QString &plural)
{
    for (const QString &ending : {u"es"_s, u"s"_s}) {
        if (plural.endsWith(ending) && isInitialism(plural.chopped(ending.size())))
            return plural.chopped(ending.size());
    }
    return {};
}

/// Plurals that follow no rule.
const QList<Noun> &unusualNouns()
{
    static const QList<Noun> nouns{{u"person"_s, u"people"_s},
                                   {u"child"_s, u"children"_s},
                                   {u"man"_s, u"men"_s},
                                   {u"woman"_s, u"women"_s},
                                   {u"diagnosis"_s, u"diagnoses"_s},
                                   {u"analysis"_s, u"analyses"_s},
                                   {u"prognosis"_s, u"prognoses"_s},
                                   {u"criterion"_s, u"criteria"_s},
                                   {u"bus"_s, u"buses"_s},
                                   {u"hero"_s, u"heroes"_s},
                                   {u"sheep"_s, u"sheep"_s},
                                   {u"fish"_s, u"fish"_s},
                                   {u"advice"_s, u"advice"_s}};
    return nouns;
}

std::optional<Noun> unusualNoun(const QString &word)
{
    for (const Noun &noun : unusualNouns()) {
        if (word.compare(noun.singular, Qt::CaseInsensitive) == 0
            || word.compare(noun.plural, Qt::CaseInsensitive) == 0)
            return noun;
    }
    return {};
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

Noun nounOfWord(const QString &word)
{
    if (const auto unusual = unusualNoun(word))
        return *unusual;
    if (isInitialism(word))
        return {word, word + u's'};
    if (const QString initialism = initialismIn(word); !initialism.isEmpty())
        return {initialism, word};
    if (isPlural(word))
        return {singularOf(word), word};
    return {word, pluralOf(word)};
}

/// Where the word ends that has the plural: "request" in "request for review".
qsizetype endOfHead(const QString &phrase)
{
    static const QStringList prepositions{u"about"_s, u"against"_s, u"at"_s,     u"between"_s,
                                          u"by"_s,    u"for"_s,     u"from"_s,   u"in"_s,
                                          u"of"_s,    u"on"_s,      u"to"_s,     u"under"_s,
                                          u"via"_s,   u"with"_s,    u"without"_s};
    static const QStringList noHeads{u"out"_s, u"made"_s, u"due"_s, u"ready"_s, u"up"_s};
    const QStringList words = phrase.split(u' ');
    qsizetype end = 0;
    for (qsizetype i = 0; i + 1 < words.size(); end += words.at(i).size() + 1, ++i) {
        if (i > 0 && prepositions.contains(words.at(i), Qt::CaseInsensitive)
            && !noHeads.contains(words.at(i - 1), Qt::CaseInsensitive))
            return end - 1;
    }
    return phrase.size();
}

} // namespace

Noun nounOf(const std::string &noun)
{
    static const QRegularExpression article(u"^(an?|the) (?=\\p{L})"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString phrase = nameText(QString::fromStdString(noun).simplified().remove(article));
    if (phrase.isEmpty())
        return {u"result"_s, u"results"_s};
    const qsizetype end = endOfHead(phrase);
    const qsizetype start = QStringView(phrase).left(end).lastIndexOf(u' ') + 1;
    const QString before = phrase.left(start);
    const QString after = phrase.mid(end);
    const Noun head = nounOfWord(phrase.mid(start, end - start));
    return {before + head.singular + after, before + head.plural + after};
}

QString counted(double n, const Noun &noun)
{
    return countText(n) + u' ' + (n == 1.0 ? noun.singular : noun.plural);
}

} // namespace oneinn::wording
