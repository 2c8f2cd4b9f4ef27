// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/ticks.h"
#include "core/assessment.h"
#include "core/curves/bestbyprice.h"
#include "core/curves/curveband.h"
#include "core/curves/modelcurve.h"

#include <QList>
#include <QLocale>
#include <QPointF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace oneinn {

/// What is written along an axis.
enum class CurveScale {
    Percent,  ///< shares
    Deviate,  ///< shares, as deviates of the normal distribution
    Thousand, ///< of 1,000 uses
};
struct CurveAxis {
    CurveScale scale = CurveScale::Percent;
    double low = 0.0; ///< in axis units
    double high = 1.0;
};
std::vector<charts::Tick> curveTicks(const CurveAxis &axis, int most, const QLocale &locale = {});

/// A line beside the curve, x rising.
struct ReferenceLine {
    CurveReference meaning = CurveReference::Chance;
    QList<QPointF> points;
};

/// One curve of one outlook, in axis units. Absent parts are left empty.
class CurvePlot {
public:
    CurvePlot(ModelCurve curve, const Assessment &assessment);

    ModelCurve curve() const { return m_curve; }
    /// Why there is nothing to draw: a class that the curve needs is missing.
    bool isEmpty() const { return m_points.isEmpty(); }
    const CurveAxis &horizontal() const { return m_horizontal; }
    const CurveAxis &vertical() const { return m_vertical; }
    /// As corners of a line, x rising.
    const QList<QPointF> &points() const { return m_points; }
    const std::vector<ReferenceLine> &references() const { return m_references; }

    /// The threshold's point, exact: from the assessment and not from the curve, which is thinned.
    /// Absent where it is undefined.
    std::optional<QPointF> pointOf(const Assessment &assessment) const;
    /// By price a threshold is a line. Empty otherwise.
    QList<QPointF> lineOf(const Assessment &assessment) const;
    /// By price: where the threshold is the best, as weights of missed ones. Absent otherwise.
    std::optional<Suited> suitedTo(const Assessment &assessment) const;
    /// Where the values that are set lie along the axis; absent where they do not tell.
    std::optional<double> ownPrice(const Assessment &assessment) const;
    /// The threshold meant by a place in the plot: that of the nearest point in pixels, or by price
    /// the best one there. plotSize: of the plot. Absent without points.
    std::optional<Threshold> thresholdNear(QPointF axis, QSizeF plotSize) const;

private:
    void layPrecisionRecall();
    void layRoc();
    void layErrors();
    void layGain();
    void layNetBenefit();
    void layCost();
    std::optional<BestByPrice> byPriceWith(const Assessment &assessment) const;
    double axisOf(double weight) const;
    double heightAt(double weight, double gain, double loss) const;

    ModelCurve m_curve;
    ThresholdSweep m_sweep;
    double m_goodRows = 1.0;
    double m_badRows = 1.0;
    CurveAxis m_horizontal, m_vertical;
    QList<QPointF> m_points;
    QList<QPointF> m_places; ///< of the sweep's rows, where a threshold is a point
    std::vector<ReferenceLine> m_references;
    std::optional<BestByPrice> m_byPrice;
};

/// The edges of a band around a precision-recall or ROC curve, x rising. Pointwise it is the
/// interval of what is upright at each point; drag-safe it is the area of all rectangles.
struct BandEdges {
    QList<QPointF> lower, upper;
};
BandEdges bandEdges(ModelCurve curve, const CurveBand &band);

} // namespace oneinn
