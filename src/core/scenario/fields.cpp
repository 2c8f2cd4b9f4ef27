// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scenario/fields.h"

#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

OutcomeValues withValue(const OutcomeValues &values, Field field, double value)
{
    const auto at = [&](Field each, double now) { return each == field ? value : now; };
    return {at(Field::ValueTp, values.tp()), at(Field::ValueFp, values.fp()),
            at(Field::ValueFn, values.fn()), at(Field::ValueTn, values.tn()),
            at(Field::ValueLate, values.late())};
}

std::optional<double> answeredWaitOf(const Targets &targets)
{
    return targets.answered ? std::optional(targets.answered->wait.value) : std::nullopt;
}

void setAnsweredWithin(const std::optional<double> &wait, Targets &targets)
{
    if (!wait)
        return targets.answered.reset();
    if (!targets.answered)
        targets.answered = Targets::AnsweredWithin();
    targets.answered->wait = {*wait};
}

/// Where most fields are, as a scenario has them or as it lets them be set; null for those that are
/// kept otherwise.
template<typename S> auto numberIn(Field field, S &scenario) -> decltype(&scenario.precisionLimit)
{
    switch (field) {
    case Field::NoticedWrong:
        return &scenario.noticed.wrong;
    case Field::NoticedMissed:
        return &scenario.noticed.missed;
    case Field::NoticedLate:
        return &scenario.noticed.late;
    case Field::PrecisionLimit:
        return &scenario.precisionLimit;
    case Field::UsesPerDay:
        return &scenario.targets.usesPerDay;
    default:
        return nullptr;
    }
}

template<typename S> auto optionalIn(Field field, S &scenario) -> decltype(&scenario.baseRate)
{
    switch (field) {
    case Field::BaseRate:
        return &scenario.baseRate;
    case Field::UsesPerWeek:
        return &scenario.usesPerWeek;
    case Field::WrongAtMost:
        return &scenario.targets.wrongOfShown;
    case Field::MissedAtMost:
        return &scenario.targets.missed;
    case Field::GoneAtMost:
        return &scenario.targets.gone;
    case Field::ShownPerDay:
        return &scenario.targets.shownPerDay;
    default:
        return nullptr;
    }
}

} // namespace

bool isAllowed(Field field, double value)
{
    const FieldRow &row = rowOf(field);
    return value >= row.least && value <= row.most && (!row.isWhole || value == std::floor(value));
}

std::optional<double> valueOf(Field field, const Scenario &scenario)
{
    const OutcomeValues &values = scenario.values;
    switch (field) {
    case Field::LatencyBudget:
        return scenario.budget ? std::optional(scenario.budget->value) : std::nullopt;
    case Field::ValueTp:
        return values.tp();
    case Field::ValueFp:
        return values.fp();
    case Field::ValueFn:
        return values.fn();
    case Field::ValueTn:
        return values.tn();
    case Field::ValueLate:
        return values.late();
    case Field::BadBeforeLeaving:
        return scenario.badBeforeLeaving;
    case Field::AnsweredWait:
        return answeredWaitOf(scenario.targets);
    case Field::AnsweredShare:
        return scenario.targets.answered.value_or(Targets::AnsweredWithin()).share;
    default:
        if (const auto *optional = optionalIn(field, scenario))
            return *optional;
        return *numberIn(field, scenario);
    }
}

std::optional<double> usualValueOf(Field field)
{
    return valueOf(field, Scenario());
}

void setValue(Field field, std::optional<double> value, Scenario &scenario)
{
    assert(value ? isAllowed(field, *value) : rowOf(field).isOptional);
    switch (field) {
    case Field::LatencyBudget:
        scenario.budget = value ? Budget(Milliseconds{*value}) : Budget();
        break;
    case Field::ValueTp:
    case Field::ValueFp:
    case Field::ValueFn:
    case Field::ValueTn:
    case Field::ValueLate:
        scenario.values = withValue(scenario.values, field, *value);
        break;
    case Field::BadBeforeLeaving:
        scenario.badBeforeLeaving = static_cast<int>(*value);
        break;
    case Field::AnsweredWait:
        setAnsweredWithin(value, scenario.targets);
        break;
    case Field::AnsweredShare:
        if (scenario.targets.answered)
            scenario.targets.answered->share = *value;
        break;
    default:
        if (auto *optional = optionalIn(field, scenario))
            *optional = value;
        else
            *numberIn(field, scenario) = *value;
    }
}

} // namespace oneinn
