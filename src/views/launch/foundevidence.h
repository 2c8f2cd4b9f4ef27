// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropped.h"

#include <cstdint>
#include <string>

namespace oneinn {

/// Where what was found in a layer of a drop is to be seen.
struct FoundEvidence {
    enum class Place : std::uint8_t { Rows, Traffic, Calibration, Segments, Dials };
    Place place = Place::Rows;
    std::string column = {}; ///< of the file, where it is about one
    std::string value = {};  ///< of the column; for rows without one, its empty cells
};

/// Of what was found first in the layer; where nothing was, where one would look for it.
FoundEvidence evidenceOf(const Dropped &dropped, DropLayer layer);

} // namespace oneinn
