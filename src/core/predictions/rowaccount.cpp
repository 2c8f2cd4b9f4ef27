// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/rowaccount.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace oneinn {

namespace {

constexpr std::array<std::string_view, setAsideReasonCount> keys{
        "label_missing", "label_unknown", "score_missing", "score_invalid", "weight_invalid",
        "weight_zero",   "count_invalid", "count_zero",    "not_selected",
};
static_assert(static_cast<std::size_t>(SetAsideReason::NotSelected) + 1 == setAsideReasonCount);

} // namespace

std::string_view keyOf(SetAsideReason reason)
{
    return keys.at(static_cast<std::size_t>(reason));
}

std::optional<SetAsideReason> setAsideReasonOf(std::string_view key)
{
    const auto *const found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? std::nullopt
                               : std::optional(static_cast<SetAsideReason>(found - keys.begin()));
}

void RowAccount::setAside(SetAsideReason reason, std::size_t line)
{
    auto &entry = m_setAside.at(static_cast<std::size_t>(reason));
    ++entry.count;
    if (line > 0 && entry.lines.size() < listedLines)
        entry.lines.push_back(line);
}

std::size_t RowAccount::records() const
{
    return m_used + setAsideTotal();
}

std::size_t RowAccount::setAsideTotal() const
{
    return std::accumulate(
            m_setAside.begin(), m_setAside.end(), std::size_t{0},
            [](std::size_t total, const Entry &entry) { return total + entry.count; });
}

std::size_t RowAccount::setAside(SetAsideReason reason) const
{
    return m_setAside.at(static_cast<std::size_t>(reason)).count;
}

const std::vector<std::size_t> &RowAccount::lines(SetAsideReason reason) const
{
    return m_setAside.at(static_cast<std::size_t>(reason)).lines;
}

RowAccount RowAccount::narrowedTo(std::size_t selected, const Lost &lost,
                                  std::size_t otherModels) const
{
    assert(selected <= m_used);
    RowAccount narrowed = *this;
    narrowed.m_setAside.at(static_cast<std::size_t>(SetAsideReason::NotSelected)).count +=
            m_used - selected + otherModels;
    narrowed.m_used = selected;
    narrowed.m_lost = lost;
    return narrowed;
}

} // namespace oneinn
