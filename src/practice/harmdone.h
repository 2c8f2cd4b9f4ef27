// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"
#include "report/answermaterial.h"

#include <QString>

#include <cstdint>
#include <optional>

/// Which failure does the damage, and what stops it.
namespace oneinn {

enum class Harm : std::uint8_t { Wrong, Missed, Late };

/// What the question of a card has grow, where it is about one period; absent where it says nothing
/// of it. With two periods the data say it.
std::optional<Harm> supposedHarm(CardKind kind, int number, const report::AnswerMaterial &material);

/// Of what is wrong and what is missed, what costs more by what each is worth; with an earlier
/// period open, what costs so much more than then. Absent where no price can be told: then nothing
/// is known but how many there are.
std::optional<Harm> dearestHarm(const report::AnswerMaterial &material);
/// "Misses cost about 23 points in 1,000 uses, wrong ones about 9.4: ..."; empty as above.
QString harmSaid(const report::AnswerMaterial &material);

/// What is watched so that it does not go on, against what was usual, and at which number it is
/// taken back.
QString harmWatched(Harm harm, const report::AnswerMaterial &usual);
/// Another threshold that halves them, and what that costs; empty where there is none.
QString harmHalved(Harm harm, const report::AnswerMaterial &material);

} // namespace oneinn
