// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/predictions/predictions.h"
#include "core/problem.h"
#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace oneinn::ingest {

/// Predictions and how they were read.
struct LoadedFile {
    PredictionsPtr predictions;
    ResolvedMapping mapping;
    std::vector<std::string> columns; ///< all names in the file, in its order
    char delimiter = ',';
    bool hasStages = false; ///< columns are named after stages of a pipeline (guessedStages())
};

/// What is in a file and how it would be read, for a person to confirm.
struct FilePreview {
    ResolvedMapping mapping;
    bool positiveIsClear = true; ///< false: load() refuses until ColumnMapping::positive is given
    std::vector<ColumnProfile::Value> labelValues;
    std::vector<std::string> columns;
    char delimiter = ',';
    std::size_t records = 0;
};

/// Reads a delimited text file into predictions, or says what keeps it from being read. Nothing
/// is dropped unseen: predictions->account() holds every record.
///
/// The text is read twice from memory: once to check its structure to the end and to see what the
/// columns hold (so that a guess never depends on how the rows are ordered), once for the values.
///
/// Problems: all kinds of core/problem.h but ValueMissing; file is always set.
/// Progress rises from 0 to 1 without steps back. Whoever may want to load the same file with
/// another mapping, or needs its bytes, takes TableFile.
Result<LoadedFile> load(const std::filesystem::path &path, const ColumnMapping &mapping = {},
                        const JobControl &job = {});

/// The first half of load(). PositiveValueUnclear and NothingUsable are no problem here.
Result<FilePreview> preview(const std::filesystem::path &path, const ColumnMapping &mapping = {},
                            const JobControl &job = {});

} // namespace oneinn::ingest
