// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/recalibration.h"

#include "core/clusters/influencespread.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

constexpr double quantile = 1.959963984540054; // the normal distribution's 97.5 %
constexpr int mostSteps = 100;

double logit(double p)
{
    const double held = std::clamp(p, heldFromEnds, 1.0 - heldFromEnds);
    return std::log(held / (1.0 - held));
}

double expit(double x)
{
    return x >= 0.0 ? 1.0 / (1.0 + std::exp(-x)) : std::exp(x) / (1.0 + std::exp(x));
}

struct LogitColumns {
    Eigen::ArrayXd outcome, x, weight;

    explicit LogitColumns(const CalibrationRows &rows)
        : outcome((rows.label > 0).cast<double>())
        , x(rows.probability.unaryExpr(&logit))
        , weight(rows.weight)
    {
    }
};

/// Gradient and information at (intercept, slope).
struct Fit {
    Eigen::Vector2d gradient = Eigen::Vector2d::Zero();
    Eigen::Matrix2d information = Eigen::Matrix2d::Zero();
    Eigen::Matrix2d spread = Eigen::Matrix2d::Zero(); ///< of the gradient, row by row

    Fit(const LogitColumns &c, double intercept, double slope)
    {
        for (Eigen::Index i = 0; i < c.x.size(); ++i) {
            const double p = expit(intercept + slope * c.x[i]);
            const Eigen::Vector2d row(1.0, c.x[i]);
            const double off = c.weight[i] * (c.outcome[i] - p);
            gradient += off * row;
            information += c.weight[i] * p * (1.0 - p) * (row * row.transpose());
            spread += off * off * (row * row.transpose());
        }
    }
};

/// Newton's method; absent where it does not settle.
std::optional<Eigen::Vector2d> settled(const LogitColumns &c)
{
    constexpr double tiny = 1e-12;
    constexpr double farthest = 1e3; // beyond, the classes are parted without exception
    Eigen::Vector2d at(0.0, 0.0);
    for (int step = 0; step < mostSteps; ++step) {
        const Fit fit(c, at[0], at[1]);
        const double size = fit.information.determinant();
        if (!(size > tiny * fit.information.squaredNorm()))
            return std::nullopt;
        const Eigen::Vector2d move = fit.information.inverse() * fit.gradient;
        at += move;
        if (!at.allFinite() || at.cwiseAbs().maxCoeff() > farthest)
            return std::nullopt;
        if (move.cwiseAbs().maxCoeff() < tiny * (1.0 + at.cwiseAbs().maxCoeff()))
            return at;
    }
    return std::nullopt;
}

bool areClustered(const CalibrationRows &rows)
{
    return rows.user.size() > 0 || rows.day.size() > 0;
}

/// By row, how far the outcome is off what is expected, times its weight.
Eigen::ArrayXd offBy(const LogitColumns &c, double intercept, double slope)
{
    return c.weight * (c.outcome - (intercept + slope * c.x).unaryExpr(&expit));
}

/// A value, and half of its 95 % interval.
struct Reaching {
    double value = 0.0;
    double error = 0.0;
    double reach = 0.0;
};

/// influence: of each row on the value. Sums of clusters take the place of rows.
Reaching clustered(double value, const Eigen::ArrayXd &influence, const CalibrationRows &rows)
{
    const InfluenceSpread spread = influenceSpread(influence, rows.user, rows.day);
    if (spread.clusters < fewestClusters)
        return {value, spread.standardError(), std::numeric_limits<double>::infinity()};
    return {value, spread.standardError(), spread.reach()};
}

/// The intercept at a slope of 1.
Reaching levelOf(const LogitColumns &c, const CalibrationRows &rows)
{
    constexpr double tiny = 1e-12;
    double at = 0.0;
    for (int step = 0; step < mostSteps; ++step) {
        const Fit fit(c, at, 1.0);
        const double move = fit.gradient[0] / fit.information(0, 0);
        at += std::clamp(move, -2.0, 2.0);
        if (std::abs(move) < tiny)
            break;
    }
    const Fit fit(c, at, 1.0);
    const double information = fit.information(0, 0);
    if (areClustered(rows))
        return clustered(at, offBy(c, at, 1.0) / information, rows);
    const double variance =
            rows.weighted ? fit.spread(0, 0) / (information * information) : 1.0 / information;
    return {at, std::sqrt(variance), quantile * std::sqrt(variance)};
}

/// slope of a fit that has settled.
Reaching slopeOf(const LogitColumns &c, const Fit &fit, const Eigen::Vector2d &at,
                 const CalibrationRows &rows)
{
    const Eigen::Matrix2d inverse = fit.information.inverse();
    if (areClustered(rows))
        return clustered(at[1], offBy(c, at[0], at[1]) * (inverse(1, 0) + inverse(1, 1) * c.x),
                         rows);
    const Eigen::Matrix2d variance =
            rows.weighted ? Eigen::Matrix2d(inverse * fit.spread * inverse) : inverse;
    const double error = std::sqrt(variance(1, 1));
    return {at[1], error, quantile * error};
}

Interval around(const Reaching &value)
{
    return {value.value - value.reach, value.value + value.reach};
}

bool isWithin(const Interval &inner, const Interval &outer)
{
    return inner.low >= outer.low && inner.high <= outer.high;
}

bool isApart(const Interval &a, const Interval &b)
{
    return a.high < b.low || a.low > b.high;
}

} // namespace

CalibrationVerdict Recalibration::verdict() const
{
    constexpr Interval slopes{0.8, 1.25};
    constexpr Interval levels{-0.2, 0.2};
    if (isWithin(slopeInterval, slopes) && isWithin(inTheLargeInterval, levels))
        return CalibrationVerdict::Enough;
    return isApart(slopeInterval, slopes) || isApart(inTheLargeInterval, levels)
            ? CalibrationVerdict::Not
            : CalibrationVerdict::CannotBeTold;
}

double Recalibration::recalibrated(double score) const
{
    return expit(intercept + slope * logit(score));
}

std::optional<double> Recalibration::scoreFor(double probability) const
{
    if (!(slope > 0.0))
        return std::nullopt;
    return expit((logit(probability) - intercept) / slope);
}

std::optional<Recalibration> recalibration(const CalibrationRows &rows)
{
    const auto positives = (rows.label > 0).count();
    if (positives == 0 || positives == rows.size())
        return std::nullopt;
    const LogitColumns c(rows);
    const auto at = settled(c);
    if (!at)
        return std::nullopt;
    const Fit fit(c, (*at)[0], (*at)[1]);
    const Reaching slope = slopeOf(c, fit, *at, rows);
    const Reaching level = levelOf(c, rows);
    Recalibration result;
    result.intercept = (*at)[0];
    result.slope = slope.value;
    result.slopeError = slope.error;
    result.slopeInterval = around(slope);
    result.inTheLarge = level.value;
    result.inTheLargeInterval = around(level);
    return result;
}

std::optional<double> observedToExpected(const CalibrationRows &rows)
{
    const double expected = (rows.weight * rows.probability).sum();
    if (!(expected > 0.0))
        return std::nullopt;
    return (rows.label > 0).select(rows.weight, 0.0).sum() / expected;
}

} // namespace oneinn
