// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/names.h"

#include "wording/numbers.h"

#include <algorithm>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t firstPicture = 0x2400; ///< SYMBOL FOR NULL; the other C0 controls follow
constexpr char16_t pictureOfDelete = 0x2421;

bool isBidirectionalControl(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2066 && c <= 0x2069);
}

/// What has no picture of its own in Unicode and is not to be passed on.
bool isShownByNumber(char16_t c)
{
    constexpr char16_t lastControl = 0x9F; // of C1
    return (c > 0x7F && c <= lastControl) || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator || c == QChar::ByteOrderMark || c == 0xFFFE
            || c == 0xFFFF || isBidirectionalControl(c);
}

QString pictures(const QString &text, bool keepLineFeeds)
{
    const auto passes = [keepLineFeeds](QChar c) {
        return c == u'\n' ? keepLineFeeds : !c.isSurrogate() && !isShownAsPicture(c);
    };
    if (std::all_of(text.begin(), text.end(), passes))
        return text;
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t code = c.unicode();
        if (passes(c)) {
            shown += c;
        } else if (code < u' ') {
            shown += QChar(static_cast<char16_t>(firstPicture + code));
        } else if (code == 0x7F) {
            shown += QChar(pictureOfDelete);
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            shown += c;
            shown += text.at(++i);
        } else if (c.isSurrogate()) {
            shown += QChar(QChar::ReplacementCharacter);
        } else {
            shown += u"[U+"_s + QString::number(code, 16).toUpper().rightJustified(4, u'0') + u']';
        }
    }
    return shown;
}

} // namespace

bool isShownAsPicture(QChar c)
{
    const char16_t code = c.unicode();
    return code < u' ' || code == 0x7F || isShownByNumber(code);
}

QString visible(const QString &text)
{
    return pictures(text, false);
}

QString visibleLines(const QString &text)
{
    return pictures(text, true);
}

QString middleElided(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const qsizetype tail = (most - 1) / 3;
    QString head = text.left(most - 1 - tail);
    QString rest = text.right(tail);
    if (head.back().isHighSurrogate())
        head.chop(1);
    if (!rest.isEmpty() && rest.front().isLowSurrogate())
        rest.remove(0, 1);
    return head + QChar(0x2026) + rest;
}

QString nameText(const QString &name)
{
    // What is cut out need not be turned into pictures.
    return middleElided(visible(middleElided(name, mostNameCharacters)), mostNameCharacters);
}

QString nameText(const std::string &utf8)
{
    return nameText(QString::fromStdString(utf8));
}

QString quotedName(const std::string &utf8)
{
    return QChar(0x201C) + nameText(utf8) + QChar(0x201D);
}

QString listed(const QStringList &parts, qsizetype most, const QString &between)
{
    if (parts.size() <= most)
        return parts.join(between);
    return u"%1 and %2 more"_s.arg(parts.first(most).join(between),
                                   countText(static_cast<double>(parts.size() - most)));
}

QString listedNames(const std::vector<std::string> &names, qsizetype most)
{
    QStringList parts;
    const auto shown = std::min(names.size(), static_cast<std::size_t>(most));
    for (std::size_t i = 0; i < shown; ++i)
        parts.append(nameText(names[i]));
    QString list = parts.join(u", "_s);
    if (shown == names.size())
        return list;
    return u"%1 and %2 more"_s.arg(list, countText(static_cast<double>(names.size() - shown)));
}

} // namespace oneinn::wording
