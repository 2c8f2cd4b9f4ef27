// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/ownthresholdwords.h"

#include "core/policies/ownthresholds.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/segmentwords.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostToldThresholds = 8;

} // namespace

QString ownThresholdText(Threshold threshold, bool lowerIsPositive, double around)
{
    constexpr double aboutSevenDigits = 1e-7;
    constexpr double roundings = 8.0;
    const double value = threshold.value;
    const double rounding =
            roundings * std::numeric_limits<double>::epsilon() * std::max(around, std::abs(value));
    return thresholdText(threshold, {value - aboutSevenDigits * std::abs(value), value + rounding},
                         lowerIsPositive);
}

double roundedAround(const ThresholdsBySegment &thresholds, Threshold dial)
{
    if (dial == thresholds.ownThreshold || !std::isfinite(dial.value))
        return 0.0;
    double around = std::max(std::abs(dial.value), std::abs(thresholds.ownThreshold.value));
    for (const ThresholdsBySegment::Own &each : thresholds.values)
        around = std::max(around, std::abs(each.threshold.value));
    return around;
}

QString ownThresholdsPhrase(const ThresholdsBySegment &thresholds, Threshold dial,
                            bool lowerIsPositive)
{
    const QString column = nameText(thresholds.column);
    const double around = roundedAround(thresholds, dial);
    const QString others = ownThresholdText(dial, lowerIsPositive, around);
    const auto now = thresholdsNow(thresholds, dial);
    if (now.size() == 1)
        return u"%1 %2 has a threshold of its own, %3; any other has %4"_s.arg(
                column, segmentName({now.front().value}),
                ownThresholdText(now.front().threshold, lowerIsPositive, around), others);
    return u"each %1 has a threshold of its own: %2"_s.arg(
            column, ownThresholdsList(thresholds, dial, lowerIsPositive));
}

QString ownThresholdsList(const ThresholdsBySegment &thresholds, Threshold dial,
                          bool lowerIsPositive)
{
    const double around = roundedAround(thresholds, dial);
    QStringList each;
    for (const ThresholdsBySegment::Own &own : thresholdsNow(thresholds, dial))
        each.append(segmentName({own.value}) + u' '
                    + ownThresholdText(own.threshold, lowerIsPositive, around));
    return u"%1; any other %2"_s.arg(listed(each, mostToldThresholds),
                                     ownThresholdText(dial, lowerIsPositive, around));
}

QString ownThresholdsName(const ThresholdsBySegment &thresholds)
{
    return u"thresholds by %1"_s.arg(nameText(thresholds.column));
}

QString oneColumnForThresholdsText()
{
    return u"Thresholds of their own are by one column: choose nothing as the second one."_s;
}

QString finiteDialForThresholdsText()
{
    return u"Thresholds of their own are moved together, which all or nothing shown cannot be: set a threshold first."_s;
}

QString severalCallsForThresholdsText()
{
    return u"Several calls are operated as one. Thresholds of their own are for one model alone: choose it above."_s;
}

QString otherThresholdsText(const ThresholdsBySegment &thresholds)
{
    return u"Segments have thresholds of their own by %1 now. Choose that column, or take one threshold again first."_s
            .arg(nameText(thresholds.column));
}

QString thresholdByHandHint()
{
    return u"The threshold of this segment alone. The arrows go from one score to the next; with that of all others it has none of its own."_s;
}

} // namespace oneinn::wording
