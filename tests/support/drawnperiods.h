// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/perioduses.h"
#include "core/scenario.h"
#include "support/dropworld.h"

#include <cstdint>
#include <random>

/// Periods of a world, as their uses end.
namespace testsupport {

inline oneinn::Scenario dropScenario()
{
    oneinn::Scenario scenario;
    scenario.values = {5.0, -2.0, 0.0, 0.0};
    scenario.budget = oneinn::Milliseconds{900.0};
    scenario.threshold = {0.3};
    return scenario;
}

inline oneinn::PeriodUses usesOfPeriod(const oneinn::PredictionsPtr &predictions,
                                       const oneinn::Scenario &scenario,
                                       oneinn::DropMeasure measure)
{
    return *oneinn::periodUses(oneinn::PredictionIndex::build(predictions, {}).value(), scenario,
                               measure);
}

struct DrawnPair {
    oneinn::PeriodUses before, after;
};

inline DrawnPair drawnPair(const DropWorld &world, int uses, std::uint32_t seed,
                           oneinn::DropMeasure measure = oneinn::DropMeasure::Value)
{
    std::mt19937 random(seed);
    const auto before = drawnPeriod(beforeIt(world), false, uses, random);
    const auto after = drawnPeriod(world, true, uses, random);
    return {usesOfPeriod(before, dropScenario(), measure),
            usesOfPeriod(after, dropScenario(), measure)};
}

} // namespace testsupport
