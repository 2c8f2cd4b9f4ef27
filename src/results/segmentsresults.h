// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/asked.h"
#include "results/background.h"
#include "results/payingsegments.h"
#include "results/segmentsanswer.h"

#include <optional>

namespace oneinn {

class Session;

/// What the session's setting means for each segment, and who pays for the average.
class SegmentsResults {
public:
    using Table = Background<AskedOfAll<SegmentsAsked>, SegmentsAnswer>;
    using Paying = Background<AskedOfAll<SegmentsAsked>, PayingSegments>;

    SegmentsResults(Session *session, Workers &workers);

    /// As want() says. The index in it answers for other thresholds as well.
    Table &table() { return m_table; }
    const Table &table() const { return m_table; }
    /// Null where nobody pays.
    Paying &paying() { return m_paying; }
    const Paying &paying() const { return m_paying; }

    /// By these columns of the file; absent, or none: not wanted. At the thresholds of a rule, if
    /// one is tried.
    void want(const std::optional<SegmentsBy> &by, const std::optional<SegmentRule> &rule = {});
    /// anew: it was not wanted before.
    void wantPaying(bool wanted, bool anew);

    void follow();
    void forget();

private:
    void followTable();
    void followPaying();

    Session *m_session;
    Table m_table;
    Paying m_paying;
    std::optional<SegmentsBy> m_by;
    std::optional<SegmentRule> m_rule;
    bool m_isPayingWanted = false;
};

} // namespace oneinn
