// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/othersettings.h"

#include "core/targets/reach.h"
#include "report/answerwords.h"
#include "wording/feature.h"
#include "wording/numbers.h"

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

Assessment assessedAt(const ScenarioRows &rows, Scenario scenario, Threshold threshold)
{
    scenario.threshold = threshold;
    return assess(rows, scenario);
}

/// The most valuable threshold at which at most half of the share is so.
std::optional<Assessment> withHalf(Share share, std::optional<double> Targets::*target,
                                   const AnswerMaterial &material)
{
    const auto now = material.assessment.experience[share];
    const auto rows = now && now->value > 0.0 ? rowsAtHand(material) : nullptr;
    if (!rows)
        return std::nullopt;
    const Scenario &scenario = material.assessment.scenario;
    ReachQuestion question = reachQuestion(scenario);
    question.targets = {};
    question.targets.*target = now->value / 2.0;
    const auto setting = plainlyKept(*rows->at(scenario), question);
    if (!setting || std::isinf(setting->threshold.value))
        return std::nullopt;
    const Assessment half = assessedAt(*rows, scenario, setting->threshold);
    if (!half.experience[Share::WrongOfShown] || !half.experience[Share::Missed])
        return std::nullopt;
    return half;
}

} // namespace

ScenarioRows::Ptr rowsAtHand(const AnswerMaterial &material)
{
    const Scenario &scenario = material.assessment.scenario;
    const auto &slice = material.assessment.slice;
    if (!slice || scenario.combination || slice->index().rows() > mostRowsTriedAnew
        || !(slice->index().selection() == scenario.selection))
        return nullptr;
    auto rows = ScenarioRows::around(slice->index().shared_from_this(), scenario);
    return rows && rows->asPrepared(scenario) == scenario ? rows : nullptr;
}

std::optional<Assessment> atThreshold(const AnswerMaterial &material, Threshold threshold)
{
    const auto rows = rowsAtHand(material);
    return rows ? std::optional(assessedAt(*rows, material.assessment.scenario, threshold))
                : std::nullopt;
}

std::optional<Assessment> withHalfTheWrong(const AnswerMaterial &material)
{
    return withHalf(Share::WrongOfShown, &Targets::wrongOfShown, material);
}

std::optional<Assessment> withHalfTheMissed(const AnswerMaterial &material)
{
    return withHalf(Share::Missed, &Targets::missed, material);
}

std::optional<Assessment> showingAll(const AnswerMaterial &material)
{
    const auto rows = rowsAtHand(material);
    if (!rows)
        return std::nullopt;
    const PredictionIndex &index = material.assessment.slice->index();
    return assessedAt(*rows, material.assessment.scenario,
                      Threshold{index.scoreAt(index.rows() - 1)});
}

QString fromScore(const Assessment &other, const AnswerMaterial &material)
{
    const bool lower = material.provenance.lowerIsPositive;
    const double threshold = other.scenario.threshold.value;
    return (lower ? u"with a score of about %1 or less"_s : u"from a score of about %1 up"_s)
            .arg(wording::plainNumberText(lower ? -threshold : threshold));
}

QString worthInstead(const Assessment &other, const AnswerMaterial &material)
{
    const Assessment &now = material.assessment;
    if (!report::hasValues(now.scenario))
        return {};
    const double there = wording::thousand * other.value.perUse;
    const double here = wording::thousand * now.value.perUse;
    if (wording::signedText(there) == wording::signedText(here))
        return {};
    return u"it is worth %1%2 instead of %3"_s.arg(
            wording::signedText(there), wording::featureOf(now.scenario.words).perThousand(),
            wording::signedText(here));
}

AnswerMaterial materialOf(const Assessment &other, const AnswerMaterial &material)
{
    return {.assessment = other,
            .load = material.load,
            .compared = material.compared,
            .doubts = material.doubts,
            .text = material.text,
            .provenance = material.provenance,
            .drop = material.drop,
            .stages = material.stages,
            .review = material.review};
}

} // namespace oneinn
