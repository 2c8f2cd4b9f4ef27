// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/droppicture.h"

#include "report/waterfall.h"
#include "wording/dropnames.h"
#include "wording/dropnumbers.h"
#include "wording/dropwords.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Role;

namespace {

constexpr double shownFrom = 5e-7; ///< per use: less is rounding

/// Fewer wrong and fewer missed ones are better.
bool isWorse(double amount, DropMeasure measure)
{
    return measure == DropMeasure::Value ? amount < 0.0 : amount > 0.0;
}

std::vector<WaterfallBar> dropBarsOf(const Dropped &dropped, const PeriodNames &names,
                                     const FeatureWords &words)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    const DropMeasure measure = dropped.measure;
    const wording::DropNumbers numbers(dropped);
    const auto inUnit = [&](const QString &number) {
        return wording::dropNumberInUnit(number, measure, words);
    };
    const auto total = [&](const QString &name, double of, const QString &number) {
        return WaterfallBar{.name = name,
                            .number = inUnit(number),
                            .to = of,
                            .range = {of, of},
                            .isTotal = true};
    };
    std::vector<WaterfallBar> bars{total(names.before, diagnosis.measureBefore, numbers.before())};
    double level = diagnosis.measureBefore;
    for (const DropAmount &amount : dropped.waterfall.amounts) {
        const double to = level + amount.amount;
        if (std::abs(amount.amount) >= shownFrom)
            bars.push_back({wording::dropAmountName(amount),
                            inUnit(numbers.of(amount)),
                            level,
                            to,
                            {level + amount.interval.low, level + amount.interval.high},
                            isWorse(amount.amount, measure) ? Role::Bad : Role::GoodPale});
        level = to;
    }
    bars.push_back(total(names.after, diagnosis.measureAfter, numbers.after()));
    return bars;
}

/// Where a name or its part may begin and end.
bool isBetweenWords(QChar c)
{
    return !c.isLetterOrNumber();
}

/// How many characters at the front are the same in both, up to a word of its own.
qsizetype commonFront(const QString &one, const QString &other)
{
    qsizetype same = 0;
    while (same < std::min(one.size(), other.size()) && one[same] == other[same])
        ++same;
    while (same > 0 && !isBetweenWords(one[same - 1]))
        --same;
    return same;
}

qsizetype commonEnd(const QString &one, const QString &other, qsizetype front)
{
    const qsizetype most = std::min(one.size(), other.size()) - front;
    qsizetype same = 0;
    while (same < most && one[one.size() - 1 - same] == other[other.size() - 1 - same])
        ++same;
    while (same > 0 && !isBetweenWords(one[one.size() - same]))
        --same;
    return same;
}

bool fits(const QString &name, double width)
{
    return fittedTo(width, name) == name;
}

} // namespace

PeriodNames toldApart(const PeriodNames &names)
{
    const qsizetype front = commonFront(names.before, names.after);
    const qsizetype end = commonEnd(names.before, names.after, front);
    const auto own = [&](const QString &name) -> QString {
        return (front > 0 ? u"…"_s : QString()) + name.sliced(front, name.size() - front - end);
    };
    const bool anyLeft = std::min(names.before.size(), names.after.size()) > front + end;
    return anyLeft ? PeriodNames{own(names.before), own(names.after)} : names;
}

pictures::Picture dropPicture(const Dropped &dropped, const PeriodNames &names,
                              const FeatureWords &words, QSizeF size)
{
    const QString read = wording::dropWaterfallLines(dropped, words).join(u'\n');
    pictures::Picture picture(size, read);
    std::vector<WaterfallBar> bars = dropBarsOf(dropped, names, words);
    const double width = size.width() / double(bars.size()) - besideNames;
    if (!fits(names.before, width) || !fits(names.after, width))
        bars = dropBarsOf(dropped, toldApart(names), words);
    drawWaterfall(&picture, bars, {{0.0, 0.0}, size});
    return picture;
}

} // namespace oneinn::report
