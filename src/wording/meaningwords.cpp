// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/meaningwords.h"

#include "wording/dropnames.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/rollbackrulewords.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// "Of one fraud and one other payment the fraud has the higher score in 86 of 100 pairs, 93 before
/// (95 % interval of the change from −90 to −50 per 1,000).", with a space before it.
QString rankingSentence(const RankingChange &ranking, const Feature &feature)
{
    const SharePair pair = inOneDenominator(ranking.before, ranking.after);
    const QString text =
            u" Of one %1 and one %2 the %1 has the higher score in %3 of %4 pairs; before, it had "
            "it in %5 (per 1,000 pairs the %6)"_s.arg(
                    feature.positive.singular, feature.negative.singular, pair.other,
                    countText(pair.of), pair.one,
                    u"change has a "_s + fromLowToHigh(ranking.change));
    return text + (ranking.isSure() ? u"."_s : u": that may be chance."_s);
}

} // namespace

QString meaningSentence(const DropFinding &finding, const Feature &feature)
{
    QString text =
            u"A score means something else: the share of %1 at the same score moved by %2 on average"_s
                    .arg(feature.positive.plural, shareText(finding.after.value_or(0.0)));
    if (finding.withOthers)
        text += u", and scores are spread otherwise, too"_s;
    text += u'.';
    if (finding.ranking)
        text += rankingSentence(*finding.ranking, feature);
    text += finding.withOthers
            ? u" A changed model, or something else that it is fed with, looks like that. So may a "
              "changed definition of the label; "_s
            : u" A changed definition of the label looks just alike; "_s;
    return text + u"labelling old %1 again decides."_s.arg(feature.useCase.plural);
}

} // namespace oneinn::wording
