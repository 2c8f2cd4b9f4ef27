// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// What is said around a tradeoff answer; the answer itself is in report.
namespace oneinn::wording {

/// While something in it is still being worked out.
QString answerPendingText();
/// "Worth more: “fast first, careful when it is unsure”".
QString betterAlternativeText(const QString &name);
/// Why there is nothing to take over.
QString noBetterAlternativeText();

} // namespace oneinn::wording
