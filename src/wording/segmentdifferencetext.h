// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmenttable.h"
#include "wording/feature.h"

#include <QString>

namespace oneinn::wording {

/// "misses 34 of 100 good ones, 20 elsewhere"; of few cases "misses 20 of 21 good ones, 39 of 100
/// elsewhere". There must be a share elsewhere.
QString segmentDifferenceText(const Proportion &here, const SegmentRow::Compared &compared,
                              const Feature &feature);

} // namespace oneinn::wording
