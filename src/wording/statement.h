// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn::wording {

/// What one number means to a person, in the order it is read. A number that is undefined has the
/// headline "—" and says why in the detail. None but the detail is ever needed to understand it.
struct Statement {
    QString headline;   ///< "Wrong 1 in 8 times"
    QString detail;     ///< "13 of every 100 suggestions shown are wrong, 87 are right"
    QString evidence;   ///< "between 11 and 15, 95 % interval, 2,210 shown"; has no brackets
    QString assumption; ///< what in it is the person's own; empty if nothing is
};

inline QString undefinedDash()
{
    return QStringLiteral("\u2014");
}

/// The whole statement as one sentence; without the headline where that is a dash.
QString sentenceOf(const Statement &statement);

} // namespace oneinn::wording
