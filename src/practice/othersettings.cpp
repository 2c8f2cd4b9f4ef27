// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/othersettings.h"

#include "core/targets/reach.h"
#include "report/answerwords.h"
#include "wording/valuewords.h"

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

Assessment assessedAt(const ScenarioRows &rows, Scenario scenario, Threshold threshold)
{
    scenario.threshold = threshold;
    return assess(rows, scenario);
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
    const auto wrong = material.assessment.experience[Share::WrongOfShown];
    const auto rows = wrong && wrong->value > 0.0 ? rowsAtHand(material) : nullptr;
    if (!rows)
        return std::nullopt;
    const Scenario &scenario = material.assessment.scenario;
    ReachQuestion question = reachQuestion(scenario);
    question.targets = {};
    question.targets.wrongOfShown = wrong->value / 2.0;
    const auto setting = plainlyKept(*rows->at(scenario), question);
    if (!setting || std::isinf(setting->threshold.value))
        return std::nullopt;
    return assessedAt(*rows, scenario, setting->threshold);
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

QString worthInstead(const Assessment &other, const AnswerMaterial &material)
{
    const Assessment &now = material.assessment;
    if (!report::hasValues(now.scenario))
        return {};
    const QString there = wording::valuePer1000Text(other.value.perUse, now.scenario.words);
    const QString here = wording::valuePer1000Text(now.value.perUse, now.scenario.words);
    return there == here ? QString() : u"it is worth %1 instead of %2"_s.arg(there, here);
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
