// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What a person changes in a session; how changes are applied and undone is in session.cpp.

#include "session/session.h"

#include "core/policies/candidates.h"

namespace oneinn {

void Session::edit(EditedPart part, const std::function<void(Scenario &)> &change)
{
    if (!hasData())
        return;
    SessionState changed = m_state;
    change(changed.scenario);
    // A selection that no row meets is refused before it becomes a step of undo.
    if (changed.scenario.selection != m_state.scenario.selection) {
        if (const auto problem =
                    PredictionIndex::problemWith(predictions(), changed.scenario.selection)) {
            Q_EMIT problemRaised(*problem);
            return;
        }
    }
    push(part, m_gesture, std::move(changed));
}

void Session::editPins(EditedPart part,
                       const std::function<void(std::vector<PinnedPoint> &)> &change)
{
    if (!hasData())
        return;
    SessionState changed = m_state;
    change(changed.pins);
    push(part, m_gesture, std::move(changed));
}

void Session::edit(Field field, std::optional<double> value)
{
    const FieldRow &row = rowOf(field);
    if (value ? !isAllowed(field, *value) : !row.isOptional)
        return;
    if (field == Field::LatencyBudget && !(hasData() && predictions().hasLatency()))
        return;
    edit(row.part, [&](Scenario &s) { setValue(field, value, s); });
}

void Session::setThreshold(Threshold threshold)
{
    edit(EditedPart::Threshold, [&](Scenario &s) { s.threshold = threshold; });
}

void Session::stepThreshold(int steps)
{
    if (!hasData())
        return;
    setThreshold(m_slice->decided()->stepped(m_state.scenario.threshold, steps));
}

void Session::moveThresholdToEnd(bool high)
{
    if (!hasData())
        return;
    const auto all = m_slice->decided()->showingAll();
    setThreshold(high || !all ? Threshold::alertOnNothing() : *all);
}

void Session::setBudget(Budget budget)
{
    edit(Field::LatencyBudget, budget ? std::optional(budget->value) : std::nullopt);
}

void Session::setOperatingPoint(Threshold threshold, Budget budget)
{
    if (!hasData())
        return;
    const bool hasLatency = predictions().hasLatency();
    edit(EditedPart::OperatingPoint, [&](Scenario &s) {
        s.threshold = threshold;
        if (hasLatency)
            s.budget = budget;
    });
}

void Session::adopt(const Policy &policy, const std::vector<std::string> &models)
{
    edit(EditedPart::ModelAndPolicy, [&](Scenario &s) { s = adopted(s, policy, models); });
}

void Session::adopt(const Choice &choice)
{
    if (!hasData())
        return;
    const bool hasLatency = predictions().hasLatency();
    edit(EditedPart::ModelAndPolicy, [&](Scenario &s) {
        s = withChoice(std::move(s), choice);
        if (!hasLatency)
            s.budget.reset();
    });
}

void Session::setLatePolicy(LatePolicy policy)
{
    edit(EditedPart::LatePolicy, [&](Scenario &s) { s.latePolicy = policy; });
}

void Session::fallBackTo(const std::string &model, Threshold threshold)
{
    edit(EditedPart::LatePolicy, [&](Scenario &s) {
        s.latePolicy = LatePolicy::FallBack;
        const auto start = s.fallback ? s.fallback->start : Fallback::Start::WithMain;
        s.fallback = FallbackModel{model, threshold, start};
    });
}

void Session::setPatience(const PatienceCurve &patience)
{
    edit(EditedPart::Patience, [&](Scenario &s) { s.patience = patience; });
}

void Session::setCostPerCall(const std::map<std::string, double> &costs)
{
    edit(EditedPart::CostPerCall, [&](Scenario &s) { s.costPerCall = costs; });
}

void Session::setCascade(const std::optional<CascadeBounds> &bounds)
{
    edit(EditedPart::CascadeBounds, [&](Scenario &s) { s.cascade = bounds; });
}

void Session::setCombination(const Combination &combination)
{
    if (hasData() && m_state.scenario.combination)
        edit(EditedPart::PolicyNumbers, [&](Scenario &s) { s.combination = combination; });
}

void Session::setTargets(const Targets &targets)
{
    edit(EditedPart::Targets, [&](Scenario &s) { s.targets = targets; });
}

void Session::setNoun(const std::string &noun)
{
    edit(EditedPart::Noun, [&](Scenario &s) { s.noun = noun; });
}

void Session::applyPreset(const Preset &preset)
{
    edit(EditedPart::Preset, [&](Scenario &s) { s = withPreset(s, preset); });
}

void Session::setModel(std::optional<std::string> model)
{
    edit(EditedPart::Model, [&](Scenario &s) {
        s.selection.model = std::move(model);
        s.combination.reset();
    });
}

void Session::setWhere(std::vector<Selection::Where> where)
{
    edit(EditedPart::Segment, [&](Scenario &s) { s.selection.where = std::move(where); });
}

void Session::pin(const std::string &name)
{
    // One more could be saved, but not opened again.
    if (m_state.pins.size() >= mostPins) {
        Q_EMIT problemRaised({.kind = ProblemKind::TooManyPins, .expected = mostPins});
        return;
    }
    editPins(EditedPart::Pin, [&](std::vector<PinnedPoint> &pins) {
        pins.push_back({.name = name, .choice = choiceOf(scenario())});
    });
}

void Session::unpin(std::size_t pin)
{
    editPins(EditedPart::Unpin, [pin](std::vector<PinnedPoint> &pins) {
        if (pin < pins.size())
            pins.erase(pins.begin() + static_cast<std::ptrdiff_t>(pin));
    });
}

void Session::renamePin(std::size_t pin, const std::string &name)
{
    editPins(EditedPart::PinName, [&](std::vector<PinnedPoint> &pins) {
        if (pin < pins.size())
            pins[pin].name = name;
    });
}

void Session::movePin(std::size_t from, std::size_t to)
{
    editPins(EditedPart::PinOrder, [from, to](std::vector<PinnedPoint> &pins) {
        if (from >= pins.size() || to >= pins.size())
            return;
        PinnedPoint moved = std::move(pins[from]);
        pins.erase(pins.begin() + static_cast<std::ptrdiff_t>(from));
        pins.insert(pins.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    });
}

void Session::returnToPin(std::size_t pin)
{
    if (pin < m_state.pins.size())
        adopt(m_state.pins[pin].choice);
}

void Session::setAnswerText(const AnswerText &text)
{
    if (!hasData())
        return;
    SessionState changed = m_state;
    changed.text = text;
    push(EditedPart::AnswerText, m_typing, std::move(changed));
}

void Session::beginTyping()
{
    m_typing = ++m_lastGesture;
}

void Session::endTyping()
{
    m_typing = 0;
}

} // namespace oneinn
