// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Eigen/Core>

namespace oneinn {

/// How often a prediction was shown or not, by what was really so. Cells are weighted sums, >= 0.
/// Rows: really positive, really negative. Columns: shown (alert), not shown.
class ConfusionMatrix {
public:
    /// Nothing counted.
    ConfusionMatrix()
        : m_cells(Eigen::Matrix2d::Zero())
    {
    }
    ConfusionMatrix(double tp, double fp, double fn, double tn);

    double tp() const { return m_cells(0, 0); }
    double fn() const { return m_cells(0, 1); }
    double fp() const { return m_cells(1, 0); }
    double tn() const { return m_cells(1, 1); }

    double positives() const { return tp() + fn(); }
    double negatives() const { return fp() + tn(); }
    double alerts() const { return tp() + fp(); }
    double total() const { return m_cells.sum(); }

    const Eigen::Matrix2d &cells() const { return m_cells; }

    friend bool operator==(const ConfusionMatrix &a, const ConfusionMatrix &b)
    {
        return a.m_cells == b.m_cells;
    }

private:
    Eigen::Matrix2d m_cells;
};

} // namespace oneinn
