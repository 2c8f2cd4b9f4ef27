// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/answerlabels.h"

#include "wording/feature.h"

#include "wording/names.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QString answerPendingText()
{
    return u"Working out what carries it and how it differs…"_s;
}

QString betterAlternativeText(const QString &name, const QString &beyond)
{
    return u"Worth more: "_s + name + (beyond.isEmpty() ? QString() : u", but with it "_s + beyond);
}

QString problemHint(const FeatureWords &words)
{
    return u"What %1 try to do here, and why it matters to them"_s.arg(
            featureOf(words).person.plural);
}

QString hurtHint(bool timeCounts)
{
    return timeCounts ? u"Who is hurt by a wrong one, a miss or a wait, and how"_s
                      : u"Who is hurt by a wrong one or a miss, and how"_s;
}

QString noBetterAlternativeText()
{
    return u"Nothing compared is surely worth more."_s;
}

} // namespace oneinn::wording
