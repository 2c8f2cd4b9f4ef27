// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/labelwords.h"

#include "wording/columnwords.h"
#include "wording/names.h"
#include "wording/noun.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostCountedValues = 50; ///< beyond them a label's values are not counted

/// ": “2” in 40 records, “0” in 12 and “1” in 9"; of many, the commonest.
QString valuesWithRecords(const Problem &problem)
{
    const QStringList records = QString::fromStdString(problem.detail).split(u',');
    if (records.size() != static_cast<qsizetype>(problem.names.size()))
        return {};
    QStringList values;
    for (qsizetype i = 0; i < records.size(); ++i) {
        const double count = records[i].toDouble();
        const QString told =
                i == 0 ? counted(count, Noun{u"record"_s, u"records"_s}) : countText(count);
        values.append(quotedName(problem.names[static_cast<std::size_t>(i)]) + u" in "_s + told);
    }
    return u": "_s + (values.size() > mostListedNames ? listed(values) : joined(values, u"and"_s));
}

ProblemWords notBinaryWords(const Problem &problem, const QString &column, Reader reader)
{
    const bool isMany = problem.names.empty() && problem.found > mostCountedValues;
    const auto found = static_cast<double>(problem.found);
    const QString count =
            isMany ? u"more than "_s + countText(double(mostCountedValues)) : countText(found);
    const QString what = u"as a label, %1 has %2 different %3 where two are needed"_s.arg(
                                 column, count, problem.found == 1 ? u"value"_s : u"values"_s)
            + valuesWithRecords(problem);
    const QString another =
            u"choose another label column%1"_s.arg(optionsFor(reader, u"--label"_s));
    if (problem.found < 2)
        return {what, another + u", or data with both outcomes"_s};
    const QString all = reader == Reader::CommandLine
            ? u"; the command classes tells of all of them"_s
            : QString();
    if (isMany)
        return {what, another + all};
    return {what,
            u"say which one is positive, against all the others%1, or %2"_s.arg(
                    optionsFor(reader, u"--positive"_s), another)
                    + all};
}

} // namespace

ProblemWords labelProblem(const Problem &problem, Reader reader)
{
    const QString column = problem.column.empty() ? u"the column"_s
                                                  : u"the column "_s + quotedName(problem.column);
    switch (problem.kind) {
    case ProblemKind::PositiveValueUnclear:
        return {u"in %1 it is not clear which label is the positive one"_s.arg(column)
                        + (problem.names.empty()
                                   ? QString()
                                   : u"; its values are "_s + listedNames(problem.names)),
                u"choose the value that means positive"_s + optionsFor(reader, u"--positive"_s)};
    case ProblemKind::PositiveValueMissing:
        return {u"%1 never holds the positive value%2"_s.arg(
                        column,
                        problem.detail.empty() ? QString() : u' ' + quotedName(problem.detail)),
                u"choose a value that occurs in it"_s
                        + (problem.names.empty() ? QString() : u": "_s + listedNames(problem.names))
                        + optionsFor(reader, u"--positive"_s)};
    case ProblemKind::LabelNotBinary:
        return notBinaryWords(problem, column, reader);
    default:
        return {};
    }
}

} // namespace oneinn::wording
