// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/pindifferencewords.h"
#include "wording/untilbadwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/policynames.h"
#include "wording/statement.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isShare(PinColumn column)
{
    return column == PinColumn::Wrong || column == PinColumn::Missed || column == PinColumn::Late;
}

QString untilBadDifference(const Experience &pin, const Experience &now,
                           const FeatureWords &product)
{
    const auto median = [](const Experience &experience) {
        const bool stated = experience[Share::WrongOfUses]
                && experience[Share::WrongOfUses]->reliability == Reliability::Stated;
        return stated && experience.usesUntilBad
                        && experience.usesUntilBad->median <= mostCountableUses
                ? std::optional(std::round(experience.usesUntilBad->median))
                : std::nullopt;
    };
    const auto here = median(pin);
    const auto there = median(now);
    if (!here || !there)
        return undefinedDash();
    const double uses = *here - *there;
    if (uses == 0.0)
        return u"the same"_s;
    return u"%1 %2"_s.arg(usesText(std::abs(uses), featureOf(product)),
                          uses < 0.0 ? u"sooner"_s : u"later"_s);
}

/// With so many decimals that an interval that leaves out 0 does not seem to reach it.
int decimalsFor(const Interval &interval, double of)
{
    const double nearest = of * std::min(std::abs(interval.low), std::abs(interval.high));
    return nearest >= 1.0 ? 0 : nearest >= 0.1 ? 1 : 2;
}

QString signedNumber(double value, int decimals)
{
    const QString text = numberText(value, decimals);
    return value > 0.0 && text != numberText(0.0, decimals) ? u'+' + text : text;
}

/// Of what is not better or worse.
QString undecided(ComparisonVerdict verdict)
{
    return verdict == ComparisonVerdict::NoDifferenceThatMatters ? u"no difference that matters"_s
                                                                 : u"cannot be told apart"_s;
}

QString shareDifference(const MeasureComparison &measure, int of)
{
    if (measure.isNone())
        return u"the same"_s;
    if (measure.tooFewToTell())
        return u"too few to tell"_s;
    if (!isDecided(measure.verdict))
        return undecided(measure.verdict);
    const int decimals = decimalsFor(measure.interval, of);
    return u"%1 of %2 (%3 to %4)"_s.arg(signedNumber(of * measure.difference, decimals),
                                        countText(of),
                                        signedNumber(of * measure.interval.low, decimals),
                                        signedNumber(of * measure.interval.high, decimals));
}

QString valueDifference(const MeasureComparison &value)
{
    if (value.isNone())
        return u"the same"_s;
    if (value.tooFewToTell())
        return u"too few to tell"_s;
    if (!isDecided(value.verdict))
        return undecided(value.verdict);
    return u"%1 (%2 to %3)"_s.arg(signedText(thousand * value.difference),
                                  signedText(thousand * value.interval.low),
                                  signedText(thousand * value.interval.high));
}

const std::optional<MeasureComparison> &measureOf(const PinDifferences &differences,
                                                  PinColumn column)
{
    switch (column) {
    case PinColumn::Wrong:
        return differences[Share::WrongOfShown];
    case PinColumn::Missed:
        return differences[Share::Missed];
    case PinColumn::Late:
        return differences[Share::Late];
    default:
        return differences.valuePerUse;
    }
}

/// Late is known without a budget, too: nothing is.
bool canBeStated(const Assessment &option, PinColumn column)
{
    const auto &share = pinShare(option, column);
    return share ? share->reliability == Reliability::Stated : column == PinColumn::Late;
}

} // namespace

QString pinDifferenceCell(const PinDifferences &differences, const Assessment &pin,
                          const Assessment &now, PinColumn column, int denominator)
{
    const bool isMet = isShare(column) || column == PinColumn::Value;
    if (column == PinColumn::UntilBad)
        return untilBadDifference(pin.experience, now.experience, now.scenario.words);
    if (!isMet)
        return pinCell(pin, column, denominator);
    if (!differences.isPaired())
        return u"cannot be paired"_s;
    const auto &measure = measureOf(differences, column);
    if (!measure)
        return undefinedDash();
    if (column == PinColumn::Value)
        return valueDifference(*measure);
    if (!measure->isNone() && !(canBeStated(pin, column) && canBeStated(now, column)))
        return u"too few cases"_s;
    return shareDifference(*measure, denominator);
}

QString pinPairingText(const PinDifferences &differences, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    switch (differences.pairing) {
    case PinPairing::NoExampleIds:
        return u"Another model than now, and the file has no column that says which rows are about the same %1: what differs cannot be paired."_s
                .arg(feature.useCase.singular);
    case PinPairing::NoSharedUses:
        return u"This point and now have no %1 in common, so what differs cannot be paired."_s.arg(
                feature.useCase.singular);
    case PinPairing::SameRows:
    case PinPairing::SameExamples:
        break;
    }
    return u"Differences to now; the %1 that both have answered are each paired with itself; 95 % intervals in brackets."_s
            .arg(usesText(static_cast<double>(differences.uses), feature));
}

} // namespace oneinn::wording
