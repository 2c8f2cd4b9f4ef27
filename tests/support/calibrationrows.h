// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/calibrationrows.h"
#include "support/vectors.h"

namespace testsupport {

/// The rows of a vector; a count makes so many of one.
inline oneinn::CalibrationRows calibrationRowsOf(const Vector &vector)
{
    const Eigen::ArrayXd label = numbers(vector.input.value(QLatin1String("label")));
    const Eigen::ArrayXd score = numbers(vector.input.value(QLatin1String("score")));
    Eigen::ArrayXd count = Eigen::ArrayXd::Ones(label.size());
    if (vector.input.contains(QLatin1String("count")))
        count = numbers(vector.input.value(QLatin1String("count")));
    const auto size = static_cast<Eigen::Index>(count.sum());
    oneinn::CalibrationRows rows;
    rows.label.resize(size);
    rows.probability.resize(size);
    rows.weight = Eigen::ArrayXd::Ones(size);
    Eigen::Index at = 0;
    for (Eigen::Index i = 0; i < label.size(); ++i) {
        for (double k = 0.0; k < count[i]; k += 1.0, ++at) {
            rows.label[at] = label[i] > 0.5 ? 1 : 0;
            rows.probability[at] = score[i];
        }
    }
    return rows;
}

} // namespace testsupport
