// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QFontMetricsF;
class QTextTable;

namespace oneinn::print {

/// What a column needs, padding apart.
struct ColumnNeed {
    double word = 0.0; ///< of its longest word: never less, so that no word is broken
    double line = 0.0; ///< of its longest text on one line: never more
};

/// Widths of columns within `room`: each its line if that fits, otherwise its word and a share of
/// what is left. More than `room` only where the words alone are.
QList<double> columnWidths(const QList<ColumnNeed> &needs, double room);

/// Gives a table the widths that its texts need, in a page of this width. Qt shares out the room
/// whatever is in the columns, so that names are squeezed.
void fitColumns(QTextTable *table, const QFontMetricsF &metrics, double padding, double pageWidth);

} // namespace oneinn::print
