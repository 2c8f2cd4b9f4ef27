// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace oneinn::ingest {

/// The delimiter of a table: of comma, semicolon, tab and pipe the one that splits the header and
/// gives most of the first records as many fields as the header; on a tie, the one that gives
/// more fields, then the one that gives more numbers. Comma if none splits the header.
char guessDelimiter(std::string_view text);

} // namespace oneinn::ingest
