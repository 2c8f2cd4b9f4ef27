// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/targets/reach.h"
#include "report/dials.h"

namespace oneinn::report {

/// Everything that is said at a setting. within: what keeps the limits there; null: none is set.
DialPosition dialPosition(const AnswerMaterial &here, const AnswerMaterial &choice,
                          const Reach *within);
/// models: in the file.
Dials::Words dialWords(const AnswerMaterial &choice, std::size_t models);
/// What can be moved, where to, and when what is said there was worked out.
QString aboutDials(const Dials &dials);

} // namespace oneinn::report
