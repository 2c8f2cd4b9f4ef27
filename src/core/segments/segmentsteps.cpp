// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentsteps.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

constexpr double levelRounding = 1e-12;

std::size_t mostValuable(const SegmentVertices &vertices)
{
    double largest = 0.0;
    for (const double gain : vertices.gain)
        largest = std::max(largest, std::abs(gain));
    std::size_t best = 0;
    for (std::size_t i = 1; i < vertices.size(); ++i) {
        if (vertices.gain[i] > vertices.gain[best] + levelRounding * largest)
            best = i;
    }
    return best;
}

/// What a rule makes equal, at a vertex; 0 of nothing.
double shareAt(const SegmentVertices &vertices, SegmentRule rule, std::size_t i)
{
    const auto of = [](double part, double all) { return all > 0.0 ? part / all : 0.0; };
    switch (rule) {
    case SegmentRule::EqualRecall:
        return of(vertices.right[i], vertices.good);
    case SegmentRule::EqualFalseAlarms:
        return of(vertices.wrong[i], vertices.bad);
    case SegmentRule::EqualWrongOfShown:
        return of(vertices.wrong[i], vertices.wrong[i] + vertices.right[i]);
    case SegmentRule::OneThreshold:
    case SegmentRule::MostValue:
        break;
    }
    assert(false);
    return 0.0;
}

/// The first that reaches each level; the last where none does.
std::vector<std::size_t> firstReaching(const SegmentVertices &vertices, SegmentRule rule)
{
    std::vector<std::size_t> place(levelSteps + 1, vertices.size() - 1);
    std::size_t next = 0;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const double share = shareAt(vertices, rule, i) + levelRounding;
        for (; next <= levelSteps && share * levelSteps >= static_cast<double>(next); ++next)
            place[next] = i;
    }
    return place;
}

/// The last within each level.
std::vector<std::size_t> lastWithin(const SegmentVertices &vertices, SegmentRule rule)
{
    std::vector<std::size_t> place(levelSteps + 1, 0);
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const double least =
                std::ceil((shareAt(vertices, rule, i) - levelRounding) * double(levelSteps));
        place[static_cast<std::size_t>(std::clamp(least, 0.0, double(levelSteps)))] = i;
    }
    for (std::size_t level = 1; level <= levelSteps; ++level)
        place[level] = std::max(place[level], place[level - 1]);
    return place;
}

} // namespace

std::size_t vertexFor(const SegmentVertices &vertices, SegmentRule rule, double level)
{
    assert(rule != SegmentRule::OneThreshold);
    if (rule == SegmentRule::MostValue)
        return mostValuable(vertices);
    const bool reach = rule == SegmentRule::EqualRecall;
    std::size_t found = reach ? vertices.size() - 1 : 0;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const double share = shareAt(vertices, rule, i);
        if (reach && share >= level - levelRounding)
            return i;
        if (!reach && share <= level + levelRounding)
            found = i;
    }
    return found;
}

std::vector<std::size_t> verticesByLevel(const SegmentVertices &vertices, SegmentRule rule)
{
    return rule == SegmentRule::EqualRecall ? firstReaching(vertices, rule)
                                            : lastWithin(vertices, rule);
}

} // namespace oneinn
