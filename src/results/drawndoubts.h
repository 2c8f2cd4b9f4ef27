// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/doubts/thresholddoubts.h"
#include "results/asked.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace oneinn {

/// Doubts that several answers are made from: drawn once, by whoever asks first. From any thread.
class DrawnDoubts {
public:
    using DoubtsPtr = std::shared_ptr<const ThresholdDoubts>;

    /// Waits while others draw; draws itself where nobody has, or they were stopped. Null where
    /// there is nothing to draw from, and when stopped.
    DoubtsPtr of(const AskedOfRows<DoubtsQuestion> &asked, const JobControl &job);

private:
    std::mutex m_mutex; ///< not held while drawing
    std::condition_variable_any m_done;
    bool m_drawing = false;
    std::optional<AskedOfRows<DoubtsQuestion>> m_asked; ///< that m_found answers
    DoubtsPtr m_found;
};

} // namespace oneinn
