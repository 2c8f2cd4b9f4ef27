// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/rowwords.h"

#include "wording/numbers.h"

#include <cmath>
#include <utility>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString rowCellName(RowCell cell)
{
    switch (cell) {
    case RowCell::Fp:
        return u"wrong ones"_s;
    case RowCell::Fn:
        return u"missed ones"_s;
    case RowCell::Tp:
        return u"right ones"_s;
    case RowCell::Tn:
        return u"rightly left alone"_s;
    case RowCell::Late:
        return u"late ones"_s;
    case RowCell::Wrong:
        return u"wrong or missed ones"_s;
    case RowCell::All:
        break;
    }
    return u"all"_s;
}

QString rowEndText(RowCell cell)
{
    switch (cell) {
    case RowCell::Fp:
        return u"wrong"_s;
    case RowCell::Fn:
        return u"missed"_s;
    case RowCell::Tp:
        return u"right"_s;
    case RowCell::Tn:
        return u"rightly left alone"_s;
    case RowCell::Late:
        return u"late"_s;
    case RowCell::Wrong:
    case RowCell::All:
        break;
    }
    return {};
}

QString rowOrderName(RowOrder order, RowCell cell)
{
    const bool late = cell == RowCell::Late;
    if (order == RowOrder::Wrongest)
        return late ? u"latest"_s : u"most wrong"_s;
    return late ? u"nearest to the budget"_s : u"nearest to the line"_s;
}

QString scoreSpanText(const ScoreSpan &span, bool lowerIsPositive)
{
    const auto text = [lowerIsPositive](double score) {
        return scoreText(lowerIsPositive ? 0.0 - score : score);
    };
    const bool fromOpen = std::isinf(span.from);
    const bool toOpen = std::isinf(span.to);
    if (fromOpen && toOpen)
        return {};
    if (lowerIsPositive) {
        if (toOpen)
            return u"score up to %1"_s.arg(text(span.from));
        return fromOpen ? u"score above %1"_s.arg(text(span.to))
                        : u"score above %1, up to %2"_s.arg(text(span.to), text(span.from));
    }
    if (toOpen)
        return u"score from %1"_s.arg(text(span.from));
    return fromOpen ? u"score below %1"_s.arg(text(span.to))
                    : u"score from %1 to below %2"_s.arg(text(span.from), text(span.to));
}

QString rowsCountText(std::size_t shown, std::size_t all)
{
    return u"%1 of %2"_s.arg(countText(double(shown)), countText(double(all)));
}

} // namespace oneinn::wording
