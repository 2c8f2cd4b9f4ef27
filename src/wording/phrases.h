// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

/// The small words that sentences are joined with.
namespace oneinn::wording {

/// "first" to "tenth", then "11th", "22nd", "112th"; n >= 1.
QString ordinal(int n);
/// "one" to "ten", then figures.
QString cardinal(int n);
/// "a", "a or b", "a, b or c".
QString joined(const QStringList &parts, const QString &lastWord);
/// With a capital letter first and a full stop last.
QString asSentence(const QString &text);
/// With a capital and no full stop: a title.
QString capitalised(QString text);
/// asSentence() where it may begin with the name of a model, which is written as it is.
QString asSentenceOf(const QString &name, const QString &text);
/// "about half a week", "about 3 weeks", "about a year"; weeks > 0.
QString durationText(double weeks);

} // namespace oneinn::wording
