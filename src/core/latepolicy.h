// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

/// What is done about an answer that comes after the budget.
enum class LatePolicy {
    Wait,        ///< it is waited for all the same: the budget only counts how many are late
    ShowNothing, ///< at the budget the use ends in silence: a late positive is a miss, a late
                 ///< negative rightly silent, and both fall into the matrix
    Unanswered,  ///< at the budget the use ends, in an outcome of its own, outside the matrix
    FallBack,    ///< another model decides
};

/// When the model is asked that decides in place of one that is late.
enum class FallbackStart {
    WithMain,   ///< at once: its answer is mostly there at the deadline, every use pays
    AtDeadline, ///< when the main model is late: only those uses pay, and wait longer
};

} // namespace oneinn
