// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/checkwords.h"

#include "core/experience/naturalfrequency.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <algorithm>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int checkHundred = 100;
constexpr double seldomEnough = 0.02;

/// What the share is of, so that "13 of 100" may follow.
QString checkedName(Share share, const Feature &feature)
{
    switch (share) {
    case Share::WrongOfShown:
        return u"Wrong of those %1"_s.arg(feature.done);
    case Share::Missed:
        return u"Missed of the %1"_s.arg(feature.positivesSaid());
    case Share::Late:
        return u"Answered too late, of all %1"_s.arg(feature.useCase.plural);
    case Share::Left:
        return u"Gone before an answer, of all %1"_s.arg(feature.useCase.plural);
    default:
        return u"%1 that %2"_s.arg(capitalised(feature.useCase.plural), feature.actedAtAll().many);
    }
}

/// How many more uses would tell; empty where none would, or nobody knows.
QString moreText(const WatchedShare &watched, const PromiseChecked &checked, bool least)
{
    if (checked.outcome != CheckOutcome::CannotTellYet || least || !watched.atMost)
        return {};
    const auto uses = usesToHold(*watched.atMost, watched.expected);
    constexpr double most = 1e9;
    return uses && *uses < most
            ? u" About %1, each of another user, would say that it holds, 8 times of 10, if all is as expected."_s
                      .arg(countText(*uses))
            : QString();
}

} // namespace

QString checkOutcomeName(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Holds:
        return u"Holds"_s;
    case CheckOutcome::Outside:
        return u"Outside"_s;
    case CheckOutcome::CannotTellYet:
        break;
    }
    return u"Cannot tell yet"_s;
}

QString checkOverallSentence(const std::vector<PromiseChecked> &checked, double uses,
                             const QString &since, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const CheckOutcome outcome = overall(checked);
    const auto many = std::ranges::count(checked, outcome, &PromiseChecked::outcome);
    const auto all = static_cast<std::ptrdiff_t>(checked.size());
    const QString which = many == all
            ? (all == 1 ? u"the only promise"_s : u"all %1 promises"_s.arg(all))
            : u"%1 of %2 promises"_s.arg(many).arg(all);
    return u"%1: %2, on %3%4."_s.arg(checkOutcomeName(outcome), which,
                                     counted(uses, feature.useCase),
                                     since.isEmpty() ? QString() : u" since "_s + since);
}

namespace {

/// A limit and what is held against it are two numbers, also as they are told.
bool tellsThemApart(double limit, const PromiseChecked &checked)
{
    const auto isSame = [&](double share) {
        return share != limit && countOf(share, checkHundred) == countOf(limit, checkHundred);
    };
    const auto &told = checked.told;
    const bool any = told
            && (isSame(told->value)
                || (checked.interval
                    && (isSame(told->interval.low) || isSame(told->interval.high))));
    return !any;
}

/// The share by itself would tell, where a check that errs as seldom as it says does not.
QString whyNotText(const PromiseChecked &checked, double limit)
{
    if (checked.outcome != CheckOutcome::CannotTellYet || !checked.interval)
        return {};
    const Interval &told = checked.told->interval;
    return limit < told.low || limit > told.high
            ? u" By this share alone it could be told; a check would err too often by it."_s
            : QString();
}

QString promiseSaid(const QString &name, const WatchedShare &watched, const PromiseChecked &checked,
                    bool least, bool isKnown = true)
{
    const double limit = least ? *watched.atLeast : *watched.atMost;
    const double share = checked.told ? checked.told->value : 0.0;
    const bool isSeldom = std::min(limit, checked.told ? share : limit) < seldomEnough;
    const int of = isSeldom || !tellsThemApart(limit, checked) ? 1000 : checkHundred;
    const QString promised =
            u"promised: %1 %2"_s.arg(least ? u"at least"_s : u"at most"_s, shareText(limit, of));
    if (!checked.told && !isKnown)
        return u"%1: nobody knows, since labels here are of what was shown alone, or mostly (%2). Cannot tell yet."_s
                .arg(name, promised);
    if (!checked.told)
        return u"%1: there are none here (%2). Cannot tell yet."_s.arg(name, promised);
    const QString evidence = (checked.interval ? betweenText(checked.told->interval, of)
                                               : u"too few to say how sure"_s)
            + u"; "_s + promised;
    return u"%1: %2 (%3). %4.%5%6"_s.arg(
            name, shareText(share, of), evidence, checkOutcomeName(checked.outcome),
            whyNotText(checked, limit), moreText(watched, checked, least));
}

} // namespace

QString promiseSentence(const WatchedShare &watched, const PromiseChecked &checked, bool least,
                        bool silentUnknown, const FeatureWords &words)
{
    return promiseSaid(checkedName(watched.share, featureOf(words)), watched, checked, least,
                       !silentUnknown);
}

QString notCheckedSentence(const NotChecked &uses, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const double all = uses.used + uses.unlabelled + uses.unscored;
    QStringList without;
    if (uses.unlabelled > 0.0)
        without.append(u"%1 have no label that could be read"_s.arg(countText(uses.unlabelled)));
    if (uses.unscored > 0.0)
        without.append(u"%1 have no score"_s.arg(countText(uses.unscored)));
    if (without.isEmpty())
        return {};
    QString sentence = u"Of %1 %2"_s.arg(counted(all, feature.useCase), joined(without, u"and"_s));
    if (uses.unlabelled > 0.0)
        sentence += uses.isByScore
                ? u"; labels are missing by the score, so that what is told of wrong and missed ones may be far from what was so"_s
                : u"; what is told of wrong and missed ones is of the others, and right if labels are missing by chance"_s;
    if (uses.unscored > 0.0)
        sentence += u"; what has no score is not counted as shown"_s;
    return sentence + u'.';
}

QString reviewedSentence(const WatchedShare &watched, const PromiseChecked &checked,
                         std::optional<double> usesPerDay, const FeatureWords &words)
{
    const QString uses = featureOf(words).useCase.plural;
    QString said = promiseSaid(u"Left to a person, of all %1"_s.arg(uses), watched, checked, false);
    if (!usesPerDay || !checked.share)
        return said;
    return said
            + u" With %1 %2 a day that is %3 reviews a day; promised: at most %4."_s.arg(
                    countText(*usesPerDay), uses, plainNumberText(*usesPerDay * *checked.share),
                    plainNumberText(*usesPerDay * *watched.atMost));
}

QString checkErrorsSentence()
{
    return u"This is one look at a stretch of time chosen beforehand. It says \"outside\" wrongly "
           u"in "
           "at most 2.5 of 100 looks, all promises together (once in 40 weeks, if it is done once "
           "a "
           "week on that week alone), and \"holds\" wrongly in at most 2.5 of 100 for each "
           "promise. "
           "Who looks at a growing file time and again errs more often."_s;
}

} // namespace oneinn::wording
