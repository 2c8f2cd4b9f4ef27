// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

/// Names come from files, from presets and from sessions, so from strangers. They are shown and
/// never obeyed: what would steer a terminal or turn the direction of a line is shown as a picture
/// of itself (U+2400 and on, or its number in brackets), and what is too long loses its middle.
/// Everything shown to people goes through here; JSON and what is compared keep names as they are.
namespace oneinn::wording {

constexpr qsizetype mostNameCharacters = 80;
constexpr qsizetype mostPathCharacters = 120;
constexpr qsizetype mostListedNames = 8;

/// Controls, line and paragraph separators, and format characters (which turn lines around or are
/// not seen) as pictures of themselves, halves of characters as U+FFFD; letters of every script,
/// also from right to left, and what joins or parts them, as they are.
QString visible(const QString &text);
/// The same, but for line feeds.
QString visibleLines(const QString &text);
/// Whether a character that stands alone is shown as a picture of itself.
bool isShownAsPicture(QChar c);
/// "first hundred…last hundred", at most that many characters (at least 3).
QString middleElided(const QString &text, qsizetype most);

/// A name as it may stand in a sentence, in a cell or on a chart: visible, and not too long.
QString nameText(const QString &name);
QString nameText(const std::string &utf8);
/// “name”.
QString quotedName(const std::string &utf8);

/// "a, b, c and 99,997 more"; all of them if there are no more than `most` (at least 1).
QString listed(const QStringList &parts, qsizetype most = mostListedNames,
               const QString &between = QStringLiteral(", "));
/// The same, of names that are not yet fit to be shown.
QString listedNames(const std::vector<std::string> &names, qsizetype most = mostListedNames);

} // namespace oneinn::wording
