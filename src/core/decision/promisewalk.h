// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/promise.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Where a promise of precision is kept, although every threshold was looked at.
namespace oneinn {

/// What a look at a threshold has to stand up to.
enum class Look : std::uint8_t {
    Next,  ///< after one that kept the promise: the whole error
    First, ///< the first with enough shown to tell
    Later, ///< each of those at half as many again, and so on
};

/// Goes from the highest threshold down. At any one of them a limit of 95 % errs in 5 of 100 files;
/// at some of them, where the precision is flat, in up to 45. So half of the error is spent where
/// just enough is shown that one wrong one is allowed (but 10), the rest in equal parts where 1.5
/// times as much is shown each time; how much is shown does not depend on the labels. From where
/// one of them keeps the promise it is kept down to the first threshold that does not, each with
/// the whole error (fixed sequence with several starts: Angelopoulos et al. 2021, Learn then Test,
/// 3.2; Wiens 2003). Held by tests/core/decision/tst_promise.
class PromiseWalk {
public:
    static constexpr double wholeError = 0.05;

    /// precision: that is promised; all: effective cases; error: the share of files in which the
    /// promise may be broken.
    PromiseWalk(double precision, double all, double error = wholeError);

    /// The one-sided error of a look.
    double errorOf(Look look) const { return m_errors[static_cast<std::size_t>(look)]; }
    /// Whether a look is due once so many effective cases are shown.
    bool isDue(double shown) const { return m_next < m_looks.size() && shown >= m_looks[m_next]; }
    /// Whether the promise is kept at the threshold that was looked at last.
    bool isKept() const { return m_kept; }

    /// The next lower threshold, where so many effective cases are shown; keeps(look): whether the
    /// precision there surely does, with that look's error. Whether the promise is kept there.
    template<typename Keeps> bool step(double shown, const Keeps &keeps)
    {
        for (; isDue(shown); ++m_next)
            m_kept = m_kept || keeps(m_next == 0 ? Look::First : Look::Later);
        m_kept = m_kept && keeps(Look::Next);
        return m_kept;
    }

private:
    std::array<double, 3> m_errors{};
    std::vector<double> m_looks; ///< effective cases shown, rising
    std::size_t m_next = 0;
    bool m_kept = false;
};

/// The same for a Promise by the lower limit: of weights shown rightly and wrongly.
class PromiseSteps {
public:
    /// positives, negatives: weights of all rows, restated.
    PromiseSteps(const Promise &promise, double precision, double positives, double negatives);

    bool isDue(double tp, double fp) const { return m_walk.isDue(casesOf(tp, fp)); }
    bool isKept() const { return m_walk.isKept(); }
    /// Whether it is kept by itself, without the looks at others. Where so many are right and so
    /// few wrong it is, it is where more are right or fewer wrong.
    bool keeps(double tp, double fp, Look look = Look::Next) const
    {
        const Promise &promise = m_strict[static_cast<std::size_t>(look)];
        return tp + fp > 0.0 && promise.precision(tp, fp) >= m_precision;
    }
    /// The next lower threshold; whether it is kept there.
    bool step(double tp, double fp)
    {
        return m_walk.step(casesOf(tp, fp), [&](Look look) { return keeps(tp, fp, look); });
    }

private:
    double casesOf(double tp, double fp) const { return m_strict.front().casesOf(tp, fp); }

    double m_precision;
    PromiseWalk m_walk;
    std::array<Promise, 3> m_strict;
};

} // namespace oneinn
