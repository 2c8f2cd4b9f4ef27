// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/classes/classtrouble.h"
#include "core/job.h"
#include "core/problem.h"
#include "ingest/numberwriting.h"

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
    static constexpr std::uint16_t otherValue = 0xFFFF;

    std::vector<double> numbers;       ///< NaN where there is none
    std::vector<std::uint16_t> values; ///< indices in ColumnProfile::values, or otherValue
    std::vector<std::uint32_t> hashes; ///< of the text: equal cells have equal ones
};

/// What a column holds, over every record of the file.
struct ColumnProfile {
    static constexpr std::size_t valueLimit = 50;
    /// As many are known, so that a label may be of so many classes.
    static constexpr std::size_t classLimit = mostClasses;
    static constexpr std::size_t mostListed = 50;

    struct Value {
        std::string text; ///< as in the file, without white space around it
        std::size_t records = 0;
    };

    /// Without white space around it; "a (2)" for the second of that name, "probability[1]" for the
    /// second number in the lists of "probability", "column 3" where there is no header.
    std::string name;
    std::string header;        ///< as it stands in the file; "" where there is none
    std::size_t field = 0;     ///< of a record: its place
    std::vector<Value> values; ///< distinct, by first appearance; the first classLimit + 1 at most
    NumberShape numbers;
    ColumnSample sample;
    NumberWriting writing;
    std::string grouped; ///< a cell of the sample with a mark between thousands: "1,450"; or ""
    std::string written; ///< a number of the sample as it stands there; "" if none
    std::string ofList;  ///< the column whose lists it is from; "" for one that is the file's own
    std::size_t listSize = 0; ///< how many numbers these lists have

    bool hasManyValues() const { return values.size() > valueLimit; }
    /// More than can be classes.
    bool hasTooManyClasses() const { return values.size() > classLimit; }
};

/// A file's structure, known to be sound from the first byte to the last.
struct TableProfile {
    char delimiter = ',';
    std::size_t records = 0; ///< without the header
    std::vector<ColumnProfile> columns;
    bool sampleIsWhole = false;   ///< every record belongs to the columns' samples
    bool headerIsCounted = false; ///< as TableHeader::isCounted
    bool headerIsData = false;    ///< there is no header, and the first line is a record

    std::vector<std::string> names() const;                       ///< of all columns, in order
    std::optional<std::size_t> find(std::string_view name) const; ///< the first of that name
};

/// Reads all records of a text once and describes its columns.
///
/// How numbers are written: see writingguess.h. A column of lists, all of one size from 2 to
/// mostListed, is followed, behind all that are the file's own, by one column for each place in
/// them.
///
/// Where the records have one field more than the header, it is named "": the last if it is empty,
/// else the first, as R writes the names of rows.
///
/// firstLine: the line that the text begins on, for problems.
/// Problems: FileEmpty, HeaderOnly, TooLarge, Cancelled and those of DelimitedReader.
Result<TableProfile> profileTable(
        std::string_view text, char delimiter, const JobControl &job = {},
        std::uint64_t recordLimit = std::numeric_limits<std::uint32_t>::max(),
        std::size_t firstLine = 1);

} // namespace oneinn::ingest
