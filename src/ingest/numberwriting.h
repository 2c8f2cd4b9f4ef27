// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/numbers.h"

#include <cstddef>
#include <optional>
#include <string_view>

/// Numbers as people and tools write them, beyond the plain ones of numbers.h.
namespace oneinn::ingest {

enum class NumberForm {
    Plain,
    Percent,  ///< "89.5 %", which is 0.895
    Duration, ///< with its unit, see durationMs(); in milliseconds
    Element,  ///< one element of a list, see ListCell
};

/// How the numbers of a column are written.
struct NumberWriting {
    NumberForm form = NumberForm::Plain;
    char decimalMark = '.';
    char grouping = '\0';    ///< between the thousands: "1,450"; none
    std::size_t element = 0; ///< of Element: which one

    friend bool operator==(const NumberWriting &, const NumberWriting &) = default;
};

/// A number, with marks between its thousands or without: there, every mark has three digits behind
/// it and one to three before the first. Everything else as readNumber(cell, decimalMark).
NumberCell readNumber(std::string_view cell, const NumberWriting &writing);

/// "1,450": one to three digits, not 0 alone, and three behind each mark. A sign may stand before
/// it, and digits behind one `decimalMark`.
bool isGrouped(std::string_view cell, char grouping, char decimalMark);

/// A wait with its unit, in milliseconds: "812 ms", "1.4s", "1m2.5s", "250 µs" (ns to h, and their
/// words); as ISO 8601 writes it ("PT0.8S", without days); or as a clock from zero, of three parts,
/// or of two with a fraction ("00:00:00.8", "0 days 00:00:00.812"), below an hour: longer ones are
/// times of day. Absent for everything else.
std::optional<double> durationMs(std::string_view cell, const NumberWriting &writing);

/// A cell that holds a list of numbers: "[0.1, 0.9]", "[0.1 0.9]", "DenseVector([0.1, 0.9])", or
/// sparse as Spark writes it, "(2,[1],[0.9])". Nested lists are none.
struct ListCell {
    std::size_t size = 0;
    NumberCell element; ///< the one asked for
};
std::optional<ListCell> readList(std::string_view cell, std::size_t element);

} // namespace oneinn::ingest
