// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessonanswers.h"

#include <QList>
#include <QString>

namespace oneinn {

/// What keeps a step from being asked of its data.
struct StepFault {
    QString key;      ///< within the step: "answer.quantity"
    QString sentence; ///< what is the case, and what to do about it
};

/// Quantities that the data cannot tell, in the reveal as well, each with the reason; choices of
/// which none can be called right; a threshold that no score reaches, or all do. None where the
/// step can be taught.
QList<StepFault> stepFaults(const LessonStep &step, const StepAnswers &answers);

/// What needs no data to be seen, beside what the reader of the file says: a quantity that is
/// ranked twice, and places of a reveal that are no quantities, but for the first.
QList<StepFault> faultsOfText(const LessonStep &step);

/// Why a quantity cannot be told of these data: because nothing is answered in time or shown, no
/// row is good, there are no latencies, or it is not sure. As a sentence.
QString whyNotTold(const Quantity &quantity, const LessonStep &step, const StepAnswers &answers);

} // namespace oneinn
