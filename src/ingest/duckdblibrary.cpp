// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/duckdblibrary.h"

#include <cstdlib>
#include <mutex>
#include <optional>

#include <dlfcn.h>

namespace oneinn::ingest {

namespace {

template<typename Function>
void find(void *library, const char *name, Function &function, bool &complete)
{
    function = reinterpret_cast<Function>(::dlsym(library, name)); // NOLINT: what dlsym() is for
    complete = complete && function != nullptr;
}

void findReading(void *library, DuckDb &duckdb, bool &complete)
{
    find(library, "duckdb_column_count", duckdb.columnCount, complete);
    find(library, "duckdb_column_name", duckdb.columnName, complete);
    find(library, "duckdb_column_logical_type", duckdb.columnType, complete);
    find(library, "duckdb_destroy_logical_type", duckdb.destroyType, complete);
    find(library, "duckdb_get_type_id", duckdb.typeId, complete);
    find(library, "duckdb_struct_type_child_count", duckdb.structSize, complete);
    find(library, "duckdb_struct_type_child_name", duckdb.structName, complete);
    find(library, "duckdb_struct_type_child_type", duckdb.structType, complete);
    find(library, "duckdb_free", duckdb.free, complete);
    find(library, "duckdb_fetch_chunk", duckdb.fetchChunk, complete);
    find(library, "duckdb_data_chunk_get_size", duckdb.chunkSize, complete);
    find(library, "duckdb_data_chunk_get_vector", duckdb.chunkVector, complete);
    find(library, "duckdb_destroy_data_chunk", duckdb.destroyChunk, complete);
    find(library, "duckdb_vector_get_data", duckdb.vectorData, complete);
    find(library, "duckdb_vector_get_validity", duckdb.vectorValidity, complete);
}

std::optional<DuckDb> load()
{
    const auto path = duckdbLibraryPath();
    void *library =
            path.empty() ? nullptr : ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL); // NOLINT
    if (library == nullptr)
        return std::nullopt;
    DuckDb duckdb{};
    bool complete = true;
    find(library, "duckdb_create_config", duckdb.createConfig, complete);
    find(library, "duckdb_set_config", duckdb.setConfig, complete);
    find(library, "duckdb_destroy_config", duckdb.destroyConfig, complete);
    find(library, "duckdb_open_ext", duckdb.open, complete);
    find(library, "duckdb_close", duckdb.close, complete);
    find(library, "duckdb_connect", duckdb.connect, complete);
    find(library, "duckdb_disconnect", duckdb.disconnect, complete);
    find(library, "duckdb_prepare", duckdb.prepare, complete);
    find(library, "duckdb_prepare_error", duckdb.prepareError, complete);
    find(library, "duckdb_destroy_prepare", duckdb.destroyPrepare, complete);
    find(library, "duckdb_execute_prepared_streaming", duckdb.executeStreaming, complete);
    find(library, "duckdb_result_error", duckdb.resultError, complete);
    find(library, "duckdb_destroy_result", duckdb.destroyResult, complete);
    findReading(library, duckdb, complete);
    return complete ? std::optional(duckdb) : std::nullopt;
}

} // namespace

std::filesystem::path duckdbLibraryPath()
{
    constexpr auto inData = "one-in-n/duckdb/libduckdb.so";
    // Asked for before anything changes them, if ever.
    const char *data = std::getenv("XDG_DATA_HOME"); // NOLINT(concurrency-mt-unsafe)
    if (data != nullptr && *data == '/')
        return std::filesystem::path(data) / inData;
    const char *home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe)
    if (home == nullptr || *home != '/')
        return {};
    return std::filesystem::path(home) / ".local/share" / inData;
}

const DuckDb *DuckDb::library()
{
    static std::mutex mutex;
    static std::optional<DuckDb> loaded;
    const std::scoped_lock lock(mutex);
    if (!loaded)
        loaded = load();
    return loaded ? &*loaded : nullptr;
}

} // namespace oneinn::ingest
