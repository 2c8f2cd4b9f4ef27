// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/endparts.h"

#include <cstddef>
#include <cstdint>

namespace oneinn {

/// How a use ends but for when, and whether another way to answer was right about it.
struct CodedEnd {
    bool good = false;
    UseDecision decision = UseDecision::NotShown;
    bool late = false;
    OwnAnswer own = OwnAnswer::Decides;
    bool rightElsewhere = false;

    static constexpr std::size_t decisions = 5;
    static constexpr std::size_t owns = 3;
    /// One more than the largest number().
    static constexpr std::size_t numbers = std::size_t{2} * 2 * 2 * decisions * owns;

    constexpr std::uint8_t number() const
    {
        const std::size_t flags = (good ? 1U : 0U) + (late ? 2U : 0U) + (rightElsewhere ? 4U : 0U);
        return static_cast<std::uint8_t>(
                (static_cast<std::size_t>(decision) * owns + static_cast<std::size_t>(own)) * 8U
                + flags);
    }
    static constexpr CodedEnd numbered(std::size_t number)
    {
        return {.good = (number & 1U) != 0,
                .decision = static_cast<UseDecision>(number / 8U / owns),
                .late = (number & 2U) != 0,
                .own = static_cast<OwnAnswer>(number / 8U % owns),
                .rightElsewhere = (number & 4U) != 0};
    }

    constexpr EndParts parts() const { return endParts(good, decision, late, own); }
    /// A good one shown, or a bad one silently not, whoever is still there.
    constexpr bool isRight() const
    {
        const UsePart part = partIfThere(good, decision, own);
        return part == UsePart::RightShown || part == UsePart::RightlySilent;
    }
};
static_assert(CodedEnd::numbered(CodedEnd::numbers - 1).number() == CodedEnd::numbers - 1);

} // namespace oneinn
