// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/classes/classtrouble.h"
#include "ingest/tablefile.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Columns with a score for each class, by their names: "p_invoice", "p_receipt".
namespace oneinn::ingest {

struct ClassScoreColumns {
    std::string pattern; ///< "p_*"
    std::vector<std::string> classes;
    std::vector<std::size_t> columns; ///< of the classes
    bool addUpToOne = false;          ///< in 99 of 100 records, but for rounding
};

/// Patterns, "*" standing for the class, of which every class has a numeric column; capitals count
/// alike, and so do blanks, "-" and "_".
std::vector<std::string> classScorePatterns(const std::vector<ColumnProfile> &columns,
                                            std::size_t label,
                                            const std::vector<std::string> &classes);

/// The numeric column of one of the classes, where every class has one and one pattern alone fits.
std::optional<std::size_t> scoreColumnOf(const std::vector<ColumnProfile> &columns,
                                         std::size_t label, const std::vector<std::string> &classes,
                                         const std::string &className);

/// All that the file may have, each with the further classes that its sums speak for.
std::vector<ClassScoreColumns> classScoresOf(const TableFile &table, std::size_t label,
                                             const std::vector<std::string> &classes);

/// Those that a person names. Troubles: PatternWrong, ScoreMissing.
std::variant<ClassScoreColumns, ClassTrouble> classScoresCalled(
        const TableFile &table, std::size_t label, const std::vector<std::string> &classes,
        const std::string &pattern);

} // namespace oneinn::ingest
