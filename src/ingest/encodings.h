// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/sourcetext.h"

#include <string_view>

/// Texts in other encodings than UTF-8.
namespace oneinn::ingest {

/// By its byte order mark, or without one: nearly every second byte is 0, and hardly another.
bool isUtf16(std::string_view bytes);
Result<Converted> fromUtf16(std::string_view bytes, const JobControl &job);

/// Of a text that is not UTF-8: without control characters, and its letters beyond ASCII mostly
/// stand alone, as accents do among plain letters. A guess, since other encodings of one byte a
/// letter look alike; so it is noted.
bool isWindows1252(std::string_view bytes);
Result<Converted> fromWindows1252(std::string_view bytes, const JobControl &job);

} // namespace oneinn::ingest
