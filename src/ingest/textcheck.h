// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string_view>

namespace oneinn::ingest {

/// Why bytes cannot be read as UTF-8 text, if they cannot.
/// FileEmpty; FileBinary, detail: the format's name ("Excel", "ZIP", "Parquet", ...) or "NUL";
/// NotUtf8, line: of the first bad byte, detail: "UTF-16" where a byte order mark says so;
/// Cancelled.
std::optional<Problem> textProblem(std::string_view bytes, const std::stop_token &stop = {});

/// Without a leading UTF-8 byte order mark.
std::string_view withoutByteOrderMark(std::string_view bytes);

/// How many lines end in the text; LF, CRLF and CR each end one. Of no use when it was stopped.
std::size_t lineEnds(std::string_view text, const std::stop_token &stop = {});

} // namespace oneinn::ingest
