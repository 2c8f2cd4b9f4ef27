// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window says besides.
#include "wording/dropwords.h"
#include "wording/numbers.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString dropDoText(const DropDiagnosis &diagnosis)
{
    QStringList recoveries;
    for (const DropFinding &finding : diagnosis.found)
        recoveries.append(dropRecovery(finding.cause));
    recoveries.removeDuplicates();
    if (recoveries.isEmpty())
        recoveries.append(diagnosis.firstCause() == DropCause::None
                                  ? u"nothing, as no cause was found."_s
                                  : u"wait for more labels, as the cause cannot be told yet."_s);
    return u"Do: %1 Not ruled out: %2"_s.arg(recoveries.join(u' '), dropNotRuledOut(diagnosis));
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
