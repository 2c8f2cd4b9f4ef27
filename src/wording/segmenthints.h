// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

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

} // namespace oneinn::wording
