// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/databasewords.h"

#include "core/dataplace.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/tableproblemwords.h"

#include <algorithm>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What somebody else has written: in one line, and not without end.
QString toldText(const Problem &problem)
{
    constexpr qsizetype most = 400;
    return problem.detail.empty()
            ? QString()
            : u": "_s + middleElided(visible(QString::fromStdString(problem.detail)), most);
}

QString server(const Problem &problem)
{
    return QChar(0x201C) + serverName(problem.file) + QChar(0x201D);
}

ProblemWords passwordWords(const Problem &problem, Reader reader)
{
    const bool typed = reader == Reader::CommandLine;
    const QString elsewhere =
            u", or keep it where the driver looks: PGPASSWORD or ~/.pgpass for PostgreSQL"_s;
    if (problem.found == 1)
        return {u"%1 does not accept this password"_s.arg(server(problem)),
                (typed ? u"run this again and type another"_s : u"type another"_s) + elsewhere};
    return {u"%1 asks for a password"_s.arg(server(problem)),
            (typed ? u"run this in a terminal, where you are asked for it"_s
                   : u"type it when you are asked"_s)
                    + elsewhere};
}

ProblemWords spokenTo(const Problem &problem, Reader reader)
{
    switch (problem.kind) {
    case ProblemKind::DatabaseAddressWrong:
        return {u"“%1” is no address of a database that can be read%2"_s.arg(
                        middleElided(visible(QString::fromStdString(problem.file)),
                                     mostPathCharacters),
                        toldText(problem)),
                u"write it like postgresql://USER@HOST:5432/DATABASE?table=NAME"_s};
    case ProblemKind::DatabaseDriverMissing:
        return {u"the driver that reads %1 is not installed"_s.arg(server(problem)),
                u"install the package %1, and start this program again"_s.arg(
                        nameText(problem.detail))};
    case ProblemKind::DatabaseAsksPassword:
        return passwordWords(problem, reader);
    case ProblemKind::DatabaseUnreachable:
        return {u"%1 cannot be reached%2"_s.arg(server(problem), toldText(problem)),
                u"check host, port, database and user, and that the server runs and lets you in"_s};
    case ProblemKind::DatabaseRefused:
        return {u"%1 did not do what it was asked for%2"_s.arg(server(problem), toldText(problem)),
                u"check the names of the table and its columns, and that you may read them"_s};
    default:
        return {};
    }
}

} // namespace

QString readingRows(double rows, double bytes)
{
    constexpr double megabyte = 1e6;
    const QString many = rows == 1.0 ? u"about 1 row"_s : u"about %1 rows"_s.arg(countText(rows));
    return asSentence(u"%1 would be read, about %2 MB"_s.arg(
            many, numberText(std::max(bytes / megabyte, 0.1), 1)));
}

QString countingThere(std::optional<double> rows, double mostCounted, bool isParted)
{
    const QString stays = rows ? u"about %1 rows stay where they are"_s.arg(countText(*rows))
                               : u"all rows stay where they are"_s;
    return asSentence(u"%1, and at most %2 counted rows move%3"_s.arg(
            stays, countText(mostCounted),
            isParted ? u" for each model and segment"_s : QString()));
}

QString serverName(const std::string &address)
{
    const std::string server = address.substr(0, address.find('?'));
    return middleElided(visible(QString::fromStdString(server)), mostPathCharacters);
}

ProblemWords databaseProblem(const Problem &problem, Reader reader)
{
    ProblemWords spoken = spokenTo(problem, reader);
    if (!spoken.what.isEmpty() || !isDatabaseAddress(problem.file))
        return spoken;
    switch (problem.kind) {
    case ProblemKind::TableUnclear:
        if (problem.names.empty())
            return {u"%1 has no table that you may read"_s.arg(server(problem)),
                    u"name another database, or ask whoever runs it to let you read the table"_s};
        return {};
    case ProblemKind::TableMissing:
        if (problem.names.empty())
            return {u"%1 has no table named %2, nor another that you may read"_s.arg(
                            server(problem), quotedName(problem.detail)),
                    u"name another database, or ask whoever runs it to let you read the table"_s};
        return {u"%1 has no table named %2; its tables are %3"_s.arg(
                        server(problem), quotedName(problem.detail), listedNames(problem.names)),
                u"name the one with the predictions"_s};
    case ProblemKind::HeaderOnly:
        return {u"%1 has no rows"_s.arg(fileText(problem)),
                u"choose a table with a row for each prediction"_s};
    case ProblemKind::NotEnoughMemory:
        return {u"there is too little memory for the rows of "_s + fileText(problem),
                u"have it counted where it lies (one-in-n-cli sql --help), or take fewer rows"_s};
    default:
        return {};
    }
}

} // namespace oneinn::wording
