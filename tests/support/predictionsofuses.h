// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"

#include <memory>
#include <string>

namespace testsupport {

/// As a file would have them: a row for each model and use. The users stay behind.
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
                (*columns.failed)[row] = rows.failedAt(use, model) ? 1 : 0;
            if (columns.weight)
                (*columns.weight)[row] = rows.weight[use];
        }
    }
    return std::make_shared<const oneinn::Predictions>(std::move(columns), oneinn::RowAccount());
}

} // namespace testsupport
