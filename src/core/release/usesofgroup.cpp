// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/usesofgroup.h"

#include "core/policies/scenariorows.h"
#include "core/predictions/predictions.h"

#include <numeric>

namespace oneinn {

namespace {

double weightOf(const Predictions &predictions, const Selection &selection)
{
    const auto rows = predictions.select(selection, Calls::All);
    const auto &weight = predictions.weight();
    if (!weight)
        return double(rows.size());
    return std::accumulate(rows.begin(), rows.end(), 0.0, [&](double sum, std::uint32_t row) {
        return sum + (*weight)[Eigen::Index(row)];
    });
}

bool isOfUsers(const Selection::Where &where)
{
    return where.match == Selection::Match::Is;
}

} // namespace

std::optional<UsesOfGroup> usesOfGroup(const ScenarioRows &rows, const Selection &selection)
{
    UsesOfGroup group;
    Selection everyone = selection;
    std::erase_if(everyone.where, isOfUsers);
    for (const Selection::Where &where : selection.where) {
        if (isOfUsers(where))
            group.where.push_back(where);
    }
    if (group.where.empty())
        return std::nullopt;
    const double all = weightOf(*rows.source(), everyone);
    group.share = all > 0.0 ? weightOf(*rows.source(), selection) / all : 0.0;
    return group;
}

} // namespace oneinn
