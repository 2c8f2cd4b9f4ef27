// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/cellsums.h"

#include <cassert>

namespace oneinn {

namespace {

template<typename T> using Column = Eigen::Array<T, Eigen::Dynamic, 1>;

/// Cumulates `width` columns that lie side by side over the bins.
template<typename T>
Column<T> cumulated(const Column<T> &cells, Eigen::Index bins, Eigen::Index width)
{
    assert(cells.size() == bins * width);
    Column<T> result((bins + 1) * width);
    result.head(width).setZero();
    const T *from = cells.data();
    const T *before = result.data();
    T *after = result.data() + width;
    // One flat loop: each element depends on the one `width` before it, so that wide rows are
    // added several at a time.
    if (width == 2) {
        T negative = 0;
        T positive = 0;
        for (Eigen::Index i = 0; i < 2 * bins; i += 2) {
            after[i] = negative += from[i];
            after[i + 1] = positive += from[i + 1];
        }
        return result;
    }
    for (Eigen::Index bin = 0; bin < bins; ++bin) {
        for (Eigen::Index i = 0; i < width; i += 4) {
            after[i] = before[i] + from[i];
            after[i + 1] = before[i + 1] + from[i + 1];
            after[i + 2] = before[i + 2] + from[i + 2];
            after[i + 3] = before[i + 3] + from[i + 3];
        }
        from += width;
        before += width;
        after += width;
    }
    return result;
}

/// Sums over the strata, apart by label.
template<typename T>
void bySide(const Column<T> &cumulative, Eigen::Index bins, Eigen::Index strata,
            Eigen::ArrayXd (&sides)[2])
{
    for (const bool positive : {false, true})
        sides[positive].resize(bins + 1);
    const T *cell = cumulative.data();
    for (Eigen::Index b = 0; b <= bins; ++b) {
        for (const bool positive : {false, true}) {
            T sum = 0;
            for (Eigen::Index s = 0; s < strata; ++s)
                sum += cell[s];
            sides[positive][b] = static_cast<double>(sum);
            cell += strata;
        }
    }
}

} // namespace

CellSums CellSums::zero(const CellShape &shape, bool weighted)
{
    const auto cells = static_cast<Eigen::Index>(shape.cells());
    const auto sides = static_cast<Eigen::Index>(shape.sides());
    CellSums sums;
    sums.rows = Eigen::ArrayXi::Zero(weighted ? sides : cells);
    if (!weighted)
        return sums;
    sums.weight = Eigen::ArrayXd::Zero(sides);
    sums.squared = Eigen::ArrayXd::Zero(sides);
    if (shape.strata() > 1)
        sums.stratumWeight = Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(shape.groupCells()));
    return sums;
}

CellSums &CellSums::operator+=(const CellSums &other)
{
    rows += other.rows;
    weight += other.weight;
    squared += other.squared;
    stratumWeight += other.stratumWeight;
    return *this;
}

void CellSums::setZero()
{
    rows.setZero();
    weight.setZero();
    squared.setZero();
    stratumWeight.setZero();
}

CumulativeBins::CumulativeBins(const CellShape &shape, const CellSums &sums)
    : m_weighted(sums.weighted())
    , m_shape(shape)
{
    const auto bins = static_cast<Eigen::Index>(shape.bins);
    const auto width = static_cast<Eigen::Index>(shape.width());
    const auto strata = static_cast<Eigen::Index>(shape.strata());
    if (!m_weighted) {
        m_stratumRows = cumulated(sums.rows, bins, width);
        bySide(m_stratumRows, bins, strata, m_weight);
        return;
    }
    bySide(cumulated(sums.weight, bins, Eigen::Index{2}), bins, 1, m_weight);
    bySide(cumulated(sums.rows, bins, Eigen::Index{2}), bins, 1, m_rows);
    bySide(cumulated(sums.squared, bins, Eigen::Index{2}), bins, 1, m_squared);
    if (sums.stratumWeight.size() > 0)
        m_stratumWeight =
                cumulated(sums.stratumWeight, static_cast<Eigen::Index>(shape.groups()), width);
}

Tally CumulativeBins::tally(bool positive, std::size_t b) const
{
    const double sum = weight(positive, b);
    if (!m_weighted)
        return {sum, sum, sum};
    return {m_rows[positive][index(b)], sum, m_squared[positive][index(b)]};
}

double CumulativeBins::stratumWeight(std::size_t stratum, bool positive, std::size_t b) const
{
    if (m_weighted && m_stratumWeight.size() == 0)
        return weight(positive, b);
    const std::size_t bins = binsPerStratumSum();
    assert(b % bins == 0 || b == this->bins());
    const std::size_t group = (b + bins - 1) / bins;
    const auto i = index(group * m_shape.width() + (positive ? m_shape.strata() : 0) + stratum);
    return m_weighted ? m_stratumWeight[i] : m_stratumRows[i];
}

} // namespace oneinn
