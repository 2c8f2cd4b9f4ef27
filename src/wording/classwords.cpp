// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/classwords.h"

#include "core/classes/classnoun.h"
#include "wording/frequency.h"
#include "wording/names.h"
#include "wording/noun.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/statement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int hundredRows = 100;
constexpr qsizetype widestClass = 28; ///< characters in a table

/// "invoice", "row that is “A-7”".
Noun rowsOfClass(const std::string &name)
{
    if (isClassNoun(name))
        return nounOf(name);
    return {u"row that is "_s + quotedName(name), u"rows that are "_s + quotedName(name)};
}

QString calledText(const ToldClasses &told, std::uint32_t decided)
{
    return decided < told.names.size() ? u"called "_s + quotedName(told.names[decided])
                                       : u"left undecided"_s;
}

QString classCountsText(const Proportion &share)
{
    return u"%1 of %2"_s.arg(countText(share.yes.rows), countText(share.all.rows));
}

QString confusionStart(const Proportion &share, const Noun &rows, const QString &called)
{
    const ShareForm form = share.tooFewClusters() ? ShareForm::Counts : shareFormOf(share);
    const int of = denominatorOf(share);
    switch (form) {
    case ShareForm::Counts:
        return u"%1 %2 %3 %4: counts only, as there are few"_s.arg(
                classCountsText(share), rows.plural, share.yes.rows == 1.0 ? u"is"_s : u"are"_s,
                called);
    case ShareForm::TooFew:
        return u"%1 %2 are %3 (%4 here)"_s.arg(somewhereText(share.interval), rows.plural, called,
                                               classCountsText(share));
    default:
        break;
    }
    // Of one number throughout, so that one is seen to be more than another.
    return u"%1 %2 are %3: %4 (%5)"_s.arg(shareText(share.value, of), rows.plural, called,
                                          classCountsText(share), betweenText(share.interval, of));
}

/// Of 100: "88 (86 to 90)", of few "3 of 7", or only from where to where.
QString classShareCell(const std::optional<Proportion> &share)
{
    if (!share)
        return undefinedDash();
    const auto ofHundred = [](double value) {
        return shareCountText(value, hundredRows, u"under"_s, u"over"_s);
    };
    if (share->reliability == Reliability::CountsOnly || share->tooFewClusters())
        return classCountsText(*share);
    const QString range =
            u"%1 to %2"_s.arg(ofHundred(share->interval.low), ofHundred(share->interval.high));
    return share->reliability == Reliability::TooFew
            ? range
            : u"%1 (%2)"_s.arg(ofHundred(share->value), range);
}

QString f1Cell(const std::optional<double> &f1)
{
    return f1 ? numberText(*f1, 2) : undefinedDash();
}

QString shortClass(const std::string &name)
{
    return middleElided(nameText(name), widestClass);
}

std::vector<std::string> namesWithout(const ToldClasses &told,
                                      std::optional<Proportion> ClassRow::*share)
{
    std::vector<std::string> names;
    for (std::size_t at = 0; at < told.names.size(); ++at) {
        if (!(told.report.classes[at].*share))
            names.push_back(told.names[at]);
    }
    return names;
}

QStringList quotedEach(const std::vector<std::string> &names)
{
    QStringList quoted;
    for (const std::string &name : names)
        quoted.append(quotedName(name));
    return quoted;
}

/// Which classes a mean leaves out, and why; none: nothing.
QString leftOutText(const std::vector<std::string> &names, std::size_t classes, const QString &why,
                    const QString &what)
{
    return u"%1 %2, so the averages of %3 are over %4 of %5 classes (%6)."_s.arg(
            names.size() == 1 ? u"One class"_s
                              : u"%1 classes"_s.arg(countText(double(names.size()))),
            why, what, countText(double(classes - names.size())), countText(double(classes)),
            listed(quotedEach(names)));
}

QString rightSentence(const ToldClasses &told)
{
    const Proportion &right = *told.report.right;
    const QString of = u"%1 rows in %2 classes"_s.arg(countText(right.all.rows),
                                                      countText(double(told.names.size())));
    if (right.reliability == Reliability::CountsOnly || right.tooFewClusters())
        return u"%1 rows are put into their own class (%2 classes); so few are counts only"_s.arg(
                classCountsText(right), countText(double(told.names.size())));
    const int denominator = denominatorOf(right);
    return u"%1 rows are put into their own class (%2; %3)"_s.arg(
            shareText(right.value, denominator), betweenText(right.interval, denominator), of);
}

