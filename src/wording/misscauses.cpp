// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/misscauses.h"

#include "wording/frequency.h"
#include "wording/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array causes{UsePart::MissedByModel, UsePart::MissedByLateness, UsePart::GoneGood};

QString causeText(UsePart cause)
{
    switch (cause) {
    case UsePart::MissedByLateness:
        return u"only too late"_s;
    case UsePart::GoneGood:
        return u"with the user gone"_s;
    default:
        return u"by the model"_s;
    }
}

/// Of how many the causes are told: as many as the share itself is said to be.
int toldOf(const Proportion &missed)
{
    const ShareForm form = shareFormOf(missed);
    if (form == ShareForm::Stated || form == ShareForm::Wide)
        return countOf(missed.value, denominatorOf(missed));
    return static_cast<int>(std::round(missed.yes.rows));
}

int toldAmong(const Proportion &missed)
{
    const ShareForm form = shareFormOf(missed);
    if (form == ShareForm::Stated || form == ShareForm::Wide)
        return denominatorOf(missed);
    return static_cast<int>(std::round(missed.all.rows));
}

} // namespace

QString missedOfText(const Proportion &missed)
{
    const int told = toldOf(missed);
    return u"%1 of %2 good ones %3 missed"_s.arg(countText(told), countText(toldAmong(missed)),
                                                 told == 1 ? u"is"_s : u"are"_s);
}

QString missedCausesText(const Shares &shares)
{
    const auto missed = shares[Share::Missed];
    if (!missed || missed->yes.weight <= 0.0)
        return {};
    std::vector<double> parts;
    parts.reserve(causes.size());
    for (const UsePart cause : causes)
        parts.push_back(shares.uses()[cause].weight / missed->yes.weight);
    const bool modelAlone = parts[1] <= 0.0 && parts[2] <= 0.0;
    if (modelAlone)
        return {};
    const auto counts = apportioned(parts, toldOf(*missed));
    QStringList told;
    for (std::size_t i = 0; i < causes.size(); ++i) {
        if (counts[i] > 0)
            told.append(countText(counts[i]) + u' ' + causeText(causes[i]));
        else if (parts[i] > 0.0)
            told.append(u"fewer than 1 "_s + causeText(causes[i]));
    }
    return told.join(u", "_s);
}

} // namespace oneinn::wording
