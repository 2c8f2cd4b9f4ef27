// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"
#include "report/report.h"

#include <optional>

namespace oneinn::report {

/// The choice beside its pinned points, a row for each and a column for each thing that users meet.
/// Every share has its interval, and all in a column one denominator. Only "13 of 1,000" or "3 of
/// 7" where the gate allows no more. Absent without pins that differ.
std::optional<Table> choiceTable(const AnswerMaterial &material, bool withIntervals);

} // namespace oneinn::report
