// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "ingest/columnguess.h"
#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"
#include "ingest/filebytes.h"
#include "ingest/predictionsfile.h"
#include "ingest/sourcetext.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// What a way to read a file would come to; nothing is decided by it.
struct TrialReading {
    ResolvedMapping mapping;
    bool positiveIsClear = true;
    std::size_t every = 1; ///< of so many records in a row, one was looked at
    Result<PredictionsPtr> predictions;
};

/// A record that cannot be used, or not of this model. Views into the file.
struct SetAsideRecord {
    std::size_t line = 0; ///< 1-based, of the file
    SetAsideReason reason = SetAsideReason::LabelMissing;
    std::string_view model; ///< "" unless several stand side by side in a record
    const std::vector<std::string_view> &cells; ///< as setAsideHeader() names them
};

/// A delimited text in memory whose structure is known: its columns can be resolved as often as
/// need be, in one way and then in another, without reading the file again.
class TableFile {
public:
    using Ptr = std::shared_ptr<const TableFile>;

    /// Looks at all of the text; delimiter: guessed where it is absent. Problems, with the file's
    /// name: those of core/problem.h that a file can have before any column is chosen. Progress
    /// rises from 0 to 1.
    /// table: of a database; "": its only one.
    static Result<Ptr> of(FileBytes::Ptr bytes, std::optional<char> delimiter = {},
                          const JobControl &job = {}, std::optional<InputFormat> format = {},
                          const std::string &table = {});

    /// Which rows of two files belong together: those with one id, in a column of either; without
    /// columns, those in the same place.
    struct JoinedBy {
        std::string left;
        std::string right;
    };
    /// Predictions with what was really so beside them, from another file; lines are those of the
    /// predictions. Who has no match has no label and is set aside so; all of it is in the notes.
    /// An id may come again among the predictions, as several models' rows do.
    /// Problems: ColumnMissing; IdRepeated, of the other file; RecordsDiffer; NothingJoined;
    /// NotEnoughMemory, Cancelled.
    static Result<Ptr> joined(const Ptr &predictions, const Ptr &truth, const JoinedBy &by,
                              const JobControl &job = {});

    /// As ingest::load(), ingest::preview(); the mapping's delimiter and format are not
    /// looked at.
    Result<LoadedFile> load(const ColumnMapping &mapping, const JobControl &job = {}) const;
    Result<FilePreview> preview(const ColumnMapping &mapping, const JobControl &job = {}) const;

    /// How the columns would be read, also where a person has yet to settle something, and what
    /// came of it: on every so-manieth record where there are more than mostRecords. Problems:
    /// those of preview(); those of load() are in TrialReading::predictions.
    Result<TrialReading> tryOut(const ColumnMapping &mapping, std::size_t mostRecords,
                                const JobControl &job = {}) const;
    /// Cells of the first records as they stand in the file, the columns in the order asked for; of
    /// a number in a list, the list. What is long is cut.
    std::vector<std::vector<std::string>> firstRecords(
            std::size_t most, const std::vector<std::size_t> &columns) const;

    /// Hands over every record's cells, in the file's order, as long as the sink says true.
    using RecordSink = std::function<bool(const std::vector<std::string_view> &)>;
    void eachRecord(const RecordSink &sink) const;

    using SetAsideSink = std::function<void(const SetAsideRecord &)>;
    /// Every record that loading with this mapping sets aside, in the file's order: of one model,
    /// or of all; and of those with these values in their cells. What loading counts, no more and
    /// no less. Problems: those of preview(), PositiveValueUnclear, ColumnUnclear, Cancelled.
    std::optional<Problem> eachSetAside(const ColumnMapping &mapping, const Selection &selection,
                                        const SetAsideSink &sink, const JobControl &job = {}) const;
    /// The names of a record's cells.
    std::vector<std::string> setAsideHeader() const;

    const std::vector<ColumnProfile> &columns() const { return m_table.columns; }
    std::size_t records() const { return m_table.records; }
    const FileBytes &bytes() const { return *m_bytes; }
    char delimiter() const { return m_table.delimiter; }

private:
    friend class TruthJoin;

    Result<ResolvedTable> resolve(const ColumnMapping &mapping, const JobControl &job) const;
    /// As resolve(), where nothing is left for a person to say.
    Result<ResolvedTable> settled(const ColumnMapping &mapping, const JobControl &job) const;
    Result<LoadedFile> loadInMemory(const ColumnMapping &mapping, const JobControl &job) const;
    Result<TrialReading> tryInMemory(const ColumnMapping &mapping, std::size_t mostRecords,
                                     const JobControl &job) const;
    std::vector<std::string> columnNames() const;
    Problem named(Problem problem) const;

    FileBytes::Ptr m_bytes;
    SourceText m_source;
    TableProfile m_table;
};

} // namespace oneinn::ingest
