// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/problemwords.h"

#include "wording/accountwords.h"
#include "wording/databasewords.h"
#include "wording/joinwords.h"
#include "wording/labelwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/systemerrorwords.h"
#include "wording/tableproblemwords.h"
#include "wording/unknownkeywords.h"
#include "wording/wantedwords.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whatever somebody else has written: in one line, and not without end.
QString text(const std::string &utf8)
{
    constexpr qsizetype mostDetailCharacters = 600;
    return middleElided(visible(QString::fromStdString(utf8)), mostDetailCharacters);
}

QString quoted(const std::string &utf8)
{
    return quotedName(utf8);
}

QString number(std::size_t value)
{
    return countText(static_cast<double>(value));
}

QString bytesText(std::size_t bytes)
{
    constexpr double gigabyte = 1e9;
    return u"%1 GB"_s.arg(numberText(static_cast<double>(bytes) / gigabyte, 1));
}

QString pathText(const std::string &utf8)
{
    return middleElided(visible(QString::fromStdString(utf8)), mostPathCharacters);
}

/// "“scores.csv”, line 14".
QString placeText(const Problem &problem)
{
    return problem.line ? fileText(problem) + u", line "_s + number(*problem.line)
                        : fileText(problem);
}

QString columnText(const Problem &problem)
{
    return problem.column.empty() ? u"the column"_s : u"the column "_s + quoted(problem.column);
}

/// ": " and the detail, where there is one.
QString after(const QString &introduction, const Problem &problem)
{
    return problem.detail.empty() ? QString() : introduction + text(problem.detail);
}

/// "; its columns are " and the names, where there are any.
QString namesAfter(const QString &introduction, const Problem &problem)
{
    return problem.names.empty() ? QString() : introduction + listedNames(problem.names);
}

/// What to look at where records are set aside for a reason.
QString adviceFor(SetAsideReason reason, Reader reader)
{
    switch (reason) {
    case SetAsideReason::LabelMissing:
    case SetAsideReason::LabelUnknown:
        return u"check that the label column%1 is the right one"_s.arg(
                optionsFor(reader, u"--label"_s));
    case SetAsideReason::ScoreMissing:
    case SetAsideReason::ScoreInvalid:
        return u"check that the score column%1 is the right one"_s.arg(
                optionsFor(reader, u"--score"_s));
    case SetAsideReason::WeightInvalid:
    case SetAsideReason::WeightZero:
        return u"check that the weight column%1 is the right one, or choose none"_s.arg(
                optionsFor(reader, u"--weight"_s));
    case SetAsideReason::CountInvalid:
    case SetAsideReason::CountZero:
        return u"check that the column with counts%1 is the right one, or choose none"_s.arg(
                optionsFor(reader, u"--count"_s));
    case SetAsideReason::NotSelected:
        return u"choose another model or another filter"_s;
    }
    return {};
}

ProblemWords nothingUsable(const Problem &problem, Reader reader)
{
    const QString what = u"no record of %1 can be used"_s.arg(fileText(problem));
    if (problem.detail == "failed")
        return {u"no call of %1 was answered, so there is no score"_s.arg(fileText(problem)),
                u"choose rows of which some were answered, or say that none failed or was refused%1"_s
                        .arg(optionsFor(reader, u"--failed '' --refused ''"_s))};
    const auto reason = setAsideReasonOf(problem.detail);
    if (!reason)
        return {what,
                u"check that label%1 and score%2 are the right columns"_s.arg(
                        optionsFor(reader, u"--label"_s), optionsFor(reader, u"--score"_s))};
    return {what + u", most often because it "_s + reasonText(*reason), adviceFor(*reason, reader)};
}

