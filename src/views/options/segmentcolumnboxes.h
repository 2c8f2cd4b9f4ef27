// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmentindex.h"

#include <QtGlobal>

#include <optional>
#include <string>
#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

/// By which column, or two crossed, uses are divided.
namespace oneinn {

class Predictions;

struct SegmentColumnBoxes {
    QComboBox *by;
    QComboBox *crossed;
};

/// Columns that were read, the one to begin with chosen, and behind them those that are to be read
/// first (many). wanted: to be chosen if they are there.
void fillSegmentColumns(const SegmentColumnBoxes &boxes, const Predictions &predictions,
                        const std::vector<std::string> &many,
                        const std::optional<SegmentsBy> &wanted);
/// All but the one that is crossed with them; what was chosen stays.
void fillCrossedColumns(const SegmentColumnBoxes &boxes, const Predictions &predictions,
                        const std::vector<std::string> &many);

/// What the boxes say.
SegmentsBy wantedSegments(const SegmentColumnBoxes &boxes);
/// Of this what was read; perhaps no column.
SegmentsBy readSegments(const SegmentColumnBoxes &boxes);
/// Absent: what the box says was read.
std::optional<std::string> columnToRead(const QComboBox &box);

} // namespace oneinn
