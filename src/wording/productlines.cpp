// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/productlines.h"

#include "wording/numbers.h"
#include "wording/patiencewords.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString worth(const QString &outcome, double value)
{
    return value == 0.0 ? QString() : outcome + u' ' + signedText(value, 4);
}

QString joinedWorths(QStringList worths)
{
    worths.removeAll(QString());
    return worths.join(u", "_s);
}

} // namespace

QStringList productLines(const Scenario &scenario, bool latenciesKnown)
{
    const OutcomeValues &values = scenario.values;
    // Else what is late falls to those that are not shown, and this value is not in force.
    const bool lateCounts = latenciesKnown
            && (scenario.latePolicy == LatePolicy::Unanswered
                || !scenario.patience.everyoneWaits());
    QStringList lines{
            joinedWorths({worth(u"right"_s, values.tp()), worth(u"wrong"_s, values.fp())}),
            joinedWorths(
                    {worth(u"missed"_s, values.fn()), worth(u"rightly silent"_s, values.tn())}),
            lateCounts ? worth(u"late"_s, values.late()) : QString(),
            latenciesKnown ? patienceAlone(scenario.patience) : QString(),
            u"precision \u2265\u00a0%1\u00a0%"_s.arg(
                    numberText(scenario.precisionLimit * 100.0, 0)),
            // Nobody has to have asked for it.
            scenario.precisionLimit == Scenario().precisionLimit ? u"(as is usual)"_s : QString()};
    lines.removeAll(QString());
    return lines;
}

} // namespace oneinn::wording
