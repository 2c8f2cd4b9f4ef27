// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/tablewidths.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>
#include <numeric>

namespace oneinn::print {

namespace {

ColumnNeed needOf(const QTextTable *table, int column, const QFontMetricsF &metrics)
{
    ColumnNeed need;
    for (int row = 0; row < table->rows(); ++row) {
        const QString text = table->cellAt(row, column).firstCursorPosition().block().text();
        need.line = std::max(need.line, metrics.horizontalAdvance(text));
        for (const QString &word : text.split(u' '))
            need.word = std::max(need.word, metrics.horizontalAdvance(word));
    }
    return need;
}

} // namespace

QList<double> columnWidths(const QList<ColumnNeed> &needs, double room)
{
    double words = 0.0;
    double lines = 0.0;
    for (const ColumnNeed &need : needs) {
        words += need.word;
        lines += need.line;
    }
    const double part =
            lines > words ? std::clamp((room - words) / (lines - words), 0.0, 1.0) : 1.0;
    QList<double> widths;
    for (const ColumnNeed &need : needs)
        widths.append(need.word + part * (need.line - need.word));
    return widths;
}

void fitColumns(QTextTable *table, const QFontMetricsF &metrics, double padding, double pageWidth)
{
    constexpr double slack = 1.02; // text is laid out in parts of a unit
    QList<ColumnNeed> needs;
    for (int column = 0; column < table->columns(); ++column) {
        const ColumnNeed need = needOf(table, column, metrics);
        needs.append({slack * need.word + padding, slack * need.line + padding});
    }
    const QList<double> widths = columnWidths(needs, pageWidth);
    const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
    const auto percent = [](double part) {
        return QTextLength(QTextLength::PercentageLength, 100.0 * part);
    };
    QTextTableFormat format = table->format();
    QList<QTextLength> constraints;
    for (const double width : widths)
        constraints.append(percent(width / total));
    format.setColumnWidthConstraints(constraints);
    format.setWidth(percent(std::min(1.0, total / pageWidth)));
    table->setFormat(format);
}

} // namespace oneinn::print
