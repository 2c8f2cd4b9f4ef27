// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/opening.h"
#include "session/session.h"

#include <type_traits>

namespace oneinn {

/// For the background: what `work` makes, as a shared pointer, of the table of the file that is
/// open now, which is read again where it was not kept; null where that cannot be done any more.
template<typename Work> auto ofOpenTable(Session &session, Work work)
{
    const Source source = session.data().source;
    return [source, work, kept = session.loading().keptTable(source.path)](
                   const JobControl &job) -> std::invoke_result_t<Work, const ingest::TableFile &> {
        if (kept)
            return work(*kept);
        const auto read = readTableOf(source, job);
        return read && !job.stopRequested() ? work(*read.value()) : nullptr;
    };
}

} // namespace oneinn
