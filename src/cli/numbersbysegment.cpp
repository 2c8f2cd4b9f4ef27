// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/numbersbysegment.h"

#include "cli/optionvalues.h"
#include "core/predictions/mixedpredictions.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QList>

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar quote = u'"';

/// Where a character stands outside of quotes.
QList<qsizetype> placesOf(QChar wanted, QStringView text)
{
    QList<qsizetype> places;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == quote)
            quoted = !quoted;
        else if (text[i] == wanted && !quoted)
            places.append(i);
    }
    return places;
}

std::string unquoted(QStringView text)
{
    QString name = text.trimmed().toString();
    if (name.size() >= 2 && name.startsWith(quote) && name.endsWith(quote))
        name = name.mid(1, name.size() - 2).replace(u"\"\""_s, u"\""_s);
    return name.toStdString();
}

std::optional<std::pair<std::string, double>> numberNamed(QStringView part)
{
    const auto equals = placesOf(u'=', part);
    if (equals.isEmpty())
        return std::nullopt;
    const auto number = finiteNumber(part.sliced(equals.last() + 1).trimmed().toString());
    if (!number)
        return std::nullopt;
    return std::pair(unquoted(part.first(equals.last())), *number);
}

} // namespace

std::optional<NumbersBySegment> numbersBySegment(const QString &text)
{
    const auto colons = placesOf(u':', text);
    if (colons.isEmpty())
        return std::nullopt;
    NumbersBySegment numbers{unquoted(QStringView(text).first(colons.first())), {}};
    qsizetype from = colons.first() + 1;
    auto ends = placesOf(u',', text);
    ends.removeIf([from](qsizetype end) { return end < from; });
    ends.append(text.size());
    for (const qsizetype end : std::as_const(ends)) {
        const auto one = numberNamed(QStringView(text).sliced(from, end - from));
        if (!one)
            return std::nullopt;
        numbers.values.push_back(*one);
        from = end + 1;
    }
    return numbers.column.empty() ? std::nullopt : std::optional(numbers);
}

std::optional<std::string> namedTwice(const NumbersBySegment &numbers)
{
    using Value = std::pair<std::string, double>;
    for (const Value &one : numbers.values) {
        if (std::ranges::count(numbers.values, one.first, &Value::first) > 1)
            return one.first;
    }
    return std::nullopt;
}

std::optional<QString> missingValueProblem(const Predictions &predictions, const QString &file,
                                           const std::string &column,
                                           const std::vector<std::string> &values)
{
    const CategoryColumn &found = *segmentNamed(predictions, column);
    for (const std::string &value : values) {
        if (found.codeOf(value))
            continue;
        const auto words = wording::problemWords({.kind = ProblemKind::ValueMissing,
                                                  .file = file.toStdString(),
                                                  .column = found.name,
                                                  .detail = value},
                                                 wording::Reader::CommandLine);
        return words.sentence() + u" Its values are %1."_s.arg(wording::listedNames(found.values));
    }
    return std::nullopt;
}

} // namespace oneinn::cli
