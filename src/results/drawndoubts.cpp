// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/drawndoubts.h"

#include "results/kept.h"

#include <utility>

namespace oneinn {

DrawnDoubts::DoubtsPtr DrawnDoubts::of(const AskedOfRows<DoubtsQuestion> &asked,
                                       const JobControl &job)
{
    {
        std::unique_lock lock(m_mutex);
        if (!m_done.wait(lock, job.stop, [this] { return !m_drawing; }))
            return nullptr;
        if (m_asked == asked)
            return m_found;
        m_drawing = true;
    }
    // Whatever becomes of it, memory that runs out as well, the others are to go on.
    struct Ended {
        DrawnDoubts &drawn;
        ~Ended()
        {
            {
                const std::lock_guard lock(drawn.m_mutex);
                drawn.m_drawing = false;
            }
            drawn.m_done.notify_all();
        }
    } const ended{*this};
    DoubtsPtr found = kept(thresholdDoubts(*asked.of, asked.question, job));
    if (!found && job.stop.stop_requested())
        return nullptr;
    const std::lock_guard lock(m_mutex);
    m_asked = asked;
    m_found = found;
    return found;
}

} // namespace oneinn
