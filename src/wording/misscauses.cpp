// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/misscauses.h"

#include "wording/feature.h"
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

constexpr std::array missCauses{UsePart::MissedByModel, UsePart::MissedByLateness,
                                UsePart::GoneGood, UsePart::FailedGood, UsePart::RefusedGood};

QString causeText(UsePart cause, CauseLength length, const Feature &feature)
{
    const bool brief = length == CauseLength::Brief;
    switch (cause) {
    case UsePart::MissedByLateness:
        return brief ? u"too late"_s : u"only too late"_s;
    case UsePart::GoneGood:
        return brief ? u"gone"_s : u"with the %1 gone"_s.arg(feature.person.singular);
    case UsePart::FailedGood:
        return brief ? u"failed"_s : u"as the call failed"_s;
    case UsePart::RefusedGood:
        return brief ? u"refused"_s : u"as the model refused"_s;
    default:
        return u"by the model"_s;
    }
}

/// How many are told as missed, and of how many: as the share itself is said. Where that is a
/// range, the causes are told of 100 missed.
struct Told {
    int missed = 0;
    int of = 0;
    bool ofTheMissed = false;
};

Told toldOf(const Proportion &missed)
{
    switch (shareFormOf(missed)) {
    case ShareForm::Stated:
    case ShareForm::Wide:
        return {countOf(missed.value, denominatorOf(missed)), denominatorOf(missed)};
    case ShareForm::TooFew:
        return {100, 100, true};
    default:
        return {static_cast<int>(std::round(missed.yes.rows)),
                static_cast<int>(std::round(missed.all.rows))};
    }
}

} // namespace

QString missedOfText(const Proportion &missed, const FeatureWords &words)
{
    const QString ones = featureOf(words).positivesSaid();
    const Told told = toldOf(missed);
    if (told.ofTheMissed)
        return u"%1 %2 are missed"_s.arg(somewhereText(missed.interval), ones);
    return u"%1 of %2 %3 %4 missed"_s.arg(countText(told.missed), countText(told.of), ones,
                                          told.missed == 1 ? u"is"_s : u"are"_s);
}

QString missedCausesText(const Shares &shares, const FeatureWords &words, CauseLength length)
{
    const Feature feature = featureOf(words);
    const auto missed = shares[Share::Missed];
    if (!missed || missed->yes.weight <= 0.0)
        return {};
    std::vector<double> parts;
    parts.reserve(missCauses.size());
    for (const UsePart cause : missCauses)
        parts.push_back(shares.uses()[cause].weight / missed->yes.weight);
    const bool modelAlone =
            std::all_of(parts.begin() + 1, parts.end(), [](double part) { return part <= 0.0; });
    if (modelAlone)
        return {};
    const Told among = toldOf(*missed);
    const auto counts = apportioned(parts, among.missed);
    QStringList told;
    for (std::size_t i = 0; i < missCauses.size(); ++i) {
        if (counts[i] > 0)
            told.append(countText(counts[i])
                        + (among.ofTheMissed && told.isEmpty() ? u" of 100 of them "_s : u" "_s)
                        + causeText(missCauses[i], length, feature));
        else if (parts[i] > 0.0)
            told.append(u"fewer than 1 "_s + causeText(missCauses[i], length, feature));
    }
    return told.join(u", "_s);
}

} // namespace oneinn::wording
