// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/editedpart.h"
#include "session/openeddata.h"

#include <QUndoCommand>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

/// Everything that a person sets: what is undone.
struct SessionState {
    OpenedDataPtr data; ///< which file, and how it is read; null without one
    Scenario scenario;
    std::vector<PinnedPoint> pins;
    AnswerText text;
    std::optional<ComparedPeriod> compared = {}; ///< with an earlier period
    ReviewSetting review = {};                   ///< where a person decides beside the model
    /// Where the dial stood when the file was opened, if that was the most valuable place, which
    /// nobody chose.
    std::optional<Threshold> untouched = {};

    /// Somebody moved the dial, or the threshold came with what was opened.
    bool choseThreshold() const { return untouched != scenario.threshold; }

    friend bool operator==(const SessionState &, const SessionState &) = default;
};

/// One step of undo: the state before and after. Edits of one gesture (a drag, a stretch of typing)
/// to the same part merge into a single step, which vanishes if it ends where it began.
class StateEdit final : public QUndoCommand {
public:
    using Apply = std::function<void(const SessionState &)>;

    /// gesture: 0 for an edit that stands alone.
    StateEdit(EditedPart part, quint64 gesture, SessionState before, SessionState after,
              Apply apply);

    /// The same step, standing alone, whose state is there already when it is pushed.
    std::unique_ptr<StateEdit> applied() const;

    EditedPart part() const { return m_part; }
    const SessionState &before() const { return m_before; }
    const SessionState &after() const { return m_after; }

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    EditedPart m_part;
    quint64 m_gesture;
    SessionState m_before;
    SessionState m_after;
    Apply m_apply;
    bool m_applied = false; ///< the next redo is the push
};

} // namespace oneinn
