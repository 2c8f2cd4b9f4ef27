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

namespace {

QString inMeasure(const QString &number, DropMeasure measure, const FeatureWords &words)
{
    return measure == DropMeasure::Value ? featureOf(words).amount(number) : number;
}

} // namespace

double dropPerThousand(double perUse)
{
    constexpr double noise = 1e-6;
    const double moved = thousand * perUse;
    return std::abs(moved) < noise ? 0.0 : moved;
}

QString dropNumberText(double perUse)
{
    return signedText(thousand * perUse, 3);
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

QString layerStatusText(LayerStatus status)
{
    switch (status) {
    case LayerStatus::Found:
        return u"found"_s;
    case LayerStatus::CannotTell:
        return u"cannot tell yet"_s;
    case LayerStatus::Quiet:
        break;
    }
    return u"quiet"_s;
}

QString dropAmountName(const DropAmount &amount, const DropDiagnosis &diagnosis)
{
    const DropCause cause = amount.cause.value_or(DropCause::None);
    for (const DropFinding &finding : diagnosis.found) {
        if (finding.cause == cause && (cause == DropCause::Segment || cause == DropCause::Release))
            return nameText(finding.value);
    }
    switch (cause) {
    case DropCause::BaseRate:
        return u"base rate"_s;
    case DropCause::ScoreMix:
        return u"mix"_s;
    case DropCause::Meaning:
        return u"meaning"_s;
    case DropCause::Segment:
        return u"segment"_s;
    case DropCause::Release:
        return u"release"_s;
    case DropCause::Waits:
        return u"waits"_s;
    case DropCause::Failures:
        return u"failures"_s;
    default:
        return u"not told apart"_s;
    }
}

QString dropAmountText(double amount, DropMeasure measure, const FeatureWords &words)
{
    return inMeasure(signedText(dropPerThousand(amount)), measure, words);
}

QString dropTotalText(double amount, DropMeasure measure, const FeatureWords &words)
{
    return inMeasure(dropNumberText(amount), measure, words);
}

QString dropMeasureName(DropMeasure measure, const FeatureWords &words)
{
    return capitalised(dropMeasureInSentence(measure, featureOf(words)));
}

} // namespace oneinn::wording
