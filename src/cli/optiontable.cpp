// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/optiontable.h"
#include "cli/bandoptions.h"

#include "cli/budgetoptions.h"
#include "cli/checkcommand.h"
#include "cli/classesoptions.h"
#include "cli/conventionscommand.h"
#include "cli/curveoptions.h"
#include "cli/doubtsoptions.h"
#include "cli/dropoptions.h"
#include "cli/learncommand.h"
#include "cli/practisecommand.h"
#include "cli/releaseoptions.h"
#include "cli/rowsoptions.h"
#include "cli/segmentsoptions.h"
#include "cli/sharedoptions.h"
#include "cli/stagesoptions.h"
#include "cli/thresholdoptions.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

struct CommandEntry {
    Command command;
    QString name;
    QString usage;
    QString help;
};

const QList<CommandEntry> &commands()
{
    static const QList<CommandEntry> all{
            {Command::Metrics, u"metrics"_s, u"metrics FILE|SESSION.oneinn --threshold T"_s,
             u"Everything that can be said about one threshold and budget."_s},
            {Command::Curve, u"curve"_s, u"curve FILE --kind KIND"_s,
             u"One row for every threshold, or every latency, there is."_s},
            {Command::Recommend, u"recommend"_s,
             u"recommend FILE|SESSION.oneinn --objective WHAT"_s,
             u"The threshold that is best by an objective, and what it brings."_s},
            {Command::LoadBearing, u"loadbearing"_s,
             u"loadbearing FILE|SESSION.oneinn --threshold T"_s,
             u"Which failure costs most there: latency, precision or recall, and how sure that is."_s},
            {Command::Policies, u"policies"_s, u"policies FILE|SESSION.oneinn"_s,
             u"Every model and policy side by side, and how each differs from what is done now."_s},
            {Command::Answer, u"answer"_s, u"answer FILE|SESSION.oneinn"_s,
             u"The tradeoff as one takes it to a meeting. Every option wins over a session's."_s},
            {Command::Reach, u"reach"_s, u"reach FILE --wrong-at-most P"_s,
             u"The settings that reach your targets; or what stands in the way, and by how much."_s},
            {Command::Calibration, u"calibration"_s, u"calibration FILE"_s,
             u"Do so many of 100 come true as the scores say? In bins, as a slope, and whether the "
             "threshold that follows from your values may be used."_s},
            {Command::Doubts, u"doubts"_s, u"doubts FILE|SESSION.oneinn"_s,
             u"How sure the best threshold is, and what it is worth on uses it was not found on."_s},
            {Command::Segments, u"segments"_s, u"segments FILE|SESSION.oneinn --by COLUMN"_s,
             u"What each segment gets, worst first, who differs for sure, and what "
             u"thresholds of "
             "their own would bring whom."_s},
            {Command::Drop, u"drop"_s, u"drop BEFORE AFTER"_s,
             u"Why it does worse in a second period: data, base rate, drift, model, system, ruled "
             "out in this order."_s},
            {Command::Release, u"release"_s, u"release FILE|SESSION.oneinn"_s,
             u"How to bring it to users in stages: how long each takes, what it costs if it is "
             "bad, when to go on and when to roll back."_s},
            {Command::OperatingPoint, u"operating-point"_s,
             u"operating-point FILE|SESSION.oneinn"_s,
             u"What a service is configured with, what is expected of it and how it is watched, as "
             "JSON, as Prometheus rules or as a table."_s},
            {Command::Check, u"check"_s, u"check POINT.json FILE"_s,
             u"Whether an operating point still does what was promised: holds (exit code 0), "
             "outside (3), cannot tell yet (4)."_s},
            {Command::Learn, u"learn"_s, u"learn FILE|SESSION.oneinn"_s,
             u"What labels it makes in use, which of them are biased, and how many silent ones to "
             "label at random to know what is missed."_s},
            {Command::Rows, u"rows"_s, u"rows FILE|SESSION.oneinn --cell CELL"_s,
             u"The rows behind a cell of the matrix: nearest to the line, or most wrong."_s},
            {Command::Review, u"review"_s, u"review FILE|SESSION.oneinn"_s,
             u"Between which two scores a person should decide, what that brings, and what one "
             "more review would be worth."_s},
            {Command::Conventions, u"conventions"_s, u"conventions FILE --threshold T"_s,
             u"What scikit-learn, Weka, DataRobot, Orange, H2O and torchmetrics would print for "
             u"the "
             "same rows, and why it is another number."_s},
            {Command::Stages, u"stages"_s, u"stages FILE"_s,
             u"Where a pipeline of several stages loses its uses and its time, and what mending "
             u"each "
             "stage would bring with the others as they are."_s},
            {Command::Classes, u"classes"_s, u"classes FILE"_s,
             u"Three or more classes: how often each is put into its own, what it is taken for "
             "instead, and what that costs."_s},
            {Command::Practise, u"practise"_s, u"practise FILE|SESSION.oneinn"_s,
             u"A question on your product to answer aloud; when you have, what strong answers do, "
             "and the program's own."_s},
            {Command::Columns, u"columns"_s, u"columns FILE"_s,
             u"Which column is taken for what, how sure that is, why, and what else it may be."_s},
    };
    return all;
}

