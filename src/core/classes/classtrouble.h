// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace oneinn {

/// Why a file cannot be read as rows of several classes.
struct ClassTrouble {
    enum class Kind : std::uint8_t {
        ColumnMissing,   ///< column: the name asked for; names: those there are
        NoLabel,         ///< nothing looks like a label; names: the columns
        LabelUnclear,    ///< names: columns that may each be the label
        TwoValues,       ///< column: the label; names: its values, two or fewer
        TooManyValues,   ///< column: the label; found: more values than can be classes
        NothingDecided,  ///< no score for each class, and no decision; names: the classes
        ScoresUnclear,   ///< names: patterns of columns that may each be the scores
        ScoreMissing,    ///< column: the pattern; names: classes without a column of it
        ScoresNotShares, ///< column: the pattern, guessed, whose columns do not add up to 1
        PatternWrong,    ///< column: a pattern without exactly one '*'
        ClassUnknown,    ///< column: a class that an option names; names: those there are
        NothingUsable,   ///< every record was set aside
    };
    Kind kind = Kind::NoLabel;
    std::string column = {};
    std::vector<std::string> names = {};
    std::size_t found = 0;
};
inline constexpr std::size_t mostClasses = 500;

} // namespace oneinn
