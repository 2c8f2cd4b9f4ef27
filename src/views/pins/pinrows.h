// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstddef>

namespace oneinn {

/// Which pin stands in a row; the first is now.
inline std::size_t pinAt(int row)
{
    return static_cast<std::size_t>(row - 1);
}

/// As the markers on the charts: filled where one is, hollow where one could be.
inline QString withSymbol(int row, const QString &title)
{
    return (row == 0 ? QStringLiteral("\u25CF ") : QStringLiteral("\u25CB ")) + title;
}

} // namespace oneinn
