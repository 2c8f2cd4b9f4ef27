// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/likedefault.h"

#include "practice/othersettings.h"

#include <algorithm>
#include <utility>

namespace oneinn {

using report::AnswerMaterial;
using report::PinnedAnswer;

namespace {

bool isDefault(const PinnedAnswer &pin)
{
    return pin.point.origin == PinnedPoint::Origin::Default;
}

/// What is pinned with everything but its threshold as it is now.
Choice alike(const PinnedAnswer &pin, const AnswerMaterial &material)
{
    Choice choice = choiceOf(material.assessment.scenario);
    choice.threshold = pin.point.choice.threshold;
    return choice;
}

} // namespace

LikeDefault::LikeDefault(const AnswerMaterial &material)
    : m_from(material)
{
    const auto pin = std::ranges::find_if(material.pins, isDefault);
    const auto rows = pin == material.pins.end() ? nullptr : rowsAtHand(material);
    if (!rows)
        return;
    const Scenario &now = material.assessment.scenario;
    auto assessed = assessedPin(alike(*pin, material), now, {rows});
    if (!assessed || !assessed.value().assessment)
        return;
    m_assessed = std::move(assessed).value();
    auto differences = pinDifferences(*m_assessed->rows, settingQuestion(m_assessed->scenario),
                                      *rows, settingQuestion(now));
    if (differences)
        m_differences = std::move(differences).value();
}

AnswerMaterial LikeDefault::material() const
{
    AnswerMaterial material = m_from;
    material.pins.clear();
    for (PinnedAnswer pin : m_from.pins) {
        if (isDefault(pin)) {
            if (!m_assessed)
                continue;
            pin.point.choice = choiceOf(m_assessed->scenario);
            pin.assessment = &*m_assessed->assessment;
            pin.againstNow = m_differences ? &*m_differences : nullptr;
        }
        material.pins.push_back(pin);
    }
    return material;
}

} // namespace oneinn
