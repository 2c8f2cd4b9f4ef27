// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/segmentwords.h"
#include "wording/valuewords.h"

#include <algorithm>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

bool changesWithThreshold(SegmentColumn column)
{
    return column == SegmentColumn::Missed || column == SegmentColumn::WrongOfShown
            || column == SegmentColumn::Value;
}

QString thenText(const QString &before, const QString &after)
{
    return before + u" \u2192 "_s + after;
}

const MeasureComparison *measureOf(const SegmentDifferences &differences, SegmentColumn column)
{
    const auto held = [](const std::optional<MeasureComparison> &measure) {
        return measure ? &*measure : nullptr;
    };
    if (column == SegmentColumn::Missed)
        return held(differences.missed);
    if (column == SegmentColumn::WrongOfShown)
        return held(differences.wrongOfShown);
    if (column == SegmentColumn::Late)
        return held(differences.late);
    return column == SegmentColumn::Value ? held(differences.valuePerUse) : nullptr;
}

/// What is said of a row in this column, before and after.
QString columnBeforeAfter(const SegmentRow &row, const SegmentDifferences *differences,
                          SegmentColumn column, const QString &unit)
{
    const QString difference = differenceCell(differences, column);
    return beforeAfterCell(row, column) + unit
            + (difference.isEmpty() ? QString() : u", "_s + difference);
}

} // namespace

QString beforeAfterCell(const SegmentRow &row, SegmentColumn column)
{
    QString after = segmentCell(row, column);
    if (!row.before || !changesWithThreshold(column))
        return after;
    if (column == SegmentColumn::Value && !row.tellsValue())
        return after;
    const SegmentRow was{.shares = row.before->shares, .valuePerUse = row.before->valuePerUse};
    return thenText(segmentCell(was, column), after);
}

QString everyoneBeforeAfterCell(const SegmentTable &table, SegmentColumn column)
{
    QString after = everyoneCell(table, column);
    if (!table.before || !changesWithThreshold(column))
        return after;
    const SegmentTable was{.whole = table.before->shares, .wholeValue = table.before->valuePerUse};
    return thenText(everyoneCell(was, column), after);
}

QString differenceCell(const SegmentDifferences *differences, SegmentColumn column)
{
    const MeasureComparison *measure = differences ? measureOf(*differences, column) : nullptr;
    if (!measure)
        return {};
    constexpr double ofHundred = 100.0;
    const double scale = column == SegmentColumn::Value ? thousand : ofHundred;
    const auto text = [scale](double value) { return signedText(scale * value); };
    if (measure->isNone())
        return text(0.0);
    if (measure->tooFewDiffer)
        return text(measure->difference);
    return u"%1 (%2 to %3)"_s.arg(text(measure->difference), text(measure->interval.low),
                                  text(measure->interval.high));
}

QString beforeAfterText(const SegmentRow &row, const SegmentDifferences *differences,
                        const FeatureWords &words)
{
    if (!row.before)
        return {};
    const Feature feature = featureOf(words);
    QStringList parts{
            u"missed %1"_s.arg(columnBeforeAfter(row, differences, SegmentColumn::Missed,
                                                 u" of 100 %1"_s.arg(feature.positivesSaid()))),
            u"wrong %1"_s.arg(columnBeforeAfter(row, differences, SegmentColumn::WrongOfShown,
                                                u" of 100 %1"_s.arg(feature.done)))};
    if (row.tellsValue())
        parts.append(u"worth %1"_s.arg(
                columnBeforeAfter(row, differences, SegmentColumn::Value,
                                  u" per 1,000 of its own %1"_s.arg(feature.useCase.plural))));
    if (row.tellsValue() && row.gain)
        parts.append(
                u"%1 per 1,000 of all %2"_s.arg(signedText(*row.gain), feature.useCase.plural));
    return u"%1, before and after: %2."_s.arg(segmentName(row.values), parts.join(u"; "_s));
}

QString budgetBeforeAfterText(const SegmentRow &row, const BudgetChange &change,
                              const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const auto sideOf = [&row](const SegmentBefore &side) {
        SegmentRow at = row;
        at.shares = side.shares;
        at.valuePerUse = side.valuePerUse;
        return at;
    };
    const SegmentRow was = sideOf(change.before);
    const SegmentRow is = sideOf(change.after);
    const auto part = [&](const QString &what, SegmentColumn column,
                          const QString &unit) -> QString {
        return what + u' ' + thenText(segmentCell(was, column), segmentCell(is, column)) + unit
                + u", "_s + differenceCell(&change.differences, column);
    };
    QStringList parts{
            part(u"late"_s, SegmentColumn::Late, u" of 100 %1"_s.arg(feature.useCase.plural)),
            part(u"missed"_s, SegmentColumn::Missed, u" of 100 %1"_s.arg(feature.positivesSaid())),
            part(u"wrong"_s, SegmentColumn::WrongOfShown, u" of 100 %1"_s.arg(feature.done))};
    if (was.tellsValue() && is.tellsValue())
        parts.append(part(u"worth"_s, SegmentColumn::Value, feature.perThousand()));
    return u"%1, before and after its budget of %2: %3."_s.arg(
            segmentName(row.values), budgetText(row.budget), parts.join(u"; "_s));
}

std::vector<const SegmentRow *> payingMostFirst(const SegmentTable &table)
{
    std::vector<const SegmentRow *> rows;
    for (const SegmentRow &row : table.rows) {
        if (row.gain)
            rows.push_back(&row);
    }
    std::ranges::stable_sort(rows, {}, [](const SegmentRow *row) { return *row->gain; });
    return rows;
}

} // namespace oneinn::wording
