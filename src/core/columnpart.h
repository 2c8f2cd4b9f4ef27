// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

/// What a column of a file can be. Roles (rolejudgement.h) are what is judged; some of them, such
/// as the unit of a latency, are no column's.
enum class ColumnPart {
    None, ///< not used
    Label,
    Score,
    Decision, ///< the predicted class
    Latency,
    Failed,  ///< says which calls failed
    Refused, ///< says which the model declined to answer
    Model,
    Example,
    ExampleWith, ///< keys examples together with another
    User,
    Day, ///< may be a segment as well
    Weight,
    Count,
    Segment
};

} // namespace oneinn
