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

} // namespace

QString repeatsText(const Repeats &repeats)
{
    const QString cases = counted(repeats.cases, Noun{u"case"_s, u"cases"_s});
    QString text = repeats.flipRate > 0.0
            ? u"of %1 asked again, one is decided differently the next time in %2 of %3 pairs of "
              "answers"_s.arg(cases, ofPairs(repeats.flipRate), countText(pairsTold))
            : u"of %1 asked again, every one is decided the same way each time"_s.arg(cases);
    if (repeats.interval)
        text += u" (between %1 and %2, 95 % interval)"_s.arg(
                countText(std::floor(repeats.interval->low * pairsTold)),
                countText(std::ceil(repeats.interval->high * pairsTold)));
    return text;
}

} // namespace oneinn::wording