const CommandEntry &entryOf(Command command)
{
    return *std::ranges::find(commands(), command, &CommandEntry::command);
}

QList<OptionEntry> targetOptions()
{
    using enum OptionGroup;
    return {
            fieldOption(Command, Field::WrongAtMost, u"P"_s,
                        u"Of those shown, the share that may be wrong, as in 0.05 or 1in20."_s),
            fieldOption(Command, Field::MissedAtMost, u"P"_s,
                        u"Of the good ones, the share that may be missed."_s),
            {Command, u"answered-within"_s, u"WAIT=P"_s,
             u"The share of uses that have to be answered within a wait, as in 800ms=0.95."_s},
            fieldOption(Command, Field::GoneAtMost, u"P"_s,
                        u"Of all uses, the share that may end with its user gone."_s),
            fieldOption(Command, Field::ShownPerDay, u"N"_s,
                        u"How many may be shown a day; needs --uses-per-day."_s),
            // Its usual value is no answer here: reach asks for it.
            {Command, optionOf(rowOf(Field::UsesPerDay)), u"N"_s,
             u"Uses a day, all users together; your assumption."_s},
    };
}

OptionEntry promiseOption()
{
    return {OptionGroup::Command, u"promise"_s, u"lower-limit|plain"_s,
            u"What has to keep a precision that is asked for: its one-sided 95 % lower limit, so "
            "that 95 of 100 such files keep it on new rows; or plainly the share on these rows, "
            "which about half do. Default: lower-limit."_s};
}

