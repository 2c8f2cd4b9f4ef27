// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// The numbers in a column, from a sample spread evenly over the file.
struct NumberShape {
    std::size_t cells = 0;   ///< that should be numbers: not missing, infinite or a time-out
    std::size_t numbers = 0; ///< of these, those that are finite numbers
    double low = 0.0;        ///< low, high and median are defined if numbers > 0
    double high = 0.0;
    double median = 0.0;
    bool integers = true; ///< every number is one

    /// Whether nearly every cell is a number.
    bool isNumeric() const { return numbers > 0 && numbers * 10 >= cells * 9; }
    /// Enough where the name already says that the column holds numbers.
    bool isHalfNumeric() const { return numbers > 0 && numbers * 2 >= cells; }
};

/// One and the same sample of records in every column, in the file's order; see TableProfile.
struct ColumnSample {
    static constexpr std::uint8_t otherValue = 0xFF;

    std::vector<double> numbers;       ///< NaN where there is none
    std::vector<std::uint8_t> values;  ///< indices in ColumnProfile::values, or otherValue
    std::vector<std::uint32_t> hashes; ///< of the text: equal cells have equal ones
};

/// What a column holds, over every record of the file.
struct ColumnProfile {
    static constexpr std::size_t valueLimit = 50;

    struct Value {
        std::string text; ///< as in the file, without white space around it
        std::size_t records = 0;
    };

    std::string name;          ///< without white space around it
    std::vector<Value> values; ///< distinct, by first appearance; the first valueLimit + 1 at most
    NumberShape numbers;
    ColumnSample sample;
    char decimalMark = '.';

    bool hasManyValues() const { return values.size() > valueLimit; }
};

/// A file's structure, known to be sound from the first byte to the last.
struct TableProfile {
    char delimiter = ',';
    std::size_t records = 0; ///< without the header
    std::vector<ColumnProfile> columns;
    bool sampleIsWhole = false; ///< every record belongs to the columns' samples
    bool headerIsData = false;  ///< every name is a number: the file seems to have no header

    std::vector<std::string> names() const;                       ///< of all columns, in order
    std::optional<std::size_t> find(std::string_view name) const; ///< the first of that name
};

/// Reads all records of a text once and describes its columns.
///
/// Decimal commas: never where the delimiter is a comma. Otherwise a column is read with them if
/// a cell can be nothing else ("0,75"; "1,234" could also be a thousand) and none holds a decimal
/// point; cells that could be either are then read so in the whole file.
///
/// Problems: FileEmpty, HeaderOnly, TooLarge, Cancelled and those of DelimitedReader.
Result<TableProfile> profileTable(
        std::string_view text, char delimiter, const JobControl &job = {},
        std::uint64_t recordLimit = std::numeric_limits<std::uint32_t>::max());

} // namespace oneinn::ingest
