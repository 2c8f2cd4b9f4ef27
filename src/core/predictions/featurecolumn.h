// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <string>

namespace oneinn {

/// A column of numbers that plays no other part, such as an amount or an age: what a model may have
/// been given. In two bytes a row, to 1 part in 256, which is enough to see a gap or another unit
/// in a later period; no number that is shown of a use comes from here.
class FeatureColumn {
public:
    FeatureColumn() = default;
    /// All cells are empty.
    FeatureColumn(std::string name, Eigen::Index rows);

    const std::string &name() const { return m_name; }
    Eigen::Index rows() const { return m_cells.size(); }
    bool isEmpty(Eigen::Index row) const { return m_cells[row] == emptyCell; }
    /// A quiet NaN where the cell is empty or is no number; without end beyond 3.3e38.
    double at(Eigen::Index row) const;

    void set(Eigen::Index row, double number);
    void setNoNumber(Eigen::Index row) { m_cells[row] = noNumber; }
    /// Those that are kept stay as they are.
    void resize(Eigen::Index rows);

private:
    static constexpr std::uint16_t emptyCell = 0x7FC0; ///< NaNs, the upper halves of floats
    static constexpr std::uint16_t noNumber = 0x7FC1;

    std::string m_name;
    Eigen::Array<std::uint16_t, Eigen::Dynamic, 1> m_cells; ///< upper halves of floats
};

} // namespace oneinn