/// What a file that is no text is, and how its table comes out of it.
ProblemWords binaryProblem(const Problem &problem)
{
    const QString file = fileText(problem);
    const std::string &format = problem.detail;
    if (format == "Excel" || format == "Excel 97" || format == "OpenDocument")
        return {u"%1 is a spreadsheet (%2)"_s.arg(file, text(format)),
                u"save the sheet with the predictions as CSV, and open that"_s};
    if (format == "ZIP" || format == "7-Zip" || format == "xz" || format == "bzip2")
        return {u"%1 is packed (%2)"_s.arg(file, text(format)),
                u"unpack it, and open the table that is in it"_s};
    if (format == "SQLite")
        return {u"%1 is a database (SQLite), which is not written in the format asked for"_s.arg(
                        file),
                u"leave the format out: the table in it is read as it is"_s};
    if (format == "Parquet")
        return {u"%1 holds Parquet data, and what reads them is not installed"_s.arg(file),
                u"run scripts/get-parquet once, or write the table to a CSV file, in Python with "
                "to_csv() of pandas"_s};
    if (isNamedAsDatabase(problem.file))
        return {u"%1 is called a database, and is none that can be read: it may be encrypted, or "
                "not SQLite"_s.arg(file),
                u"write the table to a CSV file with the program that made it"_s};
    if (format == "Arrow" || format == "HDF5" || format == "NumPy")
        return {u"%1 holds %2 data, which are not read"_s.arg(file, text(format)),
                u"write the table to a CSV file, in Python with to_csv() of pandas"_s};
    return {file + u" is not a text file"_s + after(u": it looks like "_s, problem),
            u"export the data as text with one record per line, such as CSV"_s};
}

ProblemWords fileProblem(const Problem &problem)
{
    const QString file = fileText(problem);
    switch (problem.kind) {
    case ProblemKind::FileMissing:
        return {file + u" does not exist"_s, u"check the name and the folder"_s};
    case ProblemKind::FileIsDirectory:
        return {file + u" is a folder, not a file"_s, u"choose a file in it"_s};
    case ProblemKind::FileIsDevice:
        return {file + u" is a device or a socket, not a file"_s,
                u"choose a file, or a pipe that ends"_s};
    case ProblemKind::PipeSilent:
        return {u"%1 is a pipe, and nothing comes out of it"_s.arg(file),
                u"start what writes into it first, or let it write a file and open that"_s};
    case ProblemKind::FileUnreadable:
        return {file + u" cannot be read"_s + after(u": "_s, problem),
                u"check that you may read it and that nothing else is holding it"_s};
    case ProblemKind::FileEmpty:
        return {file + u" is empty"_s,
                u"choose a file with a header and one record for each prediction"_s};
    case ProblemKind::FileBinary:
        return binaryProblem(problem);
    case ProblemKind::NotUtf8:
        return {placeText(problem) + u" is not written in UTF-8"_s, u"save the file as UTF-8"_s};
    case ProblemKind::FileDamaged:
        return {u"%1 is not whole: its packed data (%2) break off or are damaged"_s.arg(
                        file, text(problem.detail)),
                u"copy or download it again"_s};
    case ProblemKind::ArffBroken:
        return {problem.detail.empty() ? placeText(problem) + u" cannot be read as ARFF"_s
                                       : placeText(problem)
                                + u" has %1, which are not read"_s.arg(text(problem.detail)),
                u"export the data as CSV"_s};
    case ProblemKind::HeaderOnly:
        return {file + u" has a header and no records"_s,
                u"choose a file with one record for each prediction"_s};
    case ProblemKind::TooLarge:
        return {u"%1 holds %2 records, more than can be opened"_s.arg(file, number(problem.found)),
                u"take a sample of the records"_s};
    case ProblemKind::NotEnoughMemory:
        if (problem.expected == 0) // some was refused, and nobody knows how much is missing
            return {u"there is too little memory for "_s + file,
                    u"close other programs, or take a sample of the records"_s};
        return {u"exploring %1 needs about %2 of memory, and %3 can be had"_s.arg(
                        file, bytesText(problem.expected), bytesText(problem.found)),
                u"close other programs, or take a sample of the records"_s};
    default:
        return {};
    }
}

