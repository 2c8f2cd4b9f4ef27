// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/editedpart.h"
#include "core/misfit.h"
#include "core/scenario.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace oneinn::wording {

/// Of a session of before: the ends of its review band by the values of a column are others now.
QString bandEndsMoved(const std::string &column);
/// What a session no longer finds in its data, whether that has changed since, and whether ends of
/// its band are others. Empty where there is nothing to say.
QString dataDiffers(const QString &dataName, bool changed, const std::vector<Misfit> &misfits);

/// Of a file that holds other data than those that were read from it, as an offer.
QString changedFileOffer(const QString &name);
/// Of the file that is open, that there is none of its name any more.
QString goneFileNote(const QString &name);

/// Unsaved work that a window left behind, as an offer.
QString recoveryOffer(const QString &name, const QDateTime &written, const QDateTime &now);

/// A session that is not saved because somebody else has saved it meanwhile.
QString changedElsewhere(const QString &name);

/// Work that closing or opening something else would lose, as a question.
QString saveQuestion(const QString &name);

/// A step of the history, with what it led to where that is short: "threshold 0.62". Of data whose
/// low scores are the positive ones the threshold is shown negated, as the file has it.
QString historyStep(EditedPart part, const Scenario &after, bool lowerIsPositive);
/// The state that the history begins with.
QString historyStart();

} // namespace oneinn::wording
