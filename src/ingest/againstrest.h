// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"

#include <algorithm>
#include <optional>
#include <string>

namespace oneinn::ingest {

/// The class that is looked at against all others; absent where the label has no more than two.
inline std::optional<std::string> classAgainstRest(const ResolvedMapping &mapping)
{
    const bool several = std::ranges::any_of(mapping.notes, [](const ReadingNote &note) {
        return note.kind == ReadingNote::Kind::AgainstRest;
    });
    return several ? std::optional(mapping.positive.value) : std::nullopt;
}

} // namespace oneinn::ingest