/// Soon after a first line of few fields, as a title has.
bool isPerhapsHeader(const Problem &problem)
{
    constexpr std::size_t soon = 21;
    return problem.line && *problem.line <= soon && problem.expected * 2 <= problem.found;
}

ProblemWords recordProblem(const Problem &problem, Reader reader)
{
    const QString place = placeText(problem);
    switch (problem.kind) {
    case ProblemKind::UnclosedQuote:
        return {place + u": a quoted value starts here and never ends"_s,
                u"close the quote, or write a quote within a value twice"_s};
    case ProblemKind::TextAfterQuote:
        return {place + u": text follows a closing quote"_s,
                u"put the whole value in quotes, and write a quote within it twice"_s};
    case ProblemKind::FieldCount:
        return {u"%1 has %2 %3 where %4 %5 expected"_s.arg(
                        place, number(problem.found), problem.found == 1 ? u"field"_s : u"fields"_s,
                        number(problem.expected), problem.expected == 1 ? u"is"_s : u"are"_s),
                (isPerhapsHeader(problem)
                         ? u"if this line is the header, take away what stands above it; else give "
                           "every record as many fields as the first line"_s
                         : u"give every record as many fields as the header"_s)
                        + u"; a value that holds the delimiter must stand in quotes%1"_s.arg(
                                optionsFor(reader, u"--delimiter if another one was meant"_s))};
    default:
        return {};
    }
}

ProblemWords columnProblem(const Problem &problem, Reader reader)
{
    const QString file = fileText(problem);
    const QString column = columnText(problem);
    const QString columns = namesAfter(u"; its columns are "_s, problem);
    switch (problem.kind) {
    case ProblemKind::ColumnMissing:
        return {u"%1 has no column named %2"_s.arg(file, quoted(problem.column)) + columns,
                u"choose one of the columns it has"_s};
    case ProblemKind::NoLabelColumn:
        return noLabelWords(file, columns, problem, reader);
    case ProblemKind::NoScoreColumn:
        if (!problem.detail.empty())
            return {u"%1 of %2 holds decisions only, not scores, so there is no threshold to move"_s
                                    .arg(quoted(problem.detail), file)
                            + columns,
                    u"choose a column with the model's scores, if there is one, or this one to "
                    u"take a "
                    u"yes as 1 and a no as 0"_s
                            + optionsFor(reader, u"--score"_s)};
        return {u"no column of %1 looks like a score"_s.arg(file) + columns,
                u"choose the column with the model's scores"_s + optionsFor(reader, u"--score"_s)};
    case ProblemKind::DecisionsDiffer:
        return {u"%1 holds other values than the label, whose values are %2"_s.arg(
                        column, listedNames(problem.names)),
                u"choose a column with the predicted class%1, or none"_s.arg(
                        optionsFor(reader, u"--decision"_s))};
    case ProblemKind::ColumnUnclear:
        if (!problem.doubt)
            return {u"%1 can be read in more than one way"_s.arg(file),
                    u"say which column is what"_s + optionsFor(reader, u"--label, --score"_s)};
        return {u"in %1 %2"_s.arg(file, roleReasonText(*problem.doubt)),
                roleRemedyText(*problem.doubt, reader)};
    default:
        return {};
    }
}

ProblemWords selectionProblem(const Problem &problem, Reader reader)
{
    switch (problem.kind) {
    case ProblemKind::ValueMissing:
        return {u"no record has %1 in %2"_s.arg(problem.detail.empty() ? u"the value asked for"_s
                                                                       : quoted(problem.detail),
                                                columnText(problem)),
                u"choose a value that occurs in it, or take the filter away"_s};
    case ProblemKind::NothingUsable:
        return nothingUsable(problem, reader);
    case ProblemKind::Cancelled:
        return {u"stopped before %1 was read to its end"_s.arg(fileText(problem)),
                u"open it again to read all of it"_s};
    default:
        return {};
    }
}

QString megabytes(std::size_t bytes)
{
    constexpr std::size_t megabyte = std::size_t{1} << 20;
    return number(bytes / megabyte) + u" MB"_s;
}

