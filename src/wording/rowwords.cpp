// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/rowwords.h"

#include "wording/feature.h"
#include "wording/names.h"
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
    case RowCell::MissedByModel:
        return u"missed by the model"_s;
    case RowCell::MissedByLateness:
        return u"missed as too late"_s;
    case RowCell::Gone:
        return u"left before the end"_s;
    case RowCell::All:
        break;
    }
    return u"all"_s;
}

QString rowEndText(RowCell end, const FeatureWords &words)
{
    switch (end) {
    case RowCell::Fp:
        return u"wrongly "_s + featureOf(words).done;
    case RowCell::Tp:
        return u"rightly "_s + featureOf(words).done;
    case RowCell::Tn:
        return u"rightly not "_s + featureOf(words).done;
    default:
        return rowEndCode(end);
    }
}

QString rowEndCode(RowCell end)
{
    switch (end) {
    case RowCell::Fp:
        return u"shown wrong"_s;
    case RowCell::Tp:
        return u"shown right"_s;
    case RowCell::Tn:
        return u"rightly not shown"_s;
    case RowCell::Fn:
    case RowCell::MissedByModel:
        return u"missed"_s;
    case RowCell::MissedByLateness:
        return u"missed, too late"_s;
    case RowCell::Late:
        return u"unanswered, too late"_s;
    case RowCell::Wrong:
    case RowCell::All:
    case RowCell::Gone:
        break;
    }
    return {};
}

QString rowOrderName(RowOrder order, RowCell cell)
{
    if (cell == RowCell::Gone)
        return u"most likely gone"_s;
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

QString confusionRowsSentence(const QString &actual, const QString &decided, std::size_t shown,
                              std::size_t all)
{
    const bool right = actual == decided;
    const bool undecided = decided == u"undecided";
    const QString said = right ? u"called so"_s
            : undecided        ? u"left undecided"_s
                               : u"called "_s + quotedName(decided.toStdString());
    QString counted = u"%1 of %2 %3 %4."_s.arg(
            all == 1 ? u"1 row"_s : u"%1 rows"_s.arg(countText(double(all))),
            quotedName(actual.toStdString()), all == 1 ? u"is"_s : u"are"_s, said);
    if (shown == 0)
        return counted;
    const QString order = right || undecided ? u"least sure"_s : u"most wrong"_s;
    return counted
            + (shown == all ? u" The %1 first:"_s.arg(order)
                            : u" The %1 %2:"_s.arg(countText(double(shown)), order));
}

QString personalHiddenText(const QStringList &columns)
{
    return u"Not shown, as they look personal: %1 (--show COLUMN for one)."_s.arg(
            columns.join(u", "_s));
}

QString saveRowsTitle(const QStringList &hidden)
{
    constexpr qsizetype mostNamed = 60;
    if (hidden.isEmpty())
        return u"Save these rows"_s;
    return u"Save these rows (without %1, which %2 personal and %3 not ticked)"_s.arg(
            middleElided(visible(hidden.join(u", "_s)), mostNamed),
            hidden.size() == 1 ? u"looks"_s : u"look"_s, hidden.size() == 1 ? u"is"_s : u"are"_s);
}

QString rowsCountText(std::size_t shown, std::size_t all)
{
    return u"%1 of %2"_s.arg(countText(double(shown)), countText(double(all)));
}

} // namespace oneinn::wording
