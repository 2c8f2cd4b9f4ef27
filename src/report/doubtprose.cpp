// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/doubtprose.h"

#include "core/policies/ownthresholds.h"
#include "report/answerwords.h"
#include "report/segmentsprose.h"
#include "wording/doubtswords.h"
#include "wording/dropnames.h"
#include "wording/feature.h"
#include "wording/labelworthwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::asSentence;

namespace {

/// Null where nothing is to be said.
const ThresholdDoubts *doubtsOf(const AnswerMaterial &material)
{
    return hasValues(material.assessment.scenario) ? material.doubts : nullptr;
}

/// What the best threshold brings on others than those that chose it, as the comparison of two
/// periods judges it: told in place of another estimate of the same. Absent where none is told, or
/// it is of another setting.
std::optional<double> heldOutBest(const AnswerMaterial &material)
{
    if (!material.drop)
        return std::nullopt;
    const Dropped &dropped = *material.drop->dropped;
    const OldThreshold &threshold = dropped.threshold;
    const Threshold now = material.assessment.scenario.threshold;
    if (dropped.measure != DropMeasure::Value || !threshold.heldOut
        || (now != threshold.kept && now != threshold.best))
        return std::nullopt;
    return dropped.diagnosis.measureAfter + threshold.heldOut->all.cost;
}

QString heldOutText(double perUse)
{
    return u"judged on others than those that chose it, %1"_s.arg(
            wording::dropNumberText(perUse, DropMeasure::Value));
}

wording::ToldDoubts toldOf(const ThresholdDoubts &doubts, const AnswerMaterial &material,
                           Terms terms = Terms::Field)
{
    const Scenario &scenario = material.assessment.scenario;
    return {.doubts = doubts,
            .lowerIsPositive = material.provenance.lowerIsPositive,
            .product = scenario.words,
            .movesTogether = thresholdsBySegment(scenario.combination) != nullptr,
            .plainly = terms == Terms::Plain};
}

QString bestSentence(const wording::ToldDoubts &told, const QString &useCases,
                     const std::optional<double> &heldOut, const QString &perThousand)
{
    const auto [here, expected] = wording::apparentAndExpected(told.doubts);
    const QString found = u"Found on these %1, "_s.arg(useCases);
    if (heldOut)
        return found + u"it brings %1%2; %3."_s.arg(here, perThousand, heldOutText(*heldOut));
    return here == expected ? found + u"it should bring no less on new ones."_s
                            : u"Expect at most %1%2 on new ones."_s.arg(expected, perThousand);
}

QString ownSentence(const wording::ToldDoubts &told, const QString &useCases,
                    const std::optional<double> &heldOut, const QString &perThousand,
                    double valuePerUse)
{
    const QString own =
            u"It was not found as the best on these %1, so nothing is taken off"_s.arg(useCases);
    if (std::isinf(told.doubts.best.threshold.value))
        return own + u"; doing nothing would be best."_s;
    const auto [here, expected] = wording::apparentAndExpected(told.doubts);
    const QString best = wording::bestThresholdText(told);
    if (!heldOut && valuePerUse > *told.doubts.expected() && here != expected)
        return u"Expect at most %1%2 on new ones, as of the best %3, %4: this one is near it, and so as good as chosen on these %5."_s
                .arg(expected, perThousand,
                     told.movesTogether ? u"common threshold"_s : u"threshold"_s, best, useCases);
    const QString would = own
            + (told.plainly ? u"; the best score to draw the line at, %1, would bring %2%3"_s
                       : told.movesTogether ? u"; the best common threshold, %1, would bring %2%3"_s
                                            : u"; the best threshold, %1, would bring %2%3"_s)
                      .arg(best, here, perThousand);
    if (heldOut)
        return would + u" on these; %1."_s.arg(heldOutText(*heldOut));
    if (here == expected)
        return would + u'.';
    return would + u", and on new ones at most %1."_s.arg(expected);
}

} // namespace

QString newUsesSentence(const AnswerMaterial &material, ValueUnit unit, Terms terms)
{
    // Of them all, and not of the dial that moves them together.
    if (QString own = ownThresholdsWorth(material); !own.isEmpty())
        return own;
    const ThresholdDoubts *doubts = doubtsOf(material);
    if (!doubts)
        return {};
    if (!doubts->choice)
        return asSentence(wording::untoldText(*doubts, material.assessment.scenario.words));
    const Threshold now = material.assessment.scenario.threshold;
    const wording::ToldDoubts told = toldOf(*doubts, material, terms);
    const QString useCases = featureOf(material).useCase.plural;
    const QString perThousand =
            unit == ValueUnit::Said ? featureOf(material).perThousand() : QString();
    if (!doubts->isBest(now))
        return ownSentence(told, useCases, heldOutBest(material), perThousand,
                           material.assessment.value.perUse);
    // What shows nothing was not found by its luck with these uses.
    return std::isinf(now.value) ? QString()
                                 : bestSentence(told, useCases, heldOutBest(material), perThousand);
}

QString bestElsewhereSentence(const AnswerMaterial &material, Terms terms)
{
    const ThresholdDoubts *doubts = doubtsOf(material);
    return doubts && doubts->choice
            ? asSentence(wording::elsewhereText(toldOf(*doubts, material, terms)))
            : QString();
}

QStringList labelSentences(const AnswerMaterial &material)
{
    const Scenario &scenario = material.assessment.scenario;
    if (!material.labels || !hasValues(scenario) || thresholdsBySegment(scenario.combination))
        return {};
    return wording::labelWorthSentences(*material.labels, {}, scenario.words, wording::Voice::Ours);
}

QString doubtsMethod(const AnswerMaterial &material)
{
    const ThresholdDoubts *doubts = doubtsOf(material);
    if (!doubts || !doubts->choice)
        return {};
    return u"What the best threshold is worth on new %4, and where it would lie, is from %1 resamples of %2 (seed %3), in each of which it was chosen anew."_s
            .arg(wording::countText(static_cast<double>(doubts->question.resamples)),
                 wording::unitsText(*doubts, material.assessment.scenario.words),
                 QString::number(doubts->question.seed), featureOf(material).useCase.plural);
}

} // namespace oneinn::report
