// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/repeatwords.h"

#include "wording/noun.h"
#include "wording/numbers.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr int pairsTold = 100;

QString ofPairs(double share)
{
    const double pairs = share * pairsTold;
    return share > 0.0 && pairs < 1.0 ? u"fewer than 1"_s : countText(std::round(pairs));
}

QString between(const Interval &interval)
{
    return u" (between %1 and %2, 95 % interval)"_s.arg(
            countText(std::floor(interval.low * pairsTold)),
            countText(std::ceil(interval.high * pairsTold)));
}

/// "; of 100 cases asked 5 times, 62 are right every time".
QString everyTryText(const EveryTry &every)
{
    const double right = every.share * pairsTold;
    QString often = countText(std::round(right));
    if (right > 0.0 && right < 1.0)
        often = u"fewer than 1"_s;
    else if (every.share < 1.0 && std::round(right) == pairsTold)
        often = u"more than 99"_s;
    QString text = u"; of %1 cases asked %2, %3 %4 right every time"_s.arg(
            countText(pairsTold),
            every.tries == 2.0 ? u"twice"_s : u"%1 times"_s.arg(countText(every.tries)), often,
            often == u"1" || often == u"fewer than 1" ? u"is"_s : u"are"_s);
    if (every.interval)
        text += between(*every.interval);
    if (every.leftOut > 0.0)
        text += u", without %1 asked less often"_s.arg(
                counted(every.leftOut, Noun{u"case"_s, u"cases"_s}));
    return text;
}

} // namespace

QString repeatsText(const Repeats &repeats)
{
    const QString cases = counted(repeats.cases, Noun{u"case"_s, u"cases"_s});
    QString text = repeats.flipRate > 0.0
            ? u"of %1 asked again, one is decided differently the next time in %2 of %3 pairs of "
              "answers"_s.arg(cases, ofPairs(repeats.flipRate), countText(pairsTold))
            : u"of %1 asked again, every one is decided the same way each time"_s.arg(cases);
    if (repeats.interval)
        text += between(*repeats.interval);
    if (repeats.everyTry)
        text += everyTryText(*repeats.everyTry);
    return text;
}

} // namespace oneinn::wording
