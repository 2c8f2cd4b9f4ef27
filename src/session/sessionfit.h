// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/misfit.h"
#include "ingest/tablefile.h"
#include "session/openeddata.h"

#include <vector>

namespace oneinn {

/// Reads the data of a session, which may have changed since: what is said of columns or values
/// that are no longer there is taken out of the source's mapping and guessed again.
Result<ingest::LoadedFile> loadWhatFits(const ingest::TableFile &table, Source &source,
                                        std::vector<Misfit> &misfits, const JobControl &job);

/// Takes what has no place in the data out of the source's scenario and pins.
void keepWhatFits(Source &source, const Predictions &predictions, std::vector<Misfit> &misfits);

} // namespace oneinn
