// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What a person changes in a session; how changes are applied and undone is in session.cpp.

#include "session/session.h"

#include "core/policies/candidates.h"
#include "core/policies/ownthresholds.h"

namespace oneinn {

void Session::edit(const ScenarioEdit &edit)
{
    if (!hasData())
        return;
    SessionState changed = m_state;
    edit.change(changed.scenario);
    if (changed.scenario.combination != m_state.scenario.combination)
        changed.scenario.combination = onScale(changed.scenario.combination, predictions());
    if (edit.review)
        edit.review(changed.review);
    if (!predictions().hasLatency())
        changed.scenario.budget.reset();
    const double usesPerDay = changed.scenario.targets.usesPerDay;
    auto &reviewer = changed.review.reviewer;
    if (reviewer && reviewer->usesPerDay && usesPerDay != m_state.scenario.targets.usesPerDay)
        reviewer->usesPerDay = usesPerDay;
    // A selection that no row meets is refused before it becomes a step of undo.
    if (changed.scenario.selection != m_state.scenario.selection) {
        if (const auto problem =
                    PredictionIndex::problemWith(predictions(), changed.scenario.selection)) {
            Q_EMIT problemRaised(*problem);
            return;
        }
    }
    m_history.step(edit.part, std::move(changed));
}

void Session::edit(Field field, std::optional<double> value)
{
    const FieldRow &row = rowOf(field);
    if (value ? !isAllowed(field, *value) : !row.isOptional)
        return;
    edit({row.part, [&](Scenario &s) { setValue(field, value, s); }});
}

void Session::setThreshold(Threshold threshold)
{
    edit({EditedPart::Threshold, [&](Scenario &s) { s.threshold = threshold; }});
}

void Session::stepThreshold(int steps)
{
    if (!hasData())
        return;
    setThreshold(m_assessor.slice().decided()->stepped(m_state.scenario.threshold, steps));
}

void Session::moveThresholdToEnd(bool high)
{
    if (!hasData())
        return;
    const auto all = m_assessor.slice().decided()->showingAll();
    setThreshold(high || !all ? Threshold::alertOnNothing() : *all);
}

void Session::setBudget(Budget budget)
{
    edit(Field::LatencyBudget, budget ? std::optional(budget->value) : std::nullopt);
}

void Session::setAnswerText(const AnswerText &text)
{
    if (!hasData())
        return;
    SessionState changed = m_state;
    changed.text = text;
    m_history.step(EditedPart::AnswerText, std::move(changed));
}

void Session::setCompared(const std::optional<ComparedPeriod> &compared,
                          const std::optional<std::vector<Selection::Where>> &where)
{
    if (!hasData())
        return;
    SessionState changed = m_state;
    changed.compared = compared;
    if (where) {
        changed.scenario.selection.where = *where;
        if (const auto problem =
                    PredictionIndex::problemWith(predictions(), changed.scenario.selection)) {
            Q_EMIT problemRaised(*problem);
            return;
        }
    }
    m_history.step(EditedPart::Compared, std::move(changed));
}

void Session::setReview(const ReviewSetting &review)
{
    if (!hasData())
        return;
    SessionState changed = m_state;
    changed.review = review;
    const auto usesPerDay = review.reviewer ? review.reviewer->usesPerDay : std::nullopt;
    if (usesPerDay && isAllowed(Field::UsesPerDay, *usesPerDay))
        changed.scenario.targets.usesPerDay = *usesPerDay;
    EditedPart part = EditedPart::ReviewBand;
    if (review.isInForce != m_state.review.isInForce)
        part = EditedPart::ReviewInForce;
    else if (review.reviewer != m_state.review.reviewer)
        part = EditedPart::Reviewer;
    m_history.step(part, std::move(changed));
}

} // namespace oneinn
