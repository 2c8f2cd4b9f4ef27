// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/predictionsofuses.h"
#include "support/randomuses.h"

#include <memory>
#include <random>
#include <utility>

namespace testsupport {

inline constexpr const char *kinds[] = {"a", "b", "", "d"};

/// Rows of randomUses() as a file has them, each use of one of four kinds; "" is an empty cell.
inline oneinn::PredictionsPtr withKinds(const oneinn::PairedRows &rows, std::mt19937 &random,
                                        bool ids = true)
{
    const auto plain = predictionsOf(rows, true);
    oneinn::PredictionColumns columns;
    columns.label = plain->label();
    columns.score = plain->score();
    columns.latency = plain->latency();
    columns.weight = plain->weight();
    if (ids) {
        columns.model = plain->model();
        columns.exampleId = plain->exampleId();
    }
    if (plain->hasFailures()) {
        columns.failed = oneinn::LabelColumn(plain->rows());
        for (Eigen::Index row = 0; row < plain->rows(); ++row)
            (*columns.failed)[row] = plain->callOf(row);
    }
    oneinn::CategoryColumn kind{"kind", {kinds, kinds + 4}, oneinn::CodeColumn(plain->rows())};
    const auto models = static_cast<Eigen::Index>(rows.models.size());
    for (Eigen::Index row = 0; row < plain->rows(); ++row)
        kind.codes[row] = row % models == 0 ? random() % 4 : kind.codes[row - 1];
    columns.segments.push_back(kind);
    return std::make_shared<const oneinn::Predictions>(std::move(columns), oneinn::RowAccount());
}

} // namespace testsupport
