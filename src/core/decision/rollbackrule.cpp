// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbackrule.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

/// Releases that are still being checked, by their wrong ones so far.
class StillChecked {
public:
    explicit StillChecked(double wrong)
        : m_wrong(wrong)
    {
    }

    int shown() const { return m_shown; }

    void showTo(int shown)
    {
        for (; m_shown < shown; ++m_shown)
            showOne();
    }

    /// The share of all releases that have so many wrong ones, or more.
    double atLeast(int wrong) const
    {
        double share = 0.0;
        for (int count = last(); count >= std::max(wrong, m_first); --count)
            share += m_shares[static_cast<std::size_t>(count - m_first)];
        return share;
    }
    double all() const { return atLeast(m_first); }

    double takeFrom(int wrong)
    {
        const double taken = atLeast(wrong);
        if (wrong <= last())
            m_shares.resize(static_cast<std::size_t>(std::max(0, wrong - m_first)));
        return taken;
    }

    double takeUpTo(int wrong)
    {
        const auto many = std::clamp(wrong - m_first + 1, 0, static_cast<int>(m_shares.size()));
        double taken = 0.0;
        for (int i = 0; i < many; ++i)
            taken += m_shares[static_cast<std::size_t>(i)];
        m_shares.erase(m_shares.begin(), m_shares.begin() + many);
        m_first += many;
        return taken;
    }

    /// The smallest limit that takes no more than this share; above every count if none does.
    int limitFor(double share) const
    {
        int limit = last() + 1;
        double taken = 0.0;
        while (limit > m_first) {
            taken += m_shares[static_cast<std::size_t>(limit - 1 - m_first)];
            if (taken > share)
                break;
            --limit;
        }
        return limit;
    }

private:
    int last() const { return m_first + static_cast<int>(m_shares.size()) - 1; }

    void showOne()
    {
        m_shares.push_back(0.0);
        for (std::size_t i = m_shares.size() - 1; i > 0; --i)
            m_shares[i] = m_shares[i] * (1.0 - m_wrong) + m_shares[i - 1] * m_wrong;
        m_shares.front() *= 1.0 - m_wrong;
        // What cannot be seen in any share that is told is not carried along.
        constexpr double unseen = 1e-25;
        while (m_shares.size() > 1 && m_shares.back() < unseen)
            m_shares.pop_back();
        while (m_shares.size() > 1 && m_shares.front() < unseen) {
            m_shares.erase(m_shares.begin());
            ++m_first;
        }
    }

    double m_wrong;
    int m_shown = 0;
    int m_first = 0;
    std::vector<double> m_shares{1.0};
};

/// Wald's two lines over the wrong ones among n shown.
struct WaldLines {
    double slope;
    double rollBack; ///< taken back at rollBack + slope n
    double keep;     ///< kept at keep + slope n; negative
};

WaldLines waldLines(double wrong, double wrongIfBad, const RollbackPromise &promise)
{
    const double right = 1.0 - wrong;
    const double rightIfBad = 1.0 - wrongIfBad;
    const double perWrong = std::log(wrongIfBad / wrong) + std::log(right / rightIfBad);
    return {std::log(right / rightIfBad) / perWrong,
            std::log(promise.badFound / promise.goodRolledBack) / perWrong,
            std::log((1.0 - promise.badFound) / (1.0 - promise.goodRolledBack)) / perWrong};
}

RollbackLook lookAt(int shown, const WaldLines &lines, bool mayKeep)
{
    // So that a count that lies on a line is not moved by a binary fraction.
    constexpr double guard = 1e-9;
    RollbackLook look{.shown = shown};
    look.rollBackAt = static_cast<int>(std::ceil(lines.rollBack + lines.slope * shown - guard));
    const auto keep = static_cast<int>(std::floor(lines.keep + lines.slope * shown + guard));
    if (mayKeep && keep >= 0)
        look.keepUpTo = keep;
    return look;
}

/// Every look that could decide something, up to the longest check.
std::vector<RollbackLook> usefulLooks(const WaldLines &lines, double wrongIfBad,
                                      const RollbackPromise &promise)
{
    constexpr int firstLook = 25;
    constexpr double rarest = 0.01;
    std::vector<RollbackLook> looks;
    for (int shown = firstLook; shown < promise.mostShown; shown *= 2) {
        const RollbackLook look = lookAt(shown, lines, promise.mayKeepEarly);
        const boost::math::binomial bad(shown, wrongIfBad);
        if (look.rollBackAt <= shown
            && boost::math::cdf(boost::math::complement(bad, look.rollBackAt - 1)) >= rarest)
            looks.push_back(look);
    }
    return looks;
}

/// A release that is checked look by look, and what has become of it.
struct Course {
    StillChecked open;
    double rolledBack = 0.0;
    double shown = 0.0; ///< summed over those that are decided

