// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/classviewwords.h"

#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/statement.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr int classHundred = 100;

QString classSetAsideText(std::size_t records, const QString &why)
{
    return u"%1 set aside: %2."_s.arg(
            records == 1 ? u"1 record is"_s : u"%1 records are"_s.arg(countText(double(records))),
            why);
}

QString classOfHundred(const std::optional<double> &share)
{
    return share ? shareCountText(*share, classHundred, u"under"_s, u"over"_s) : undefinedDash();
}

} // namespace

QString classMeasureName(ClassMeasure measure)
{
    switch (measure) {
    case ClassMeasure::Rows:
        return u"rows"_s;
    case ClassMeasure::ShareOfActual:
        return u"of 100 that are of the class (recall)"_s;
    case ClassMeasure::ShareOfDecided:
        break;
    }
    return u"of 100 that are called by its name (precision)"_s;
}

std::optional<double> classCellShare(const ClassReport &report, std::size_t actual,
                                     std::size_t decided, ClassMeasure measure)
{
    double all = 0.0;
    if (measure == ClassMeasure::ShareOfDecided && decided < report.classes.size()) {
        all = report.classes[decided].decided.weight;
    } else if (measure == ClassMeasure::ShareOfDecided) {
        for (const auto &cells : report.matrix)
            all += cells[decided].weight;
    } else {
        all = report.classes[actual].rows.weight;
    }
    return all > 0.0 ? std::optional(report.matrix[actual][decided].weight / all) : std::nullopt;
}

QString classCell(const ClassReport &report, std::size_t actual, std::size_t decided,
                  ClassMeasure measure)
{
    const Tally &cell = report.matrix[actual][decided];
    if (cell.rows == 0.0)
        return {};
    return measure == ClassMeasure::Rows
            ? countText(cell.rows)
            : classOfHundred(classCellShare(report, actual, decided, measure));
}

QString className(const ToldClasses &told, std::size_t at)
{
    return at < told.names.size() ? nameText(told.names[at]) : u"undecided"_s;
}

QString classCellText(const ToldClasses &told, std::size_t actual, std::size_t decided)
{
    const ClassReport &report = told.report;
    for (const Confusion &confusion : report.confusions) {
        if (confusion.actual == actual && confusion.decided == decided)
            return confusionText(told, confusion);
    }
    const double rows = report.matrix[actual][decided].rows;
    const QString really = quotedName(told.names[actual]);
    if (rows == 0.0)
        return decided < told.names.size()
                ? u"No row of %1 is called %2."_s.arg(really, quotedName(told.names[decided]))
                : u"No row of %1 is left undecided."_s.arg(really);
    return u"%1 of %2 are called %3: %4 of 100 that really are %2, and %5 of 100 that are called %3."_s
            .arg(rows == 1.0 ? u"1 row"_s : u"%1 rows"_s.arg(countText(rows)), really,
                 decided < told.names.size() ? quotedName(told.names[decided]) : u"undecided"_s,
                 classOfHundred(
                         classCellShare(report, actual, decided, ClassMeasure::ShareOfActual)),
                 classOfHundred(
                         classCellShare(report, actual, decided, ClassMeasure::ShareOfDecided)));
}

QStringList classAccount(std::size_t labelMissing, std::size_t scoreMissing,
                         std::size_t weightMissing, bool scoresAddUp)
{
    QStringList told;
    if (labelMissing > 0)
        told.append(classSetAsideText(labelMissing, u"their class is not known"_s));
    if (scoreMissing > 0)
        told.append(classSetAsideText(scoreMissing, u"a score is missing"_s));
    if (weightMissing > 0)
        told.append(classSetAsideText(weightMissing, u"their weight is no number above 0"_s));
    if (!scoresAddUp)
        told.append(u"The scores do not add up to 1: they are compared as they are."_s);
    return told;
}

QString classesHint()
{
    return u"A cell says what happens there, and Enter or a double click lists its rows; a class's "
           "name looks at that class against all others."_s;
}

QString classesAxes(const std::string &taken)
{
    return u"Down: what a row really is. Across: what it was called. On the right: %1 against all others."_s
            .arg(quotedName(taken));
}

} // namespace oneinn::wording
