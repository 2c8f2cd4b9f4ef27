// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/pinbandwords.h"

#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/reviewbandwords.h"
#include "wording/statement.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString bandShareCell(const std::optional<double> &share, int of)
{
    return share ? shareText(*share, of) : undefinedDash();
}

/// As pinChipNumber() of a share that is stated.
QString chipNumber(const std::optional<double> &share)
{
    constexpr double perHundred = 100.0;
    constexpr double small = 0.02; // told to a tenth below
    return share ? numberText(perHundred * *share, *share > 0.0 && *share < small)
                 : undefinedDash();
}

QString withPerson(const QString &title)
{
    return title + u", with a person"_s;
}

} // namespace

QString pinWithPersonTitle(const PinnedPoint &pin, std::size_t place)
{
    PinnedPoint alone = pin;
    alone.band.reset();
    return withPerson(pinTitle(alone, place));
}

QString nowWithPersonTitle()
{
    return withPerson(nowTitle());
}

QString pinBandCell(const BandNumbers &numbers, const Assessment &option, PinColumn column,
                    int denominator)
{
    switch (column) {
    case PinColumn::Threshold: {
        return bandRange(bandSaid(numbers.band, reviewSaid(option.scenario.combination, false)));
    }
    case PinColumn::Wrong:
        return bandShareCell(numbers.band.wrongOfShown, denominator);
    case PinColumn::Missed:
        return bandShareCell(numbers.band.missed, denominator);
    case PinColumn::UntilBad:
        return undefinedDash();
    case PinColumn::Value:
        return signedText(thousand * numbers.valuePerUse, 3);
    default:
        return pinCell(option, column, denominator);
    }
}

QString pinBandChipText(const QString &title, const BandNumbers &numbers, const Assessment &option,
                        bool named, bool late)
{
    QStringList parts{title};
    const auto add = [&](const QString &name, const QString &number) {
        parts.append(named ? name + u' ' + number : number);
    };
    add(u"wrong"_s, chipNumber(numbers.band.wrongOfShown));
    add(u"missed"_s, chipNumber(numbers.band.missed));
    if (late)
        add(u"late"_s, pinChipNumber(pinShare(option, PinColumn::Late)));
    parts.append(signedText(thousand * numbers.valuePerUse, 3));
    return parts.join(u" \u00b7 "_s);
}

QString pinBandText(const BandNumbers &numbers, const std::optional<Combination> &combination,
                    const FeatureWords &words)
{
    return bandSummary(numbers.band, bandSaid(numbers.band, reviewSaid(combination, false)), words);
}

QString pinBandPairingText(const FeatureWords &words)
{
    return u"With a person: what a reviewer decides is a chance, so that no %1 is compared with "
           "itself, and the numbers stand side by side."_s.arg(featureOf(words).useCase.singular);
}

} // namespace oneinn::wording
