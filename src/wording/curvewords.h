// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/curves/bestbyprice.h"
#include "core/curves/curveband.h"
#include "core/curves/modelcurve.h"
#include "wording/chartwords.h"

#include <QString>

#include <optional>
#include <vector>

/// What stands on and beside the curves of the model itself.
namespace oneinn::wording {

/// "ROC", "Gain and lift": to choose from.
QString curveName(ModelCurve curve);
/// What it is good for, in one sentence.
QString curvePurpose(ModelCurve curve, const FeatureWords &product = {});
CurveAxes curveAxes(ModelCurve curve, const FeatureWords &product = {});

/// Where the threshold that is set lies on a curve.
struct CurvePlace {
    std::optional<Suited> suited;   ///< by price, where the threshold is the best
    std::optional<double> ownPrice; ///< of the values that are set, along the axis
};
/// "Of the good ones, 62 of 100 are shown; ...": what the threshold does there. A sentence.
QString curvePointText(ModelCurve curve, const Assessment &assessment, const CurvePlace &place);
/// The same in a few words, in the axes' unit; empty where it is undefined.
QString curvePointLabel(ModelCurve curve, const Assessment &assessment);
/// Whose curve it is: the model's own, as if everybody waited, where waits are known.
QString ownCurveText(const Assessment &assessment);
/// Why there is no curve.
QString noCurveText(ModelCurve curve, const FeatureWords &product = {});

QString referenceName(CurveReference reference, const FeatureWords &product = {});
/// "your values", at their price.
QString ownPriceLabel();
/// What a click there does.
QString ownPriceOffer();
QString thresholdLineName();
QString bestLineName();
/// What each line is, in the order in which they are drawn.
QString curveLegend(ModelCurve curve, const std::vector<CurveReference> &references,
                    const FeatureWords &product = {});

/// "no band", or which one, to choose from.
QString bandName(std::optional<BandKind> kind);
/// What a band promises, and how that is known; or why there is none. A sentence.
QString bandText(const CurveBand &band, const FeatureWords &product = {});
QString bandPendingText();
QString bandCancelledText();
/// Why this curve has none; empty where it may.
QString noBandText(ModelCurve curve);

} // namespace oneinn::wording
