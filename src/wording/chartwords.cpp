// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/chartwords.h"

#include "core/experience/naturalfrequency.h"
#include "wording/decisionwords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/misscauses.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"
#include "wording/translated.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

namespace {

constexpr int hundred = 100;
constexpr double leastInHundred = 0.02; ///< less is told of 1,000
constexpr double mostRowsDrawn = 100.0; ///< each by itself

constexpr double leastDifference = 5e-4; ///< less is not seen beside a share

/// What is left of a harm that is told beside it, so that both add up as they are told: of 13 of
/// 100 wrong, 87 % right. Where the harm is another share than the complement, the complement's
/// own.
QString othersInPercent(double share, const std::optional<Proportion> &harm,
                        const ShareGrammar &grammar)
{
    const bool isHarm = harm && std::abs(harm->value + share - 1.0) < leastDifference;
    const double rest = isHarm ? harm->value : 1.0 - share;
    const int of = isHarm                         ? denominatorOf(*harm, grammar)
            : rest > 0.0 && rest < leastInHundred ? 10 * hundred
                                                  : hundred;
    const int decimals = static_cast<int>(std::lround(std::log10(of / hundred)));
    return numberText(100.0 * (of - countOf(std::clamp(rest, 0.0, 1.0), of)) / of, decimals);
}

/// That may be drawn one by one, each counting alike.
bool areFewRows(const Proportion &share)
{
    return share.all.rows <= mostRowsDrawn
            && std::abs(share.yes.rows - share.value * share.all.rows) < 1e-6 * share.all.rows;
}

} // namespace

QString axisName(ScoreAxis axis)
{
    switch (axis) {
    case ScoreAxis::Score:
        return translated("score");
    case ScoreAxis::LogOdds:
        return translated("score (log-odds)");
    case ScoreAxis::ShareShown:
        return translated("share at or above");
    }
    Q_UNREACHABLE();
}

QString axisTitle(ScoreAxis axis, bool negated)
{
    return negated ? translated("%1, negated: low ones count as positive").arg(axisName(axis))
                   : axisName(axis);
}

QString scoresHint(const FeatureWords &words)
{
    return u"— drag the line: right of it is %1"_s.arg(featureOf(words).done);
}

ClassTitles classTitles(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return {feature.positivesBriefly(), feature.negativesBriefly()};
}

HistogramLegend histogramLegend(const FeatureWords &product)
{
    const QString done = featureOf(product).done;
    return {translated("%1, right").arg(done), translated("missed"),
            translated("%1, wrong").arg(done), translated("rightly not %1").arg(done)};
}

CurveAxes precisionRecallAxes(const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    return {translated("recall: found, of the %1").arg(feature.positivesBriefly()),
            translated("precision: right, of those %1").arg(feature.done)};
}

CurveAxes latencyAxes()
{
    return {translated("time to answer"), translated("answered by then")};
}

namespace {

/// "3 of 4", of so few that no share is stated; empty of more.
QString othersCounted(const std::optional<Proportion> &harm)
{
    if (!harm || harm->reliability != Reliability::CountsOnly)
        return {};
    return translated("%1 of %2")
            .arg(countText(harm->all.rows - harm->yes.rows), countText(harm->all.rows));
}

/// What is right of those shown once those gone are counted, where that is told as another number
/// than what is right if everybody waits: "87"; empty where it is the same.
QString rightOfThoseMet(const Assessment &assessment)
{
    const auto &wrong = assessment.experience[Share::WrongOfShown];
    if (!wrong || wrong->reliability == Reliability::CountsOnly)
        return {};
    const ShareGrammar grammar = wrongGrammar(assessment);
    const QString met = othersInPercent(1.0 - wrong->value, wrong, grammar);
    return met == othersInPercent(*assessment.metrics.precision, wrong, grammar) ? QString() : met;
}

} // namespace

QString operatingPointLabel(const Assessment &assessment)
{
    const auto &metrics = assessment.metrics;
    if (!metrics.precision || !metrics.recall)
        return {};
    const QString few = othersCounted(assessment.experience[Share::WrongOfShown]);
    const QString fewMissed = othersCounted(assessment.experience[Share::Missed]);
    if (!few.isEmpty() && !fewMissed.isEmpty() && !leavingMissesMore(assessment))
        return translated("%1 right, %2 found").arg(few, fewMissed);
    const QString right =
            othersInPercent(*metrics.precision, assessment.experience[Share::WrongOfShown],
                            wrongGrammar(assessment));
    const auto &missed = assessment.experience[Share::Missed];
    const ShareGrammar grammar = missedGrammar(assessment);
    const QString found = othersInPercent(*metrics.recall, missed, grammar);
    if (!leavingMissesMore(assessment))
        return translated("%1 % right, %2 % found").arg(right, found);
    const QString reached = othersInPercent(1.0 - missed->value, missed, grammar);
    if (const QString met = rightOfThoseMet(assessment); !met.isEmpty())
        return translated("%1 % right, %2 % found if all wait; %3 % right, %4 % reached as they do")
                .arg(right, found, met, reached);
    return translated("%1 % right, %2 % found, %3 % reached").arg(right, found, reached);
}

