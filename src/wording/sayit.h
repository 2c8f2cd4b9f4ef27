// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

namespace oneinn::wording {

/// The two or three sentences to say aloud in the meeting.
QString sayIt(const Assessment &assessment);

/// "At a threshold of 0.60", "With nothing shown", with the base rate where one is set.
QString settingText(const Assessment &assessment);

} // namespace oneinn::wording
