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
    QStringList asides{statement.evidence, statement.assumption};
    asides.removeAll(QString());
    if (!asides.isEmpty())
        text += u" ("_s + asides.join(u"; "_s) + u')';
    return asSentence(text);
}

} // namespace oneinn::wording
