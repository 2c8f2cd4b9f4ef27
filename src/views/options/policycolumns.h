// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPlainTextEdit;
class QTableView;

namespace oneinn {

/// Which columns say anything.
struct PolicyColumnsMeant {
    bool late = false;  ///< a use can be late
    bool waits = false; ///< latencies are known
};
/// Whether there is little room, so that headings should be narrow.
bool isNarrow(const QTableView &table);
/// Gives the columns of the table of policies their widths. Where there is no room for all, the
/// least important ones are hidden, so that none hides to the right: the detail below the table and
/// copying a row have them all.
void fitPolicyColumns(QTableView &table, const PolicyColumnsMeant &meant);
/// How much is seen at once of the text below it: a few whole lines, whatever the font, since half
/// a line looks as if words were cut off; or as much as there is room for.
enum class DetailRoom { FewLines, All };
void fitPolicyDetail(QPlainTextEdit &detail, DetailRoom room);

} // namespace oneinn
