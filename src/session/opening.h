// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "document/bytesdigest.h"
#include "ingest/tablefile.h"
#include "session/openeddata.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// The columns of a file that was read or that needs to be told how: for a person to choose from.
struct ColumnChoices {
    struct Column {
        std::string name;
        std::vector<std::string> values; ///< empty if there are many
    };
    Source source;
    std::vector<Column> columns;
    std::optional<ingest::ResolvedMapping> mapping; ///< how it was read; absent: it could not be
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
Opened openSource(const Source &source, const std::optional<ReadTable> &kept,
                  const JobControl &job);

} // namespace oneinn
