// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/tableproblemwords.h"

#include "core/dataplace.h"
#include "wording/columnwords.h"
#include "wording/databasewords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <algorithm>
#include <array>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString detailText(const Problem &problem)
{
    constexpr qsizetype mostCharacters = 300;
    return middleElided(visible(QString::fromStdString(problem.detail)), mostCharacters);
}

QString chooseOne(Reader reader)
{
    return reader == Reader::CommandLine ? u"name the one with the predictions (--table-name)"_s
                                         : u"choose the one with the predictions"_s;
}

ProblemWords missing(const Problem &problem, Reader reader)
{
    const QString file = fileText(problem);
    if (problem.names.empty())
        return {u"%1 is no database, so it has no table named %2"_s.arg(file,
                                                                        quotedName(problem.detail)),
                u"leave the name of the table out"_s};
    return {u"%1 has no table named %2; its tables are %3"_s.arg(file, quotedName(problem.detail),
                                                                 listedNames(problem.names)),
            chooseOne(reader)};
}

} // namespace

QString fileText(const Problem &problem)
{
    if (problem.file.empty())
        return u"the file"_s;
    if (isDatabaseAddress(problem.file) && problem.file.find('?') != std::string::npos)
        return u"%1 at “%2”"_s.arg(quotedName(dataName(problem.file)), serverName(problem.file));
    return QChar(0x201C)
            + middleElided(visible(QString::fromStdString(problem.file)), mostPathCharacters)
            + QChar(0x201D);
}

bool isNamedAsDatabase(const std::string &file)
{
    constexpr std::array endings{".db", ".sqlite", ".sqlite3", ".db3"};
    return std::ranges::any_of(endings,
                               [&file](const char *ending) { return file.ends_with(ending); });
}

ProblemWords tableProblem(const Problem &problem, Reader reader)
{
    const QString file = fileText(problem);
    switch (problem.kind) {
    case ProblemKind::TableUnclear:
        if (problem.names.empty())
            return {u"%1 is a database without a table"_s.arg(file),
                    u"choose a file with a row for each prediction"_s};
        return {u"%1 is a database with %2 tables: %3"_s.arg(
                        file, countText(static_cast<double>(problem.names.size())),
                        listedNames(problem.names)),
                chooseOne(reader)};
    case ProblemKind::TableMissing:
        return missing(problem, reader);
    case ProblemKind::TableBroken:
        return {problem.column.empty()
                        ? u"%1 cannot be read: %2"_s.arg(file, detailText(problem))
                        : u"the table %1 of %2 cannot be read: %3"_s.arg(quotedName(problem.column),
                                                                         file, detailText(problem)),
                u"copy or download it again, or write the table to a CSV file with the program "
                "that made it"_s};
    case ProblemKind::TableWritten:
        return {u"%1 was written by another program while it was read"_s.arg(file),
                u"close that program, or try again"_s};
    default:
        return {};
    }
}

namespace {

/// A label of three classes is none before somebody says which one is looked for.
QString ofSeveralValues(const Problem &problem, Reader reader)
{
    if (problem.column.empty())
        return {};
    return u"; if that is %1, which has more than two values, say which one is positive, against "
           "all the others%2"_s.arg(quotedName(problem.column),
                                    optionsFor(reader, u"--positive"_s));
}

constexpr std::size_t countsOfATable = 4;

ProblemWords fourCountsWords(const QString &file, Reader reader)
{
    return {u"%1 holds four counts, of what was said against what was so, and no predictions"_s.arg(
                    file),
            reader == Reader::CommandLine
                    ? u"give them to metrics as --table TP,FP,FN,TN, in that order, without a file"_s
                    : u"type them into “From four numbers” on the start page"_s};
}

} // namespace

ProblemWords noLabelWords(const QString &file, const QString &columns, const Problem &problem,
                          Reader reader)
{
    if (problem.found == countsOfATable)
        return fourCountsWords(file, reader);
    return {u"no column of %1 looks like a label"_s.arg(file) + columns,
            u"choose the column that says what was really so"_s + optionsFor(reader, u"--label"_s)
                    + ofSeveralValues(problem, reader)};
}

} // namespace oneinn::wording
