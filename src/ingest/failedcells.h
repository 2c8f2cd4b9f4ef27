// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Cells that say of a record that its call failed, so that there was no answer.
namespace oneinn::ingest {

struct FailedCells {
    std::string column;
    /// The cell's text, or a number written otherwise; absent: whatever saysFailed().
    std::optional<std::string> value = {};

    friend bool operator==(const FailedCells &, const FailedCells &) = default;
};

/// In a column about errors: not empty, no word for "none" and no code of success (0, 200).
bool saysFailed(std::string_view text);

/// What by itself says that a call brought no answer: a status of 400 to 599 in front, a time-out,
/// a deadline exceeded, a limit of requests, a service or connection that was not there. gRPC and
/// HTTP have these words.
bool isTechnicalFailure(std::string_view text);

/// Weaker words, which as often mean something else: "failed", "error", "aborted", "cancelled".
bool isCalledFailure(std::string_view text);

} // namespace oneinn::ingest
