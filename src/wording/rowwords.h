// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"

#include <QString>

/// The rows behind a number, in words.
namespace oneinn::wording {

/// "wrong ones", "missed ones", "all".
QString rowCellName(RowCell cell);
/// Of one row: "wrong", "missed".
QString rowEndText(RowCell cell);
/// "nearest to the line", "most wrong"; of late ones "nearest to the budget", "latest".
QString rowOrderName(RowOrder order, RowCell cell);
/// "score from 0.42 to below 0.44", "score below 0.02"; as the file has them. Empty where both ends
/// are open.
QString scoreSpanText(const ScoreSpan &span, bool lowerIsPositive);
/// "20 of 1,234".
QString rowsCountText(std::size_t shown, std::size_t all);

} // namespace oneinn::wording
