// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <filesystem>
#include <optional>

namespace oneinn::ingest {

/// A database with the changes that lie beside it and are not merged into it, in a folder that only
/// this user can read and that goes with the object.
class SqliteCopy {
public:
    SqliteCopy() = default;
    SqliteCopy(const SqliteCopy &) = delete;
    SqliteCopy &operator=(const SqliteCopy &) = delete;
    SqliteCopy(SqliteCopy &&) = delete;
    SqliteCopy &operator=(SqliteCopy &&) = delete;
    ~SqliteCopy();

    /// Where nothing lies beside the file, none is made. Problems: TableWritten, FileUnreadable.
    std::optional<Problem> makeWhereNeeded(const std::filesystem::path &file);
    /// "": there is none.
    std::filesystem::path path() const;

private:
    std::filesystem::path m_folder;
};

} // namespace oneinn::ingest
