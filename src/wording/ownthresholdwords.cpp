// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/ownthresholdwords.h"

#include "core/policies/ownthresholds.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/segmentwords.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostToldThresholds = 8;

QString scoreInFile(Threshold threshold, bool lowerIsPositive)
{
    return scoreText(lowerIsPositive ? 0.0 - threshold.value : threshold.value);
}

} // namespace

QString ownThresholdsPhrase(const ThresholdsBySegment &thresholds, Threshold dial,
                            bool lowerIsPositive)
{
    const QString column = nameText(thresholds.column);
    const QString others = scoreInFile(dial, lowerIsPositive);
    const auto now = thresholdsNow(thresholds, dial);
    if (now.size() == 1)
        return u"%1 %2 has a threshold of its own, %3; all others have %4"_s.arg(
                column, segmentName({now.front().value}),
                scoreInFile(now.front().threshold, lowerIsPositive), others);
    QStringList each;
    for (const ThresholdsBySegment::Own &own : now)
        each.append(segmentName({own.value}) + u' '
                    + scoreInFile(own.threshold, lowerIsPositive));
    return u"each %1 has a threshold of its own: %2; all others %3"_s.arg(
            column, listed(each, mostToldThresholds), others);
}

QString ownThresholdsName(const ThresholdsBySegment &thresholds)
{
    return u"thresholds by %1"_s.arg(nameText(thresholds.column));
}

} // namespace oneinn::wording
