// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

/// A tradeoff answer on paper. Needs a QGuiApplication, on whatever platform; no window.
namespace oneinn::print {

enum class Paper { A4, Letter };

struct PdfOptions {
    Paper paper = Paper::A4;
    QString footer;      ///< at the foot of each page: the file the numbers come from
    QDateTime createdAt; ///< what the file says of itself; invalid: it says nothing
};

struct Pdf {
    QByteArray bytes;
    int pages = 0;
    int bodyPages = 0;      ///< 1 unless the body is too long even in the smallest size
    double pointSize = 0.0; ///< of the body's text
};

/// The body on one page if it fits at 9.5 points or more, then the appendix and the figures from a
/// new page on. The same bytes for the same report and options, on a machine with the same fonts.
Pdf toPdf(const report::Report &report, const PdfOptions &options);

} // namespace oneinn::print
