// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "support/population.h"

#include <cmath>
#include <string>

/// The samples as a person would ask of them, and their uses for the naive count.
namespace testsupport::naive {

struct Sample {
    const char *name;
    const char *model; ///< that is looked at; nullptr: there is one
    const char *other; ///< that stands in; nullptr: nobody can
    double threshold;
    double budget; ///< milliseconds; 0: the file has no latencies
};

inline const Sample samples[] = {
        {"inlinesuggestion", "cloud-large", "on-device-small", 0.55, 350.0},
        {"fraudalerts", nullptr, nullptr, 0.3, 50.0},
        {"listingrecommendations", nullptr, nullptr, 1.0, 120.0},
        {"assistantanswers", nullptr, nullptr, 0.5, 900.0},
        {"tumourscreening", "logistic-regression", nullptr, 0.4, 0.0},
};

/// Straight from the columns: rows of one model, with what another one says of the same example.
inline std::vector<Use> usesOf(const oneinn::Predictions &predictions,
                               const oneinn::Scenario &scenario, const std::string &other)
{
    const auto codeOf = [&](const std::string &model) {
        return predictions.model() ? predictions.model()->codeOf(model) : std::nullopt;
    };
    const auto own = codeOf(scenario.selection.model.value_or(std::string()));
    const auto stands = codeOf(other);
    std::vector<std::optional<std::size_t>> partner;
    if (stands) {
        partner.resize(predictions.exampleId()->values.size());
        for (std::size_t row = 0; row < std::size_t(predictions.rows()); ++row) {
            if (predictions.model()->codes[Eigen::Index(row)] == *stands)
                partner[predictions.exampleId()->codes[Eigen::Index(row)]] = row;
        }
    }
    const bool timed =
            predictions.hasLatency() && (scenario.budget || !scenario.patience.everyoneWaits());
    std::vector<Use> uses;
    double good = 0.0;
    double all = 0.0;
    for (Eigen::Index row = 0; row < predictions.rows(); ++row) {
        if (own && predictions.model()->codes[row] != *own)
            continue;
        Use use{.good = predictions.label()[row] != 0,
                .score = predictions.score()[row],
                .latency = timed ? (*predictions.latency())[row] : 0.0,
                .weight = predictions.weight() ? (*predictions.weight())[row] : 1.0};
        if (std::isnan(use.latency))
            continue;
        if (stands) {
            if (const auto found = partner[predictions.exampleId()->codes[row]]) {
                use.otherScore = predictions.score()[Eigen::Index(*found)];
                use.otherLatency = (*predictions.latency())[Eigen::Index(*found)];
            }
        }
        all += use.weight;
        good += use.good ? use.weight : 0.0;
        uses.push_back(use);
    }
    if (scenario.baseRate) {
        for (Use &use : uses)
            use.weight *= use.good ? *scenario.baseRate / (good / all)
                                   : (1.0 - *scenario.baseRate) / (1.0 - good / all);
    }
    return uses;
}

} // namespace testsupport::naive
