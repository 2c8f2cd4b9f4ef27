// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/segmentwords.h"

#include <QString>

/// Who pays for the average.
namespace oneinn::wording {

/// "Customers whose channel is bank-transfer pay for the average: of 100 frauds 14 are missed
/// there, and 5 elsewhere." Of a share that differs for sure; of segments with thresholds of their
/// own, which may have been chosen on these uses, on these.
QString payingSentence(const SegmentTable &table, const SegmentRow &row, Share share,
                       const FeatureWords &words = {});

} // namespace oneinn::wording
