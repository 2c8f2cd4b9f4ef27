// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/nearbest.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

double signOf(bool shown)
{
    return shown ? -1.0 : 1.0;
}

} // namespace

NearBest holding(NearBest range, double best)
{
    if (range.lowest == range.highest && best < range.lowest)
        range.highest = best;
    range.lowest = std::min(range.lowest, best);
    return range;
}

NearBestRule::NearBestRule(const ValueGain &gain, const Tally &uses, double gained)
    : m_gain(gain)
    , m_uses(uses.weight)
    , m_squares(uses.squaredWeight)
    , m_negligible(negligibleLoss * gained / uses.weight)
    , m_rounding(gain.slack(uses.weight, uses.weight) / uses.weight)
{
    if (uses.rows > 1.0) {
        const boost::math::students_t spread(uses.rows - 1.0);
        m_standardErrors = boost::math::quantile(spread, nearBestConfidence)
                * std::sqrt(uses.rows / (uses.rows - 1.0)) / m_uses;
    }
}

double NearBestRule::loss(const UsesBetween &between, bool shown) const
{
    return signOf(shown) * m_gain(between.positive.weight, between.negative.weight) / m_uses;
}

double NearBestRule::reach(double squares) const
{
    return m_standardErrors * std::sqrt(std::max(0.0, squares)) + m_rounding;
}

bool NearBestRule::isNear(const UsesBetween &between, bool shown) const
{
    if (between.positive.rows + between.negative.rows < fewestToTell)
        return true;
    const double lost = loss(between, shown);
    if (lost <= m_negligible + m_rounding)
        return true;
    const double positive = between.positive.squaredWeight;
    const double negative = between.negative.squaredWeight;
    // Of each use's difference less the mean, weight by weight.
    const double squares = m_gain.right * m_gain.right * positive
            + m_gain.wrong * m_gain.wrong * negative
            - 2.0 * lost * signOf(shown) * m_gain(positive, negative) + lost * lost * m_squares;
    return lost <= reach(squares);
}

double NearBestRule::extremeLoss(const UsesBetween &least, const UsesBetween &most, double sign,
                                 bool largest) const
{
    const auto extreme = [sign, largest](double gain, const Tally &few, const Tally &many) {
        return sign * gain * ((sign * gain > 0.0) == largest ? many.weight : few.weight);
    };
    return (extreme(m_gain.right, least.positive, most.positive)
            + extreme(m_gain.wrong, least.negative, most.negative))
            / m_uses;
}

double NearBestRule::mostLost(const UsesBetween &least, const UsesBetween &most, bool shown) const
{
    return extremeLoss(least, most, signOf(shown), true);
}

bool NearBestRule::areFar(const UsesBetween &least, const UsesBetween &most, bool shown) const
{
    if (least.positive.rows + least.negative.rows < fewestToTell)
        return false;
    const double lost = extremeLoss(least, most, signOf(shown), false);
    if (lost <= m_negligible + m_rounding)
        return false;
    const double largest = mostLost(least, most, shown);
    const double positive = most.positive.squaredWeight;
    const double negative = most.negative.squaredWeight;
    const double squares = m_gain.right * m_gain.right * positive
            + m_gain.wrong * m_gain.wrong * negative
            + 2.0 * largest
                    * (std::abs(m_gain.right) * positive + std::abs(m_gain.wrong) * negative)
            + largest * largest * m_squares;
    return lost > reach(squares);
}

} // namespace oneinn
