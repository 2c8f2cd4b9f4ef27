// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

/// Cells of a table as numbers, read the same way in every locale.
namespace oneinn::ingest {

enum class CellKind {
    Number,
    Missing,    ///< empty, NA, N/A, NaN, null, None or "-", in any case
    NotFinite,  ///< inf, infinity, or beyond the range of double; the value carries the sign
    Unreadable, ///< anything else, thousands separators and percent signs included
};

struct NumberCell {
    CellKind kind = CellKind::Missing;
    double value = 0.0; ///< defined for Number and NotFinite
};

/// Without the white space around it.
std::string_view trimmed(std::string_view text);

char lowerCased(char c);
std::string lowerCased(std::string_view text);
bool equalIgnoringCase(std::string_view left, std::string_view right);

/// Whether a trimmed cell says that there is no value.
bool isMissing(std::string_view cell);

/// Whether a trimmed cell says that no answer came in time: timeout, timed out, time-out, ...
bool isTimeOut(std::string_view cell);

/// As text processors and reports write it in place of a hyphen.
inline constexpr std::string_view minusSign = "\xE2\x88\x92";

/// Reads a cell; a leading '+' or minusSign is allowed, numbers too small for a double are 0.
/// decimalMark: '.' or ','; a cell that holds the other one is unreadable.
NumberCell readNumber(std::string_view cell, char decimalMark = '.');

/// The number with the digits that are needed to read it back, in the C locale.
std::string textOf(double value);

} // namespace oneinn::ingest
