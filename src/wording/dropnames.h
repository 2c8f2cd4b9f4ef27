// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/drop.h"
#include "core/periods/dropwaterfall.h"

#include <QString>

/// The layers, parts and amounts of a drop by name.
namespace oneinn::wording {

struct Feature;

/// For a list of layers, and for a picture of what came from what.
QString dropLayerName(DropLayer layer);
/// Short enough to stand under a bar, and the same wherever it is told: "base rate", the segment's
/// or release's own value.
QString dropAmountName(const DropAmount &amount);
/// What that is: "another share of frauds"; empty of the rest.
QString dropAmountGloss(const DropAmount &amount, const Feature &feature);
/// One of DropNumbers: "-74 euros".
QString dropNumberInUnit(const QString &number, DropMeasure measure,
                         const FeatureWords &words = {});
/// What is compared, to begin with: "Value per 1,000 payments".
QString dropMeasureName(DropMeasure measure, const FeatureWords &words = {});
/// The same within a sentence: "value per 1,000 payments".
QString dropMeasureInSentence(DropMeasure measure, const Feature &feature);

/// "95 % interval from −40 to +10", of 1,000 uses; in each its sign.
QString fromLowToHigh(const Interval &interval);

/// Of 1,000 uses; what is 0 but for rounding is 0.
double dropPerThousand(double perUse);
/// What a period has, of 1,000 uses, to three digits: a value with its sign, a count without.
QString dropNumberText(double perUse, DropMeasure measure);

} // namespace oneinn::wording
