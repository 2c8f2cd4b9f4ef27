// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manual/manualpage.h"

namespace oneinn::manual {

using namespace Qt::StringLiterals;

namespace {

/// What troff would take for more than itself, or print as a character that cannot be pasted.
QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\\':
            result += u"\\e"_s;
            break;
        case u'-':
            result += u"\\-"_s;
            break;
        case u'\'':
            result += u"\\(aq"_s;
            break;
        case u'`':
            result += u"\\(ga"_s;
            break;
        case u'^':
            result += u"\\(ha"_s;
            break;
        case u'~':
            result += u"\\(ti"_s;
            break;
        default:
            result += c;
        }
    }
    return result;
}

/// A line of text, which would be a request if it began with a dot.
QString line(const QString &text)
{
    const QString safe = escaped(text);
    return (safe.startsWith(u'.') ? u"\\&"_s : QString()) + safe + u'\n';
}

QString bold(const QString &text)
{
    return u"\\fB"_s + escaped(text) + u"\\fR"_s;
}

QString paragraphs(const QString &text)
{
    QString result;
    const QStringList parts = text.split(u"\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &part : parts)
        result += (result.isEmpty() ? QString() : u".PP\n"_s) + line(part);
    return result;
}

QString sectionText(const Section &section)
{
    QString text = section.isInner ? u".SS "_s : u".SH "_s;
    text += escaped(section.title) + u'\n' + paragraphs(section.text);
    for (const Entry &entry : section.entries)
        text += u".TP\n"_s + bold(entry.usage) + u'\n' + line(entry.help);
    return text;
}

} // namespace

QString manualPage(const Page &page)
{
    // The left margin alone is straight, and no option is parted at its dashes.
    QString text = u".TH %1 1 \"\" \"One in N %2\" \"User Commands\"\n.ad l\n.nh\n"_s.arg(
            escaped(page.program.toUpper()), QStringLiteral(ONEINN_VERSION));
    text += u".SH NAME\n"_s + escaped(page.program) + u" \\- "_s + escaped(page.summary) + u'\n';
    text += u".SH SYNOPSIS\n"_s;
    for (const QString &call : page.synopsis)
        text += bold(page.program) + u' ' + escaped(call) + u"\n.br\n"_s;
    for (const Section &section : page.sections)
        text += sectionText(section);
    return text;
}

} // namespace oneinn::manual
