// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/recalibration.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double quantile = 1.959963984540054; // the normal distribution's 97.5 %
constexpr int mostSteps = 100;

double logit(double p)
{
    constexpr double edge = 1e-6;
    const double held = std::clamp(p, edge, 1.0 - edge);
    return std::log(held / (1.0 - held));
}

double expit(double x)
{
    return x >= 0.0 ? 1.0 / (1.0 + std::exp(-x)) : std::exp(x) / (1.0 + std::exp(x));
}

struct Columns {
    Eigen::ArrayXd outcome, x, weight;

    explicit Columns(const CalibrationRows &rows)
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

    Fit(const Columns &c, double intercept, double slope)
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
std::optional<Eigen::Vector2d> settled(const Columns &c)
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

/// The intercept at a slope of 1, and its error.
std::pair<double, double> levelOf(const Columns &c, bool weighted)
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
    const double variance =
            weighted ? fit.spread(0, 0) / (information * information) : 1.0 / information;
    return {at, std::sqrt(variance)};
}

Interval around(double value, double error)
{
    return {value - quantile * error, value + quantile * error};
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
    const Columns c(rows);
    const auto at = settled(c);
    if (!at)
        return std::nullopt;
    const Fit fit(c, (*at)[0], (*at)[1]);
    const Eigen::Matrix2d inverse = fit.information.inverse();
    const Eigen::Matrix2d variance =
            rows.weighted ? Eigen::Matrix2d(inverse * fit.spread * inverse) : inverse;
    Recalibration result;
    result.intercept = (*at)[0];
    result.slope = (*at)[1];
    result.slopeError = std::sqrt(variance(1, 1));
    result.slopeInterval = around(result.slope, result.slopeError);
    const auto [level, error] = levelOf(c, rows.weighted);
    result.inTheLarge = level;
    result.inTheLargeInterval = around(level, error);
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
