// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// Names, normalised, of a moment and of a day; the clearest first.
std::span<const std::string_view> timestampNames();
std::span<const std::string_view> dayNames();

/// Whether the words of a name, normalised, say that it is the day of a use: "transaction_date",
/// "visited_on"; and not the day of a birth, a signup or a label.
bool isDayOfUse(const std::vector<std::string> &words);

} // namespace oneinn::ingest
