// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/droppicture.h"

#include "wording/dropnames.h"
#include "wording/dropwords.h"
#include "wording/names.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Anchor;
using pictures::Role;

namespace {

constexpr double roomForAmounts = 20.0; ///< above the highest bar and below the lowest
constexpr double roomForNames = 22.0;
constexpr double besideNames = 4.0;
constexpr double barShare = 0.62;  ///< of a column's width
constexpr double shownFrom = 5e-7; ///< per use: less is rounding

struct DropBar {
    QString name;
    QString number;
    double from = 0.0; ///< per use
    double to = 0.0;
    Interval range = {}; ///< of `to`; of no width: none is drawn
    Role fill = Role::Good;
};

/// Fewer wrong and fewer missed ones are better.
bool isWorse(double amount, DropMeasure measure)
{
    return measure == DropMeasure::Value ? amount < 0.0 : amount > 0.0;
}

std::vector<DropBar> dropBarsOf(const Dropped &dropped, const PeriodNames &names,
                                const FeatureWords &words)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    const DropMeasure measure = dropped.measure;
    const auto total = [&](const QString &name, double of) {
        return DropBar{name, wording::dropTotalText(of, measure, words), 0.0, of, {of, of}};
    };
    std::vector<DropBar> bars{total(names.before, diagnosis.measureBefore)};
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

Interval dropScaleOf(const std::vector<DropBar> &bars)
{
    Interval scale{0.0, 0.0};
    for (const DropBar &bar : bars) {
        scale.low = std::min({scale.low, bar.from, bar.to, bar.range.low});
        scale.high = std::max({scale.high, bar.from, bar.to, bar.range.high});
    }
    if (!(scale.width() > 0.0))
        scale.high = 1.0;
    return scale;
}

QString fittedTo(double width, const QString &text)
{
    QString fitted = text;
    while (fitted.size() > 3 && pictures::textWidth(fitted) > width)
        fitted = wording::middleElided(text, fitted.size() - 1);
    return fitted;
}

/// Places on a picture: a column for each bar, and a height for each amount.
class DropFrame {
public:
    DropFrame(QSizeF size, std::size_t bars, const Interval &scale)
        : m_size(size)
        , m_column(size.width() / static_cast<double>(bars))
        , m_scale(scale)
    {
    }

    double column() const { return m_column; }
    double middle(std::size_t bar) const { return (static_cast<double>(bar) + 0.5) * m_column; }
    double y(double amount) const
    {
        const double room = m_size.height() - 2.0 * roomForAmounts - roomForNames;
        return roomForAmounts + room * (m_scale.high - amount) / m_scale.width();
    }
    double width() const { return m_size.width(); }
    double namesBaseline() const { return m_size.height() - 6.0; }

private:
    QSizeF m_size;
    double m_column;
    Interval m_scale;
};

void drawDropWhisker(pictures::Picture *picture, const DropFrame &frame, double middle,
                     const Interval &range)
{
    if (!(range.width() > 0.0))
        return;
    const pictures::Shape whisker{.stroke = Role::Text, .width = 1.4};
    const double low = frame.y(range.low);
    const double high = frame.y(range.high);
    picture->line({middle, low}, {middle, high}, whisker);
    picture->line({middle - 4.0, low}, {middle + 4.0, low}, whisker);
    picture->line({middle - 4.0, high}, {middle + 4.0, high}, whisker);
}

void drawDropBar(pictures::Picture *picture, const DropFrame &frame, std::size_t at,
                 const DropBar &bar)
{
    const double middle = frame.middle(at);
    const double wide = barShare * frame.column();
    const double top = frame.y(std::max(bar.from, bar.to));
    const double bottom = frame.y(std::min(bar.from, bar.to));
    picture->rectangle({middle - wide / 2.0, top, wide, std::max(1.0, bottom - top)}, {bar.fill});
    drawDropWhisker(picture, frame, middle, bar.range);
    const bool isTotal = bar.from == 0.0 && !(bar.range.width() > 0.0);
    const bool above = isTotal ? bar.to >= 0.0 : bar.to >= bar.from;
    const double edge = above ? frame.y(std::max({bar.from, bar.to, bar.range.high}))
                              : frame.y(std::min({bar.from, bar.to, bar.range.low}));
    picture->text({middle, above ? edge - 6.0 : edge + 15.0}, bar.number,
                  {.anchor = Anchor::Middle, .bold = isTotal});
    picture->text({middle, frame.namesBaseline()}, fittedTo(frame.column() - besideNames, bar.name),
                  {.color = Role::Quiet, .anchor = Anchor::Middle});
}

} // namespace

pictures::Picture dropPicture(const Dropped &dropped, const PeriodNames &names,
                              const FeatureWords &words, QSizeF size)
{
    const std::vector<DropBar> bars = dropBarsOf(dropped, names, words);
    const QString read =
            wording::dropWaterfallLines(dropped.waterfall, dropped.measure, words).join(u'\n');
    pictures::Picture picture(size, read);
    const DropFrame frame(size, bars.size(), dropScaleOf(bars));
    for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
        const double level = frame.y(bars[i].to);
        picture.line({frame.middle(i), level}, {frame.middle(i + 1), level},
                     {.stroke = Role::Axis, .dash = 2.0, .gap = 3.0});
    }
    for (std::size_t i = 0; i < bars.size(); ++i)
        drawDropBar(&picture, frame, i, bars[i]);
    const double zero = frame.y(0.0);
    picture.line({0.0, zero}, {frame.width(), zero}, {.stroke = Role::Axis});
    return picture;
}

} // namespace oneinn::report
