// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace oneinn::cli {

/// Rows of numbers under named columns; absent = undefined.
struct Table {
    QStringList columns;
    std::vector<std::vector<std::optional<double>>> rows;

    QString csv() const;  ///< undefined cells are empty, infinities "inf" and "-inf"
    QString text() const; ///< in columns, to be read
    Json json() const;    ///< an array of objects; infinities "Infinity" and "-Infinity"
};

/// Cells in columns, the first to the left and the others to the right; the lines are of one
/// length, and there is one.
QString alignedCells(const std::vector<QStringList> &lines);

} // namespace oneinn::cli
