// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/thresholdsweep.h"
#include "support/randomrows.h"

#include <QTest>

namespace testsupport {

/// The core's sweep over an oracle's rows: late ones count in the totals alone.
inline oneinn::ThresholdSweep sweepOf(const naive::Rows &rows)
{
    const auto size = static_cast<Eigen::Index>(rows.size());
    Eigen::Array<std::uint8_t, Eigen::Dynamic, 1> label(size);
    Eigen::ArrayXd score(size);
    Eigen::ArrayXd weight(size);
    for (Eigen::Index i = 0; i < size; ++i) {
        const auto &row = rows[static_cast<std::size_t>(i)];
        label[i] = row.positive ? 1 : 0;
        score[i] = row.score;
        weight[i] = row.late ? 0.0 : row.weight;
    }
    auto sweep = oneinn::thresholdSweep(label, score, &weight);
    for (const auto &row : rows) {
        if (row.late)
            (row.positive ? sweep.positives : sweep.negatives) += row.weight;
    }
    return sweep;
}

/// The same sweep with scores at which nothing changes: above the top, and between neighbours.
inline oneinn::ThresholdSweep withIdleScores(const oneinn::ThresholdSweep &sweep)
{
    oneinn::ThresholdSweep result = sweep;
    const auto size = 2 * sweep.size() + 1;
    result.threshold.resize(size);
    result.tp.resize(size);
    result.fp.resize(size);
    result.threshold[0] = sweep.size() > 0 ? sweep.threshold[0] + 1.0 : 0.0;
    result.tp[0] = result.fp[0] = 0.0;
    for (Eigen::Index k = 0; k < sweep.size(); ++k) {
        const bool last = k + 1 == sweep.size();
        const double below = last ? sweep.threshold[k] - 1.0 : sweep.threshold[k + 1];
        result.threshold[2 * k + 1] = sweep.threshold[k];
        result.threshold[2 * k + 2] = sweep.threshold[k] / 2.0 + below / 2.0;
        result.tp[2 * k + 1] = result.tp[2 * k + 2] = sweep.tp[k];
        result.fp[2 * k + 1] = result.fp[2 * k + 2] = sweep.fp[k];
    }
    return result;
}

/// One data row per kind of random rows and seed; fetch them with fetchRandomRows().
inline void addRandomRows(unsigned seeds = 25)
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<unsigned>("seed");
    for (const auto &kind : naive::kinds()) {
        for (unsigned seed = 0; seed < seeds; ++seed)
            QTest::addRow("%s, seed %u", kind.c_str(), seed)
                    << QString::fromStdString(kind) << seed;
    }
}

inline naive::Rows fetchRandomRows()
{
    QFETCH(const QString, kind);
    QFETCH(const unsigned, seed);
    return naive::randomRows(kind.toStdString(), seed);
}

} // namespace testsupport
