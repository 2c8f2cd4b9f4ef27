// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stateedit.h"

#include <QUndoStack>

#include <cstddef>
#include <optional>

namespace oneinn {

/// Which steps led to what a person has set, and which edits are one of them. Every step is a
/// StateEdit.
class History final : public QUndoStack {
    Q_OBJECT

public:
    /// now: the state that steps lead from and to, while the history lives; apply: makes it
    /// another.
    History(const SessionState &now, StateEdit::Apply apply);

    /// What makes it this state; the same state is no step. An edit within a gesture merges with
    /// those before it to the same part, words with those typed before them.
    void step(EditedPart part, SessionState changed);

    /// Edits between the two are one step of undo (for each part of the scenario).
    void beginGesture();
    void endGesture();
    /// Returns to where the gesture began and forgets it.
    void cancelGesture();
    bool isInGesture() const { return m_gesture != 0; }
    /// Words of the answer that are typed between the two are one step of undo. Not a gesture:
    /// nothing waits for it to end.
    void beginTyping() { m_typing = ++m_last; }
    void endTyping() { m_typing = 0; }

    /// Steps lead back to other readings of the file as long as these take no more memory, the last
    /// one whatever it takes; steps before them are forgotten.
    void setMostBytes(std::size_t bytes) { m_mostBytes = bytes; }

Q_SIGNALS:
    /// A gesture has begun, or ended.
    void gestureChanged(bool underWay);

private:
    quint64 gestureOf(EditedPart part) const;
    void push(EditedPart part, quint64 gesture, SessionState changed);
    void limit();

    const SessionState &m_now;
    StateEdit::Apply m_apply;
    quint64 m_gesture = 0; ///< 0: none under way
    quint64 m_typing = 0;  ///< 0: none under way
    quint64 m_last = 0;
    SessionState m_start;            ///< of the gesture
    std::optional<int> m_startIndex; ///< absent: with the first edit
    std::size_t m_mostBytes = std::size_t{512} << 20U;
};

} // namespace oneinn