/// "4 of 100 are", "1 of 5 is".
QString undecidedText(const Proportion &undecided)
{
    if (undecided.reliability == Reliability::CountsOnly)
        return classCountsText(undecided) + (undecided.yes.rows == 1.0 ? u" is"_s : u" are"_s);
    return shareText(undecided.value, denominatorOf(undecided)) + u" are"_s;
}

/// Of each class, what it costs that its rows are not put into it.
std::vector<double> costsByClass(const ToldClasses &told)
{
    std::vector<double> costs(told.names.size(), 0.0);
    for (const Confusion &confusion : told.report.confusions)
        costs[confusion.actual] += confusion.cost;
    return costs;
}

QString mostOftenInstead(const ToldClasses &told, std::size_t at)
{
    const auto &cells = told.report.matrix[at];
    std::size_t most = at;
    for (std::size_t decided = 0; decided < cells.size(); ++decided) {
        if (decided != at && cells[decided].rows > 0.0
            && (most == at || cells[decided].weight > cells[most].weight))
            most = decided;
    }
    if (most == at)
        return undefinedDash();
    return u"%1 (%2)"_s.arg(most < told.names.size() ? shortClass(told.names[most])
                                                     : u"undecided"_s,
                            countText(cells[most].rows));
}

/// Of 100, as each class's beside it; with a digit more, since means are compared.
QString meanShareCell(const std::optional<double> &share)
{
    return share ? numberText(double(hundredRows) * *share, 1) : undefinedDash();
}

QString meanF1Cell(const std::optional<double> &f1)
{
    return f1 ? numberText(*f1, 3) : undefinedDash();
}

QString overCell(const ClassMeans &means)
{
    const std::size_t least =
            std::min({means.precision.classes, means.recall.classes, means.f1.classes});
    const std::size_t most =
            std::max({means.precision.classes, means.recall.classes, means.f1.classes});
    if (least == most)
        return counted(double(most), {u"class"_s, u"classes"_s});
    return u"%1, %2 and %3 classes"_s.arg(countText(double(means.precision.classes)),
                                          countText(double(means.recall.classes)),
                                          countText(double(means.f1.classes)));
}

QStringList meanCells(const ClassMeans &means)
{
    return {meanShareCell(means.precision.value), meanShareCell(means.recall.value),
            meanF1Cell(means.f1.value), overCell(means)};
}

/// Of what was decided.
QString scoresTroubleText(const ClassTrouble &trouble, const QString &column, const QString &names)
{
    switch (trouble.kind) {
    case ClassTrouble::Kind::NothingDecided:
        return u"No column says what was decided, and not every value of %1 (%2) has a score "
               "column of its own. Name the column with --decision, or the scores with --scores, "
               "as in --scores 'p_*' with the class for the star."_s.arg(column, names);
    case ClassTrouble::Kind::ScoresUnclear:
        return u"Several sets of columns may be the classes' scores: %1. Name one with --scores, "
               u"or "
               "the column with what was decided with --decision."_s.arg(names);
    case ClassTrouble::Kind::ScoreMissing:
        return u"--scores %1: there is no numeric column of it for %2."_s.arg(
                nameText(trouble.column), names);
    case ClassTrouble::Kind::ScoresNotShares:
        return u"The columns %1 do not add up to 1, so they may be something else than the "
               u"classes' "
               "scores. If they are, say so with --scores '%2'; or name the column with what was "
               "decided with --decision."_s.arg(column, nameText(trouble.column));
    default:
        break;
    }
    return u"--scores needs the columns' name with one * for the class, as in 'p_*', not %1."_s.arg(
            column);
}

} // namespace

QStringList classSentences(const ToldClasses &told)
{
    const ClassReport &report = told.report;
    QString first = rightSentence(told);
    if (report.undecided->yes.rows > 0.0)
        first += u"; %1 left undecided"_s.arg(undecidedText(*report.undecided));
    QStringList sentences{first + u'.'};
    const auto neverDecided = namesWithout(told, &ClassRow::precision);
    if (!neverDecided.empty())
        sentences.append(leftOutText(neverDecided, told.names.size(),
                                     neverDecided.size() == 1
                                             ? u"is never decided and has no precision"_s
                                             : u"are never decided and have no precision"_s,
                                     u"precision"_s));
    const auto withoutRows = namesWithout(told, &ClassRow::recall);
    if (!withoutRows.empty())
        sentences.append(leftOutText(withoutRows, told.names.size(),
                                     withoutRows.size() == 1 ? u"has no rows and no recall"_s
                                                             : u"have no rows and no recall"_s,
                                     u"recall"_s));
    return sentences;
}

