// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"

#include <QString>
#include <QStringList>

/// What a card says of how long people wait; empty where the data have no waits.
namespace oneinn {

/// "Half are answered within 1.2 s, and 95 of 100 within 5.9 s."; the second is left out where the
/// uses are too few to state it. Of two periods, each.
QString waitsFact(const report::AnswerMaterial &material);

/// Whether a longer limit than now's, each at the threshold that is best there, would be worth
/// more, and what to do then. Empty also without a limit, where what is late is waited for, and
/// where nobody said what anything is worth.
QString longerWaitSaid(const report::AnswerMaterial &material);

} // namespace oneinn
