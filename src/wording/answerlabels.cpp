// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/answerlabels.h"

#include "wording/names.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QString answerPendingText()
{
    return u"Working out what carries it and how it differs…"_s;
}

QString betterAlternativeText(const QString &name)
{
    return u"Worth more: "_s + name;
}

QString noBetterAlternativeText()
{
    return u"Nothing compared is surely worth more."_s;
}

} // namespace oneinn::wording