QList<OptionEntry> ownOptions(Command command)
{
    using enum OptionGroup;
    const OptionEntry budget =
            fieldOption(Command, Field::LatencyBudget, u"MS"_s,
                        u"The longest wait in milliseconds that is on time. Default: no limit."_s);
    switch (command) {
    case Command::Metrics:
    case Command::LoadBearing: {
        QList<OptionEntry> entries{
                {Command, u"threshold"_s, u"T"_s,
                 u"A row is shown iff its score is at least T; inf shows nothing. Required; a session has its own."_s},
                budget,
                {Command, u"format"_s, u"json|text"_s, u"Default: json."_s}};
        if (command == Command::LoadBearing)
            entries.append({Command, u"periods"_s, u"weeks|days"_s,
                            u"Of which a bad one is looked for: one in ten is as bad. Fewer than 8 "
                            u"are not used. Default: weeks."_s});
        if (command == Command::Metrics) {
            entries.append({Command, u"table"_s, u"TP,FP,FN,TN"_s,
                            u"In place of a file: how many uses were shown rightly and wrongly, "
                            u"missed, and rightly not shown."_s});
            entries.append({Command, u"rates"_s, u"TPR,FPR"_s,
                            u"In place of a file: the shares of the positives and of the negatives "
                            u"that are shown, with --base-rate and --uses."_s});
            entries.append({Command, u"uses"_s, u"N"_s,
                            u"With --rates: how many uses there are, in a year, say."_s});
            entries.append({Command, u"label-noise"_s, u"P"_s,
                            u"What if so many labels are wrong, below one half: 0.02 or 1in50. "
                            "Default: 1in200."_s});
            entries.append({Command, u"gold"_s, u"C"_s,
                            u"A column with better labels for a random part of the rows, in the "
                            "label's own values and empty elsewhere: corrects what the label, as a "
                            "judge's, says."_s});
            entries.append({Command, u"first-token-budget"_s, u"MS"_s,
                            u"With --first-token, and --budget for the whole answer: one is late "
                            "if either is broken."_s});
            entries.append({Command, u"show-share"_s, u"SHARE"_s,
                            u"Say this share as well, as in accuracy or specificity; may be given "
                            "again."_s});
        }
        return entries;
    }
    case Command::Curve:
        return curveOptions(budget);
    case Command::Recommend:
        return {{Command, u"objective"_s, u"WHAT"_s,
                 u"value, f1, recall-at-precision=P or precision-at-recall=R; P and R from 0 to 1. "
                 "Required."_s},
                promiseOption(),
                budget,
                {Command, u"format"_s, u"json|text"_s, u"Default: json."_s}};
    case Command::Policies:
        return QList<OptionEntry>{
                       {Command, u"threshold"_s, u"T"_s,
                        u"What is done now: a row is shown iff its score is at least T; inf shows "
                        u"nothing. "
                        "Default: the most valuable one."_s},
                       budget,
                       fieldOption(
                               Command, Field::PrecisionLimit, u"P"_s,
                               u"Share of those shown that must be right where each model catches "
                               "most under it."_s),
                       promiseOption(),
                       {Command, u"format"_s, u"json|csv|text"_s, u"Default: json."_s}}
        + bandInForceEntries();
    case Command::Answer:
        return QList<OptionEntry>{
                       {Command, u"length"_s, u"sentence|spoken|brief|executive"_s,
                        u"sentence: said in ten seconds; spoken: in two minutes; brief: a page and "
                        u"an "
                        "appendix; executive: value first. Default: brief."_s},
                       {Command, u"output"_s, u"PATH"_s,
                        u"Write to a file: .md, .html or .pdf. Default: Markdown to standard output."_s,
                        u"o"_s},
                       {Command,
                        u"static"_s,
                        {},
                        u"With --output FILE.html: without the dials that let a reader move "
                        u"threshold "
                        "and budget."_s},
                       {Command, u"before"_s, u"PATH"_s,
                        u"A file of an earlier period with the same columns: the brief tells why "
                        u"it "
                        "dropped since, without --threshold at the best of then."_s},
                       {Command, u"date"_s, u"YYYY-MM-DD"_s,
                        u"The day it is from. Default: today."_s},
                       {Command, u"threshold"_s, u"T"_s,
                        u"The choice: a row is shown iff its score is at least T; inf shows "
                        u"nothing. "
                        "Default: the session's, else the most valuable one."_s},
                       budget}
        + bandInForceEntries();
    case Command::Practise:
        return practiseEntries(budget);
    case Command::Reach:
        return targetOptions()
                + QList<OptionEntry>{budget,
                                     {Command, u"format"_s, u"json|text"_s, u"Default: json."_s}};
    case Command::Doubts:
        return doubtsOptions()
                + QList<OptionEntry>{budget,
                                     {Command, u"format"_s, u"json|text"_s, u"Default: json."_s}};
    case Command::Segments:
        return segmentsEntries(budget);
    case Command::Drop:
        return dropEntries(budget);
    case Command::Release:
        return releaseEntries(budget);
    case Command::OperatingPoint:
        return operatingPointEntries(budget) + bandInForceEntries();
    case Command::Check:
        return checkEntries();
    case Command::Learn:
        return learnEntries(budget);
    case Command::Rows:
        return rowsEntries(budget);
    case Command::Review:
        return reviewEntries(budget);
    case Command::Conventions:
        return conventionsEntries();
    case Command::Classes:
        return classesEntries();
    case Command::Stages:
        return stagesEntries();
    case Command::Calibration:
        return {{Command, u"format"_s, u"json|text|svg|csv"_s,
                 u"svg: the picture of it, as in the window; csv: with --mapping only. Default: "
                 u"json."_s},
                {Command,
                 u"mapping"_s,
                 {},
                 u"What each score comes to, recalibrated, with the slope and the intercept that "
                 u"make it so, as JSON or CSV."_s}};
    case Command::Columns:
        return {{Command, u"format"_s, u"json|text"_s, u"Default: json."_s},
                {Command, u"set-aside"_s, u"OUT.csv"_s,
                 u"Write every record that is set aside to a file, with its line, the reason and "
                 "its cells; - is standard output, in place of all else."_s}};
    }
    return {};
}

QList<OptionEntry> generalOptions()
{
    return {{OptionGroup::General, u"help"_s, {}, u"Show this."_s},
            {OptionGroup::General, u"version"_s, {}, u"Show the version."_s}};
}

} // namespace

QString optionOf(const FieldRow &row)
{
    return QString::fromLatin1(row.option.data(), static_cast<qsizetype>(row.option.size()));
}

QString nameOf(Command command)
{
    return entryOf(command).name;
}

QList<Command> allCommands()
{
    QList<Command> all;
    for (const CommandEntry &entry : commands())
        all.append(entry.command);
    return all;
}

QString usageOf(Command command)
{
    return entryOf(command).usage;
}

QString summaryOf(Command command)
{
    return entryOf(command).help;
}

std::optional<Command> commandNamed(const QString &name)
{
    for (const CommandEntry &entry : commands()) {
        if (entry.name == name)
            return entry.command;
    }
    return std::nullopt;
}

QList<OptionEntry> optionsOf(Command command)
{
    QList<OptionEntry> options = ownOptions(command);
    if (takesOwnThresholds(command))
        options.append(thresholdByEntry());
    if (takesOwnBudgets(command))
        options.append(budgetByEntry());
    if (command == Command::Classes || command == Command::Stages)
        return options + classesColumnOptions() + generalOptions();
    options += columnOptions();
    if (command != Command::Columns && command != Command::Conventions)
        options += scenarioOptions();
    return options + generalOptions();
}

} // namespace oneinn::cli
