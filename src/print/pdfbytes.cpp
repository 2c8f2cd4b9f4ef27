// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/pdfbytes.h"

namespace oneinn::print {

namespace {

/// Where objects are, in a table of lines of 20 bytes: ISO 32000-1, 7.5.4.
constexpr qsizetype entrySize = 20;
constexpr qsizetype offsetDigits = 10;

QByteArray dateEntry(const QDateTime &createdAt)
{
    if (!createdAt.isValid())
        return {};
    const QString utc = createdAt.toUTC().toString(QStringLiteral("yyyyMMddHHmmss"));
    return "/CreationDate (D:" + utc.toLatin1() + "Z)";
}

/// Moves what the table says of objects beyond `from`.
void moveOffsets(QByteArray &pdf, qsizetype table, qsizetype from, qsizetype by)
{
    // "xref", "0 42", then the entries.
    qsizetype entry = pdf.indexOf('\n', pdf.indexOf('\n', table) + 1) + 1;
    for (; entry + entrySize <= pdf.size() && pdf.at(entry) != 't'; entry += entrySize) {
        const qsizetype offset = pdf.mid(entry, offsetDigits).toLongLong();
        if (offset > from)
            pdf.replace(entry, offsetDigits,
                        QByteArray::number(offset + by).rightJustified(offsetDigits, '0'));
    }
}

} // namespace

QByteArray withCreationDate(const QByteArray &pdf, const QDateTime &createdAt)
{
    const qsizetype date = pdf.indexOf("/CreationDate (");
    const qsizetype end = pdf.indexOf(')', date) + 1;
    const qsizetype start = pdf.lastIndexOf("startxref\n");
    if (date < 0 || end <= date || start < end)
        return pdf;
    const QByteArray entry = dateEntry(createdAt);
    const qsizetype by = entry.size() - (end - date);
    const qsizetype table =
            pdf.mid(start + 10, pdf.indexOf('\n', start + 10) - start - 10).toLongLong();
    QByteArray result =
            pdf.first(start) + "startxref\n" + QByteArray::number(table + by) + "\n%%EOF\n";
    result.replace(date, end - date, entry);
    moveOffsets(result, table + by, date, by);
    return result;
}

} // namespace oneinn::print
