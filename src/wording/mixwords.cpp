// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/mixwords.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/rollbackrulewords.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString mixShares(const DropFinding &finding)
{
    const SharePair pair =
            inOneDenominator(finding.before.value_or(0.0), finding.after.value_or(0.0));
    return u"%1 was %2, is now %3 of %4"_s.arg(quotedName(finding.value), pair.one, pair.other,
                                               countText(pair.of));
}

QString visibleMixSentence(const DropFinding &finding, const Feature &feature)
{
    const QString many = feature.useCase.plural;
    const QString column = quotedName(finding.column);
    const QString who = u"Other %1 come in: of %2, %3."_s.arg(many, column, mixShares(finding));
    return who
            + (finding.withOthers
                       ? u" That is not all: counted by the shares of %1 now, the earlier %2 still differ from the later ones, and what else is told is told of these."_s
                       : u" Counted by the shares of %1 now, the earlier %2 have scores and labels like the later ones, as far as these data tell: nothing else need have changed."_s)
                      .arg(column, many);
}

} // namespace oneinn::wording
