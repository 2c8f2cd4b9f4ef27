// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"
#include "core/scenario.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>

/// Uses made up at random, with everything that makes them hard.
namespace testsupport {

struct RandomUses {
    Eigen::Index uses = 100;
    Eigen::Index models = 2;
    bool latencies = true;
    bool weights = true;
    bool oneClass = false;
    bool failures = false;
};

/// Few distinct scores and latencies, so that ties are common; one answer in twenty times out, and
/// where calls fail, one in eight of each model does, but not the first.
inline oneinn::PairedRows randomUses(std::mt19937 &random, const RandomUses &wanted)
{
    const auto below = [&random](unsigned limit) { return static_cast<double>(random() % limit); };
    oneinn::PairedRows rows;
    rows.label.resize(wanted.uses);
    rows.weight.resize(wanted.uses);
    rows.score.resize(wanted.uses, wanted.models);
    rows.latency.resize(wanted.uses, wanted.latencies ? wanted.models : 0);
    for (Eigen::Index model = 0; model < wanted.models; ++model)
        rows.models.push_back("model " + std::to_string(model));
    for (Eigen::Index use = 0; use < wanted.uses; ++use) {
        rows.label[use] = wanted.oneClass || below(3) == 0.0 ? 1 : 0;
        rows.weight[use] = wanted.weights ? 0.25 + below(12) / 4.0 : 1.0;
        if (wanted.failures && use == 0)
            rows.failed.setZero(wanted.uses, wanted.models);
        for (Eigen::Index model = 0; model < wanted.models; ++model) {
            rows.score(use, model) = std::min(1.0, (below(40) + 15.0 * rows.label[use]) / 50.0);
            if (wanted.latencies)
                rows.latency(use, model) = below(20) == 0.0
                        ? std::numeric_limits<double>::infinity()
                        : 10.0 * below(60) * static_cast<double>(model + 1);
            if (wanted.failures && use > 0 && below(8) == 0.0) {
                rows.failed(use, model) = use % 3 == 0 ? oneinn::callRefused : oneinn::callFailed;
                rows.score(use, model) = 0.0;
                if (wanted.latencies)
                    rows.latency(use, model) = std::numeric_limits<double>::quiet_NaN();
            }
        }
    }
    return rows;
}

/// From one use to 3,000, small numbers as often as large ones; all kinds take their turn.
inline oneinn::PairedRows randomUses(std::mt19937 &random, int round, double most = 3000.0)
{
    const double share = static_cast<double>(random() % 1000) / 999.0;
    return randomUses(random,
                      {.uses = static_cast<Eigen::Index>(std::pow(most, share)),
                       .models = 2 + round % 2,
                       .latencies = round % 5 != 4,
                       .weights = round % 2 == 0,
                       .oneClass = round % 7 == 6,
                       .failures = round % 3 == 2});
}

/// Its first model as one would begin with it: in time within 300 ms, a wrong one worse than a
/// miss.
inline oneinn::Scenario firstModelScenario(const oneinn::PairedRows &rows)
{
    oneinn::Scenario scenario;
    scenario.selection.model = rows.models[0];
    scenario.threshold = {0.5};
    if (rows.hasLatency())
        scenario.budget = oneinn::Milliseconds{300.0};
    scenario.values = {2.0, -3.0, -1.0, 0.5, -0.5};
    return scenario;
}

} // namespace testsupport
