// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/droppicture.h"

#include "report/waterfall.h"
#include "wording/dropnames.h"
#include "wording/dropwords.h"

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
    const auto total = [&](const QString &name, double of) {
        return WaterfallBar{.name = name,
                            .number = wording::dropTotalText(of, measure, words),
                            .to = of,
                            .range = {of, of},
                            .isTotal = true};
    };
    std::vector<WaterfallBar> bars{total(names.before, diagnosis.measureBefore)};
    double level = diagnosis.measureBefore;
    for (const DropAmount &amount : dropped.waterfall.amounts) {
        const double to = level + amount.amount;
        if (std::abs(amount.amount) >= shownFrom)
            bars.push_back({wording::dropAmountName(amount),
                            wording::dropAmountText(amount.amount, measure, words),
                            level,
                            to,
                            {level + amount.interval.low, level + amount.interval.high},
                            isWorse(amount.amount, measure) ? Role::Bad : Role::GoodPale});
        level = to;
    }
    bars.push_back(total(names.after, diagnosis.measureAfter));
    return bars;
}

} // namespace

pictures::Picture dropPicture(const Dropped &dropped, const PeriodNames &names,
                              const FeatureWords &words, QSizeF size)
{
    const QString read =
            wording::dropWaterfallLines(dropped.waterfall, dropped.measure, words).join(u'\n');
    pictures::Picture picture(size, read);
    drawWaterfall(&picture, dropBarsOf(dropped, names, words), {{0.0, 0.0}, size});
    return picture;
}

} // namespace oneinn::report
