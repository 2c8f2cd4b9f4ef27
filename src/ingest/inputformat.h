// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace oneinn::ingest {

/// How a table is written, where a person says so and it is not told by the file itself. Packed
/// files and encodings are told by their bytes all the same.
enum class InputFormat : std::uint8_t { Delimited, Json, Arff };

/// Which table of a file that may hold several.
struct TableAsked {
    std::string name = {};           ///< "": the only one there is
    std::filesystem::path file = {}; ///< where the bytes are from, and others may lie beside
};

} // namespace oneinn::ingest
