// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/spokenlines.h"

#include "report/answerwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostSpokenWords = 300; ///< two minutes

int wordsOf(const QString &text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return static_cast<int>(text.split(blanks, Qt::SkipEmptyParts).size());
}

/// Units as they are said.
QString said(QString text)
{
    static const QRegularExpression one(u"\\b1 s\\b"_s);
    static const QRegularExpression seconds(u"(\\d) s\\b"_s);
    static const QRegularExpression milliseconds(u"(\\d) ms\\b"_s);
    static const QRegularExpression percent(u"(\\d) %"_s);
    text.replace(one, u"1 second"_s);
    text.replace(seconds, u"\\1 seconds"_s);
    text.replace(milliseconds, u"\\1 milliseconds"_s);
    text.replace(percent, u"\\1 percent"_s);
    return text.replace(u"−"_s, u"minus "_s);
}

int wordsOf(const QList<SpokenParagraph> &paragraphs)
{
    int words = 0;
    for (const SpokenParagraph &paragraph : paragraphs)
        words += wordsOf(spokenText(paragraph));
    return words;
}

/// Takes out the last of the lines that matter least; false if all that are left matter.
bool shorten(QList<SpokenParagraph> &paragraphs)
{
    SpokenParagraph *from = nullptr;
    qsizetype at = 0;
    int rank = 0;
    for (SpokenParagraph &paragraph : paragraphs) {
        for (qsizetype i = 0; i < paragraph.size(); ++i) {
            if (paragraph.at(i).rank >= std::max(rank, 1)) {
                from = &paragraph;
                at = i;
                rank = paragraph.at(i).rank;
            }
        }
    }
    if (from)
        from->removeAt(at);
    return from != nullptr;
}

} // namespace

QString spokenText(const SpokenParagraph &paragraph)
{
    QStringList sentences;
    for (const SpokenLine &line : paragraph)
        sentences.append(line.text);
    return said(inARow(sentences));
}

void keepToTwoMinutes(QList<SpokenParagraph> &paragraphs)
{
    while (wordsOf(paragraphs) > mostSpokenWords && shorten(paragraphs)) { }
}

} // namespace oneinn::report