    void decide(const RollbackLook &look, bool mayKeep)
    {
        open.showTo(look.shown);
        const double back = open.takeFrom(look.rollBackAt);
        const double kept = mayKeep && look.keepUpTo ? open.takeUpTo(*look.keepUpTo) : 0.0;
        rolledBack += back;
        shown += (back + kept) * look.shown;
    }
};

Course courseOf(const std::vector<RollbackLook> &looks, double wrong, bool mayKeep)
{
    Course course{.open = StillChecked(wrong)};
    for (const RollbackLook &look : looks)
        course.decide(look, mayKeep);
    return course;
}

/// The looks that come well before the last one, which may be as much as so much later.
std::vector<RollbackLook> looksBefore(int last, const std::vector<RollbackLook> &looks)
{
    constexpr double wellBefore = 0.85;
    std::vector<RollbackLook> before;
    std::copy_if(looks.begin(), looks.end(), std::back_inserter(before),
                 [last](const RollbackLook &look) { return look.shown < wellBefore * last; });
    return before;
}

/// The last look: the first that keeps the promise.
std::optional<RollbackLook> lastLook(const std::vector<RollbackLook> &looks, double wrong,
                                     double wrongIfBad, const RollbackPromise &promise)
{
    constexpr int earliest = 30;
    std::vector<RollbackLook> before = looksBefore(earliest, looks);
    Course good = courseOf(before, wrong, false);
    Course bad = courseOf(before, wrongIfBad, true);
    for (int shown = earliest; shown <= promise.mostShown; ++shown) {
        std::vector<RollbackLook> now = looksBefore(shown, looks);
        if (now.size() > before.size()) {
            good = courseOf(now, wrong, false);
            bad = courseOf(now, wrongIfBad, true);
            before = std::move(now);
        }
        good.open.showTo(shown);
        bad.open.showTo(shown);
        const double left = promise.goodRolledBack - good.rolledBack;
        if (left < 0.0)
            continue;
        const int limit = good.open.limitFor(left);
        if (bad.rolledBack + bad.open.atLeast(limit) >= promise.badFound)
            return RollbackLook{.shown = shown, .rollBackAt = limit};
    }
    return std::nullopt;
}

} // namespace

RollbackOdds rollbackOdds(const std::vector<RollbackLook> &looks, double wrong)
{
    assert(wrong >= 0.0 && wrong <= 1.0);
    Course course = courseOf(looks, wrong, true);
    if (!looks.empty())
        course.shown += course.open.all() * looks.back().shown;
    return {std::min(course.rolledBack, 1.0), course.shown};
}

std::vector<RollbackLook> scaled(const std::vector<RollbackLook> &looks, double designEffect)
{
    if (designEffect <= designEffectLeftAlone)
        return looks;
    constexpr double rounding = 1e-9;
    const auto up = [=](int n) { return int(std::ceil(n * designEffect - rounding)); };
    std::vector<RollbackLook> result;
    for (RollbackLook look : looks) {
        look.shown = up(look.shown);
        look.rollBackAt = up(look.rollBackAt);
        if (look.keepUpTo)
            look.keepUpTo = int(std::floor(*look.keepUpTo * designEffect + rounding));
        result.push_back(look);
    }
    return result;
}

std::optional<double> RollbackRule::fewestOf() const
{
    if (!(alike.each > 0.0))
        return std::nullopt;
    const double told = std::max(designEffect, designEffectLeftAlone);
    return std::ceil(alike.each * looks.back().shown / (told - 1.0));
}

std::optional<RollbackRule> rollbackRule(double wrong, double wrongIfBad,
                                         const RollbackPromise &promise)
{
    assert(0.0 <= wrong && wrong < wrongIfBad && wrongIfBad < 1.0);
    assert(0.0 < promise.goodRolledBack && promise.goodRolledBack < promise.badFound
           && promise.badFound < 1.0);
    if (wrong == 0.0)
        return std::nullopt;
    const WaldLines lines = waldLines(wrong, wrongIfBad, promise);
    const std::vector<RollbackLook> looks = usefulLooks(lines, wrongIfBad, promise);
    const auto last = lastLook(looks, wrong, wrongIfBad, promise);
    if (!last)
        return std::nullopt;
    RollbackRule rule{.wrong = wrong, .wrongIfBad = wrongIfBad, .slope = lines.slope};
    rule.looks = looksBefore(last->shown, looks);
    rule.looks.push_back(*last);
    rule.good = rollbackOdds(rule.looks, wrong);
    rule.bad = rollbackOdds(rule.looks, wrongIfBad);
    rule.goodRolledBackAtMost = courseOf(rule.looks, wrong, false).rolledBack;
    return rule;
}

} // namespace oneinn
