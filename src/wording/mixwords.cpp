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
    return (finding.withOthers
                    ? u"Other %1 come in: of %2, %3; what else is told is of the earlier %1 counted by these shares."_s
                    : u"Other %1 come in: of %2, %3, and counted by those shares the earlier %1 have scores and labels like the later ones, as far as these data tell."_s)
            .arg(many, quotedName(finding.column), mixShares(finding));
}

} // namespace oneinn::wording
