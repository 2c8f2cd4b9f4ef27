// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/harmdone.h"
#include "report/answermaterial.h"

#include <QString>

/// What data say of the items of a checklist, in sentences; empty where they do not.
namespace oneinn {

/// Whether the data have latencies: else nothing is said of waits.
bool hasWaits(const report::AnswerMaterial &material);

/// "Here a miss is as bad as 19 wrong ones."
QString costFact(const report::AnswerMaterial &material);
/// How many are wrong, missed and late.
QString failuresFact(const report::AnswerMaterial &material);
/// What carries the product, and what it loses.
QString carriesFact(const report::AnswerMaterial &material);
/// The answer in one sentence, against what was pinned; and that something else is surely worth
/// more, where that is so.
QString choiceFact(const report::AnswerMaterial &material);
/// When half of the people have met their so-manieth bad one.
QString outcomeFact(const report::AnswerMaterial &material);
/// What it learns from, and the audit of what it never sees, as in the answer.
QString loopFact(const report::AnswerMaterial &material);
QString launchFact(const report::AnswerMaterial &material);
/// What is watched so that the damage stops, and what stopping half of it costs: of what does the
/// damage, by its price. Where an earlier period is open, what was usual then is the measure, and
/// not the period in which it went wrong.
QString stopFact(const report::AnswerMaterial &material);
/// The same of what the card has grow.
QString stopHarmFact(Harm harm, const report::AnswerMaterial &material);
/// What is compared, and what was found, where an earlier period is open; empty else.
QString sinceFact(const report::AnswerMaterial &material);
/// What doing nothing would be right in, and worth, beside what the setting is worth.
QString needFact(const report::AnswerMaterial &material);
QString unknownFact(const report::AnswerMaterial &material);
/// The same to those who decide.
QString unknownPlainlyFact(const report::AnswerMaterial &material);
/// The same with what two periods cannot rule out, where an earlier one is open.
QString unknownCauseFact(const report::AnswerMaterial &material);
/// What doing nothing would be right in, else how many positives there are.
QString silenceFact(const report::AnswerMaterial &material);
/// How many labelled cases there are, and of what.
QString labelsFact(const report::AnswerMaterial &material);
QString alternativeFact(const report::AnswerMaterial &material);
/// What it is worth, against not having it.
QString worthFact(const report::AnswerMaterial &material);
/// What fails in the same way.
QString likenessFact(const report::AnswerMaterial &material);
/// "About 1 in 8 suggestions shown is wrong."
QString frequencyFact(const report::AnswerMaterial &material);
QString mechanicsFact(const report::AnswerMaterial &material);
/// What one person meets in a month, at the pace of the assessment.
QString paceFact(const report::AnswerMaterial &material);

/// What to do if a fault is found in this layer, and what does not help. Where an earlier period is
/// open: what was found in the layer, and what to do about that.
QString dataRecovery(const report::AnswerMaterial &material);
QString baseRateRecovery(const report::AnswerMaterial &material);
QString driftRecovery(const report::AnswerMaterial &material);
QString modelRecovery(const report::AnswerMaterial &material);
QString systemRecovery(const report::AnswerMaterial &material);

} // namespace oneinn
