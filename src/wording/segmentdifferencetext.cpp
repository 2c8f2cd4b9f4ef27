// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/segmentdifferencetext.h"

#include "wording/frequency.h"
#include "wording/numbers.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TwoShares {
    QString here, there;
    int of = 100;
};

/// Two shares in one denominator that tells them apart.
TwoShares sharesApart(double here, double there)
{
    constexpr double hundred = 100.0;
    constexpr double leastOfHundred = 0.02;
    const bool fine = std::min(here, there) < leastOfHundred
            || std::round(hundred * here) == std::round(hundred * there);
    const int of = fine ? 1000 : 100;
    const auto text = [of](double share) {
        return shareCountText(share, of, u"fewer than 1"_s, u"more than %1"_s.arg(of - 1));
    };
    return {text(here), text(there), of};
}

} // namespace

QString segmentDifferenceText(const Proportion &here, const SegmentRow::Compared &compared,
                              const Feature &feature)
{
    TwoShares pair = sharesApart(here.value, *compared.elsewhere);
    QString of = countText(pair.of);
    if (here.reliability != Reliability::Stated) {
        // Of few cases none of a hundred: those that there are.
        pair.there += u" of "_s + of;
        pair.here = countText(here.yes.rows);
        of = countText(here.all.rows);
    }
    switch (compared.share) {
    case Share::Missed:
        return u"misses %1 of %2 %3, %4 elsewhere"_s.arg(pair.here, of, feature.positivesSaid(),
                                                         pair.there);
    case Share::WrongOfShown:
        return u"has %1 of %2 %3 wrong, %4 elsewhere"_s.arg(pair.here, of, feature.done,
                                                            pair.there);
    default:
        return u"is late in %1 of %2 %3, %4 elsewhere"_s.arg(pair.here, of, feature.useCase.plural,
                                                             pair.there);
    }
}

} // namespace oneinn::wording
