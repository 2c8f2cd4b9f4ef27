// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/planewords.h"

#include "wording/decisionwords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/statement.h"
#include "wording/valuewords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A share as a percentage with no more decimals than it has.
QString exactPercentText(double share)
{
    constexpr double closeEnough = 1e-9;
    const double percent = 100.0 * share;
    int decimals = 0;
    while (decimals < 4
           && std::abs(percent
                       - std::round(percent * std::pow(10.0, decimals)) / std::pow(10.0, decimals))
                   > closeEnough)
        ++decimals;
    return numberText(percent, decimals) + u" %"_s;
}

const ThresholdInterval &intervalOf(const BestThreshold &best)
{
    for (const ThresholdInterval &interval : best.intervals) {
        if (interval.contains(best.threshold))
            return interval;
    }
    return best.intervals.front();
}

/// "0.62 at 650 ms", "0.62 without a budget", "doing nothing".
QString placeText(const BestPoint &best)
{
    if (std::isinf(best.threshold.threshold.value))
        return u"doing nothing"_s;
    const QString threshold = thresholdText(best.threshold.threshold, intervalOf(best.threshold));
    if (!best.budget)
        return threshold + u" without a budget"_s;
    return u"%1 at %2%3"_s.arg(threshold, budgetText(best.budget),
                               best.withoutBudgetAsGood ? u" or any longer"_s : QString());
}

QString valueSentence(const Assessment &assessment, const BestPointNews &news)
{
    const double here = assessment.value.perUse;
    const QString start = u"Here "_s + valuePer1000Text(here, assessment.scenario.words);
    if (news.pending)
        return start + u"; the best point is being worked out."_s;
    if (!news.best)
        return start + u'.';
    constexpr double rounding = 1e-12;
    const double best = news.best->threshold.best;
    const double more = here - best;
    const double same = rounding * std::max(1.0, std::abs(best));
    const bool surely = assessment.scenario.promise == PromiseRule::LowerLimit;
    const QString name = !news.unlimited ? u"the best point"_s
            : surely                     ? u"the best point that surely keeps the limits"_s
                                         : u"the best point within the limits"_s;
    if (more >= -same && (!news.unlimited || more <= same))
        return start + u", as much as %1 gives."_s.arg(name);
    const auto [hereText, bestText] = toldApart(1000.0 * here, 1000.0 * best);
    return u"Here %1%2; %3, %4, gives %5."_s.arg(hereText,
                                                 featureOf(assessment.scenario.words).perThousand(),
                                                 name, placeText(*news.best), bestText);
}

/// What the limits cost, or that nothing keeps them; begins with a space, empty where neither.
QString limitSentence(const BestPointNews &news)
{
    if (news.unlimited) {
        const QString what = u" Without the limits it would be %1, %2"_s.arg(
                placeText(*news.unlimited), signedText(1000.0 * news.unlimited->threshold.best, 4));
        if (news.beyond.isEmpty())
            return what + u", which does not surely keep them."_s;
        return what + u", but there "_s + news.beyond + u'.';
    }
    if (!news.noneWithin)
        return {};
    return news.beyond.isEmpty()
            ? u" No point surely keeps all limits."_s
            : u" No point keeps all limits; at the best one %1."_s.arg(news.beyond);
}

} // namespace

QString planeViewName(PlaneView view, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    switch (view) {
    case PlaneView::Value:
        return feature.valuePerThousand();
    case PlaneView::Wrong:
        return u"wrong, of those "_s + feature.done;
    case PlaneView::Missed:
        return u"missed, of the "_s + feature.positivesBriefly();
    }
    Q_UNREACHABLE();
}

QString isoLineText(PlaneView view, double level)
{
    return view == PlaneView::Value ? signedText(1000.0 * level, 4) : exactPercentText(level);
}

QString budgetAxisTitle()
{
    return u"time budget"_s;
}

QString noBudgetTick()
{
    return u"none"_s;
}

