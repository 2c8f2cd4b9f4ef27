// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/sqledges.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace oneinn::ingest {

namespace {

std::optional<double> edgeIn(std::string_view text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string edgeText(double value)
{
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), written.ptr};
}

std::vector<std::string_view> parted(std::string_view text, char between)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(between);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

/// An even step as it would be written by hand: 0.001 and not 0.0010000000000000002.
double rounded(double value)
{
    constexpr int digits = 12;
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::general, digits);
    return edgeIn({buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data())})
            .value_or(value);
}

std::vector<double> evenEdges(const std::vector<std::string_view> &parts)
{
    const auto from = edgeIn(parts[0]);
    const auto to = edgeIn(parts[1]);
    std::size_t steps = 0;
    const auto [end, error] =
            std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), steps);
    if (!from || !to || error != std::errc() || end != parts[2].data() + parts[2].size()
        || steps == 0 || steps > mostSqlSteps)
        return {};
    std::vector<double> edges;
    edges.reserve(steps + 1);
    for (std::size_t i = 0; i <= steps; ++i)
        edges.push_back(rounded(
                *from + (*to - *from) * static_cast<double>(i) / static_cast<double>(steps)));
    return edges;
}

} // namespace

std::vector<double> sqlEdges(std::string_view text)
{
    std::vector<double> edges;
    if (const auto even = parted(text, ':'); even.size() == 3) {
        edges = evenEdges(even);
    } else {
        for (const std::string_view part : parted(text, ',')) {
            const auto edge = edgeIn(part);
            if (!edge)
                return {};
            edges.push_back(*edge);
        }
    }
    const auto isNoStep = [](double before, double after) { return after <= before; };
    if (std::ranges::adjacent_find(edges, isNoStep) != edges.end())
        edges.clear();
    return edges;
}

std::string sqlEdgesText(const std::vector<double> &edges)
{
    if (edges.size() > 2) {
        std::string even = edgeText(edges.front()) + ':' + edgeText(edges.back()) + ':'
                + std::to_string(edges.size() - 1);
        if (sqlEdges(even) == edges)
            return even;
    }
    std::string text;
    for (const double edge : edges)
        text += (text.empty() ? "" : ",") + edgeText(edge);
    return text;
}

} // namespace oneinn::ingest
