// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latepolicy.h"
#include "core/units.h"

#include <algorithm>
#include <cstdint>
#include <limits>

/// How a use ends, decided here for everybody who counts uses: one by one or by an index.
namespace oneinn {

/// What a use ends in, for a user who waits.
enum class UseDecision : std::uint8_t {
    NotShown,   ///< the answer, or the lack of one, is to stay silent
    Shown,      ///<
    Unanswered, ///< late, where that is an outcome of its own
    Failed,     ///< the call failed, and nobody else answered
    Refused,    ///< the model declined to answer, and nobody else did
};

/// Whether a call brought no answer at all.
constexpr bool isLost(UseDecision decision)
{
    return decision == UseDecision::Failed || decision == UseDecision::Refused;
}

/// What a model says of a use, and when; +infinity: it never answers. Of a call that brought
/// no answer, the time does not matter.
struct Answer {
    UseDecision decision = UseDecision::NotShown;
    Milliseconds after;
};

struct End {
    UseDecision decision = UseDecision::NotShown;
    /// Until the use is over for the user; +infinity = never, NaN: the call brought no answer,
    /// and nobody waited for it.
    Milliseconds wait;
    bool late = false; ///< the answer of the model asked came after the budget

    friend bool operator==(const End &, const End &) = default;
};

/// How a use ends under a budget D, by the latencies L of the model asked and L' of the one that
/// stands in. In time (L <= D; a time-out is in time under no budget): own decision after L. Late:
/// waited for, own decision after L; nothing shown or unanswered, after D; fallen back, the other's
/// decision after max(D, L') if it was asked at once, D + L' if at the deadline. Without a budget
/// nothing is late, and a time-out ends in what its row says after a wait of +infinity. A call that
/// failed is put to the one that stands in as late ones are, and counts as late then; where nobody
/// stands in it ends in an outcome of its own and is neither late nor in time. So does one that
/// the model refused.
class EndRule {
public:
    EndRule()
        : EndRule(LatePolicy::Wait, {})
    {
    }
    EndRule(LatePolicy policy, const Budget &budget, FallbackStart start = FallbackStart::WithMain)
        : m_policy(budget ? policy : LatePolicy::Wait)
        , m_start(start)
        , m_deadline(budget ? budget->value : std::numeric_limits<double>::infinity())
        , m_limit(budget ? std::min(m_deadline, std::numeric_limits<double>::max()) : m_deadline)
    {
    }

    bool isLate(Milliseconds latency) const { return !(latency.value <= m_limit); }
    /// Late answers decide as well: no use is cut off.
    bool waitsForLate() const { return m_policy == LatePolicy::Wait; }
    /// A late use is put to another model.
    bool asksOther() const { return m_policy == LatePolicy::FallBack; }
    /// Its own answer decides how the use ends.
    bool ownDecides(Milliseconds latency) const { return waitsForLate() || !isLate(latency); }
    /// At which a use is cut off; +infinity where none is.
    Milliseconds deadline() const
    {
        return {waitsForLate() ? std::numeric_limits<double>::infinity() : m_deadline};
    }

    /// A use for which no other model stands in: fallen back to none, it ends in silence.
    End end(const Answer &own) const
    {
        if (isLost(own.decision))
            return {own.decision, {std::numeric_limits<double>::quiet_NaN()}, false};
        if (ownDecides(own.after))
            return {own.decision, own.after, isLate(own.after)};
        return cutOff();
    }
    End end(const Answer &own, const Answer &other) const
    {
        if (!asksOther() || isLost(other.decision)
            || (!isLost(own.decision) && ownDecides(own.after)))
            return end(own);
        const double wait = m_start == FallbackStart::WithMain
                ? std::max(m_deadline, other.after.value)
                : m_deadline + other.after.value;
        return {other.decision, {wait}, true};
    }
    /// Where one millisecond of the budget is `pace` for a use, and it has been told by answers on
    /// that scale how it ends: in the milliseconds of a clock. ownWait: the own answer's.
    End onClock(End end, const Answer &own, Milliseconds ownWait, double pace) const
    {
        if (isLost(end.decision))
            return end;
        const bool decides = !isLost(own.decision) && ownDecides(own.after);
        end.wait = decides ? ownWait : Milliseconds{end.wait.value * pace};
        return end;
    }
    /// Of every late use that ends at the deadline.
    End cutOff() const
    {
        return {m_policy == LatePolicy::Unanswered ? UseDecision::Unanswered
                                                   : UseDecision::NotShown,
                {m_deadline},
                true};
    }

private:
    LatePolicy m_policy;
    FallbackStart m_start;
    double m_deadline;
    double m_limit; ///< the longest latency in time
};

} // namespace oneinn
