// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/history.h"

#include "session/historylimit.h"

#include <memory>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

bool isOfOtherData(EditedPart part)
{
    return part == EditedPart::Columns || part == EditedPart::FileNow;
}

} // namespace

History::History(const SessionState &now, StateEdit::Apply apply)
    : m_now(now)
    , m_apply(std::move(apply))
{
}

quint64 History::gestureOf(EditedPart part) const
{
    if (isOfOtherData(part))
        return 0;
    return part == EditedPart::AnswerText ? m_typing : m_gesture;
}

void History::step(EditedPart part, SessionState changed)
{
    push(part, gestureOf(part), std::move(changed));
    if (isOfOtherData(part))
        limit();
}

void History::push(EditedPart part, quint64 gesture, SessionState changed)
{
    if (changed == m_now)
        return;
    if (gesture != 0 && gesture == m_gesture && !m_startIndex)
        m_startIndex = index();
    QUndoStack::push(new StateEdit(part, gesture, m_now, std::move(changed), m_apply));
}

/// QUndoStack forgets its steps only all together: those that stay are put back.
void History::limit()
{
    const int dropped = stepsOverLimit(*this, m_mostBytes);
    if (dropped == 0)
        return;
    std::vector<std::unique_ptr<StateEdit>> kept;
    for (int i = dropped; i < count(); ++i)
        kept.push_back(static_cast<const StateEdit *>(command(i))->applied());
    const int clean = cleanIndex() - dropped;
    clear();
    if (clean != 0)
        resetClean();
    for (auto &each : kept) {
        QUndoStack::push(each.release());
        if (index() == clean)
            setClean();
    }
}

void History::beginGesture()
{
    m_gesture = ++m_last;
    m_start = m_now;
    m_startIndex.reset();
    Q_EMIT gestureChanged(true);
}

void History::endGesture()
{
    m_gesture = 0;
    m_start = {}; // and not the data in it
    Q_EMIT gestureChanged(false);
}

void History::cancelGesture()
{
    if (m_gesture == 0)
        return;
    const int start = m_startIndex.value_or(index());
    // Every part that was edited, down to the first step; then back to the start within that: it
    // becomes obsolete and is removed, and the others with it.
    while (index() > start + 1)
        undo();
    if (index() > start) {
        const auto *first = static_cast<const StateEdit *>(command(start));
        push(first->part(), m_gesture, m_start);
    }
    endGesture();
}

} // namespace oneinn

#include "moc_history.cpp"
