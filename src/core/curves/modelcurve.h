// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

namespace oneinn {

/// Ways to look at every threshold of the model itself, as if everybody waited.
enum class ModelCurve : std::uint8_t {
    PrecisionRecall,
    Roc,
    DetectionErrors, ///< detection error tradeoff (DET)
    Gain,
    NetBenefit, ///< decision curve
    Cost        ///< cost curve
};
inline constexpr std::array everyModelCurve{ModelCurve::PrecisionRecall, ModelCurve::Roc,
                                            ModelCurve::DetectionErrors, ModelCurve::Gain,
                                            ModelCurve::NetBenefit,      ModelCurve::Cost};

/// A line to compare a curve with.
enum class CurveReference : std::uint8_t {
    Chance,      ///< as many are shown without looking
    ShowAll,     ///< everything is shown
    ShowNothing, ///< nothing is
    AtItsWord,   ///< scores taken for probabilities
};

constexpr bool hasBand(ModelCurve curve)
{
    return curve == ModelCurve::PrecisionRecall || curve == ModelCurve::Roc;
}
/// What lies along the horizontal axis is a price, and not what a threshold does.
constexpr bool isByPrice(ModelCurve curve)
{
    return curve == ModelCurve::NetBenefit || curve == ModelCurve::Cost;
}
/// Along the curve from left to right thresholds fall.
constexpr bool fallsToTheRight(ModelCurve curve)
{
    return curve != ModelCurve::NetBenefit;
}

} // namespace oneinn
