// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmenttable.h"

#include <cmath>
#include <memory>
#include <random>
#include <string>

namespace testsupport {

/// Made-up uses in segments that get smaller, alike but for what is said.
struct SegmentedRows {
    int uses = 1000;
    int segments = 4;
    int usesOfOneUser = 1; ///< 1: no users
    double positive = 0.3;
    double harderInFirst = 0.0; ///< by so much lower are scores of good ones there

    oneinn::PredictionsPtr made(std::mt19937 &random) const
    {
        std::normal_distribution<double> normal;
        std::uniform_real_distribution<double> uniform;
        oneinn::PredictionColumns columns;
        columns.label.resize(uses);
        columns.score.resize(uses);
        oneinn::CategoryColumn segment{.name = "kind", .values = {}, .codes = {}};
        segment.codes.resize(uses);
        for (int i = 0; i < segments; ++i)
            segment.values.push_back(std::to_string(i));
        oneinn::CategoryColumn user{.name = "user", .values = {}, .codes = {}};
        user.codes.resize(uses);
        oneinn::RowAccount account;
        double mood = 0.0;
        std::uint32_t kind = 0;
        for (int i = 0; i < uses; ++i) {
            if (i % usesOfOneUser == 0) {
                user.values.push_back(std::to_string(i / usesOfOneUser));
                mood = usesOfOneUser > 1 ? 0.8 * normal(random) : 0.0;
                // Each half as large as the one before.
                kind = 0;
                while (kind + 1 < static_cast<std::uint32_t>(segments) && uniform(random) < 0.6)
                    ++kind;
            }
            const bool good = uniform(random) < positive;
            const double harder = kind == 0 && good ? harderInFirst : 0.0;
            columns.label[i] = good ? 1 : 0;
            columns.score[i] = normal(random) + mood + (good ? 1.5 : 0.0) - harder;
            segment.codes[i] = kind;
            user.codes[i] = static_cast<std::uint32_t>(user.values.size() - 1);
            account.countUsed();
        }
        columns.segments.push_back(std::move(segment));
        if (usesOfOneUser > 1)
            columns.userId = std::move(user);
        return std::make_shared<const oneinn::Predictions>(std::move(columns), account);
    }
};

/// At a threshold in the middle.
inline oneinn::SegmentTable tableOf(const oneinn::PredictionsPtr &predictions)
{
    oneinn::Scenario scenario;
    scenario.threshold = {0.8};
    const auto rows = oneinn::ScenarioRows::prepare(predictions, scenario).value();
    const auto question = oneinn::segmentsQuestion(scenario, {{"kind"}});
    const auto index = oneinn::SegmentIndex::build(*rows, question, question.by).value();
    const std::vector<oneinn::Threshold> thresholds(index->segments().size(), scenario.threshold);
    const auto spreads = oneinn::segmentSpreads(*index, question, thresholds).value();
    return oneinn::segmentTable(*index, question, &spreads);
}

} // namespace testsupport
