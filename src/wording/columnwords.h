// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rolejudgement.h"

#include <QString>

/// Why a column was taken for what it is, or what keeps it from being sure.
namespace oneinn::wording {

/// "label", "score", "direction of the score", "latency", ...
QString roleName(Role role);

/// "“flagged” is what one threshold on “score” decides, ..."; a clause without a full stop.
QString roleReasonText(const RoleJudgement &judgement);

/// Whom a remedy is for.
enum class Reader {
    Window,
    CommandLine, ///< who is told the options to give, in brackets
};
/// " (--label)" for whom it is of use, else nothing.
QString optionsFor(Reader reader, const QString &options);

/// What to choose, and with which option and which values: "choose ... (--label a or --label b)".
QString roleRemedyText(const RoleJudgement &judgement, Reader reader);

/// Both, as sentences: for what is likely and for what is asked.
QString roleSentences(const RoleJudgement &judgement, Reader reader);

/// Whether something was assumed that the person should know: all that is likely, and an order
/// that is turned round whoever chose it.
bool isToBeSaid(const RoleJudgement &judgement);

} // namespace oneinn::wording
