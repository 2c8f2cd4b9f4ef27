// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "views/options/segmentsmodel.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QHeaderView;
QT_END_NAMESPACE

/// In which order segments stand: by a box, or by a click on a header, which say the same.
namespace oneinn {

/// An item for each order that the table has; the model needs one.
void fillSegmentOrders(QComboBox &box, const SegmentsModel &model, const FeatureWords &words);
/// What the box says.
SegmentsModel::Order chosenSegmentOrder(const QComboBox &box);
/// After a click on the header of a column: by it, or turned round where that was so already.
SegmentsModel::Order turnedOrder(const SegmentsModel::Order &now, wording::SegmentColumn column);
/// Shows the model's order in both.
void markSegmentOrder(QComboBox &box, QHeaderView &header, const SegmentsModel &model);

} // namespace oneinn
