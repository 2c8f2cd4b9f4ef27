// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/dropped.h"

#include <QString>

#include <string>

/// What the window says of two periods besides dropwords.h.
namespace oneinn::wording {

/// What moved at all, how sure that is, and the largest part of it.
QString dropChangedText(const Dropped &dropped, const FeatureWords &words = {});
/// What to do, in order, and what is left: "1. About data: escalate … Not ruled out: …"
QString dropDoText(const Dropped &dropped, const FeatureWords &words = {},
                   bool lowerIsPositive = false);

/// On a button that judges both periods at the threshold that was best in the earlier one, whatever
/// the dials say, and on one that judges at the dials' after all.
QString judgeAtBestText(double threshold);
QString judgeAtDialsText(double threshold);
/// On a button beside it that puts the one that was best then on the dials; its name by itself.
QString bestBeforeText(double threshold);
QString bestBeforeName(double threshold);

/// That a role is played by another column (or, of the positive value, that it is another) in the
/// earlier file; empty: by none.
QString otherRoleNote(const QString &role, const std::string &earlier, const std::string &later);

// Where there is nothing to be shown, why.
QString dropNothingChosenText(const FeatureWords &words);
QString dropPendingText();
QString dropCancelledText();
QString dropNoUsesText(const FeatureWords &words);

} // namespace oneinn::wording
