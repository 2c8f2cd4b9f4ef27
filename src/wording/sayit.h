// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

namespace oneinn::wording {

/// The two or three sentences to say aloud in the meeting.
QString sayIt(const Assessment &assessment);

/// "At a threshold of 0.60 and a base rate of 1 in 20", "With nothing shown".
QString settingText(const Assessment &assessment, bool withBudget);

} // namespace oneinn::wording
