// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"

#include <QString>

#include <optional>

/// What a product is worth, told against not having it: a value by itself says nothing, since not
/// having it costs as well, or brings something.
namespace oneinn::report {

/// Per use, of a product that never does anything: every positive is missed. Absent where it is not
/// known how many there are, and where nobody said what anything is worth.
std::optional<double> worthOfNothing(const AnswerMaterial &material);
/// "about 88 points more in 1,000 uses than doing nothing: +28 instead of −60"; empty as above.
/// interval: stands behind the first of the two, which it is of.
QString overNothing(const AnswerMaterial &material, const QString &interval = {});

} // namespace oneinn::report
