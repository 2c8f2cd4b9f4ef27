// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"

#include <QString>
#include <QStringList>

/// What an answer says of how sure the best threshold is.
namespace oneinn::report {

/// Whether "per 1,000 uses" has been said of the value just before, or is said with it.
enum class ValueUnit : bool { StandsBefore, Said };

/// The field's, or those of the people who decide: no "threshold".
enum class Terms : bool { Field, Plain };

/// What the choice is worth on uses that it was not chosen on, and for a person's own choice what
/// the best one would be; or why that cannot be told. Empty where it is not known, or where no
/// outcome is worth anything.
QString newUsesSentence(const AnswerMaterial &material, ValueUnit unit = ValueUnit::StandsBefore,
                        Terms terms = Terms::Field);
/// Where the best threshold would lie with others like these; empty likewise.
QString bestElsewhereSentence(const AnswerMaterial &material, Terms terms = Terms::Field);
/// What as many labels again would be worth, and what would change our mind; empty where it is not
/// known, where no outcome is worth anything, and of thresholds of segments' own.
QStringList labelSentences(const AnswerMaterial &material);
/// How both were worked out.
QString doubtsMethod(const AnswerMaterial &material);

} // namespace oneinn::report
