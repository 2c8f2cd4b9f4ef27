// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/figurewords.h"

#include "report/answerwords.h"
#include "wording/chartwords.h"
#include "wording/decisionwords.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;

QString thresholdLabel(const Assessment &assessment, bool lowerIsPositive)
{
    const Threshold &threshold = assessment.scenario.threshold;
    if (!lowerIsPositive || std::isinf(threshold.value))
        return wording::thresholdLabel(threshold, assessment.sameDecisions);
    return u"threshold "_s + thresholdIn(assessment, lowerIsPositive);
}

QString scoresCaption(const Assessment &assessment, bool lowerIsPositive)
{
    const QString scales =
            u" Positives stand upwards, negatives downwards, each on a scale of its own."_s;
    const QString setting = wording::asSentence(thresholdLabel(assessment, lowerIsPositive));
    const auto shown = assessment.experience[Share::Shown];
    if (!shown || shown->value == 0.0)
        return setting + scales;
    const Scenario &scenario = assessment.scenario;
    const bool onTimeAlone = scenario.budget && scenario.latePolicy != LatePolicy::Wait;
    const QString rule = onTimeAlone
            ? u" What is right of the line is %1 if it is on time; something is %1 in %2 %3."_s
            : u" What is right of the line is %1: in %2 %3."_s;
    const wording::Feature feature = wording::featureOf(scenario.words);
    return setting
            + rule.arg(feature.done, wording::shareText(shown->value), feature.useCase.plural)
            + scales;
}

QString precisionRecallCaption(const Assessment &assessment, bool anyElsewhere)
{
    const QString steps = u"Each step of the line is a threshold: further right more is found, and "
                          u"usually less of what is %1 is right."_s.arg(
                                  wording::featureOf(assessment.scenario.words).done);
    QString caption = wording::precisionRecallSummary(assessment) + u' ' + steps;
    if (anyElsewhere)
        caption += u" Points off the line have another budget, model or late policy."_s;
    return caption;
}

QString latencyCaption(const Assessment &assessment)
{
    return wording::latencySummary(assessment)
            + u" The line is the share of %1 answered by each time; time has a logarithmic "
              u"scale."_s.arg(wording::featureOf(assessment.scenario.words).useCase.plural);
}

QString pinLetter(qsizetype place)
{
    constexpr qsizetype letters = 26;
    return place < letters ? QString(QChar(u'A' + static_cast<char16_t>(place)))
                           : QString::number(place + 1);
}

} // namespace oneinn::report
