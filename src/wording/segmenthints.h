// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>

/// Beside a table of segments, whatever is in it.
namespace oneinn::wording {

/// Why the largest come first, and not the worst.
QString noWorstSegmentText();
/// Under the table while no segment is chosen; before there is a table; and if it was stopped.
QString segmentsHint();
/// How the window comes to show only one, and everyone again.
QString segmentOnlyHint();
QString segmentsPendingText();
QString segmentsCancelledText();
/// A column of very many values, to be chosen: "city (many values)".
QString manyGroupsItem(const std::string &column);
/// In place of a table where there are only such columns.
QString manyGroupsHint();

} // namespace oneinn::wording
