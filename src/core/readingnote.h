// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace oneinn {

/// What a person may not expect of how a file was read, though nothing about it is in doubt. The
/// sentences are in wording.
struct ReadingNote {
    enum class Kind {
        Encoding,     ///< not UTF-8, and read as Windows-1252
        NoHeader,     ///< the first line is a record; columns are numbered
        Counted,      ///< the first line is 0, 1, 2, ... and taken for a header
        SameName,     ///< column: the one that is read; other: called the same, and not read
        Percent,      ///< cell: as it stands there; value: as it is read
        Thousands,    ///< likewise
        UnitInCells,  ///< likewise, in milliseconds
        FromList,     ///< other: the column with the lists; place: counted from 1
        OnlyDecides,  ///< column: the decisions that names, models without scores, are known by
        TwoKeys,      ///< column and other together say which example a row is of
        NoneFailed,   ///< other: what the person said marks failed calls, which no record has
        LabelsDiffer, ///< column: of example ids; of `value` examples `place` have two labels
        Joined,       ///< other: the file joined by column, or by row; value: records with a match
        OnlyLeft,     ///< other, column likewise; place: records without one; names: the first ids
        OnlyRight,    ///< the same of the other file
        AgainstRest,  ///< column: a label of several classes; cell: the one that is positive
        FewDays,      ///< column: of days; value: how many, too few to tell how days differ
        Repeats,      ///< column: not named by anyone, but its values look like cases asked again
        Binary,       ///< names: columns with cells of binary data, which are read as empty
        NoneRefused,  ///< likewise of calls that the model refused
        OtherWait,   ///< column: the wait to the first token, not looked at; other: the one that is
        InSteps,     ///< column: scores at the lower edges of `place` bins (0 before the rows are
                     ///< read); other: waits at the upper ones, of `value` bins
        FirstToken,  ///< column: the wait to the first token, which counts; other: the whole one
        AboveHeader, ///< value and place: the first and the last line before the header, not read
        PerhapsWait  ///< names: numbers that play no part and may be waits, where none are known
    };
    Kind kind = Kind::NoHeader;
    std::string column = {};
    std::string other = {};
    std::string cell = {};
    double value = 0.0;
    std::size_t place = 0;
    std::vector<std::string> names = {};

    friend bool operator==(const ReadingNote &, const ReadingNote &) = default;
};

} // namespace oneinn
