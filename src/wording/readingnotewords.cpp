// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/readingnotewords.h"

#include "core/clusters/rowclusters.h"

#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString quotedNames(const std::vector<std::string> &names)
{
    QStringList quoted;
    for (const auto &name : names)
        quoted.append(quotedName(name));
    return quoted.size() > mostListedNames ? listed(quoted) : joined(quoted, u"and"_s);
}

QString labelsDifferText(const ReadingNote &note)
{
    return u"%1 of %2 examples with several rows %5 two labels, such as %3 in %4: models are not compared on %6"_s
            .arg(countText(static_cast<double>(note.place)), countText(note.value),
                 quotedNames(note.names), quotedName(note.column),
                 note.place == 1 ? u"has"_s : u"have"_s, note.place == 1 ? u"it"_s : u"them"_s);
}

QString onlyLeftText(const ReadingNote &note)
{
    return u"%1 of the predictions %5 no row in %2 and so no label, such as %3 in %4"_s.arg(
            countText(static_cast<double>(note.place)), quotedName(note.other),
            quotedNames(note.names), quotedName(note.column),
            note.place == 1 ? u"has"_s : u"have"_s);
}

QString onlyRightText(const ReadingNote &note)
{
    return (note.place == 1
                    ? u"%1 row of %2 belongs to no prediction and is not used: %3 in %4"_s
                    : u"%1 rows of %2 belong to no prediction and are not used, such as %3 in %4"_s)
            .arg(countText(static_cast<double>(note.place)), quotedName(note.other),
                 quotedNames(note.names), quotedName(note.column));
}

/// "to 1 in 2,000 score bins and 100 wait bins"; empty before the rows are read.
QString resolutionText(const ReadingNote &note)
{
    if (note.place == 0)
        return {};
    const auto bins = [](double many, const QString &of) -> QString {
        return countText(many) + u' ' + of + (many == 1.0 ? u" bin"_s : u" bins"_s);
    };
    return u"to 1 in "_s + bins(static_cast<double>(note.place), u"score"_s)
            + (note.value > 0.0 ? u" and 1 in "_s + bins(note.value, u"wait"_s) : QString());
}

/// Of a table that was counted where it lies.
QString inStepsText(const ReadingNote &note)
{
    const QString waits = note.other.empty()
            ? QString()
            : u", and a budget between two of %1 as the one below"_s.arg(quotedName(note.other));
    const QString resolution = resolutionText(note);
    return u"rows were counted in steps: numbers are exact %1where the threshold is a value of %2 above its least; one between two is told as the value above it%3"_s
            .arg(resolution.isEmpty() ? QString() : resolution + u", "_s, quotedName(note.column),
                 waits);
}

QString aboveHeaderText(const ReadingNote &note)
{
    const QString last = countText(static_cast<double>(note.place));
    return note.value == static_cast<double>(note.place)
            ? u"line %1 stands above the header and is not read"_s.arg(last)
            : u"lines %1 to %2 stand above the header and are not read"_s.arg(countText(note.value),
                                                                              last);
}

QString onlyDecidesText(const ReadingNote &note)
{
    return (note.names.size() == 1
                    ? u"%1 has no scores: what it decides in %2 is taken for one, 1 for a yes and 0 for a no"_s
                    : u"%1 have no scores: what they decide in %2 is taken for one, 1 for a yes and 0 for a no"_s)
            .arg(quotedNames(note.names), quotedName(note.column));
}

QString fewDaysText(const ReadingNote &note)
{
    return u"%1 holds %2, and fewer than %3 do not tell how days differ: intervals do not count that"_s
            .arg(quotedName(note.column),
                 note.value == 1.0 ? u"one day"_s : countText(note.value) + u" days"_s,
                 countText(static_cast<double>(fewestDays)));
}

QString joinedText(const ReadingNote &note)
{
    return note.column.empty()
            ? u"%1 goes with the predictions row by row"_s.arg(quotedName(note.other))
            : u"%1 of the predictions found their row in %2 by %3"_s.arg(
                    countText(note.value), quotedName(note.other), quotedName(note.column));
}

} // namespace