QString planePointLabel(const Assessment &assessment)
{
    return thresholdLabel(assessment.scenario.threshold, assessment.sameDecisions) + u", "_s
            + budgetLabel(assessment.scenario.budget);
}

QString planePointNote(PlaneView view, const Assessment &assessment)
{
    if (view == PlaneView::Value)
        return valuePer1000Text(assessment.value.perUse, assessment.scenario.words);
    const Experience &experience = assessment.experience;
    const auto &share =
            view == PlaneView::Wrong ? experience[Share::WrongOfShown] : experience[Share::Missed];
    if (!share)
        return undefinedDash();
    const QString what = view == PlaneView::Wrong ? u" wrong"_s : u" missed"_s;
    switch (shareFormOf(*share)) {
    case ShareForm::Counts:
        return u"%1 of %2"_s.arg(countText(share->yes.rows), countText(share->all.rows)) + what;
    case ShareForm::TooFew:
        return betweenText(share->interval, 100) + u" of 100"_s + what;
    default:
        return shareText(share->value) + what;
    }
}

QString bestPointLabel(const BestPointNews &news)
{
    const QString best = news.unlimited ? u"best within the limits"_s
            : news.beyond.isEmpty()     ? u"best"_s
                                        : u"best, beyond a limit"_s;
    const bool anyLonger = news.best && news.best->budget && news.best->withoutBudgetAsGood;
    return anyLonger ? u"%1; longer is as good"_s.arg(best) : best;
}

QString bestPointText(const BestPoint &best, const FeatureWords &words)
{
    return u"best point: %1, %2, %3"_s.arg(
            thresholdLabel(best.threshold.threshold, intervalOf(best.threshold)),
            budgetLabel(best.budget)
                    + (best.budget && best.withoutBudgetAsGood ? u" or any longer"_s : QString()),
            valuePer1000Text(best.threshold.best, words));
}

QString planeSentence(PlaneView view, const Assessment &assessment, const BestPointNews &news)
{
    QString value = valueSentence(assessment, news);
    if (news.best && !news.pending)
        value += limitSentence(news);
    if (view == PlaneView::Value)
        return value;
    const ExperienceWords words = experienceWords(assessment);
    const Statement &here = view == PlaneView::Wrong ? words.wrong : words.missed;
    return asSentence(here.detail) + u' ' + value;
}

QString planeLegend(PlaneView view, const Targets &limits, bool anyBlank, const FeatureWords &words)
{
    QStringList beyond;
    if (limits.wrongOfShown)
        beyond.append(u"precision below %1"_s.arg(exactPercentText(1.0 - *limits.wrongOfShown)));
    if (limits.missed)
        beyond.append(u"more than %1 missed"_s.arg(exactPercentText(*limits.missed)));
    if (const auto &answered = limits.answered)
        beyond.append(u"fewer than %1 answered within %2"_s.arg(
                exactPercentText(answered->share), millisecondsText(answered->wait.value)));
    if (limits.gone)
        beyond.append(u"more than %1 gone"_s.arg(exactPercentText(*limits.gone)));
    if (limits.shownPerDay)
        beyond.append(u"more than %1 a day"_s.arg(plainNumberText(*limits.shownPerDay)));
    QString hatched = u"Hatched: "_s + joined(beyond, u"or"_s) + u'.';
    if (!anyBlank)
        return hatched;
    const Feature feature = featureOf(words);
    switch (view) {
    case PlaneView::Value:
        return hatched + u" Blank: there are no %1."_s.arg(feature.useCase.plural);
    case PlaneView::Wrong:
        return hatched + u" Blank: nothing is %1."_s.arg(feature.done);
    case PlaneView::Missed:
        return hatched + u" Blank: no %1 comes in time."_s.arg(feature.positiveSaid());
    }
    Q_UNREACHABLE();
}

QString noPlaneText()
{
    return u"This file has no latency column, so there is only one dial: the threshold. "
           "With a column of waits, such as latency_ms, there are both: choose it in Data "
           "(Ctrl+0), or "
           "open a file that has one."_s;
}

} // namespace oneinn::wording
