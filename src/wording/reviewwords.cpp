// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/reviewwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/rowwords.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString withPredicate(double all, const Noun &noun, const Predicate &predicate)
{
    return counted(all, noun) + u' ' + (all == 1.0 ? predicate.one : predicate.many);
}

/// ": 46 by the model, 11 as the answer came too late"; empty where nothing did.
QString missedParts(const CellRows &rows, const Feature &feature, bool withWrong)
{
    if (rows.missedByLateness == 0)
        return {};
    const std::size_t missed = rows.missedByModel + rows.missedByLateness;
    QStringList parts;
    if (withWrong && rows.all > missed)
        parts.append(u"%1 wrongly %2"_s.arg(countText(double(rows.all - missed)), feature.done));
    if (rows.missedByModel > 0)
        parts.append(u"%1 missed by the model"_s.arg(countText(double(rows.missedByModel))));
    parts.append(u"%1 missed as the answer came too late"_s.arg(
            countText(double(rows.missedByLateness))));
    return u": "_s + parts.join(u", "_s);
}

QString cellCounted(const CellRows &rows, const CellRowsQuestion &question, const Feature &feature)
{
    const auto all = double(rows.all);
    switch (question.cell) {
    case RowCell::Fp:
        return withPredicate(all, feature.negative, feature.found);
    case RowCell::Fn:
        return withPredicate(all, feature.positive, feature.missed)
                + missedParts(rows, feature, false);
    case RowCell::Tp:
        return withPredicate(all, feature.positive, feature.found);
    case RowCell::Tn:
        return withPredicate(all, feature.negative, feature.rightlySilent);
    case RowCell::Wrong:
        return withPredicate(all, feature.useCase,
                             {u"is decided wrongly"_s, u"are decided wrongly"_s})
                + missedParts(rows, feature, true);
    case RowCell::All:
        return counted(all, feature.useCase);
    case RowCell::MissedByModel:
        return withPredicate(all, feature.positive,
                             {u"is missed by the model"_s, u"are missed by the model"_s});
    case RowCell::MissedByLateness:
        return withPredicate(all, feature.positive,
                             {u"is missed as the answer came too late"_s,
                              u"are missed as the answer came too late"_s});
    case RowCell::Gone:
        return withPredicate(all, feature.useCase,
                             {u"may end after its %1 has left"_s.arg(feature.person.singular),
                              u"may end after their %1 has left"_s.arg(feature.person.singular)})
                + u": on average %1"_s.arg(
                        all == 1.0 ? u"%1 of 100 such"_s.arg(countText(100.0 * rows.left))
                                   : u"%1 of them"_s.arg(countText(std::round(rows.left))));
    case RowCell::Late:
        break;
    }
    const QString late = u"later than %1"_s.arg(budgetSaid(question));
    return withPredicate(all, feature.useCase, {u"is "_s + late, u"are "_s + late});
}

/// What the matrix counts elsewhere: " Of their users 22 have left by then on average: ...".
QString leftSentence(const CellRows &rows, const CellRowsQuestion &question, const Feature &feature)
{
    const double left = std::round(rows.left);
    if (question.cell == RowCell::Gone || left < 1.0)
        return {};
    const QString gone = u" Of their %1 %2 %3 left before the end on average"_s.arg(
            feature.person.plural, countText(left), left == 1.0 ? u"has"_s : u"have"_s);
    if (question.cell == RowCell::All || question.cell == RowCell::Late)
        return gone + u": the matrix counts those as gone."_s;
    return gone
            + u": the matrix counts those as gone, and the other %1 here."_s.arg(
                    countText(double(rows.all) - left));
}

} // namespace

QString cellRowsSentence(const CellRows &rows, const CellRowsQuestion &question,
                         const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    QString all =
            cellCounted(rows, question, feature) + u'.' + leftSentence(rows, question, feature);
    if (rows.rows.empty())
        return all;
    const bool isRight = question.cell == RowCell::Tp || question.cell == RowCell::Tn;
    const QString order = rowOrderName(isRight ? RowOrder::Nearest : question.order, question.cell);
    const auto shown = rows.rows.size();
    if (shown == rows.all)
        return all + u" The %1 first:"_s.arg(order);
    return all + u" The %1 %2:"_s.arg(countText(double(shown)), order);
}

} // namespace oneinn::wording
