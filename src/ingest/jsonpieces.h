// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where the values of a JSON text begin and end, by their brackets and quotes alone: so that each
/// record can be parsed by itself, and has a line.
namespace oneinn::ingest {

/// Between two looks at the stop token.
inline constexpr std::size_t piecesBetweenLooks = 1024;

/// A value, and the line that it begins on.
struct Piece {
    std::string_view text;
    std::size_t line = 1;
};

/// Behind white space.
std::size_t pastSpace(std::string_view text, std::size_t at);
/// Behind the string that starts there; the text's size if it does not end.
std::size_t pastString(std::string_view text, std::size_t at);
/// Behind the value that starts there; absent if it does not end.
std::optional<std::size_t> pastValue(std::string_view text, std::size_t at);

/// The values from `at` to `end`, with commas between them or without. Problems: JsonBroken,
/// Cancelled.
Result<std::vector<Piece>> piecesOf(std::string_view text, std::size_t at, std::size_t end,
                                    const JobControl &job);

/// The values by their keys of the object that starts at `at`, as places in the text; absent where
/// it is none.
std::optional<std::map<std::string, std::string_view>> membersOf(std::string_view text,
                                                                 std::size_t at);

Problem jsonProblem(std::size_t line, std::string detail);

inline constexpr const char *unendedJson = "an object or a list is not closed";

} // namespace oneinn::ingest
