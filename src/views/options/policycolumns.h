// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPlainTextEdit;
class QTableView;

namespace oneinn {

/// Gives the columns of the table of policies their widths. Where there is no room for all, the
/// least important ones are hidden, so that none hides to the right: the detail below the table and
/// copying a row have them all. late: anything can be. Whether names have room
/// in full.
bool fitPolicyColumns(QTableView &table, bool late);
/// Gives the text below it the height of whole lines, whatever the font: half a line looks as if
/// words were cut off.
void fitPolicyDetail(QPlainTextEdit &detail);

} // namespace oneinn
