// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/html.h"
#include "report/htmlsections.h"
#include "wording/names.h"

#include <algorithm>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

const SectionStyle &clipboardStyle()
{
    static const SectionStyle style{
            .headingLevel = 2,
            .heading = u"font-size:12pt; font-weight:bold; margin-top:16px; margin-bottom:4px"_s,
            .paragraph = u"margin-top:0; margin-bottom:8px"_s,
            .bullets = u"margin-top:0; margin-bottom:8px; padding-left:18pt"_s,
            .table = u"border-collapse:collapse; margin-top:0; margin-bottom:8px"_s,
            .cell = u"border:1px solid #999999; padding:2pt 6pt; text-align:left"_s,
            .numberCell = u"border:1px solid #999999; padding:2pt 6pt; text-align:right"_s,
    };
    return style;
}

QString htmlOf(const Report &report, RichTextFor use)
{
    SectionStyle style = clipboardStyle();
    style.guardsNames = use == RichTextFor::Clipboard;
    // In the smallest window tables then need no scrolling sideways.
    if (use == RichTextFor::Reading) {
        style.nameWidth = u"22%"_s;
        for (QString *cell : {&style.cell, &style.numberCell})
            *cell = cell->replace(u"2pt 6pt"_s, u"2pt 3pt"_s) + u"; font-size:8.5pt"_s;
    }
    QString html = u"<div style=\"font-family:sans-serif; font-size:10.5pt\">\n"_s;
    if (!report.title.isEmpty())
        html += elementHtml(u"h1"_s, u"font-size:15pt; margin-top:0; margin-bottom:4px"_s,
                            report.title);
    if (!report.date.isEmpty())
        html += elementHtml(u"p"_s, u"margin-top:0; margin-bottom:8px"_s, report.date);
    if (!report.lead.isEmpty())
        html += elementHtml(u"p"_s, u"margin-top:0; margin-bottom:8px; font-weight:bold"_s,
                            report.lead);
    return html + sectionsHtml(report.body, style) + sectionsHtml(report.appendix, style)
            + u"</div>\n"_s;
}

qsizetype columnWidth(const Table &table, qsizetype column)
{
    qsizetype width = table.header.value(column).size();
    for (const QStringList &row : table.rows)
        width = std::max(width, row.value(column).size());
    return width;
}

QString rowText(const Table &table, const QStringList &row)
{
    QString text;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const qsizetype width = columnWidth(table, i);
        text += i == 0 ? row.at(i).leftJustified(width) : u"  "_s + row.at(i).rightJustified(width);
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text + u'\n';
}

QString tableText(const Table &table)
{
    QString text = rowText(table, table.header);
    for (const QStringList &row : table.rows)
        text += rowText(table, row);
    return text;
}

/// Blocks with an empty line between them.
QStringList blocksOf(const Section &section)
{
    QStringList blocks;
    if (!section.heading.isEmpty())
        blocks.append(section.heading.toUpper());
    blocks += section.paragraphs;
    QStringList bullets;
    for (const QString &bullet : section.bullets)
        bullets.append(u"- "_s + bullet);
    if (!bullets.isEmpty())
        blocks.append(bullets.join(u'\n'));
    if (section.table)
        blocks.append(tableText(*section.table).chopped(1));
    return blocks;
}

QString plainOf(const Report &report)
{
    QStringList blocks{report.title, report.date, report.lead};
    for (const QList<Section> &sections : {report.body, report.appendix}) {
        for (const Section &section : sections)
            blocks += blocksOf(section);
    }
    blocks.removeAll(QString());
    return wording::visibleLines(blocks.join(u"\n\n"_s)) + u'\n';
}

} // namespace

RichText toRichText(const Report &report, RichTextFor use)
{
    return {htmlOf(report, use), plainOf(report)};
}

} // namespace oneinn::report
