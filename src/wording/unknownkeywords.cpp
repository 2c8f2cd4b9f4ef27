// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/unknownkeywords.h"

#include "wording/names.h"
#include "wording/nearestname.h"
#include "wording/wantedwords.h"

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

namespace {

QString nearestWanted(const Problem &problem)
{
    if (!problem.wanted || problem.wanted->kind != WantedValue::Kind::OneOf)
        return {};
    QString word = QString::fromStdString(problem.detail);
    QStringList words;
    for (const std::string &each : problem.wanted->words)
        words.append(QString::fromStdString(each));
    const bool isPlace = word.startsWith(u'{');
    const QString nearest = nearestName(word.remove(u'{').remove(u'}').trimmed(), words);
    return isPlace && !nearest.isEmpty() ? u'{' + nearest + u'}' : nearest;
}

} // namespace

ProblemWords wrongSettingWords(const Problem &problem, const QString &key, const QString &file)
{
    const QString needs =
            u"it needs "_s + (problem.wanted ? wantedText(*problem.wanted) : u"another one"_s);
    if (problem.found == 0)
        return {u"%1 of %2 is missing"_s.arg(key, file), needs};
    const QString nearest = nearestWanted(problem);
    const bool isNamed = !problem.detail.empty() && problem.wanted
            && problem.wanted->kind == WantedValue::Kind::OneOf;
    if (!isNamed)
        return {u"%1 of %2 has a value it cannot have"_s.arg(key, file), needs};
    return {u"%1 of %2 cannot be %3"_s.arg(key, file, quotedName(problem.detail)),
            nearest.isEmpty()
                    ? needs
                    : u"write %1, which is the nearest"_s.arg(quotedName(nearest.toStdString()))};
}

} // namespace oneinn::wording