QString confusionText(const ToldClasses &told, const Confusion &confusion)
{
    const Noun rows = rowsOfClass(told.names[confusion.actual]);
    QString text = confusionStart(confusion.share, rows, calledText(told, confusion.decided));
    if (told.ownCosts && told.report.cost > 0.0)
        text += u"; %1 of the cost"_s.arg(shareText(confusion.cost / told.report.cost));
    return asSentence(text);
}

QStringList confusionSentences(const ToldClasses &told, std::size_t most)
{
    const auto &confusions = told.report.confusions;
    QStringList sentences;
    for (std::size_t i = 0; i < std::min(most, confusions.size()); ++i)
        sentences.append(confusionText(told, confusions[i]));
    const std::size_t more =
            confusions.size() - std::min(most, confusions.size()) + told.report.confusionsLeftOut;
    if (more > 0)
        sentences.append(more == 1 ? u"There is 1 more kind of confusion."_s
                                   : u"There are %1 more kinds of confusion."_s.arg(
                                           countText(double(more))));
    if (confusions.empty())
        sentences.append(u"No row is put into another class than its own."_s);
    return sentences;
}

std::vector<QStringList> classMeanLines(const ClassReport &report)
{
    return {{QString(), u"precision, of 100"_s, u"recall, of 100"_s, u"F1"_s, u"over"_s},
            QStringList{u"macro (by class)"_s} + meanCells(report.macro),
            QStringList{u"weighted (by its rows)"_s} + meanCells(report.weighted),
            {u"micro (by row)"_s, meanShareCell(report.microPrecision),
             meanShareCell(report.microRecall), meanF1Cell(report.microF1), u"all rows"_s}};
}

std::vector<QStringList> classLines(const ToldClasses &told)
{
    const bool thresholds = !told.thresholds.empty();
    QStringList header{u"class"_s, u"rows"_s, u"put into it"_s};
    if (thresholds)
        header.append(u"threshold"_s);
    header += {u"precision, of 100"_s, u"recall, of 100"_s, u"F1"_s, u"most often instead"_s};
    std::vector<QStringList> lines{header};
    const std::vector<double> costs = costsByClass(told);
    std::vector<std::size_t> order(told.names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return costs[a] > costs[b]; });
    for (const std::size_t at : order) {
        const ClassRow &row = told.report.classes[at];
        QStringList line{shortClass(told.names[at]), countText(row.rows.rows),
                         countText(row.decided.rows)};
        if (thresholds)
            line.append(told.thresholds[at] ? boundText(*told.thresholds[at]) : undefinedDash());
        line += {classShareCell(row.precision), classShareCell(row.recall), f1Cell(row.f1),
                 mostOftenInstead(told, at)};
        lines.push_back(line);
    }
    return lines;
}

QString classTroubleText(const ClassTrouble &trouble)
{
    const QString column = quotedName(trouble.column);
    const QString names = listed(quotedEach(trouble.names));
    switch (trouble.kind) {
    case ClassTrouble::Kind::ColumnMissing:
        return u"There is no column %1. The columns are %2."_s.arg(column, names);
    case ClassTrouble::Kind::NoLabel:
        return u"No column looks like the class that a row really is of. Name it with --label. The "
               "columns are %1."_s.arg(names);
    case ClassTrouble::Kind::LabelUnclear:
        return u"Several columns may hold the class that a row really is of: %1. Name one with "
               "--label."_s.arg(names);
    case ClassTrouble::Kind::TwoValues:
        return u"%1 has %2 (%3), and classes is for three or more. For two there are metrics, "
               "curve, recommend and the other commands: one-in-n-cli metrics FILE --threshold T."_s
                       .arg(column, trouble.names.size() == 1 ? u"one value"_s : u"two values"_s,
                            names);
    case ClassTrouble::Kind::TooManyValues:
        return u"%1 has more than %2 values, which are too many to be classes. Name another column "
               "with --label or --decision."_s.arg(column, countText(double(mostClasses)));
    case ClassTrouble::Kind::ClassUnknown:
        return u"There is no class %1. The classes are %2."_s.arg(column, names);
    case ClassTrouble::Kind::NothingUsable:
        return u"No record can be used: none has both a class in %1 and what was decided of it."_s
                .arg(column);
    default:
        break;
    }
    return scoresTroubleText(trouble, column, names);
}

} // namespace oneinn::wording
