// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report.h"

#include <QByteArray>
#include <QString>

namespace oneinn::report {

/// One file for a browser, in UTF-8, and well-formed as XML as well: no scripts, nothing from
/// elsewhere, light or dark as the reader has it. Printed, the appendix starts a page of its own.
QByteArray toHtml(const Report &report);

/// For the clipboard, to be pasted into mail and documents.
struct RichText {
    QString html;  ///< styles on the elements alone, without figures
    QString plain; ///< the same as lines of text
};
/// What the text is for: a spreadsheet takes cells that begin like a formula for one.
enum class RichTextFor { Reading, Clipboard };
RichText toRichText(const Report &report, RichTextFor use);

} // namespace oneinn::report
