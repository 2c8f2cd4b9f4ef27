// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/dropviewwords.h"

#include "wording/dropnames.h"
#include "wording/dropwords.h"
#include "wording/numbers.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

/// Named where there are several: what helps against one may not help against another.
QString dropRecoveries(const DropDiagnosis &diagnosis)
{
    if (diagnosis.found.empty())
        return diagnosis.firstCause() == DropCause::None
                ? u"Do nothing, as no cause was found."_s
                : u"Wait for more labels, as the cause cannot be told yet."_s;
    QStringList told;
    QStringList named;
    for (const DropFinding &finding : diagnosis.found) {
        QString recovery = dropRecovery(finding.cause);
        if (told.contains(recovery))
            continue;
        told.append(recovery);
        recovery[0] = recovery.at(0).toLower();
        named.append(
                u"About %1: %2"_s.arg(dropLayerName(layerOf(finding.cause)).toLower(), recovery));
    }
    return told.size() == 1 ? told.first() : named.join(u' ');
}

QString dropDoText(const DropDiagnosis &diagnosis)
{
    return u"%1 Not ruled out: %2"_s.arg(dropRecoveries(diagnosis), dropNotRuledOut(diagnosis));
}

QString bestBeforeText(double threshold)
{
    return u"Put the threshold that was best before on the dials: %1"_s.arg(
            plainNumberText(threshold, 4));
}

QString dropNothingChosenText()
{
    return u"What is open is the later period. Choose what it was before: an earlier file with the "
           "same columns, or the uses in this file where a column has another value."_s;
}

QString dropPendingText()
{
    return u"Comparing the two periods…"_s;
}

QString dropCancelledText()
{
    return u"The periods are not compared: it was cancelled."_s;
}

QString dropNoUsesText()
{
    return u"One of the two periods has no labelled uses that are looked at here: choose others, "
           "or look at everyone and every model."_s;
}

} // namespace oneinn::wording
