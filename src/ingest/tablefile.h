// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "ingest/columnguess.h"
#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"
#include "ingest/filebytes.h"
#include "ingest/predictionsfile.h"
#include "ingest/sourcetext.h"

#include <memory>
#include <optional>
#include <string_view>

namespace oneinn::ingest {

/// A delimited text in memory whose structure is known: its columns can be resolved as often as
/// need be, in one way and then in another, without reading the file again.
class TableFile {
public:
    using Ptr = std::shared_ptr<const TableFile>;

    /// Looks at all of the text; delimiter: guessed where it is absent. Problems, with the file's
    /// name: those of core/problem.h that a file can have before any column is chosen. Progress
    /// rises from 0 to 1.
    static Result<Ptr> of(FileBytes::Ptr bytes, std::optional<char> delimiter = {},
                          const JobControl &job = {});

    /// As ingest::load(), ingest::preview(); the mapping's delimiter is not looked at.
    Result<LoadedFile> load(const ColumnMapping &mapping, const JobControl &job = {}) const;
    Result<FilePreview> preview(const ColumnMapping &mapping, const JobControl &job = {}) const;

    const std::vector<ColumnProfile> &columns() const { return m_table.columns; }
    std::size_t records() const { return m_table.records; }
    const FileBytes &bytes() const { return *m_bytes; }
    char delimiter() const { return m_table.delimiter; }

private:
    Result<ResolvedTable> resolve(const ColumnMapping &mapping, const JobControl &job) const;
    Result<LoadedFile> loadInMemory(const ColumnMapping &mapping, const JobControl &job) const;
    std::vector<std::string> columnNames() const;
    Problem named(Problem problem) const;

    FileBytes::Ptr m_bytes;
    SourceText m_source;
    TableProfile m_table;
};

} // namespace oneinn::ingest
