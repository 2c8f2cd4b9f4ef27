// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/sharewords.h"

#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

bool isOfFewerRows(const Proportion &share, int of)
{
    constexpr int usual = 100; // which everybody knows for a share
    constexpr double rounding = 1e-6;
    // Weights, or another share of positives, make another share of it than its rows.
    return of > usual && of > share.all.rows
            && std::abs(share.value * share.all.rows - share.yes.rows) < rounding;
}

int denominatorOf(const Proportion &share, const ShareGrammar &grammar)
{
    constexpr int most = 100000;
    int of = denominatorOf(share);
    while (of < most
           && readsAsKept(share.value, double(countOf(share.value, of)) / of, grammar.limit))
        of *= 10;
    return of;
}

namespace {

QString tooFew()
{
    return u"Too few cases to say"_s;
}

QString countsDetail(const Proportion &share, const ShareGrammar &grammar)
{
    const double yes = share.yes.rows;
    const double all = share.all.rows;
    if (yes == all)
        return noneHoldsNot(all, grammar);
    if (yes == 0.0)
        return allHoldNot(all, grammar);
    return u"%1 of the %2 %3 %4, %5 %6"_s.arg(
            countText(yes), countText(all), grammar.many,
            yes == 1.0 ? grammar.oneHolds : grammar.manyHold, countText(all - yes),
            all - yes == 1.0 ? grammar.oneHoldsNot : grammar.manyHoldNot);
}

/// What may still turn up of a kind that has not been seen: one-sided, exact.
QString limitText(const Proportion &share, const QString &quality)
{
    const double most = zeroEventsUpper(share.effectiveN);
    return u"; in the long run %1%2 could be %3"_s.arg(isBelowOne(most) ? QString() : u"up to "_s,
                                                       shareText(most), quality);
}

QString statedDetail(const Proportion &share, const ShareGrammar &grammar)
{
    const int of = denominatorOf(share, grammar);
    if (isOfFewerRows(share, of))
        return countsDetail(share, grammar);
    const int count = countOf(share.value, of);
    const QString every = u"of every %1 %2"_s.arg(countText(of), grammar.many);
    if (count == 0)
        return u"fewer than 1 %1 %2"_s.arg(every, grammar.oneHolds);
    if (count == of)
        return u"more than %1 %2 %3"_s.arg(countText(of - 1), every, grammar.manyHold);
    return u"%1 %2 %3, %4 %5"_s.arg(
            countText(count), every, count == 1 ? grammar.oneHolds : grammar.manyHold,
            countText(of - count), of - count == 1 ? grammar.oneHoldsNot : grammar.manyHoldNot);
}

/// " of 1,000", of an interval beside what is told of the rows themselves.
QString ofText(const Proportion &share, const ShareGrammar &grammar)
{
    const int of = denominatorOf(share, grammar);
    return isOfFewerRows(share, of) ? u" of "_s + countText(of) : QString();
}

QString casesText(const Proportion &share, const ShareGrammar &grammar)
{
    const QString counted = countText(share.all.rows) + u' ' + grammar.counted;
    const QString from = fromClusters(share, grammar.person);
    return from.isEmpty() ? counted : counted + u' ' + from;
}

QString intervalSource(const Proportion &share, const ShareGrammar &grammar)
{
    return u"95 % interval, "_s + casesText(share, grammar);
}

QString tooFewText(const Proportion &share, const Noun &person)
{
    if (share.clusters == 0.0)
        return u"too few cases to say more"_s;
    const QString from = fromClusters(share, person);
    if (!share.tooFewClusters())
        return from + u": too few to say more"_s;
    if (share.clusters >= fewestClusters)
        return u"a few %1 have most of these cases: too few to tell how others differ"_s.arg(
                clustersNoun(share.clustersOf, person).plural);
    return share.clusters == 1.0 ? u"all %1: nobody can tell how others differ"_s.arg(from)
                                 : from + u": too few to tell how others differ"_s;
}

} // namespace

Noun clustersNoun(ClusterOf of, const Noun &person)
{
    switch (of) {
    case ClusterOf::Case:
        return {u"case"_s, u"cases"_s};
    case ClusterOf::Group:
        return {u"group"_s, u"groups"_s};
    case ClusterOf::Day:
        return {u"day"_s, u"days"_s};
    case ClusterOf::User:
        break;
    }
    return person;
}

QString fromClusters(ClusterOf of, double clusters, const Noun &person)
{
    return (of == ClusterOf::Day ? u"on "_s : u"of "_s)
            + counted(clusters, clustersNoun(of, person));
}

QString fromClusters(const Proportion &share, const Noun &person)
{
    return share.clusters == 0.0 ? QString()
                                 : fromClusters(share.clustersOf, share.clusters, person);
}

QString allHoldNot(double rows, const ShareGrammar &grammar)
{
    if (rows == 1.0)
        return u"the only %1 %2"_s.arg(grammar.one, grammar.oneHoldsNot);
    if (rows == 2.0)
        return u"both %1 %2"_s.arg(grammar.many, grammar.manyHoldNot);
    return u"all %1 %2 %3"_s.arg(countText(rows), grammar.many, grammar.manyHoldNot);
}

