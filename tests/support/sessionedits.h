// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/session.h"

namespace testsupport {

/// What outcomes are worth, as one step of undo; within a gesture, as a part of it.
inline void setValues(oneinn::Session &session, const oneinn::OutcomeValues &values)
{
    using oneinn::Field;
    const bool isOne = session.history().isInGesture();
    if (!isOne)
        session.history().beginGesture();
    session.edit(Field::ValueTp, values.tp());
    session.edit(Field::ValueFp, values.fp());
    session.edit(Field::ValueFn, values.fn());
    session.edit(Field::ValueTn, values.tn());
    session.edit(Field::ValueLate, values.late());
    if (!isOne)
        session.history().endGesture();
}

} // namespace testsupport
