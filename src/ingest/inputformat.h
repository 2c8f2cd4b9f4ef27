// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace oneinn::ingest {

/// How a table is written, where a person says so and it is not told by the file itself. Packed
/// files and encodings are told by their bytes all the same.
enum class InputFormat : std::uint8_t { Delimited, Json, Arff };

} // namespace oneinn::ingest
