// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "ingest/inputfile.h"

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace oneinn::ingest {

/// A whole file in memory, read once: whoever wants a checksum of what was read takes it from here.
///
/// A copy and not a memory map: a map would turn a file that is shortened while it is read into a
/// crash, and would not work on pipes.
class FileBytes {
public:
    using Ptr = std::shared_ptr<const FileBytes>;

    /// A pipe is read to its end, and refused when it is longer than memory. What is seen to be
    /// binary from its first block is not read on.
    ///
    /// Problems, with the file's name: those of InputFile, FileBinary, NotUtf8 (detail "UTF-16"),
    /// NotEnoughMemory, Cancelled. Reports progress from 0 to 1.
    static Result<Ptr> read(const std::filesystem::path &path, const JobControl &job = {},
                            PipePatience patience = {});

    /// What was read from elsewhere, a database, as if a file of that name held it. It is kept as
    /// what comes out of a pipe is: reading it again may bring other rows.
    static Ptr from(std::filesystem::path path, std::string text);

    const std::filesystem::path &path() const { return m_path; }
    std::string_view text() const
    {
        return m_bytes ? std::string_view(m_bytes.get(), m_size) : std::string_view(m_elsewhere);
    }
    /// Whether it cannot be read a second time.
    bool isPipe() const { return m_isPipe; }

private:
    struct Free {
        void operator()(char *bytes) const { std::free(bytes); }
    };

    std::optional<Problem> readAll(InputFile &file, const JobControl &job);
    std::optional<Problem> readBlock(InputFile &file, std::size_t expected,
                                     const std::stop_token &stop);
    std::optional<Problem> grow(std::size_t capacity);

    std::filesystem::path m_path;
    std::unique_ptr<char, Free> m_bytes; ///< grown in place where the system can
    std::string m_elsewhere;             ///< in their place
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
    bool m_isPipe = false;
};

} // namespace oneinn::ingest
