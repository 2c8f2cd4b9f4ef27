// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>

namespace oneinn::ingest {

/// How long a pipe may keep us waiting.
struct PipePatience {
    std::chrono::milliseconds forWriter{5000};  ///< until somebody opens it to write
    std::chrono::milliseconds forBytes{120000}; ///< until the writer writes, each time
};

/// A file or a pipe, open for reading. Whatever has no end, a device or a socket, is refused before
/// it is opened: to open one may do something. Waiting for a pipe can be stopped at any time.
class InputFile {
public:
    /// Problems: FileMissing, FileIsDirectory, FileIsDevice, FileUnreadable (detail: what the
    /// system says).
    static Result<InputFile> open(const std::filesystem::path &path, PipePatience patience = {});
    InputFile(InputFile &&other) noexcept;
    InputFile &operator=(InputFile &&other) noexcept;
    InputFile(const InputFile &) = delete;
    InputFile &operator=(const InputFile &) = delete;
    ~InputFile();

    bool isPipe() const { return m_kind != Kind::Regular; }
    /// Bytes, as far as can be told: 0 for a pipe, and for files of the system that have no size.
    std::size_t sizeHint() const { return m_sizeHint; }

    /// Reads at least one byte and at most so many; 0 at the end. Problems: PipeSilent,
    /// FileUnreadable, Cancelled.
    Result<std::size_t> read(char *to, std::size_t most, const std::stop_token &stop);

private:
    enum class Kind { Regular, NamedPipe, NamelessPipe };

    InputFile() = default;
    /// What there is at once: bytes, or 0 at the end. Nothing when it has to be waited for.
    std::optional<Result<std::size_t>> readNow(char *to, std::size_t most);
    std::optional<Problem> wait(std::chrono::milliseconds atMost, const std::stop_token &stop);

    int m_descriptor = -1;
    Kind m_kind = Kind::Regular;
    std::size_t m_sizeHint = 0;
    PipePatience m_patience;
    bool m_hasWriter = false; ///< of a pipe: somebody was seen to have it open
};

} // namespace oneinn::ingest
