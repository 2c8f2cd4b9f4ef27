// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/phrases.h"

#include "wording/numbers.h"

#include <array>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString about(double count, const QString &one, const QString &many)
{
    const double rounded = std::round(count);
    if (rounded <= 1.0)
        return u"about "_s + one;
    return u"about %1 %2"_s.arg(countText(rounded), many);
}

} // namespace

QString ordinal(int n)
{
    static const std::array<QString, 10> words{u"first"_s, u"second"_s, u"third"_s,   u"fourth"_s,
                                               u"fifth"_s, u"sixth"_s,  u"seventh"_s, u"eighth"_s,
                                               u"ninth"_s, u"tenth"_s};
    if (n >= 1 && n <= 10)
        return words[static_cast<std::size_t>(n) - 1];
    const int lastTwo = n % 100;
    const bool teens = lastTwo >= 11 && lastTwo <= 13;
    switch (teens ? 0 : n % 10) {
    case 1:
        return countText(n) + u"st"_s;
    case 2:
        return countText(n) + u"nd"_s;
    case 3:
        return countText(n) + u"rd"_s;
    default:
        return countText(n) + u"th"_s;
    }
}

QString cardinal(int n)
{
    static const std::array<QString, 10> words{u"one"_s,  u"two"_s, u"three"_s, u"four"_s,
                                               u"five"_s, u"six"_s, u"seven"_s, u"eight"_s,
                                               u"nine"_s, u"ten"_s};
    return n >= 1 && n <= 10 ? words[static_cast<std::size_t>(n) - 1] : countText(n);
}

QString joined(const QStringList &parts, const QString &lastWord)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return parts.first(parts.size() - 1).join(u", "_s) + u' ' + lastWord + u' ' + parts.last();
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString asSentence(const QString &text)
{
    if (text.isEmpty())
        return text;
    const QString sentence = capitalised(text);
    return sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

QString asSentenceOf(const QString &name, const QString &text)
{
    const QString sentence = asSentence(text);
    return !name.isEmpty() && text.startsWith(name) ? name + sentence.sliced(name.size())
                                                    : sentence;
}

QString durationText(double weeks)
{
    constexpr double weeksPerMonth = 365.25 / 12.0 / 7.0;
    constexpr double weeksPerYear = 365.25 / 7.0;
    const double days = weeks * 7.0;
    if (days < 0.75)
        return u"less than a day"_s;
    if (weeks >= 0.4 && weeks <= 0.6)
        return u"about half a week"_s;
    if (weeks < 0.93)
        return about(days, u"a day"_s, u"days"_s);
    if (weeks < 8.5)
        return about(weeks, u"a week"_s, u"weeks"_s);
    if (weeks < 11.5 * weeksPerMonth)
        return about(weeks / weeksPerMonth, u"a month"_s, u"months"_s);
    const double years = weeks / weeksPerYear;
    return years < 50.0 ? about(years, u"a year"_s, u"years"_s) : u"more than a working life"_s;
}

} // namespace oneinn::wording
