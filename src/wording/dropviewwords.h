// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/drop.h"

#include <QString>

/// What the window says of two periods besides dropwords.h.
namespace oneinn::wording {

/// What to do about each finding.
QString dropRecoveries(const DropDiagnosis &diagnosis);

/// The same, and what is left: "About data: escalate … Not ruled out: …"
QString dropDoText(const DropDiagnosis &diagnosis);

/// On a button that judges both periods at the threshold that was best in the earlier one.
QString bestBeforeText(double threshold);

// Where there is nothing to be shown, why.
QString dropNothingChosenText();
QString dropPendingText();
QString dropCancelledText();
QString dropNoUsesText();

} // namespace oneinn::wording
