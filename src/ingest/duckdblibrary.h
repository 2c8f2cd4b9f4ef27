// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace oneinn::ingest {

/// The part that is used of DuckDB's C interface (its version 1.2 and later), whose library is no
/// part of the program: scripts/get-parquet puts it where duckdbLibraryPath() says.
struct DuckDb {
    using Handle = void *;
    struct Result {
        std::uint64_t unused[3]; // NOLINT: as in C
        void *unusedColumns;
        char *unusedError;
        void *internal;
    };

    int (*createConfig)(Handle *config);
    int (*setConfig)(Handle config, const char *name, const char *value);
    void (*destroyConfig)(Handle *config);
    int (*open)(const char *path, Handle *database, Handle config, char **error);
    void (*close)(Handle *database);
    int (*connect)(Handle database, Handle *connection);
    void (*disconnect)(Handle *connection);
    int (*prepare)(Handle connection, const char *query, Handle *statement);
    const char *(*prepareError)(Handle statement);
    void (*destroyPrepare)(Handle *statement);
    int (*executeStreaming)(Handle statement, Result *result);
    const char *(*resultError)(Result *result);
    void (*destroyResult)(Result *result);
    std::uint64_t (*columnCount)(Result *result);
    const char *(*columnName)(Result *result, std::uint64_t column);
    Handle (*columnType)(Result *result, std::uint64_t column);
    void (*destroyType)(Handle *type);
    int (*typeId)(Handle type);
    std::uint64_t (*structSize)(Handle type);
    char *(*structName)(Handle type, std::uint64_t child);
    Handle (*structType)(Handle type, std::uint64_t child);
    void (*free)(void *memory);
    Handle (*fetchChunk)(Result result);
    std::uint64_t (*chunkSize)(Handle chunk);
    Handle (*chunkVector)(Handle chunk, std::uint64_t column);
    void (*destroyChunk)(Handle *chunk);
    void *(*vectorData)(Handle vector);
    std::uint64_t *(*vectorValidity)(Handle vector);

    /// Null where it is not installed, or is none that can be used. Loaded once, when first asked
    /// for and there.
    static const DuckDb *library();
};

/// In the user's folder for programs' data: $XDG_DATA_HOME or ~/.local/share. "": there is none.
std::filesystem::path duckdbLibraryPath();

} // namespace oneinn::ingest
