// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace oneinn {

/// Which rows are taken as alike where it is said how sure a share is.
enum class RowsAlike : std::uint8_t {
    AsRead,  ///< those of one user, or day, or case; see RowClusters
    Never,   ///< each is taken as independent, whatever the columns say
    InGroups ///< the user ids are no users: what somebody said hangs together, such as sessions
};

} // namespace oneinn
