// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <cstddef>
#include <string>

namespace oneinn::files {

/// What a session or a kind of feature may take: a thousand pins take a megabyte.
inline constexpr std::size_t largestSession = std::size_t{64} << 20;
inline constexpr std::size_t largestPreset = std::size_t{1} << 20;

/// A regular file's bytes, if there are at most so many; never waits for what may never come.
/// Problems: FileMissing, FileIsDirectory, NotARegularFile, FileUnreadable (detail: what the system
/// says), SettingsTooLarge. `file` is the path.
Result<std::string> readFile(const std::string &path, std::size_t most);

} // namespace oneinn::files
