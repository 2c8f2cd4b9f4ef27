// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latency/patience.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Patience as a person types it, in the window, on the command line and in presets: the same
/// everywhere and in every locale.
namespace oneinn {

/// More points than this say nothing more about people, and each costs time with every use.
inline constexpr std::size_t mostPatiencePoints = 1000;

/// Why a text is no patience curve, and which piece of it is to blame.
struct PatienceTextFault {
    enum class Kind {
        NotAPoint, ///< neither TIME=SHARE nor "half gone at TIME"
        NoTime,    ///< not a number with ms or s
        NoShare,   ///< not a number, with or without %
        TooMany,   ///< more than mostPatiencePoints
        Curve      ///< points that make no curve: see `curve`
    };
    Kind kind = Kind::NotAPoint;
    std::string piece; ///< as typed, without the spaces around it; the whole text where no single
                       ///< piece is at fault
    std::optional<PatienceFault> curve = {};

    friend bool operator==(const PatienceTextFault &, const PatienceTextFault &) = default;
};

/// Points such as "500ms=0.9, 2s=50%" or "half gone at 0.8 s", separated by commas, semicolons or
/// line breaks; nothing at all, or "everyone", for a curve on which everyone waits.
std::variant<PatienceCurve, PatienceTextFault> readPatience(
        std::string_view text, PatienceShape shape = PatienceShape::Piecewise);

/// What readPatience() makes the same points of: "500ms=90%, 2s=50%"; empty without points.
std::string patienceText(const std::vector<PatiencePoint> &points);

/// "points", "weibull", "lognormal".
std::string_view nameOf(PatienceShape shape);
std::optional<PatienceShape> patienceShapeNamed(std::string_view name);

} // namespace oneinn
