// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicetemplates.h"
#include "report/answermaterial.h"

#include <optional>

namespace oneinn {

/// The earlier period of material that is compared with one: what was usual.
report::AnswerMaterial usualMaterial(const report::AnswerMaterial &material);

/// What stands in a template's {place}, without a full stop: "72 of 100 alerts raised are wrong".
/// With a capital first where the place has one. Absent where the data do not tell it, where they
/// tell nothing to ask about (none is wrong), and where there is no such place. {usualWrong} is
/// {wrong} of the earlier period.
std::optional<QString> placeText(const QString &place, const report::AnswerMaterial &material);

/// The template's question, or the one without numbers where one of them is absent.
QString filledQuestion(const CardTemplate &card, const report::AnswerMaterial &material);

} // namespace oneinn
