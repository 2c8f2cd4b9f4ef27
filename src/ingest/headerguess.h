// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// What the columns of a table are called.
struct TableHeader {
    std::vector<std::string> names; ///< one for each field of a record, each but "" once
    std::vector<std::string> written =
            {};             ///< as they stand in the file; "" where there is no header
    bool isData = false;    ///< the first line is a record, and the names are ours
    bool isCounted = false; ///< the names are 0, 1, 2, ...: a record can look so, too
};

/// From the first hundred records. The first line is data if every cell of it is a number,
/// unless they count from 0; or if one is a number that is no whole one, and each word of it stands
/// again below, in its own column, or holds a digit, as an id does.
///
/// Problems: FileEmpty and those of DelimitedReader in the first record.
Result<TableHeader> readHeader(std::string_view text, char delimiter, std::size_t firstLine,
                               const std::stop_token &stop);

/// What stands before the header of a table: a line "sep=;" as spreadsheets write it, and comments:
/// lines with # that have fewer fields than what follows them.
struct Preamble {
    std::size_t bytes = 0;
    std::size_t lines = 0;
    char delimiter = '\0'; ///< of the line "sep="; none
};
Preamble preambleOf(std::string_view text);

} // namespace oneinn::ingest
