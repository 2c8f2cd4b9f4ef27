// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>

namespace oneinn {

/// Threads of its own for work that nobody may be kept waiting for. Closing abandons it: what has
/// not begun is dropped, and what is under way comes to its end unseen, on what it holds itself. So
/// work may refer to nothing that it does not keep alive.
class Workers {
public:
    /// As many as there are processors, and at least two: what was given up and is slow to notice
    /// must not keep back what is wanted.
    Workers();
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// In the order of asking, as threads become free. Memory that cannot be had ends the work and
    /// not the program.
    void run(std::function<void()> work);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace oneinn
