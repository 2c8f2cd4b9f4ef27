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

/// Format characters that a script needs: Arabic signs before numbers, which are seen, and what
/// joins or parts letters, also the people of one picture.
bool isOfAScript(char32_t c)
{
    constexpr char32_t nonJoiner = 0x200C;
    constexpr char32_t joiner = 0x200D;
    return c == nonJoiner || c == joiner || (c >= 0x0600 && c <= 0x0605) || c == 0x06DD
            || c == 0x070F || c == 0x0890 || c == 0x0891 || c == 0x08E2 || c == 0x110BD
            || c == 0x110CD;
}

bool isNoncharacter(char32_t c)
{
    constexpr char32_t inPlane = 0xFFFF;
    return (c & inPlane) >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/// What has no picture of its own in Unicode and is not to be passed on: controls, what turns lines
/// around, and what two names could differ by without being seen.
bool isShownByNumber(char32_t c)
{
    constexpr char32_t lastOfAscii = 0x7F;
    if (c <= lastOfAscii)
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return !isOfAScript(c);
    default:
        return isNoncharacter(c);
    }
}

bool isPassedOn(char32_t c)
{
    return c >= u' ' && c != 0x7F && !isShownByNumber(c);
}

/// Without lone halves of characters.
QString pictures(const QString &text, bool keepLineFeeds)
{
    const bool steers = std::any_of(text.begin(), text.end(), [=](QChar c) {
        return !(keepLineFeeds && c == u'\n') && (c.isSurrogate() || isShownAsPicture(c));
    });
    if (!steers)
        return text;
    QString shown;
    shown.reserve(text.size());
    for (const char32_t c : text.toStdU32String()) {
        if ((keepLineFeeds && c == u'\n') || isPassedOn(c)) {
            shown += QChar::isSurrogate(c) ? QString(QChar(QChar::ReplacementCharacter))
                                           : QString::fromUcs4(&c, 1);
        } else if (c < u' ') {
            shown += QChar(static_cast<char16_t>(firstPicture + c));
        } else if (c == 0x7F) {
            shown += QChar(pictureOfDelete);
        } else {
            shown += u"[U+"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0') + u']';
        }
    }
    return shown;
}

} // namespace

bool isShownAsPicture(QChar c)
{
    return !isPassedOn(c.unicode());
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
        parts.append(names[i].empty() ? u"(empty)"_s : nameText(names[i]));
    QString list = parts.join(u", "_s);
    if (shown == names.size())
        return list;
    return u"%1 and %2 more"_s.arg(list, countText(static_cast<double>(names.size() - shown)));
}

} // namespace oneinn::wording
