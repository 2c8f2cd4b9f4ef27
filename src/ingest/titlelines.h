// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace oneinn::ingest {

/// What stands above the header of a table: a title, when it was made, as spreadsheets export it.
struct TitleLines {
    std::size_t bytes = 0; ///< up to the header; 0: the text begins with it
    std::size_t lines = 0; ///< likewise, blank ones among them
};

/// Lines that are no part of the table, where that is beyond doubt: within the first 20 records
/// stands one of names (words, each once, none that comes again below it), nearly all records
/// behind it have as many fields, at least one column of theirs holds numbers, and every line
/// before it fills fewer cells: half as many at most where it has as many fields as the table.
///
/// delimiter: any of those that are guessed where it is absent.
TitleLines titleLinesOf(std::string_view text, std::optional<char> delimiter);

} // namespace oneinn::ingest
