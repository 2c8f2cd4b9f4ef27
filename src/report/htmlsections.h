// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report.h"

#include <QList>
#include <QString>

namespace oneinn::report {

/// Text as it may stand in an element or in an attribute of HTML and XML; line breaks become <br/>
/// and characters that XML does not know are left out.
QString escaped(const QString &text);

/// How sections are written; what is empty is not written.
struct SectionStyle {
    int headingLevel = 2;
    QString heading = {}; ///< style attributes of the elements
    QString paragraph = {};
    QString bullets = {};
    QString table = {};
    QString cell = {};
    QString numberCell = {};
    QString nameWidth = {};   ///< of tables' first column: the attribute
    bool guardsNames = false; ///< headers and first cells as pastedText() in csv.h
};
QString sectionsHtml(const QList<Section> &sections, const SectionStyle &style);
/// An element with its text.
QString elementHtml(const QString &name, const QString &style, const QString &text);

} // namespace oneinn::report
