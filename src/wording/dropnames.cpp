// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/dropnames.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString fromLowToHigh(const Interval &interval)
{
    return interval.low < interval.high ? u"95 % interval from %1 to %2"_s.arg(
                   signedText(thousand * interval.low), signedText(thousand * interval.high))
                                        : u"how far others differ is not known"_s;
}

double dropPerThousand(double perUse)
{
    constexpr double noise = 1e-6;
    const double moved = thousand * perUse;
    return std::abs(moved) < noise ? 0.0 : moved;
}

QString dropNumberText(double perUse, DropMeasure measure)
{
    return measure == DropMeasure::Value ? signedText(thousand * perUse, 3)
                                         : plainNumberText(thousand * perUse, 3);
}

QString dropMeasureInSentence(DropMeasure measure, const Feature &feature)
{
    switch (measure) {
    case DropMeasure::Wrong:
        return u"wrong ones %1 per 1,000 %2"_s.arg(feature.done, feature.useCase.plural);
    case DropMeasure::Missed:
        return u"%1 missed per 1,000 %2"_s.arg(feature.positive.plural, feature.useCase.plural);
    case DropMeasure::Value:
        break;
    }
    return feature.valuePerThousandInSentence();
}

QString dropLayerName(DropLayer layer)
{
    switch (layer) {
    case DropLayer::Data:
        return u"Data"_s;
    case DropLayer::BaseRate:
        return u"Base rate"_s;
    case DropLayer::Drift:
        return u"Drift"_s;
    case DropLayer::Model:
        return u"Model and segments"_s;
    case DropLayer::System:
        break;
    }
    return u"System"_s;
}

QString dropAmountName(const DropAmount &amount)
{
    switch (amount.cause.value_or(DropCause::None)) {
    case DropCause::Missing:
        return u"empty cells"_s;
    case DropCause::NewValues:
        return u"new values"_s;
    case DropCause::UnitOrSchema:
        return u"another scale"_s;
    case DropCause::BaseRate:
        return u"base rate"_s;
    case DropCause::ScoreMix:
        return u"mix"_s;
    case DropCause::Meaning:
        return u"meaning"_s;
    case DropCause::Segment:
    case DropCause::Release:
        return amount.column.empty()   ? u"segment"_s
                : amount.value.empty() ? u"(empty)"_s
                                       : nameText(amount.value);
    case DropCause::Waits:
        return u"waits"_s;
    case DropCause::Failures:
        return u"failures"_s;
    default:
        return amount.ofOptimism ? u"looked too good"_s : u"rest"_s;
    }
}

QString dropAmountGloss(const DropAmount &amount, const Feature &feature)
{
    switch (amount.cause.value_or(DropCause::None)) {
    case DropCause::Missing:
    case DropCause::NewValues:
        return u"in %1"_s.arg(quotedName(amount.column));
    case DropCause::UnitOrSchema:
        return u"of the scores: how they are mixed and what they mean, together"_s;
    case DropCause::BaseRate:
        return u"another share of %1"_s.arg(feature.positive.plural);
    case DropCause::ScoreMix:
        return amount.column.empty() ? u"other %1 coming in"_s.arg(feature.useCase.plural)
                                     : u"other %1 coming in, by %2"_s.arg(
                                             feature.useCase.plural, quotedName(amount.column));
    case DropCause::Meaning:
        return amount.column.empty() ? u"what a score tells"_s
                                     : u"how scores are spread among %1 and %2"_s.arg(
                                             feature.positive.plural, feature.negative.plural);
    case DropCause::Segment:
        return amount.column.empty() ? u"none was found"_s
                                     : u"a segment by %1"_s.arg(quotedName(amount.column));
    case DropCause::Release:
        return u"a release by %1"_s.arg(quotedName(amount.column));
    case DropCause::Waits:
        return u"answers that come late"_s;
    case DropCause::Failures:
        return u"calls that fail"_s;
    default:
        return amount.ofOptimism ? u"the threshold, where it was chosen"_s : QString();
    }
}

QString dropNumberInUnit(const QString &number, DropMeasure measure, const FeatureWords &words)
{
    return measure == DropMeasure::Value ? featureOf(words).amount(number) : number;
}

QString dropMeasureName(DropMeasure measure, const FeatureWords &words)
{
    return capitalised(dropMeasureInSentence(measure, featureOf(words)));
}

} // namespace oneinn::wording
