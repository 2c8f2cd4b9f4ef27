// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"

#include <QString>

/// What is said around a tradeoff answer; the answer itself is in report.
namespace oneinn::wording {

/// While something in it is still being worked out.
QString answerPendingText();
/// "Worth more: “fast first, careful when it is unsure”".
QString betterAlternativeText(const QString &name, const QString &beyond);
/// In the boxes for one's own words, while they are empty: "What customers try to do here, ...".
QString problemHint(const FeatureWords &words);
/// timeCounts: whether anything is known of waits.
QString hurtHint(bool timeCounts);
/// Why there is nothing to take over.
QString noBetterAlternativeText();

} // namespace oneinn::wording
