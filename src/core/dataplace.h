// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

/// Where data are, in one text: the path of a file, or the address of a database
/// ("postgresql://ann@host:5432/database?table=payments"), which is never a path.
namespace oneinn {

bool isDatabaseAddress(std::string_view place);

/// What it is called in passing: the file's name; of a database the table, or, where none is named,
/// the database. May be empty.
std::string dataName(std::string_view place);

/// "%20" as a space, and so on; what is no such code stays as it is.
std::string percentDecoded(std::string_view text);
/// All but letters, digits and - . _ ~ as codes.
std::string percentEncoded(std::string_view text);

} // namespace oneinn
