// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/sourcetext.h"

#include <string_view>

/// Files that were made smaller. A problem with one that is cut off or broken is FileDamaged
/// (detail: the format); one that would fill the memory is NotEnoughMemory.
namespace oneinn::ingest {

bool isGzip(std::string_view bytes);
/// Several members one after another are one text (RFC 1952).
Result<Converted> fromGzip(std::string_view bytes, const JobControl &job);

bool isZstandard(std::string_view bytes);
Result<Converted> fromZstandard(std::string_view bytes, const JobControl &job);

} // namespace oneinn::ingest
