// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace testsupport {

/// A value for each code, one after the other.
inline std::optional<oneinn::CategoryColumn> clustersOf(const std::string &name,
                                                        const oneinn::CodeColumn &codes,
                                                        Eigen::Index models)
{
    if (codes.size() == 0)
        return std::nullopt;
    oneinn::CategoryColumn column{name, {}, oneinn::CodeColumn(codes.size() * models)};
    for (std::uint32_t code = 0; code <= codes.maxCoeff(); ++code)
        column.values.push_back(name + std::to_string(code));
    for (Eigen::Index row = 0; row < column.codes.size(); ++row)
        column.codes[row] = codes[row / models];
    return column;
}

/// As a file would have them: a row for each model and use, with their users and days.
inline oneinn::PredictionsPtr predictionsOf(const oneinn::PairedRows &rows, bool weighted)
{
    const auto models = static_cast<Eigen::Index>(rows.models.size());
    const Eigen::Index n = rows.uses() * models;
    oneinn::PredictionColumns columns;
    columns.label.resize(n);
    columns.score.resize(n);
    columns.model = oneinn::CategoryColumn{"model", rows.models, oneinn::CodeColumn(n)};
    columns.exampleId = oneinn::CategoryColumn{"id", {}, oneinn::CodeColumn(n)};
    if (rows.hasLatency())
        columns.latency = Eigen::ArrayXd(n);
    if (weighted)
        columns.weight = Eigen::ArrayXd(n);
    if (rows.hasFailures())
        columns.failed = oneinn::LabelColumn(n);
    columns.userId = clustersOf("user", rows.user, models);
    columns.day = clustersOf("day", rows.day, models);
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        columns.exampleId->values.push_back(std::to_string(use));
        for (Eigen::Index model = 0; model < models; ++model) {
            const Eigen::Index row = use * models + model;
            columns.label[row] = rows.label[use];
            columns.score[row] = rows.score(use, model);
            columns.model->codes[row] = static_cast<std::uint32_t>(model);
            columns.exampleId->codes[row] = static_cast<std::uint32_t>(use);
            if (columns.latency)
                (*columns.latency)[row] = rows.latency(use, model);
            if (columns.failed)
                (*columns.failed)[row] = rows.failed(use, model);
            if (columns.weight)
                (*columns.weight)[row] = rows.weight[use];
        }
    }
    return std::make_shared<const oneinn::Predictions>(std::move(columns), oneinn::RowAccount());
}

} // namespace testsupport
