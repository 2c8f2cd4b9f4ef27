// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictioncolumns.h"
#include "ingest/columnmapping.h"

#include <cstddef>
#include <utility>

namespace oneinn::ingest {

/// An id that was there to tell rows by. The sample had others only; what comes again would be
/// taken for one case, asked again. It still tells copies.
inline void dropRepeatedId(PredictionColumns &columns, const ResolvedMapping &mapping)
{
    const auto rows = static_cast<std::size_t>(columns.label.size());
    if (!columns.exampleId || !mapping.idTellsRows() || columns.exampleId->values.size() == rows)
        return;
    columns.repeatedId = std::move(columns.exampleId->codes);
    columns.exampleId.reset();
}

} // namespace oneinn::ingest
