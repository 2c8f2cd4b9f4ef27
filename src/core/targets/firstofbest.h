// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <limits>
#include <utility>
#include <vector>

namespace oneinn {

/// Of what is offered in turn, the first that is worth as much as the best, but for a slack. Such a
/// one is worth more than all before it, so that of those alone the last few are remembered.
template<typename T> class FirstOfBest {
public:
    explicit FirstOfBest(double slack)
        : m_slack(slack)
    {
    }

    /// Whether it is worth more than all before: what is not need not be offered.
    bool isMore(double worth) const { return worth > m_most; }
    void offer(double worth, T what)
    {
        if (!isMore(worth))
            return;
        m_most = worth;
        std::erase_if(m_kept, [this](const auto &kept) { return kept.first < m_most - m_slack; });
        m_kept.emplace_back(worth, std::move(what));
    }

    /// Null where nothing was offered.
    const T *first() const { return m_kept.empty() ? nullptr : &m_kept.front().second; }

private:
    double m_slack;
    double m_most = -std::numeric_limits<double>::infinity();
    std::vector<std::pair<double, T>> m_kept; ///< worth more and more, all within the slack
};

} // namespace oneinn