QString readingNoteText(const ReadingNote &note)
{
    const QString column = quotedName(note.column);
    switch (note.kind) {
    case ReadingNote::Kind::Encoding:
        return u"the file is not written in UTF-8 and is read as Windows-1252, so letters with "
               u"accents may be wrong"_s;
    case ReadingNote::Kind::NoHeader:
        return u"the file has no header: its first line is a record, and its columns are numbered"_s;
    case ReadingNote::Kind::Counted:
        return u"the first line counts from 0 and is taken for the names of the columns; if it is "
               u"a "
               u"record, give the file a header"_s;
    case ReadingNote::Kind::SameName:
        return u"two columns have one name in the header: %1 is read, and %2 is not"_s.arg(
                column, quotedName(note.other));
    case ReadingNote::Kind::Percent:
        return u"%1 is written in percent: %2 is read as %3"_s.arg(column, quotedName(note.cell),
                                                                   scoreText(note.value));
    case ReadingNote::Kind::Thousands:
        return u"the mark in %1 of %2 parts thousands: it is read as %3"_s.arg(
                quotedName(note.cell), column, scoreText(note.value));
    case ReadingNote::Kind::UnitInCells:
        return u"%1 is written with its units: %2 is read as %3 ms"_s.arg(
                column, quotedName(note.cell), scoreText(note.value));
    case ReadingNote::Kind::FromList:
        return u"%1 is the %2 number in each list of %3, which has one for each value of the label"_s
                .arg(column, ordinal(int(note.place)), quotedName(note.other));
    case ReadingNote::Kind::OnlyDecides:
        return onlyDecidesText(note);
    case ReadingNote::Kind::TwoKeys:
        return u"%1 comes again for every value of %2, so the two together say which example a row is of"_s
                .arg(column, quotedName(note.other));
    case ReadingNote::Kind::NoneFailed: {
        QString sign = u"anything like an error"_s;
        if (!note.cell.empty())
            sign = quotedName(note.cell);
        return u"no record counts as a failed call: none has %1 in %2"_s.arg(sign, column);
    }
    case ReadingNote::Kind::NoneRefused:
        return u"no record counts as refused by the model: none has %1 in %2"_s.arg(
                note.cell.empty() ? u"anything but a word for none"_s : quotedName(note.cell),
                column);
    case ReadingNote::Kind::LabelsDiffer:
        return labelsDifferText(note);
    case ReadingNote::Kind::FewDays:
        return fewDaysText(note);
    case ReadingNote::Kind::Repeats:
        return u"records of one %1 always have one label, though scores differ: if each is one case that was asked again, name the column as the example; as it is every record counts by itself, and intervals are too narrow"_s
                .arg(column);
    case ReadingNote::Kind::Joined:
        return joinedText(note);
    case ReadingNote::Kind::OnlyLeft:
        return onlyLeftText(note);
    case ReadingNote::Kind::OnlyRight:
        return onlyRightText(note);
    case ReadingNote::Kind::InSteps:
        return inStepsText(note);
    case ReadingNote::Kind::AgainstRest:
        return u"%1 has several classes: %2 is positive, and all others (%3) are negative"_s.arg(
                column, quotedName(note.cell), quotedNames(note.names));
    case ReadingNote::Kind::Binary:
        return u"%1 %2 binary data, which is not read: such cells are taken as empty"_s.arg(
                quotedNames(note.names), note.names.size() == 1 ? u"holds"_s : u"hold"_s);
    case ReadingNote::Kind::OtherWait:
        return u"the wait is the one until the whole answer, %1; %2 holds the one until the first token, which can be read instead"_s
                .arg(quotedName(note.other), column);
    case ReadingNote::Kind::FirstToken:
        return note.other.empty()
                ? u"the wait is the one until the first token, %1"_s.arg(column)
                : u"the wait is the one until the first token, %1; where that is missing, %2"_s.arg(
                        column, quotedName(note.other));
    case ReadingNote::Kind::AboveHeader:
        return aboveHeaderText(note);
    case ReadingNote::Kind::PerhapsWait:
        return u"no column is known to hold waits, and %1 %2 not used: if %3, choose it as the latency"_s
                .arg(quotedNames(note.names), note.names.size() == 1 ? u"is"_s : u"are"_s,
                     note.names.size() == 1 ? u"it holds waits"_s : u"one of them does"_s);
    }
    return {};
}

} // namespace oneinn::wording
