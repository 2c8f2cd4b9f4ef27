// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/unknownkeywords.h"

#include "wording/names.h"
#include "wording/nearestname.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostKeysCharacters = 600;

} // namespace

ProblemWords unknownKeyWords(const Problem &problem, const QString &file)
{
    const std::size_t dot = problem.column.rfind('.');
    const bool isInner = dot != std::string::npos;
    const std::string key = isInner ? problem.column.substr(dot + 1) : problem.column;
    const QString place =
            isInner ? u"%1 of %2"_s.arg(quotedName(problem.column.substr(0, dot)), file) : file;
    const QStringList known =
            QString::fromStdString(problem.detail).split(u", "_s, Qt::SkipEmptyParts);
    const QString nearest = nearestName(QString::fromStdString(key), known);
    return {u"%1 in %2 is no key that can stand there"_s.arg(quotedName(key), place),
            nearest.isEmpty() ? u"leave it out; those that can are: "_s
                            + middleElided(visible(known.join(u", "_s)), mostKeysCharacters)
                              : u"write %1, which is the nearest, or leave it out"_s.arg(
                                      quotedName(nearest.toStdString()))};
}

} // namespace oneinn::wording
