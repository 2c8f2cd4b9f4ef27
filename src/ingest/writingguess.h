// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "ingest/numberwriting.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace oneinn::ingest {

/// How a column's cells are written; of lists, how many elements each has.
struct GuessedWriting {
    NumberWriting writing;
    std::size_t listSize = 0; ///< of NumberForm::Element, else 0
};

/// Tells from samples how the numbers of each column are written; what is no number is Plain. In
/// part only when it was stopped.
///
/// - The form is that of nine in ten cells; waits with a unit need half of them (the rest failed).
/// - The decimal mark is the file's: a comma where one can be nothing else ("0,75") and no point
///   can be nothing else. Where both are, each column has its own.
/// - What could be thousands ("1,450", "1.299") is, if its mark is not the decimal mark and that is
///   known: by another cell, or because a comma parts the columns. Else it is no number.
std::vector<GuessedWriting> guessWritings(
        std::size_t columns,
        const std::function<const std::vector<std::string> &(std::size_t)> &cellsOf, char delimiter,
        const JobControl &job);

} // namespace oneinn::ingest
