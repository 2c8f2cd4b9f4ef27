// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/predictionsfile.h"

#include "ingest/filebytes.h"
#include "ingest/readingstages.h"
#include "ingest/tablefile.h"

namespace oneinn::ingest {

namespace {

namespace fs = std::filesystem;

Result<TableFile::Ptr> tableAt(const fs::path &path, const ColumnMapping &mapping,
                               const JobControl &job)
{
    const auto bytes = FileBytes::read(path, job.part(0.0, bytesRead));
    if (!bytes)
        return bytes.problem();
    return TableFile::of(bytes.value(), mapping.delimiter, job.part(bytesRead, tableKnown),
                         mapping.format, mapping.table.value_or(std::string()));
}

} // namespace

Result<LoadedFile> load(const fs::path &path, const ColumnMapping &mapping, const JobControl &job)
{
    const auto table = tableAt(path, mapping, job);
    if (!table)
        return table.problem();
    return table.value()->load(mapping, job.part(tableKnown, 1.0));
}

Result<FilePreview> preview(const fs::path &path, const ColumnMapping &mapping,
                            const JobControl &job)
{
    const auto table = tableAt(path, mapping, job);
    if (!table)
        return table.problem();
    return table.value()->preview(mapping, job.part(tableKnown, 1.0));
}

} // namespace oneinn::ingest
