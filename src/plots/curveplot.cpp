// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/curveplot.h"

#include "charts/decimate.h"
#include "core/curves/curvepoints.h"
#include "core/decision/netbenefit.h"
#include "core/metrics/curves.h"
#include "plots/curvegeometry.h"
#include "plots/precisionrecallplot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

constexpr int pricesDrawn = 400;
constexpr double usesTold = 1000.0;    ///< net benefit is of so many uses
constexpr double highestPrice = 0.995; ///< of a threshold probability: at 1 there is no price
constexpr double mostCost = 0.5;       ///< above, showing everything or nothing is better

QList<QPointF> pairsOf(const Eigen::ArrayXd &x, const Eigen::ArrayXd &y)
{
    QList<QPointF> points;
    points.reserve(x.size());
    for (Eigen::Index row = 0; row < x.size(); ++row)
        points.append(QPointF(x[row], y[row]));
    return points;
}

/// Even prices from 0 on.
QList<double> pricesTo(double highest)
{
    QList<double> prices;
    for (int i = 0; i <= pricesDrawn; ++i)
        prices.append(highest * i / pricesDrawn);
    return prices;
}

bool liesInUnit(const ThresholdSweep &sweep)
{
    return sweep.size() > 0 && sweep.threshold[0] <= 1.0
            && sweep.threshold[sweep.size() - 1] >= 0.0;
}

struct Shown {
    double right = 0.0;
    double wrong = 0.0;
};

/// In the units in which price weighs them.
std::optional<Shown> shownAt(const Assessment &assessment, bool ofUses)
{
    const ConfusionMatrix &matrix = assessment.restated;
    const double good = ofUses ? matrix.total() : matrix.positives();
    const double bad = ofUses ? matrix.total() : matrix.negatives();
    if (!(good > 0.0) || !(bad > 0.0))
        return std::nullopt;
    return Shown{matrix.tp() / good, matrix.fp() / bad};
}

} // namespace

CurvePlot::CurvePlot(ModelCurve curve, const Assessment &assessment)
    : m_curve(curve)
    , m_sweep(assessment.outlook->sweep)
{
    if (const auto &recall = assessment.intervals.recall)
        m_goodRows = std::max(1.0, recall->all.rows);
    if (const auto &fpr = assessment.intervals.fpr)
        m_badRows = std::max(1.0, fpr->all.rows);
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        layPrecisionRecall();
        break;
    case ModelCurve::Roc:
        layRoc();
        break;
    case ModelCurve::DetectionErrors:
        layErrors();
        break;
    case ModelCurve::Gain:
        layGain();
        break;
    case ModelCurve::NetBenefit:
        layNetBenefit();
        break;
    case ModelCurve::Cost:
        layCost();
        break;
    }
}

void CurvePlot::layPrecisionRecall()
{
    m_points = precisionRecallPoints(m_sweep);
    if (m_points.isEmpty())
        return;
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const Eigen::ArrayXd shown = m_sweep.tp + m_sweep.fp;
    m_places =
            pairsOf(m_sweep.tp / m_sweep.positives, (shown > 0.0).select(m_sweep.tp / shown, none));
    const double good = m_sweep.positives / (m_sweep.positives + m_sweep.negatives);
    m_references.push_back({CurveReference::Chance, {{0.0, good}, {1.0, good}}});
}

void CurvePlot::layRoc()
{
    const auto curve = rocCurve(m_sweep);
    if (!curve)
        return;
    m_points = pairsOf(curve->fpr, curve->tpr);
    m_places = m_points;
    m_references.push_back({CurveReference::Chance, {{0.0, 0.0}, {1.0, 1.0}}});
}

void CurvePlot::layErrors()
{
    const auto curve = detCurve(m_sweep, m_goodRows, m_badRows);
    if (!curve)
        return;
    m_points = pairsOf(curve->fpr, curve->fnr);
    m_places = m_points;
    m_horizontal = deviateAxis(m_badRows);
    m_vertical = deviateAxis(m_goodRows);
    // Of what is shown without looking as many of either class are shown.
    const double low = std::max(m_horizontal.low, -m_vertical.high);
    const double high = std::min(m_horizontal.high, -m_vertical.low);
    m_references.push_back({CurveReference::Chance, {{low, -low}, {high, -high}}});
}

void CurvePlot::layGain()
{
    const auto curve = gainCurve(m_sweep);
    if (!curve)
        return;
    m_points = pairsOf(curve->shown, curve->recall);
    m_places = m_points;
    m_references.push_back({CurveReference::Chance, {{0.0, 0.0}, {1.0, 1.0}}});
}

void CurvePlot::layNetBenefit()
{
    m_byPrice = BestByPrice::ofUses(m_sweep);
    if (!m_byPrice || !(m_sweep.positives > 0.0)) {
        m_byPrice.reset();
        return;
    }
    const double good = m_sweep.positives / (m_sweep.positives + m_sweep.negatives);
    constexpr double below = 0.15; // of the height, for what is worse than nothing
    m_vertical = {CurveScale::Thousand, -below * good * usesTold,
                  (1.0 + below / 2.0) * good * usesTold};
    QList<QPointF> all;
    QList<QPointF> word;
    for (const double pt : pricesTo(highestPrice)) {
        const BestSomewhere &best = m_byPrice->at(1.0 - pt);
        m_points.append({pt, usesTold * netBenefitOfShares(best.gain, best.loss, pt)});
        all.append({pt, usesTold * (pt > 0.0 ? netBenefitOfAlertingAll(good, pt) : good)});
        if (pt > 0.0 && liesInUnit(m_sweep))
            word.append({pt, usesTold * netBenefitAtItsWord(m_sweep, pt).value_or(0.0)});
    }
    m_references.push_back({CurveReference::ShowNothing, {{0.0, 0.0}, {1.0, 0.0}}});
    m_references.push_back({CurveReference::ShowAll, within(all, m_vertical)});
    if (!word.isEmpty())
        m_references.push_back({CurveReference::AtItsWord, within(word, m_vertical)});
}

