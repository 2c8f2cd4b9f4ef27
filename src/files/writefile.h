// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The only place where the program writes files; a test looks that no other source does.
namespace oneinn::files {

struct WriteOptions {
    /// Readable by nobody else, whatever it was before.
    bool ownerOnly = false;
    /// A named pipe without a reader is waited for, as a shell does; else it is a problem at once.
    bool waitForReader = false;
    /// What is being read: not replaced, by whatever name or link it is called.
    std::vector<std::string> neverOver = {};
};

/// All of the bytes or nothing: whatever goes wrong, even an end of the program within the call,
/// what was there before is still there, and nothing else is left beside it (a kill may leave a
/// second file with six letters after its name). Once it returns without a problem, the bytes are
/// on the disk.
///
/// Links are followed, and an existing file keeps its permissions. One that may not be written to
/// is not replaced either. Terminals, pipes, character devices and the program's own descriptors
/// (/dev/stdout) are written to as they are. The path is taken as the system's bytes.
///
/// Problems: FileIsRead; FileNotSaved; OutputNotWritten for what cannot be replaced. `file` is the
/// path.
std::optional<Problem> writeFile(const std::string &path, std::string_view bytes,
                                 const WriteOptions &options = {});

/// To standard output, unbuffered. Problem: OutputNotWritten.
std::optional<Problem> writeOutput(std::string_view bytes);

} // namespace oneinn::files
