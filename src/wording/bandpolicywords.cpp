// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/bandpolicywords.h"

#include "wording/numbers.h"
#include "wording/policywords.h"
#include "wording/sharecomparisonwords.h"
#include "wording/statement.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString bandOfThousand(const std::optional<double> &share)
{
    return share ? ofThousand(*share) : undefinedDash();
}

QString bandDifferenceCell(const ReviewAnswer &answer)
{
    const QString here = signedText(thousand * bandDifferencePerUse(answer));
    const auto interval = bandDifferenceInterval(answer);
    return interval ? u"%1 (%2 to %3)"_s.arg(here, signedText(thousand * interval->low),
                                             signedText(thousand * interval->high))
                    : here;
}

} // namespace

QString bandPolicyTitle(const FoundBand &band, const ReviewSaid &said)
{
    const BandSaid ends = bandSaid(band, said);
    return ends.column.isEmpty() ? u"With a person between %1 and %2"_s.arg(ends.from, ends.to)
                                 : u"With a person "_s + bandRange(ends);
}

QString nowBesideBandLabel()
{
    return u"now, without a person"_s;
}

double bandDifferencePerUse(const ReviewAnswer &answer)
{
    return answer.gainPerUse;
}

std::optional<Interval> bandDifferenceInterval(const ReviewAnswer &answer)
{
    const bool nowIsBest = isShownAsNothing(thousand * (answer.gainPerUse - answer.bestGainPerUse));
    const auto interval = nowIsBest && answer.heldOut ? answer.heldOut->interval : std::nullopt;
    // It is of uses that had no say, the difference of those that are here.
    const double here = bandDifferencePerUse(answer);
    return interval && interval->low <= here && here <= interval->high ? interval : std::nullopt;
}

QString bandPolicyCell(const ComparedPolicies &compared, const ReviewAnswer &answer,
                       const ReviewSaid &said, PolicyColumn column)
{
    switch (column) {
    case PolicyColumn::Name:
        return bandPolicyTitle(answer.band, said);
    case PolicyColumn::Value:
        return signedText(thousand * (answer.withoutPerUse + answer.gainPerUse), 3);
    case PolicyColumn::Difference:
        return bandDifferenceCell(answer);
    case PolicyColumn::Wrong:
        return bandOfThousand(answer.band.wrongOfShown);
    case PolicyColumn::Missed:
        return bandOfThousand(answer.band.missed);
    case PolicyColumn::Late: // a person changes nothing of what comes too late
        return policyCell(compared, 0, column);
    case PolicyColumn::WaitHalf:
    case PolicyColumn::WaitP95:
    case PolicyColumn::Cost:
        break;
    }
    return undefinedDash();
}

QStringList bandPolicySentences(const ReviewAnswer &answer, const ReviewQuestion &question,
                                const ReviewSaid &said, const FeatureWords &words)
{
    const ReviewParts parts = reviewParts(answer, question, said, words);
    QStringList sentences{bandPolicyTitle(answer.band, said) + u'.',
                          parts.beyond,
                          parts.decides,
                          parts.harms,
                          parts.value,
                          u"What a reviewer decides is a chance: this row is judged on uses that "
                          "had no say, and not use by use against all others."_s,
                          parts.assumed};
    sentences.removeAll(QString());
    return sentences;
}

} // namespace oneinn::wording
