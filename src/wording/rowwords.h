// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "core/featurewords.h"

#include <QString>
#include <QStringList>

#include <cstddef>

/// The rows behind a number, in words.
namespace oneinn::wording {

/// "wrong ones", "missed ones", "all".
QString rowCellName(RowCell cell);
/// What one row ends in, as in CellRows::ends, by what the feature does: "wrongly raised", "missed,
/// too late".
QString rowEndText(RowCell end, const FeatureWords &words);
/// The same in a file that programs read, where it is of every feature alike: "shown wrong".
QString rowEndCode(RowCell end);
/// "nearest to the line", "most wrong"; of late ones "nearest to the budget", "latest"; of those
/// whose user may have left "most likely gone".
QString rowOrderName(RowOrder order, RowCell cell);
/// "score from 0.42 to below 0.44", "score below 0.02"; as the file has them. Empty where both ends
/// are open.
QString scoreSpanText(const ScoreSpan &span, bool lowerIsPositive);
/// "12 rows of “invoice” are called “receipt”. The 5 most wrong:"; of right ones "are called so",
/// and of those "undecided" "are left undecided", which are the least sure first.
QString confusionRowsSentence(const QString &actual, const QString &decided, std::size_t shown,
                              std::size_t all);
/// "Not shown, as they look personal: email (--show COLUMN for one)."
QString personalHiddenText(const QStringList &columns);
/// Over the dialog for the file: "Save these rows (without email, which looks personal)".
QString saveRowsTitle(const QStringList &hidden);
/// "20 of 1,234".
QString rowsCountText(std::size_t shown, std::size_t all);

} // namespace oneinn::wording
