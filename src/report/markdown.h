// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report.h"

#include <QString>

namespace oneinn::report {

/// GitHub flavoured Markdown, ending with a line end. Tables are aligned for reading as text, too.
/// Nothing that is written in a report can break its structure. Of figures, which Markdown cannot
/// hold, there is the title and what one sees in them.
QString markdown(const Report &report);

/// Text that means itself: one line, with everything escaped that Markdown would take for markup.
QString markdownText(const QString &text);

} // namespace oneinn::report
