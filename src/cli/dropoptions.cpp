// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dropoptions.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<SplitOption> splitNamed(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const qsizetype dots = text.indexOf(u".."_s, equals);
    if (equals < 1 || dots <= equals + 1 || dots + 2 >= text.size())
        return std::nullopt;
    const std::string column = text.left(equals).toStdString();
    return SplitOption{{column, text.mid(equals + 1, dots - equals - 1).toStdString()},
                       {column, text.mid(dots + 2).toStdString()}};
}

std::optional<SplitOption> boundaryNamed(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1 || equals + 1 == text.size())
        return std::nullopt;
    const std::string column = text.left(equals).toStdString();
    const std::string first = text.mid(equals + 1).toStdString();
    return SplitOption{{column, first, Selection::Match::Before},
                       {column, first, Selection::Match::From}};
}

} // namespace

QList<OptionEntry> dropEntries(const OptionEntry &budget)
{
    using enum OptionGroup;
    return {{Command, u"split"_s, u"COLUMN=A..B"_s,
             u"In place of a second file: the rows with the value A of a column are before, "
             "those with B after."_s},
            {Command, u"split-at"_s, u"COLUMN=B"_s,
             u"Likewise: the rows where a column of days or numbers lies before B are before, "
             "those from B on after."_s},
            {Command, u"measure"_s, u"value|wrong|missed"_s,
             u"What is told to have dropped or risen. Default: value."_s},
            {Command, u"threshold"_s, u"T"_s,
             u"The one that was and is kept: a row is shown iff its score is at least T. "
             "Default: the most valuable one before."_s},
            budget,
            {Command, u"format"_s, u"json|csv|text"_s,
             u"Default: json. CSV is the waterfall: what came from what."_s}};
}

void readDrop(OptionReader &reader, Options &options)
{
    reader.take(u"split"_s, u"a column and two of its values, as in month=1..2"_s, splitNamed,
                [&](const SplitOption &split) { options.split = split; });
    if (options.split && reader.isSet(u"split-at"_s))
        reader.fail(u"--split and --split-at both say which rows are before: leave out one."_s);
    reader.take(u"split-at"_s,
                u"a column and where the later period begins, as in day=2026-03-01"_s,
                boundaryNamed, [&](const SplitOption &split) { options.split = split; });
    reader.takeChoice<DropMeasure>(u"measure"_s,
                                   {{u"value"_s, DropMeasure::Value},
                                    {u"wrong"_s, DropMeasure::Wrong},
                                    {u"missed"_s, DropMeasure::Missed}},
                                   options.measure);
    reader.takeChoice<Format>(
            u"format"_s,
            {{u"json"_s, Format::Json}, {u"csv"_s, Format::Csv}, {u"text"_s, Format::Text}},
            options.format);
}

} // namespace oneinn::cli
