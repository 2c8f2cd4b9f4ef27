// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/stateedit.h"

#include <utility>

namespace oneinn {

StateEdit::StateEdit(EditedPart part, quint64 gesture, SessionState before, SessionState after,
                     Apply apply)
    : m_part(part)
    , m_gesture(gesture)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_apply(std::move(apply))
{
}

void StateEdit::undo()
{
    m_apply(m_before);
}

void StateEdit::redo()
{
    if (!std::exchange(m_applied, false))
        m_apply(m_after);
}

std::unique_ptr<StateEdit> StateEdit::applied() const
{
    auto step = std::make_unique<StateEdit>(m_part, 0, m_before, m_after, m_apply);
    step->m_applied = true;
    return step;
}

int StateEdit::id() const
{
    return static_cast<int>(m_part);
}

bool StateEdit::mergeWith(const QUndoCommand *other)
{
    // QUndoStack offers only commands with the same id, which are ours.
    const auto *edit = static_cast<const StateEdit *>(other);
    if (m_gesture == 0 || edit->m_gesture != m_gesture)
        return false;
    m_after = edit->m_after;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace oneinn
