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

QString gainSentence(const ReviewAnswer &answer, const Feature &feature)
{
    const double gain = thousand * answer.bestGainPerUse;
    QString said = u"Against the best single threshold that brings %1%2 on these rows"_s.arg(
            signedText(gain), feature.perThousand());
    if (!answer.heldOutGainPerUse)
        return said + u'.';
    const double heldOut = thousand * *answer.heldOutGainPerUse;
    said += u"; on %2 that had no say in choosing either, %1"_s.arg(signedText(heldOut),
                                                                    feature.useCase.plural);
    return said + (heldOut < gain ? u": the rest is optimism."_s : u"."_s);
}

QStringList daySentences(const ReviewAnswer &answer, const ReviewQuestion &question,
                         const Feature &feature)
{
    const ReviewAnswer::Day &day = *answer.day;
    const QString done = countText(question.capacity->reviewsPerDay);
    const QString overrun =
            shareCountText(day.queue.overrunDays, 100, u"fewer than "_s, u"more than "_s);
    QStringList said{
            u"That is %1 reviews a day on average; of 100 days %2 %4 more than the %3 that are "
            "done (if %5 come independently)."_s.arg(plainNumberText(day.reviews), overrun, done,
                                                     overrun == u"1" ? u"has"_s : u"have"_s,
                                                     feature.useCase.plural)};
    said.append(u"Then %1 a day are turned away on average, and fall to a plain threshold."_s.arg(
            plainNumberText(day.queue.turnedAwayPerDay)));
    if (day.queue.carriedOver)
        said.append(u"Or, where they are carried over, %1 wait in the evening on average."_s.arg(
                plainNumberText(*day.queue.carriedOver)));
    else
        said.append(u"If they were carried over, the queue would grow for ever."_s);
    said.append(answer.price > 0.0
                        ? u"One more review a day would be worth %1 a day."_s.arg(
                                feature.amount(plainNumberText(answer.price)))
                        : u"There is time for every review that is worth its price: one more would "
                          "bring nothing."_s);
    return said;
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

QStringList reviewSentences(const ReviewAnswer &answer, const ReviewQuestion &question,
                            const QString &from, const QString &to, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const QString reviewer =
            u"Assumed: a reviewer finds %1 of the %2, shows %3 of the %4, and costs %5 a review."_s
                    .arg(shareText(question.recall, 100), feature.positivesSaid(),
                         shareText(question.falseAlarms, 100), feature.negativesSaid(),
                         feature.amount(plainNumberText(question.cost)));
    if (!answer.band.isOpen()) {
        const QString closed = answer.closesAtPrice <= 0.0
                ? u"No %1 is worth a review: it costs more than a reviewer who errs so often can "
                  "save."_s.arg(feature.useCase.singular)
                : u"On these rows no band of scores is worth a review."_s;
        return {closed, reviewer};
    }
    QStringList said{u"A person decides from %1 to %2: %3 of the %4 that the model decides. "
                     u"Short of it nothing "
                     "is %6 (%5), and from there on everything is (%7)."_s.arg(
                             from, to, shareText(answer.band.reviewed), feature.useCase.plural,
                             shareText(answer.band.silent), feature.done,
                             shareText(answer.band.shown)),
                     gainSentence(answer, feature)};
    if (answer.day)
        said += daySentences(answer, question, feature);
    said.append(u"The band closes where a review costs %1 more."_s.arg(
            feature.amount(plainNumberText(answer.closesAtPrice))));
    said.append(reviewer);
    return said;
}

} // namespace oneinn::wording
