// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/scorecalibration.h"
#include "wording/calibrationwords.h"
#include "wording/fact.h"

#include <QList>
#include <QString>
#include <QStringList>

/// What stands on and beside the picture of how well scores come true.
namespace oneinn::wording {

struct CalibrationViewWords {
    QString sentence;
    QList<Fact> facts; ///< slope, level, error, Brier score; those that are known
    QString elkan;     ///< whether its threshold may be used
    QString summary;   ///< all of it, for those who cannot see the picture
};
CalibrationViewWords calibrationViewWords(const CalibrationFindings &findings,
                                          const FeatureWords &product = {});

QString calibrationPendingText();
QString calibrationCancelledText();
QString noProbabilitiesText();
/// Where no bin can be drawn; empty where some can.
QString noBinsText(const ScoreCalibration &calibration);

struct CalibrationAxes {
    QString horizontal;
    QString vertical;
};
CalibrationAxes calibrationAxes();
/// Beside a threshold: what a score there comes to.
QString comesToText(const Recalibration &bent, double score);
/// On the mark of the threshold that calibrated scores call for.
QString elkanMarkLabel();
QString calibrationLegend();
/// What saving the recalibrated scores brings, or why they are not known.
QString mappingText(bool isKnown, const FeatureWords &product = {});
/// The same, beside what each looks like.
struct CalibrationKey {
    QString bins;
    QString exact;
    QString recalibrated;
};
CalibrationKey calibrationKey();

/// "0.10 to 0.20: of 800, 15 of 100 came true, between 12 and 18; the scores say 14".
QString binText(const ReliabilityBin &bin);

/// A table of the bins, shares of 100: scores, rows, what they say, what came true.
QStringList binHeaders();
QStringList binCells(const ReliabilityBin &bin);

} // namespace oneinn::wording
