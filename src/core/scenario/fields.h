// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/editedpart.h"
#include "core/limits.h"
#include "core/scenario.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// What of a scenario is a number, one row each: read by sessions and presets both ways, by
/// options, by the boxes of the window and by the list of settings in docs. A new one is a row of
/// fieldRows, its words in wording/fieldwords.cpp, and a box or an option where it is to be set.
namespace oneinn {

enum class Field : std::uint8_t {
    LatencyBudget,
    BaseRate,
    ValueTp,
    ValueFp,
    ValueFn,
    ValueTn,
    ValueLate,
    UsesPerWeek,
    BadBeforeLeaving,
    NoticedWrong,
    NoticedMissed,
    NoticedLate,
    PrecisionLimit,
    WrongAtMost,
    MissedAtMost,
    AnsweredWait,
    AnsweredShare,
    GoneAtMost,
    ShownPerDay,
    UsesPerDay,
};
inline constexpr std::size_t fieldCount = 20;

/// Where a field stands in JSON: at the top of a scenario, or in an object of that name.
enum class FieldGroup : std::uint8_t { Top, Values, Noticed, Targets, Answered };

enum class FieldUnit : std::uint8_t { Number, Share, Milliseconds };

struct FieldRow {
    Field field;
    FieldGroup group;
    std::string_view key;    ///< in its group
    std::string_view option; ///< without the dashes
    double least;
    double most;
    FieldUnit unit;
    EditedPart part;
    bool isWhole = false;
    bool isOptional = false; ///< may be absent
    bool isOfData = false;   ///< belongs to the data: a preset does not say it
};

// clang-format off
inline constexpr std::array<FieldRow, fieldCount> fieldRows{{
    {Field::LatencyBudget, FieldGroup::Top, "budgetMs", "budget", 0.0, limits::longestWait, FieldUnit::Milliseconds, EditedPart::LatencyBudget, false, true, true},
    {Field::BaseRate, FieldGroup::Top, "baseRate", "base-rate", limits::leastBaseRate, limits::mostBaseRate, FieldUnit::Share, EditedPart::BaseRate, false, true, true},
    {Field::ValueTp, FieldGroup::Values, "tp", "value-tp", -limits::largestValue, limits::largestValue, FieldUnit::Number, EditedPart::Values},
    {Field::ValueFp, FieldGroup::Values, "fp", "value-fp", -limits::largestValue, limits::largestValue, FieldUnit::Number, EditedPart::Values},
    {Field::ValueFn, FieldGroup::Values, "fn", "value-fn", -limits::largestValue, limits::largestValue, FieldUnit::Number, EditedPart::Values},
    {Field::ValueTn, FieldGroup::Values, "tn", "value-tn", -limits::largestValue, limits::largestValue, FieldUnit::Number, EditedPart::Values},
    {Field::ValueLate, FieldGroup::Values, "late", "value-late", -limits::largestValue, limits::largestValue, FieldUnit::Number, EditedPart::Values},
    {Field::UsesPerWeek, FieldGroup::Top, "usesPerWeek", "uses-per-week", limits::leastUsesPerWeek, limits::mostUsesPerWeek, FieldUnit::Number, EditedPart::UsesPerWeek, false, true},
    {Field::BadBeforeLeaving, FieldGroup::Top, "badBeforeLeaving", "bad-before-leaving", 1.0, limits::mostBadBeforeLeaving, FieldUnit::Number, EditedPart::BadBeforeLeaving, true},
    {Field::NoticedWrong, FieldGroup::Noticed, "wrong", "noticed-wrong", 0.0, 1.0, FieldUnit::Share, EditedPart::Noticed},
    {Field::NoticedMissed, FieldGroup::Noticed, "missed", "noticed-missed", 0.0, 1.0, FieldUnit::Share, EditedPart::Noticed},
    {Field::NoticedLate, FieldGroup::Noticed, "late", "noticed-late", 0.0, 1.0, FieldUnit::Share, EditedPart::Noticed},
    {Field::PrecisionLimit, FieldGroup::Top, "precisionLimit", "precision-limit", 0.0, 1.0, FieldUnit::Share, EditedPart::PrecisionLimit},
    {Field::WrongAtMost, FieldGroup::Targets, "wrongAtMost", "wrong-at-most", 0.0, 1.0, FieldUnit::Share, EditedPart::Targets, false, true},
    {Field::MissedAtMost, FieldGroup::Targets, "missedAtMost", "missed-at-most", 0.0, 1.0, FieldUnit::Share, EditedPart::Targets, false, true},
    {Field::AnsweredWait, FieldGroup::Answered, "withinMs", "answered-within", 0.0, limits::longestWait, FieldUnit::Milliseconds, EditedPart::Targets, false, true},
    {Field::AnsweredShare, FieldGroup::Answered, "share", "answered-within", limits::leastShare, 1.0, FieldUnit::Share, EditedPart::Targets},
    {Field::GoneAtMost, FieldGroup::Targets, "goneAtMost", "gone-at-most", 0.0, 1.0, FieldUnit::Share, EditedPart::Targets, false, true},
    {Field::ShownPerDay, FieldGroup::Targets, "shownPerDay", "shown-per-day", limits::leastPerDay, limits::mostPerDay, FieldUnit::Number, EditedPart::Targets, false, true},
    {Field::UsesPerDay, FieldGroup::Targets, "usesPerDay", "uses-per-day", limits::leastPerDay, limits::mostPerDay, FieldUnit::Number, EditedPart::Targets},
}};
// clang-format on

constexpr const FieldRow &rowOf(Field field)
{
    return fieldRows[static_cast<std::size_t>(field)];
}
static_assert([] {
    for (std::size_t i = 0; i < fieldCount; ++i) {
        if (static_cast<std::size_t>(fieldRows[i].field) != i)
            return false;
    }
    return true;
}());

/// Whether a number lies within the bounds of its row, and is whole where it has to be.
bool isAllowed(Field field, double value);

/// What a scenario says; absent only for what may be. The share to be answered is the usual one
/// where no wait is set.
std::optional<double> valueOf(Field field, const Scenario &scenario);
/// What it says where nobody has said anything.
std::optional<double> usualValueOf(Field field);

/// Sets it. `value` has to be allowed, and there unless the field may be absent (asserted). The
/// share to be answered goes with its wait: without one it is not kept.
void setValue(Field field, std::optional<double> value, Scenario &scenario);

} // namespace oneinn
