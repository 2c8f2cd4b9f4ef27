// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/markdown.h"

#include "wording/names.h"

#include <QRegularExpression>

#include <algorithm>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What would start a heading, a list, a rule or a quotation at the beginning of a line.
QString withPlainStart(QString line)
{
    static const QRegularExpression mark(u"^(#|[-+](?=\\s|$)|[-=]{2,}|=+$)"_s);
    static const QRegularExpression number(u"^(\\d{1,9})([.)])(?=\\s|$)"_s);
    line.replace(mark, u"\\\\1"_s);
    return line.replace(number, u"\\1\\\\2"_s);
}

class Writer {
public:
    void heading(int level, const QString &text)
    {
        if (!text.isEmpty())
            block(QString(level, u'#') + u' ' + markdownText(text));
    }
    void paragraph(const QString &text)
    {
        if (!text.simplified().isEmpty())
            block(markdownText(text));
    }
    void strong(const QString &text)
    {
        if (!text.simplified().isEmpty())
            block(u"**"_s + markdownText(text) + u"**"_s);
    }
    void bullets(const QStringList &texts)
    {
        QStringList lines;
        for (const QString &text : texts)
            lines.append(u"- "_s + markdownText(text));
        if (!lines.isEmpty())
            block(lines.join(u'\n'));
    }
    void table(const Table &table);
    void section(const Section &section, int level)
    {
        heading(level, section.heading);
        for (const QString &text : section.paragraphs)
            paragraph(text);
        bullets(section.bullets);
        if (section.table)
            table(*section.table);
    }

    QString text() const { return m_blocks.join(u"\n\n"_s) + u'\n'; }

private:
    void block(const QString &text) { m_blocks.append(text); }

    QStringList m_blocks;
};

QStringList cellsOf(const QStringList &row, qsizetype columns)
{
    QStringList cells;
    for (qsizetype column = 0; column < columns; ++column)
        cells.append(markdownText(row.value(column)));
    return cells;
}

void Writer::table(const Table &table)
{
    const qsizetype columns = table.header.size();
    if (columns == 0)
        return;
    QList<QStringList> rows{cellsOf(table.header, columns)};
    for (const QStringList &row : table.rows)
        rows.append(cellsOf(row, columns));
    QList<qsizetype> widths;
    for (qsizetype column = 0; column < columns; ++column) {
        qsizetype width = 4; // of the rule under the header
        for (const QStringList &row : std::as_const(rows))
            width = std::max(width, row.at(column).size());
        widths.append(width);
    }
    QStringList rule{u':' + QString(widths.front() - 1, u'-')};
    for (qsizetype column = 1; column < columns; ++column)
        rule.append(QString(widths.at(column) - 1, u'-') + u':');
    QStringList lines;
    for (QStringList &row : rows) {
        for (qsizetype column = 0; column < columns; ++column)
            row[column] = column == 0 ? row.at(column).leftJustified(widths.at(column))
                                      : row.at(column).rightJustified(widths.at(column));
        lines.append(u"| "_s + row.join(u" | "_s) + u" |"_s);
    }
    lines.insert(1, u"| "_s + rule.join(u" | "_s) + u" |"_s);
    block(lines.join(u'\n'));
}

} // namespace

QString markdownText(const QString &text)
{
    static const QRegularExpression markup(u"([\\\\`*\\[\\]<>|~$])"_s);
    static const QRegularExpression entity(u"&(?=#?\\w+;)"_s);
    // Within a word an underscore is no markup.
    static const QRegularExpression underscore(u"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"_s);
    QString escaped = wording::visible(text.simplified());
    escaped.replace(markup, u"\\\\1"_s);
    escaped.replace(entity, u"\\&"_s);
    escaped.replace(underscore, u"\\_"_s);
    return withPlainStart(escaped);
}

QString markdown(const Report &report)
{
    Writer writer;
    writer.heading(1, report.title);
    writer.paragraph(report.date);
    writer.strong(report.lead);
    for (const Section &section : report.body)
        writer.section(section, 2);
    if (!report.appendix.isEmpty() || !report.figures.isEmpty())
        writer.heading(2, u"Appendix"_s);
    for (const Section &section : report.appendix)
        writer.section(section, 3);
    for (const Figure &figure : report.figures) {
        writer.heading(3, figure.title);
        writer.paragraph(figure.caption);
    }
    return writer.text();
}

} // namespace oneinn::report
