// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/conditionwords.h"

#include "wording/names.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString conditionValue(const Selection::Where &where)
{
    QString value = where.value.empty() ? u"(empty)"_s : nameText(where.value);
    switch (where.match) {
    case Selection::Match::Before:
        return u"before %1"_s.arg(value);
    case Selection::Match::From:
        return u"from %1 on"_s.arg(value);
    case Selection::Match::Is:
        break;
    }
    return value;
}

QString groupText(const std::vector<Selection::Where> &where)
{
    QStringList conditions;
    for (const Selection::Where &each : where)
        conditions.append(nameText(each.column) + u' ' + conditionValue(each));
    return conditions.join(u" and "_s);
}

} // namespace oneinn::wording
