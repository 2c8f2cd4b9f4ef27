// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report.h"

#include <QByteArray>
#include <QString>

namespace oneinn::report {

struct Dials;

/// One file for a browser, in UTF-8, and well-formed as XML as well: no scripts, nothing from
/// elsewhere, light or dark as the reader has it. Printed, the appendix starts a page of its own.
QByteArray toHtml(const Report &report);
/// The same with dials above it for a reader whose browser runs scripts, who reads at each place
/// what was worked out for it; without scripts, and printed, it is the one above. One script that
/// only looks up, no address, and a policy that lets the browser do nothing else. At most
/// mostHtmlBytes, for which thresholds are left out, unless the report alone is as long.
QByteArray toHtml(const Report &report, const Dials &dials);
inline constexpr qsizetype mostHtmlBytes = 400'000;

/// For the clipboard, to be pasted into mail and documents.
struct RichText {
    QString html;  ///< styles on the elements alone, without figures
    QString plain; ///< the same as lines of text
};
/// What the text is for: a spreadsheet takes cells that begin like a formula for one.
enum class RichTextFor { Reading, Clipboard };
RichText toRichText(const Report &report, RichTextFor use);

} // namespace oneinn::report
