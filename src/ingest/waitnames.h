// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnnames.h"

#include <optional>
#include <string>
#include <vector>

namespace oneinn::ingest {

/// How well a name fits a column of waits, in English, German, French or Spanish; a unit may stand
/// behind it ("Antwortzeit (ms)"). That the wait is the one to a first sign of an answer lowers it,
/// that it is the total raises it.
///
/// whole, words: of a name, normalised() and wordsOf().
std::optional<NameFit> waitNameFit(const std::string &whole, const std::vector<std::string> &words);

} // namespace oneinn::ingest
