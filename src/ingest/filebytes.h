// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace oneinn::ingest {

/// A whole file in memory.
///
/// A copy and not a memory map: a map would turn a file that is shortened while it is read into a
/// crash, and would not work on pipes.
class FileBytes {
public:
    /// Problems: FileMissing, FileIsDirectory, FileUnreadable (detail: what the system says),
    /// Cancelled. Reports progress from 0 to 1.
    static Result<FileBytes> read(const std::filesystem::path &path, const JobControl &job = {});

    std::string_view text() const { return {m_bytes.get(), m_size}; }

private:
    /// Room for so many bytes, those read so far kept; false if there is no memory.
    bool grow(std::size_t capacity);

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

} // namespace oneinn::ingest
