// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/recalibration.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

/// What each score comes to, for a service that wants calibrated ones.
namespace oneinn::report {

/// Whose scores they are.
struct RecalibrationSource {
    QString fileName;        ///< without its folder
    std::string scoreColumn; ///< its name in the file
    std::string model;       ///< empty: the file's rows are of no model
};

/// The mapping 1 / (1 + exp(-(intercept + slope logit(score)))), its numbers, and what it makes of
/// these scores, which are to rise. As doubles, read back the same.
QByteArray recalibrationJson(const Recalibration &bent, const std::vector<double> &scores,
                             const RecalibrationSource &source);
/// One row for each score, with what it comes to and the mapping's numbers.
QByteArray recalibrationCsv(const Recalibration &bent, const std::vector<double> &scores,
                            const RecalibrationSource &source);

/// Rising, each once, of scores that fall with ties.
std::vector<double> eachOnceRising(const std::vector<double> &falling);

} // namespace oneinn::report
