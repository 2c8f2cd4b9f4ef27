// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/htmlsections.h"

#include "report/csv.h"
#include "wording/names.h"

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

QString styled(const QString &style)
{
    return style.isEmpty() ? QString() : u" style=\""_s + style + u'"';
}

/// attributes: each with a space before it.
QString cellHtml(const QString &scope, const QString &attributes, const QString &text)
{
    const QString name = scope.isEmpty() ? u"td"_s : u"th"_s;
    const QString scoped = scope.isEmpty() ? QString() : u" scope=\""_s + scope + u'"';
    return u'<' + name + scoped + attributes + u'>' + escaped(text) + u"</"_s + name + u'>';
}

QString rowHtml(const QStringList &cells, bool header, const SectionStyle &style)
{
    QString html = u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString scope = header ? u"col"_s : i == 0 ? u"row"_s : QString();
        const bool name = style.guardsNames && (header || i == 0);
        QString attributes = styled(i == 0 ? style.cell : style.numberCell);
        if (header && i == 0 && !style.nameWidth.isEmpty())
            attributes += u" width=\""_s + style.nameWidth + u'"';
        html += cellHtml(scope, attributes, name ? pastedText(cells.at(i)) : cells.at(i));
    }
    return html + u"</tr>\n"_s;
}

QString tableHtml(const Table &table, const SectionStyle &style)
{
    QString html = u"<div class=\"wide\">\n<table"_s + styled(style.table) + u">\n<thead>\n"_s
            + rowHtml(table.header, true, style) + u"</thead>\n<tbody>\n"_s;
    for (const QStringList &row : table.rows)
        html += rowHtml(row, false, style);
    return html + u"</tbody>\n</table>\n</div>\n"_s;
}

QString sectionHtml(const Section &section, const SectionStyle &style)
{
    QString html;
    if (!section.heading.isEmpty())
        html += elementHtml(u'h' + QString::number(style.headingLevel), style.heading,
                            section.heading);
    for (const QString &paragraph : section.paragraphs)
        html += elementHtml(u"p"_s, style.paragraph, paragraph);
    if (!section.bullets.isEmpty()) {
        html += u"<ul"_s + styled(style.bullets) + u">\n"_s;
        for (const QString &bullet : section.bullets)
            html += elementHtml(u"li"_s, {}, bullet);
        html += u"</ul>\n"_s;
    }
    if (section.table)
        html += tableHtml(*section.table, style);
    return html;
}

} // namespace

QString escaped(const QString &text)
{
    return wording::visibleLines(text).toHtmlEscaped().replace(u'\n', u"<br/>"_s);
}

QString elementHtml(const QString &name, const QString &style, const QString &text)
{
    return u'<' + name + styled(style) + u'>' + escaped(text) + u"</"_s + name + u">\n"_s;
}

QString sectionsHtml(const QList<Section> &sections, const SectionStyle &style)
{
    QString html;
    for (const Section &section : sections)
        html += sectionHtml(section, style);
    return html;
}

} // namespace oneinn::report
