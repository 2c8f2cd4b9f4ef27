// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbacktrigger.h"
#include "wording/feature.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

/// What is watched after a release, in the same words in the answer, the plan and the check.
namespace oneinn::wording {

/// Two shares in one denominator: `least` (100 or 1,000), or 1,000 where 100 would hide one of them
/// or that they differ.
struct SharePair {
    QString one;
    QString other;
    int of = 100;
};
SharePair inOneDenominator(double one, double other, int least = 100);

/// "the tenth in 25, the 14th in 50 or the 23rd in 100", with what writes the limits.
QString looksText(const std::vector<RollbackLook> &looks,
                  const std::function<QString(const RollbackLook &)> &look);
/// All but the last.
std::vector<RollbackLook> earlyLooks(const RollbackRule &rule);
/// "14 in 50".
QString inFirst(const QString &what, int shown);
/// "the 37th wrong one".
QString lastLimit(const RollbackRule &rule);

/// "We check the first 210 shown and roll back at the 37th wrong one, sooner at ...".
QString rollbackLimitsSentence(const RollbackRule &rule, const Feature &feature);
/// How many good and bad launches it takes back, of at least so many.
QString rollbackPromiseSentence(const RollbackRule &rule, int of);
/// "of at least 43 users", "on at least 5 days"; empty where none are alike.
QString rollbackAmongText(const RollbackRule &rule, const Feature &feature);
/// mostlyWrong: of those shown in the file.
QString noRollbackRuleSentence(NoRollbackRule reason, bool mostlyWrong, const Feature &feature);

/// "fewer than 203 or more than 340 of 1,000 uses show something"; empty where nothing is watched.
QString shownLimit(const std::optional<VolumeLimits> &shown, const Feature &feature);
QString lateLimit(const std::optional<VolumeLimits> &late, const Feature &feature);
/// "We stop and look if ..."; empty where nothing is watched.
QString guardsSentence(const RollbackTrigger &trigger, const Feature &feature);

} // namespace oneinn::wording
