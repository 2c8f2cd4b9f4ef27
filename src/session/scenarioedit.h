// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <QUndoCommand>

#include <functional>

namespace oneinn {

/// One step of undo: the scenario before and after. Edits of one gesture (a drag) to the same part
/// merge into a single step, which vanishes if it ends where it began.
class ScenarioEdit final : public QUndoCommand {
public:
    using Apply = std::function<void(const Scenario &)>;

    /// gesture: 0 for an edit that stands alone.
    ScenarioEdit(ScenarioPart part, quint64 gesture, Scenario before, Scenario after, Apply apply);

    ScenarioPart part() const { return m_part; }

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    ScenarioPart m_part;
    quint64 m_gesture;
    Scenario m_before;
    Scenario m_after;
    Apply m_apply;
};

} // namespace oneinn
