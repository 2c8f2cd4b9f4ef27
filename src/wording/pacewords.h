// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

/// How often one user has a use, and who says so.
namespace oneinn::wording {

/// "10 payments a week", "1 payment a week in this file".
QString paceText(const Assessment &assessment);

/// A sentence for the list of assumptions: ours, or what the file counts.
QString paceSentence(const Assessment &assessment);

/// The number alone, for a box that a person may write over.
QString paceInBox(const Pace &pace);
/// Beside it: "Payments a week (in this file)", "Payments a week (assumed)".
QString paceLabel(const Assessment &assessment);
/// Where that number comes from, and what else there is.
QString paceToolTip(const Assessment &assessment);

} // namespace oneinn::wording
