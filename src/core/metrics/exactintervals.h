// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

/// While one lives, proportion() and its limits give Clopper & Pearson's (1934) exact interval
/// instead of Wilson's, wherever each case is taken as independent and weighs the same. A choice of
/// the whole program's, made before anything is worked out: shares are made in too many places for
/// each to be told, and one share must not have two intervals. One at a time (asserted).
class ExactIntervals {
public:
    ExactIntervals();
    ~ExactIntervals();
    ExactIntervals(const ExactIntervals &) = delete;
    ExactIntervals &operator=(const ExactIntervals &) = delete;

    static bool areGiven();
};

} // namespace oneinn