void CurvePlot::layCost()
{
    m_byPrice = BestByPrice::ofRates(m_sweep);
    if (!m_byPrice)
        return;
    m_vertical = {CurveScale::Percent, 0.0, mostCost};
    for (const BestSomewhere &each : m_byPrice->all()) {
        const double weight = each.weights.low;
        m_points.append({weight, normalisedExpectedCost(each.gain, each.loss, weight)});
    }
    const BestSomewhere &last = m_byPrice->all().back();
    m_points.append({1.0, normalisedExpectedCost(last.gain, last.loss, 1.0)});
    m_points = within(m_points, m_vertical);
    m_references.push_back({CurveReference::ShowNothing, {{0.0, 0.0}, {mostCost, mostCost}}});
    m_references.push_back({CurveReference::ShowAll, {{mostCost, mostCost}, {1.0, 0.0}}});
}

/// The threshold that is set is one of those that are drawn, however they are thinned.
std::optional<BestByPrice> CurvePlot::byPriceWith(const Assessment &assessment) const
{
    const ThresholdSweep sweep =
            sweepWith(m_sweep, assessment.scenario.threshold, assessment.restated);
    return m_curve == ModelCurve::Cost ? BestByPrice::ofRates(sweep) : BestByPrice::ofUses(sweep);
}

double CurvePlot::axisOf(double weight) const
{
    return m_curve == ModelCurve::Cost ? weight : std::min(1.0 - weight, highestPrice);
}

double CurvePlot::heightAt(double weight, double gain, double loss) const
{
    return m_curve == ModelCurve::Cost ? normalisedExpectedCost(gain, loss, weight)
                                       : usesTold * netBenefitOfShares(gain, loss, axisOf(weight));
}

std::optional<Suited> CurvePlot::suitedTo(const Assessment &assessment) const
{
    const auto shown = shownAt(assessment, m_curve == ModelCurve::NetBenefit);
    if (!m_byPrice || !shown)
        return std::nullopt;
    const auto byPrice = byPriceWith(assessment);
    return byPrice ? std::optional(byPrice->suited(shown->right, shown->wrong)) : std::nullopt;
}

std::optional<QPointF> CurvePlot::pointOf(const Assessment &assessment) const
{
    const PointMetrics &metrics = assessment.metrics;
    if (isEmpty())
        return std::nullopt;
    if (isByPrice(m_curve)) {
        const auto suited = suitedTo(assessment);
        const auto shown = shownAt(assessment, m_curve == ModelCurve::NetBenefit);
        if (!suited || !shown)
            return std::nullopt;
        const double weight = suited->middle();
        return QPointF(axisOf(weight),
                       std::clamp(heightAt(weight, shown->right, shown->wrong), m_vertical.low,
                                  m_vertical.high));
    }
    const auto point = [](const std::optional<double> &x, const std::optional<double> &y) {
        return x && y ? std::optional(QPointF(*x, *y)) : std::nullopt;
    };
    switch (m_curve) {
    case ModelCurve::PrecisionRecall:
        return point(metrics.recall, metrics.precision);
    case ModelCurve::Roc:
        return point(metrics.fpr, metrics.recall);
    case ModelCurve::Gain:
        return point(metrics.alertRate, metrics.recall);
    default:
        break;
    }
    if (!metrics.fpr || !metrics.fnr)
        return std::nullopt;
    return QPointF(shareDeviate(*metrics.fpr, m_badRows), shareDeviate(*metrics.fnr, m_goodRows));
}

QList<QPointF> CurvePlot::lineOf(const Assessment &assessment) const
{
    const auto shown = shownAt(assessment, m_curve == ModelCurve::NetBenefit);
    if (!m_byPrice || !shown)
        return {};
    QList<QPointF> line;
    for (const double price : pricesTo(m_curve == ModelCurve::Cost ? 1.0 : highestPrice)) {
        const double weight = m_curve == ModelCurve::Cost ? price : 1.0 - price;
        line.append({price, heightAt(weight, shown->right, shown->wrong)});
    }
    return within(line, m_vertical);
}

std::optional<double> CurvePlot::ownPrice(const Assessment &assessment) const
{
    const auto &pt = assessment.value.elkan.threshold;
    if (!m_byPrice || !pt)
        return std::nullopt;
    if (m_curve == ModelCurve::NetBenefit)
        return *pt;
    // A wrong one costs pt where a missed one costs 1 - pt.
    const double missed = m_sweep.positives * (1.0 - *pt);
    const double wrong = m_sweep.negatives * *pt;
    return missed / (missed + wrong);
}

std::optional<Threshold> CurvePlot::thresholdNear(QPointF axis, QSizeF plotSize) const
{
    if (m_byPrice)
        return m_byPrice->at(m_curve == ModelCurve::Cost ? axis.x() : 1.0 - axis.x()).threshold;
    const auto nearest = nearestPlace(m_places, axis,
                                      {plotSize.width() / (m_horizontal.high - m_horizontal.low),
                                       plotSize.height() / (m_vertical.high - m_vertical.low)});
    if (!nearest)
        return std::nullopt;
    // All but precision-recall begin with nothing shown.
    const Eigen::Index row =
            m_curve == ModelCurve::PrecisionRecall ? *nearest : Eigen::Index(*nearest) - 1;
    return row < 0 ? Threshold::alertOnNothing() : Threshold{m_sweep.threshold[row]};
}

} // namespace oneinn
