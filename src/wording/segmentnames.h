// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmentindex.h"

#include <QString>

#include <string>
#include <vector>

namespace oneinn::wording {

/// "web", "web · card"; "(empty)" for an empty cell.
QString segmentName(const std::vector<std::string> &values);
/// "channel", "channel × country".
QString segmentsByName(const SegmentsBy &by);

} // namespace oneinn::wording
