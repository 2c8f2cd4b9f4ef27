// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictionindex.h"
#include "support/randomrows.h"

#include <memory>

namespace testsupport {

inline constexpr double inTime = 100.0;
inline constexpr double tooLate = 900.0;
/// Between the two: separates late rows of the oracle from the others.
inline const oneinn::Budget oracleBudget = oneinn::Milliseconds{300.0};

/// The oracle's rows as predictions; rows without weight are left out, as reading a file does.
/// Absent if none is left.
inline oneinn::PredictionsPtr predictionsFrom(const naive::Rows &rows)
{
    naive::Rows kept;
    for (const auto &row : rows) {
        if (row.weight > 0.0)
            kept.push_back(row);
    }
    if (kept.empty())
        return nullptr;
    const auto n = static_cast<Eigen::Index>(kept.size());
    oneinn::PredictionColumns columns;
    columns.label.resize(n);
    columns.score.resize(n);
    columns.latency = Eigen::ArrayXd(n);
    columns.weight = Eigen::ArrayXd(n);
    oneinn::RowAccount account;
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto &row = kept[static_cast<std::size_t>(i)];
        columns.label[i] = row.positive ? 1 : 0;
        columns.score[i] = row.score;
        (*columns.latency)[i] = row.late ? tooLate : inTime;
        (*columns.weight)[i] = row.weight;
        account.countUsed();
    }
    return std::make_shared<const oneinn::Predictions>(std::move(columns), account);
}

inline std::shared_ptr<const oneinn::PredictionIndex> indexFrom(const naive::Rows &rows)
{
    return oneinn::PredictionIndex::build(predictionsFrom(rows)).value();
}

} // namespace testsupport
