// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/statement.h"

#include "wording/phrases.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QString sentenceOf(const Statement &statement)
{
    QString text = statement.detail;
    if (statement.headline != undefinedDash())
        text = statement.headline + u": "_s + text;
    // Evidence may hold a bracket of its own: one bracket within another reads badly.
    QStringList asides;
    for (auto aside : {statement.evidence, statement.assumption}) {
        if (!aside.isEmpty())
            asides.append(aside.replace(u" ("_s, u", "_s).remove(u')'));
    }
    if (!asides.isEmpty())
        text += u" ("_s + asides.join(u"; "_s) + u')';
    return asSentence(text);
}

} // namespace oneinn::wording
