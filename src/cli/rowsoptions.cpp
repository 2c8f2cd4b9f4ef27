// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/rowsoptions.h"

#include "cli/bandoptions.h"
#include "cli/optionvalues.h"
#include "cli/sessionoptions.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

OptionEntry commonThreshold()
{
    return {OptionGroup::Command, u"threshold"_s, u"T"_s,
            u"A row is shown iff its score is at least T; inf shows nothing. Default: the most "
            "valuable one."_s};
}

void readTableFormat(OptionReader &reader, Options &options)
{
    reader.takeChoice<Format>(
            u"format"_s,
            {{u"json"_s, Format::Json}, {u"csv"_s, Format::Csv}, {u"text"_s, Format::Text}},
            options.format);
}

} // namespace

QList<OptionEntry> rowsEntries(const OptionEntry &budget)
{
    using enum OptionGroup;
    QList<OptionEntry> entries{
            {Command, u"cell"_s, u"CELL"_s,
             u"fp (shown wrongly), fn (missed), tp (shown rightly), tn (rightly not shown), "
             "missed-by-model, missed-by-lateness, late (beyond the budget, whatever became of "
             "them), gone (whose user may have left before the end), wrong (fp and fn) or all. "
             "Required, but for --class. Each use is where the matrix counts it for a user who "
             "waits."_s},
            {Command, u"class"_s, u"A"_s,
             u"Of three or more classes: rows that are really A, with --called B in place of "
             "--cell."_s},
            {Command, u"called"_s, u"B"_s,
             u"Rows of --class A that were put into B, by the highest score or by --decision; A "
             "itself for those that are right, undecided for those that were put into none. Most "
             "wrong first."_s},
            commonThreshold(),
            {Command, u"sort"_s, u"nearest|wrongest"_s,
             u"Which come first: nearest to the threshold (late ones: to the budget), or most "
             u"wrong "
             "(latest). Default: nearest."_s},
            {Command, u"limit"_s, u"N"_s, u"As many rows at most. Default: 20."_s},
            {Command, u"show"_s, u"COLUMN"_s,
             u"Show this column as well, also one that looks personal; may be given again."_s},
            budget,
            {Command, u"format"_s, u"json|csv|text"_s, u"Default: json."_s}};
    return entries + bandOfRowsEntries();
}

namespace {

/// Whether a confusion of classes is asked for, and not a cell of two.
bool readConfusion(OptionReader &reader, RowsOption &rows)
{
    reader.takeText(u"class"_s, rows.ofClass);
    reader.takeText(u"called"_s, rows.called);
    if (!rows.ofClass && !rows.called)
        return false;
    if (!rows.ofClass || !rows.called)
        reader.fail(u"--class and --called go together: rows of the one class that were put into "
                    "the other."_s);
    for (const QString &other :
         {u"cell"_s, u"threshold"_s, u"threshold-by"_s, u"sort"_s, u"band"_s}) {
        if (reader.isSet(other))
            reader.fail(u"--%1 is about two classes, and --class about three or more: leave either "
                        "out."_s.arg(other));
    }
    return true;
}

void readMatrixCell(OptionReader &reader, Options &options)
{
    CellRowsQuestion &question = options.rows.question;
    reader.require(
            u"cell"_s,
            u"fp, fn, tp, tn, missed-by-model, missed-by-lateness, late, gone, wrong or all"_s);
    reader.takeChoice<RowCell>(u"cell"_s,
                               {{u"fp"_s, RowCell::Fp},
                                {u"fn"_s, RowCell::Fn},
                                {u"tp"_s, RowCell::Tp},
                                {u"tn"_s, RowCell::Tn},
                                {u"late"_s, RowCell::Late},
                                {u"missed-by-model"_s, RowCell::MissedByModel},
                                {u"missed-by-lateness"_s, RowCell::MissedByLateness},
                                {u"gone"_s, RowCell::Gone},
                                {u"wrong"_s, RowCell::Wrong},
                                {u"all"_s, RowCell::All}},
                               question.cell);
    reader.takeChoice<RowOrder>(
            u"sort"_s, {{u"nearest"_s, RowOrder::Nearest}, {u"wrongest"_s, RowOrder::Wrongest}},
            question.order);
    readBandOfRows(reader, options);
    if (isToBeRead(options))
        return;
    const bool ofBudget =
            question.cell == RowCell::Late || question.cell == RowCell::MissedByLateness;
    if (ofBudget && !options.scenario.budget)
        reader.fail(u"--cell %1 needs --budget: beyond which wait a use is late."_s.arg(
                question.cell == RowCell::Late ? u"late"_s : u"missed-by-lateness"_s));
    if (question.cell == RowCell::Gone && options.scenario.patience.everyoneWaits())
        reader.fail(u"--cell gone needs --patience: how long users wait before they leave."_s);
}

} // namespace

void readRows(OptionReader &reader, Options &options)
{
    if (!readConfusion(reader, options.rows))
        readMatrixCell(reader, options);
    reader.take(u"limit"_s, u"a whole number from 1"_s, countingNumber,
                [&](int most) { options.rows.question.most = static_cast<std::size_t>(most); });
    reader.take(
            u"show"_s, u"the name of a column"_s,
            [](const QString &text) {
                return text.isEmpty() ? std::nullopt : std::optional(text.toStdString());
            },
            [&](const std::string &column) {
                options.rows.show.push_back(column);
                options.columns.extraSegments.push_back(column);
            });
    readTableFormat(reader, options);
}

} // namespace oneinn::cli
