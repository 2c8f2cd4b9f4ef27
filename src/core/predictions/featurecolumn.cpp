// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/featurecolumn.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

constexpr unsigned lowerHalf = 16;

/// Of a float the half that is kept, to the nearest.
std::uint16_t upperHalf(float number)
{
    constexpr std::uint32_t rounding = 1U << (lowerHalf - 1);
    return static_cast<std::uint16_t>((std::bit_cast<std::uint32_t>(number) + rounding)
                                      >> lowerHalf);
}

} // namespace

FeatureColumn::FeatureColumn(std::string name, Eigen::Index rows)
    : m_name(std::move(name))
{
    m_cells.setConstant(rows, emptyCell);
}

double FeatureColumn::at(Eigen::Index row) const
{
    if (m_cells[row] == emptyCell || m_cells[row] == noNumber)
        return std::numeric_limits<double>::quiet_NaN();
    return std::bit_cast<float>(std::uint32_t{m_cells[row]} << lowerHalf);
}

void FeatureColumn::set(Eigen::Index row, double number)
{
    constexpr double largest = std::numeric_limits<float>::max();
    m_cells[row] = number != number
            ? noNumber
            : upperHalf(number > largest            ? std::numeric_limits<float>::infinity()
                                : number < -largest ? -std::numeric_limits<float>::infinity()
                                                    : static_cast<float>(number));
}

void FeatureColumn::resize(Eigen::Index rows)
{
    const Eigen::Index before = m_cells.size();
    m_cells.conservativeResize(rows);
    if (rows > before)
        m_cells.tail(rows - before).setConstant(emptyCell);
}

} // namespace oneinn