bool leavingMissesMore(const Assessment &assessment)
{
    const auto &missed = assessment.experience[Share::Missed];
    const auto &recall = assessment.metrics.recall;
    return missed && recall && std::abs(missed->value + *recall - 1.0) >= leastDifference;
}

QString countingThoseGoneText(const Assessment &assessment)
{
    if (!leavingMissesMore(assessment))
        return {};
    return translated("This is as if everybody waited; counting those gone, %1.")
            .arg(missedOfText(*assessment.experience[Share::Missed], assessment.scenario.words));
}

QString scoresSummary(const Assessment &assessment, const Reach *within)
{
    const Feature feature = featureOf(assessment.scenario.words);
    const auto shown = assessment.experience[Share::Shown];
    const QString near = valueWords(assessment, within).nearBest;
    const QString acted = shown && countOf(shown->value, hundred) == 1 ? feature.acted().one
                                                                       : feature.acted().many;
    return translated("Threshold %1. Of 100 %2, %3 %4.")
                   .arg(thresholdText(assessment.scenario.threshold, assessment.sameDecisions),
                        feature.useCase.plural,
                        shown ? countText(countOf(shown->value, hundred)) : QStringLiteral("—"),
                        acted)
            + (near.isEmpty() ? QString() : QLatin1Char(' ') + asSentence(near));
}

std::optional<ShownStripWords> shownStripWords(const Assessment &assessment)
{
    const auto wrong = assessment.experience[Share::WrongOfShown];
    if (!wrong)
        return std::nullopt;
    // A share that is not told is not drawn either: then it is those rows, if they are a few.
    const bool few = wrong->reliability != Reliability::Stated;
    if (few && !areFewRows(*wrong))
        return std::nullopt;
    const int of = few ? static_cast<int>(std::lround(wrong->all.rows))
                       : denominatorOf(*wrong, wrongGrammar(assessment));
    const int count =
            few ? static_cast<int>(std::lround(wrong->yes.rows)) : countOf(wrong->value, of);
    return ShownStripWords{
            of, count,
            translated("of %1 %2").arg(countText(of), featureOf(assessment.scenario.words).done),
            translated("%1 right").arg(countText(of - count)),
            translated("%1 wrong").arg(countText(count))};
}

QString ownScalesNote()
{
    return translated("each class on its own scale");
}

QString precisionRecallSummary(const Assessment &assessment)
{
    const QString label = operatingPointLabel(assessment);
    return label.isEmpty() ? translated("Nothing is %1, so there is no precision.")
                                     .arg(featureOf(assessment.scenario.words).done)
                           : translated("At this threshold: %1.").arg(label);
}

QString latencySummary(const Assessment &assessment)
{
    if (!assessment.scenario.budget)
        return translated("No budget: every answer is on time.");
    return translated("Budget %1: %2.")
            .arg(ownBudgetsName(assessment.scenario).isEmpty()
                         ? budgetText(assessment.scenario.budget)
                         : budgetText(assessment.scenario.budget) + u" ("
                                 + ownBudgetsPhrase(assessment.scenario) + u')',
                 lateLabel(assessment.experience[Share::Late]));
}

QString latencyBrief(const Assessment &assessment)
{
    return assessment.scenario.budget ? lateLabel(assessment.experience[Share::Late]) + u':'
                                      : translated("No budget.");
}

QString rivalsSummary(const QStringList &models)
{
    return translated("Dashed, to compare: %1.").arg(joined(models, translated("and")));
}

QString earlierCurveName(const QString &period)
{
    return translated("earlier: %1").arg(period);
}

QString earlierSummary(const QString &period)
{
    return translated("Dashed: the earlier period, %1.").arg(period);
}

QString earlierLegend()
{
    return translated("Dashed, with its name: the earlier period, recalibrated.");
}

QString earlierOutlineSummary(const QString &period)
{
    return translated("Dashed: the earlier period, %1, as if it had as many rows.").arg(period);
}

QString earlierSwitchText(const QString &period)
{
    return translated("Earlier period, dashed: %1").arg(period);
}

QString earlierSwitchHint(bool none)
{
    return none ? translated("It has no rows of what is on the dials, or could not be read.")
                : translated("What Launch, Why did it drop, compares with: the same model and "
                             "assumptions, on the same axes");
}

} // namespace oneinn::wording
