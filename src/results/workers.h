// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/recess.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace oneinn {

/// Threads of its own for work that nobody may be kept waiting for. Closing abandons it: what has
/// not begun is dropped, and what is under way comes to its end unseen, on what it holds itself. So
/// work may refer to nothing that it does not keep alive.
class Workers {
public:
    /// When work is wanted: after what was asked before, or while a hand is on a dial.
    enum class Want : std::uint8_t { InTurn, AtOnce };

    /// For each want as many as there are processors, and at least two: what was given up and is
    /// slow to notice, or waits for a recess to be over, must not keep back what is wanted.
    Workers();
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Of each want in the order of asking, as threads become free. Memory that cannot be had ends
    /// the work and not the program.
    void run(std::function<void()> work, Want want = Want::InTurn);

    /// While it lasts, what is done in turn waits.
    const std::shared_ptr<Recess> &recess() const { return m_recess; }

private:
    struct Shared;
    std::shared_ptr<Shared> m_inTurn;
    std::shared_ptr<Shared> m_atOnce;
    std::shared_ptr<Recess> m_recess;
};

} // namespace oneinn
