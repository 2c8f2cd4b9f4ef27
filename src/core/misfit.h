// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace oneinn {

/// A part of a saved session that the data it is opened with has no place for.
struct Misfit {
    enum class Kind {
        Column,     ///< name: the column, or the label's value, that is no longer there
        Model,      ///< name: the model looked at
        Segment,    ///< name: the condition, as in "country = nl"
        Mix,        ///< name: the column by which the traffic was mixed
        Thresholds, ///< name: the column whose values have thresholds of their own
        Budgets,    ///< likewise, budgets
        OtherModel, ///< name: the model that answered together with another
        Fallback,   ///< name: the model that answered instead
        NoLatency,  ///< for the budget
        Pin,        ///< name: the pinned point's; may be empty
        BandEnds,   ///< name: the column whose values had ends that were moved by distance
    };
    Kind kind = Kind::Column;
    std::string name = {};

    friend bool operator==(const Misfit &, const Misfit &) = default;
};

} // namespace oneinn
