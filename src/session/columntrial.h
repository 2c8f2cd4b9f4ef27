// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trialnumbers.h"
#include "ingest/tablefile.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// What a choice of columns would do to a file that is in memory, before it is opened so.
struct ColumnTrial {
    static constexpr std::size_t mostRecords = 100000; ///< of larger files every so-manieth counts

    std::size_t records = 0; ///< in the file
    std::size_t every = 1;   ///< of so many in a row, one was looked at
    /// Absent where not even the columns could be told.
    std::optional<ingest::ResolvedMapping> mapping = {};
    bool positiveIsClear = true;
    std::optional<TrialNumbers> numbers = {}; ///< absent where a problem keeps it from being read
    std::optional<Problem> problem = {};

    /// Nothing is left to be settled.
    bool mayBeOpened() const;
};

ColumnTrial tryColumns(const ingest::TableFile &table, const ingest::ColumnMapping &mapping,
                       const JobControl &job = {});

/// The first records of a file, of some of its columns.
struct TableHead {
    static constexpr std::size_t mostRecords = 50;
    static constexpr std::size_t mostColumns = 60;

    std::vector<std::size_t> columns = {};            ///< places in the table, ascending
    std::vector<std::vector<std::string>> cells = {}; ///< by record, then as columns
    std::size_t matching = 0;                         ///< columns that could be shown
};

/// Columns whose name holds `find` (in any case), at most mostColumns of them: those named in
/// `first` before all others, and else as the file has them. Numbers out of lists are shown only
/// where they are in `first`.
TableHead tableHead(const ingest::TableFile &table, const QString &find,
                    const std::vector<std::string> &first, const JobControl &job = {});

} // namespace oneinn
