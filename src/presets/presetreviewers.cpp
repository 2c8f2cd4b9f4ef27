// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/presetreviewers.h"

#include "presets/presets.h"

namespace oneinn {

using namespace Qt::StringLiterals;

std::optional<Reviewer> presetReviewer(const Scenario &scenario)
{
    static const QList<Preset> presets = builtInPresets();
    const Preset *nearest = nearestPreset(scenario, presets);
    if (!nearest)
        return std::nullopt;
    if (nearest->id == u"fraudalert"_s)
        return Reviewer{.recall = 0.9, .falseAlarms = 0.05, .cost = 2.0, .minutes = 5.0};
    if (nearest->id == u"contentmoderation"_s)
        return Reviewer{.recall = 0.85, .falseAlarms = 0.05, .cost = 0.5, .minutes = 1.0};
    if (nearest->id == u"medicalscreening"_s)
        return Reviewer{.recall = 0.95, .falseAlarms = 0.1, .cost = 0.2, .minutes = 3.0};
    return std::nullopt;
}

ReviewQuestion reviewQuestion(const Scenario &scenario, const ReviewSetting &setting)
{
    ReviewQuestion question;
    static_cast<ValueQuestion &>(question) = scenario;
    question.reviewer =
            setting.reviewer ? *setting.reviewer : presetReviewer(scenario).value_or(Reviewer());
    question.threshold = scenario.threshold;
    question.band = setting.band;
    return question;
}

} // namespace oneinn
