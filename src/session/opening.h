// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "document/bytesdigest.h"
#include "ingest/tablefile.h"
#include "session/columnmemory.h"
#include "session/openeddata.h"

#include <memory>
#include <optional>

namespace oneinn {

/// A file that needs to be told how its columns are meant: for a person to choose from.
struct ColumnChoices {
    Source source;
    ingest::TableFile::Ptr table;
};

/// A file in memory, with the digest of it that is or will be known.
struct ReadTable {
    ingest::TableFile::Ptr table;
    std::shared_ptr<const BytesDigest> digest;
};

/// What opening a file came to.
struct Opened {
    Result<OpenedData> data;
    std::optional<ColumnChoices> choices; ///< only beside a problem
    /// Kept of what cannot be read again, such as a pipe: to be opened with other columns.
    std::optional<ReadTable> kept;
};

/// Reads and indexes a source; the file is read once, however often its columns are resolved.
/// kept: of an earlier opening of the same source with other columns, where there is one.
/// memory: what was chosen for files with such columns, taken where nobody chose anything for this
/// one, if it can be read so.
Opened openSource(const Source &source, const std::optional<ReadTable> &kept, const JobControl &job,
                  const ColumnMemory &memory = {});

/// The file alone, to choose columns from; Source::mapping says at most how it is delimited.
/// Problems: those of FileBytes::read() and TableFile::of().
Result<ingest::TableFile::Ptr> readTableOf(const Source &source, const JobControl &job);

} // namespace oneinn