/// Of a file of settings: a preset, a session, a lesson.
ProblemWords settingProblem(const Problem &problem)
{
    const QString key = problem.column.empty() ? u"a setting"_s : quoted(problem.column);
    switch (problem.kind) {
    case ProblemKind::JsonBroken:
        return {placeText(problem) + u" is not written as JSON"_s + after(u": "_s, problem)
                        + (problem.wanted ? u": %1 are expected"_s.arg(wantedText(*problem.wanted))
                                          : QString()),
                u"look for a missing comma, quote or bracket near there"_s};
    case ProblemKind::SettingWrong:
        return wrongSettingWords(problem, key, fileText(problem));
    case ProblemKind::SettingUnknown:
        return unknownKeyWords(problem, fileText(problem));
    case ProblemKind::SettingTooMany:
        return {u"%1 of %2 has too many entries"_s.arg(key, fileText(problem)),
                u"it may have at most "_s + number(problem.expected)
                        + (problem.found == 0 ? QString()
                                              : u", and has "_s + number(problem.found))};
    case ProblemKind::TooManyPins:
        return {u"there are as many pinned points as can be kept, "_s + number(problem.expected),
                u"remove one before you pin another"_s};
    case ProblemKind::SettingsTooLarge:
        return {u"%1 is too large to be a file of settings"_s.arg(fileText(problem)),
                u"choose one of at most "_s + megabytes(problem.expected)};
    case ProblemKind::NotARegularFile:
        return {fileText(problem) + u" is a pipe or a device, not a file"_s,
                u"choose a file; what comes from a pipe has to be saved in one first"_s};
    default:
        return {};
    }
}

ProblemWords sessionProblem(const Problem &problem)
{
    const QString file = fileText(problem);
    switch (problem.kind) {
    case ProblemKind::NotASession:
        return {file + u" is not a session of One in N"_s,
                u"choose a file that was saved by One in N; a table needs another ending than "
                ".oneinn"_s};
    case ProblemKind::SessionNewer:
        return {u"%1 was made by a newer One in N (schema %2; this program reads up to %3)"_s.arg(
                        file, number(problem.found), number(problem.expected)),
                u"open it with that One in N, or get a newer one here"_s};
    case ProblemKind::DataMoved:
        return {u"the data of this session, %1, is not where it was%2"_s.arg(
                        file,
                        problem.detail.empty() ? QString()
                                               : u" (%1)"_s.arg(pathText(problem.detail))),
                u"choose the file it is now"_s};
    default:
        return {};
    }
}

ProblemWords writingProblem(const Problem &problem)
{
    const ProblemWords refused = writingRefused(problem.systemError);
    switch (problem.kind) {
    case ProblemKind::FileIsRead:
        return {fileText(problem) + u" is what is being read, and was not written over"_s,
                u"choose another file to write to"_s};
    case ProblemKind::FileNotSaved:
        return {fileText(problem) + u" could not be saved: "_s + refused.what
                        + (problem.found == 0 ? QString()
                                              : u". What was there before has not changed"_s),
                refused.remedy};
    case ProblemKind::OutputNotWritten:
        return {u"%1 could not be written to: %2"_s.arg(problem.file.empty() ? u"standard output"_s
                                                                             : fileText(problem),
                                                        refused.what),
                refused.remedy};
    default:
        return {};
    }
}

} // namespace

QString ProblemWords::sentence() const
{
    return asSentence(what) + u' ' + asSentence(remedy);
}

ProblemWords problemWords(const Problem &problem, Reader reader)
{
    for (const auto words : {databaseProblem, recordProblem, columnProblem, labelProblem,
                             joinProblem, selectionProblem, tableProblem}) {
        ProblemWords found = words(problem, reader);
        if (!found.what.isEmpty())
            return found;
    }
    for (const auto words : {fileProblem, settingProblem, sessionProblem, writingProblem}) {
        ProblemWords found = words(problem);
        if (!found.what.isEmpty())
            return found;
    }
    return {};
}

} // namespace oneinn::wording