QString noneHoldsNot(double rows, const ShareGrammar &grammar)
{
    if (rows == 1.0)
        return u"the only %1 %2"_s.arg(grammar.one, grammar.oneHolds);
    if (rows == 2.0)
        return u"neither of the two %1 %2"_s.arg(grammar.many, grammar.oneHoldsNot);
    return u"not one of the %1 %2 %3"_s.arg(countText(rows), grammar.many, grammar.oneHoldsNot);
}

QString shareDetail(const Proportion &share, const ShareGrammar &grammar)
{
    switch (shareFormOf(share)) {
    case ShareForm::Counts:
        return countsDetail(share, grammar);
    case ShareForm::TooFew:
        return u"%1 %2 %3"_s.arg(somewhereText(share.interval), grammar.many, grammar.manyHold);
    case ShareForm::None:
        return allHoldNot(share.all.rows, grammar) + limitText(share, grammar.quality);
    case ShareForm::Every:
        return noneHoldsNot(share.all.rows, grammar) + limitText(share, grammar.opposite);
    case ShareForm::Wide:
    case ShareForm::Stated:
        return statedDetail(share, grammar);
    }
    return {};
}

QString shareEvidence(const Proportion &share, const ShareGrammar &grammar)
{
    if (shareFormOf(share) == ShareForm::Stated)
        return u"%1 (%2)"_s.arg(betweenText(share.interval, denominatorOf(share, grammar)),
                                intervalSource(share, grammar));
    return shareAside(share, grammar);
}

QString shareAside(const Proportion &share, const ShareGrammar &grammar)
{
    switch (shareFormOf(share)) {
    case ShareForm::Counts:
        return tooFewText(share, grammar.person);
    case ShareForm::None:
    case ShareForm::Every:
        return u"95 % limit"_s;
    case ShareForm::TooFew:
        return intervalSource(share, grammar);
    case ShareForm::Wide: // the headline holds the interval itself
        if (!isOfFewerRows(share, denominatorOf(share, grammar)))
            return intervalSource(share, grammar);
        [[fallthrough]];
    case ShareForm::Stated:
        return betweenText(share.interval, denominatorOf(share, grammar)) + ofText(share, grammar)
                + u", "_s + intervalSource(share, grammar);
    }
    return {};
}

QString shortEvidence(const Proportion &share, const ShareGrammar &grammar)
{
    switch (shareFormOf(share)) {
    case ShareForm::Counts:
    case ShareForm::None:
    case ShareForm::Every:
        return shareEvidence(share, grammar);
    case ShareForm::TooFew:
        return casesText(share, grammar);
    case ShareForm::Wide:
        if (!isOfFewerRows(share, denominatorOf(share, grammar)))
            return casesText(share, grammar);
        [[fallthrough]];
    case ShareForm::Stated:
        return u"%1%2 \u00b7 %3"_s.arg(betweenText(share.interval, denominatorOf(share, grammar)),
                                       ofText(share, grammar), casesText(share, grammar));
    }
    return {};
}

QString rateHeadline(const Proportion &share, const QString &quality, const ShareGrammar &grammar)
{
    const QString rows = countText(share.all.rows);
    switch (shareFormOf(share)) {
    case ShareForm::Counts:
        return u"%1 of %2 %3"_s.arg(countText(share.yes.rows), rows, quality);
    case ShareForm::TooFew:
        return tooFew();
    case ShareForm::None:
        return u"None %1 in %2 %3"_s.arg(quality, rows, grammar.counted);
    case ShareForm::Every:
        return u"Every one %1"_s.arg(quality);
    case ShareForm::Wide:
        if (isOfFewerRows(share, denominatorOf(share, grammar)))
            return u"%1 of %2 %3"_s.arg(countText(share.yes.rows), rows, quality);
        return capitalised(u"%1 %2 times in %3"_s.arg(
                quality, betweenText(share.interval, denominatorOf(share, grammar)),
                countText(denominatorOf(share, grammar))));
    case ShareForm::Stated:
        return capitalised(quality + u' ' + timesText(share.value, grammar.limit));
    }
    return {};
}

QString missedHeadline(const Proportion &share)
{
    switch (shareFormOf(share)) {
    case ShareForm::Counts:
        return u"Misses %1 of %2"_s.arg(countText(share.yes.rows), countText(share.all.rows));
    case ShareForm::TooFew:
        return tooFew();
    case ShareForm::None:
        return u"Misses none of %1"_s.arg(countText(share.all.rows));
    case ShareForm::Every:
        return u"Misses every one"_s;
    case ShareForm::Wide:
        if (isOfFewerRows(share, denominatorOf(share)))
            return u"Misses %1 of %2"_s.arg(countText(share.yes.rows), countText(share.all.rows));
        return u"Misses %1 of %2"_s.arg(betweenText(share.interval, denominatorOf(share)),
                                        countText(denominatorOf(share)));
    case ShareForm::Stated:
        return u"Misses "_s + shareText(share.value);
    }
    return {};
}

} // namespace oneinn::wording
