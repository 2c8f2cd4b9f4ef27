// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/joinwords.h"

#include "wording/columnwords.h"
#include "wording/names.h"
#include "wording/numbers.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString countOfText(std::size_t count)
{
    return countText(static_cast<double>(count));
}

} // namespace

ProblemWords joinProblem(const Problem &problem, Reader reader)
{
    const QString file = quotedName(problem.file);
    switch (problem.kind) {
    case ProblemKind::FileChanged:
        return {file + u" has changed since it was opened"_s, u"open it again"_s};
    case ProblemKind::FormatWrong:
        return {u"%1 is not written as %2"_s.arg(file, quotedName(problem.detail)),
                u"leave the format out, and it is told by the file itself"_s};
    case ProblemKind::IdRepeated:
        return {u"the id %1 stands twice in column %2 of %3, on lines %4 and %5, so it cannot be "
                "told which row is meant"_s.arg(
                        quotedName(problem.detail), quotedName(problem.column), file,
                        countOfText(problem.found), countOfText(problem.line.value_or(0))),
                u"keep one of them, or join by another column"_s};
    case ProblemKind::RecordsDiffer:
        return {u"%1 has %2 records and the predictions have %3, so they do not go together row by "
                "row"_s.arg(file, countOfText(problem.found), countOfText(problem.expected)),
                u"name the column with ids that both have"_s + optionsFor(reader, u"--on"_s)};
    case ProblemKind::NothingJoined:
        return {u"no id in column %1 of the predictions is in %2 as well"_s.arg(
                        quotedName(problem.column), file),
                u"name another column with ids that both have"_s + optionsFor(reader, u"--on"_s)};
    default:
        return {};
    }
}

} // namespace oneinn::wording
