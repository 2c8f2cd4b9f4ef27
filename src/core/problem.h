// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rolejudgement.h"
#include "core/wantedvalue.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace oneinn {

/// Everything that can be wrong with what a person gave us. The sentence for each is in wording.
enum class ProblemKind {
    FileMissing,
    FileIsDirectory,
    FileIsDevice, ///< a device or a socket: nothing that comes to an end
    PipeSilent,   ///< a pipe into which nobody writes
    FileUnreadable,
    FileEmpty,            ///< no bytes, or nothing but blank lines
    FileBinary,           ///< NUL bytes, a known binary signature
    NotUtf8,              ///< line: where the first bad byte is
    HeaderOnly,           ///< a header and no records
    UnclosedQuote,        ///< line: where the quoted field starts
    TextAfterQuote,       ///< line: something other than a delimiter follows a closing quote
    FieldCount,           ///< line; expected and found: number of fields
    ColumnMissing,        ///< column: the name asked for; names: those there are
    NoLabelColumn,        ///< names: those there are; column, detail: one of classes, a value; or
                          ///< found: 4 where the file holds four counts
    NoScoreColumn,        ///< nothing looks like a score; names: those there are; detail: decisions
    PositiveValueUnclear, ///< column; names: the values there are; ask which one is positive
    PositiveValueMissing, ///< column; detail: the value asked for and not found
    DecisionsDiffer,      ///< column: of decisions; names: the label's values, which they are not
    ColumnUnclear,        ///< which column plays a part, or what is in it: doubt
    LabelNotBinary,       ///< column; expected: 2; found: number of distinct values
    ValueMissing,         ///< column; detail: a value asked for (--where, --model) that no row has
    NothingUsable,        ///< every record was set aside; detail: the commonest reason
    TooLarge,             ///< more rows than can be indexed; found: records
    NotEnoughMemory,      ///< expected and found: bytes, needed and to be had
    FileDamaged,          ///< packed, and cut off or broken; detail: the format
    JsonBroken,           ///< line; detail: what the parser says; or wanted
    TableUnclear,         ///< several in a database; names: of those there are
    TableMissing,         ///< detail: the table asked for; names: those there are; none: no tables
    TableBroken,          ///< of a binary format; column: the table, or ""; detail: what is wrong
    TableWritten,         ///< a database that another program kept writing while it was read
    ArffBroken,           ///< line; detail: what is not read, or ""
    DatabaseAddressWrong, ///< file: as it was given; detail: what is wrong with it
    DatabaseDriverMissing, ///< detail: the package of Debian that brings it
    DatabaseAsksPassword,  ///< none was given, or another; found: 1 where one was and is refused
    DatabaseUnreachable,   ///< detail: what the driver says
    DatabaseRefused,       ///< what was asked of it; detail: what it says
    FileChanged,           ///< since it was opened, so its lines may be others
    FormatWrong,           ///< detail: the format asked for, which the file is not written in
    IdRepeated,            ///< column; detail: an id that joins two files; line and found: where
    RecordsDiffer,         ///< expected and found: records of two files that go row by row
    NothingJoined,         ///< column: of ids, none of which is in the file with what was so
    SettingWrong,          ///< column: the key; wanted; found: 0 where it lacks; detail: its word
    SettingUnknown,        ///< column: the key; detail: the keys there are
    NotASession,           ///< JSON, but of something else
    SessionNewer,          ///< found: its schema; expected: the newest that can be read
    SettingTooMany,        ///< column: the key; expected: the most there may be; found, or 0
    TooManyPins,           ///< expected: the most there may be
    SettingsTooLarge,      ///< expected: the most bytes that a file of settings may have
    NotARegularFile,       ///< a pipe or a device where a file is needed
    DataMoved,             ///< file: the data of a session; detail: where it was
    FileIsRead,            ///< not written over: what the answer is made from
    FileNotSaved,          ///< systemError; found: 1 where an older one was there, and still is
    OutputNotWritten, ///< a device, a pipe or standard output: systemError; a part may be there
    Cancelled,
};

/// What went wrong, where. What to do about it follows from the kind and is said by wording.
struct Problem {
    ProblemKind kind = ProblemKind::FileUnreadable;
    std::string file = {};
    std::optional<std::size_t> line = {}; ///< 1-based physical line
    std::string column = {};
    std::string detail = {};
    std::size_t expected = 0;
    std::size_t found = 0;
    int systemError = 0;                 ///< errno, where the system refused something
    std::vector<std::string> names = {}; ///< all there are; how many are said is for wording
    std::optional<RoleJudgement> doubt = {};
    std::optional<WantedValue> wanted = {};
};

/// A value, or the problem that kept it from being made.
template<typename T> class Result {
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Problem problem)
        : m_state(std::move(problem))
    {
    }

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<T>(m_state); }
    T &&value() && { return std::get<T>(std::move(m_state)); }
    const Problem &problem() const { return std::get<Problem>(m_state); }

private:
    std::variant<T, Problem> m_state;
};

} // namespace oneinn
