// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/cellshape.h"
#include "core/metrics/operatingcounts.h"

#include <Eigen/Core>

namespace oneinn {

/// What some rows add up to. Without weights only rows are counted, by cell; with them rows,
/// weights and squared weights are summed by side, and weights by stratum in cells of several bins.
struct CellSums {
    Eigen::ArrayXi rows;
    Eigen::ArrayXd weight;
    Eigen::ArrayXd squared;
    Eigen::ArrayXd stratumWeight; ///< by group cell; empty where there is one stratum alone

    static CellSums zero(const CellShape &shape, bool weighted);
    bool weighted() const { return weight.size() > 0; }

    /// Adds one row; a negative `sign` (-1) takes it away.
    void add(const CellShape &shape, std::uint16_t cell, double rowWeight, int sign = 1)
    {
        const auto side = static_cast<Eigen::Index>(shape.side(cell));
        rows[side] += sign;
        weight[side] += sign * rowWeight;
        squared[side] += sign * rowWeight * rowWeight;
        if (stratumWeight.size() > 0)
            stratumWeight[static_cast<Eigen::Index>(shape.groupCell(cell))] += sign * rowWeight;
    }
    void add(std::uint16_t cell, int sign = 1) { rows[cell] += sign; }
    CellSums &operator+=(const CellSums &other);
    void setZero();
};

/// Sums from the highest bin down: at [b] those of all bins before b, at [bins()] those of all.
class CumulativeBins {
public:
    CumulativeBins() = default;
    CumulativeBins(const CellShape &shape, const CellSums &sums);

    std::size_t bins() const { return static_cast<std::size_t>(m_weight[0].size()) - 1; }
    double weight(bool positive, std::size_t b) const { return m_weight[positive][index(b)]; }
    Tally tally(bool positive, std::size_t b) const;
    bool anyIn(std::size_t bin) const { return rowsBefore(bin + 1) > rowsBefore(bin); }
    /// Of one stratum; b must be a multiple of binsPerStratumSum(), or bins().
    double stratumWeight(std::size_t stratum, bool positive, std::size_t b) const;
    std::size_t binsPerStratumSum() const
    {
        return m_stratumWeight.size() > 0 ? CellShape::binsPerGroup : 1;
    }

private:
    static Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }
    const Eigen::ArrayXd &rows(bool positive) const
    {
        return m_weighted ? m_rows[positive] : m_weight[positive];
    }
    double rowsBefore(std::size_t b) const { return rows(false)[index(b)] + rows(true)[index(b)]; }

    bool m_weighted = false;
    CellShape m_shape;
    Eigen::ArrayXd m_weight[2];     ///< [positive]; without weights also rows and squares
    Eigen::ArrayXd m_rows[2];       ///< only with weights
    Eigen::ArrayXd m_squared[2];    ///< only with weights
    Eigen::ArrayXi m_stratumRows;   ///< by bin and cell of the bin; only without weights
    Eigen::ArrayXd m_stratumWeight; ///< by group and cell of it; only with weights and strata
};

} // namespace oneinn
