// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ends/shares.h"

#include "core/clusters/clustermoments.h"
#include "core/ends/leaving.h"
#include "core/metrics/baserateprecision.h"

namespace oneinn {

UseParts denominatorOf(const ShareKind &kind)
{
    switch (kind.of) {
    case Denominator::GoodOnes:
        return goodUses;
    case Denominator::BadOnes:
        return badUses;
    case Denominator::ShownOnes:
        return shownUses;
    case Denominator::AllUses:
        break;
    }
    const bool byTime = (lateUses | inTimeUses).containsAll(kind.yes);
    return byTime ? lateUses | inTimeUses | lostUses : allUses;
}

bool ShareContext::has(ShareNeed need) const
{
    switch (need) {
    case ShareNeed::SetBudget:
        return lateCounts;
    case ShareNeed::Impatience:
        return leavingCounts;
    case ShareNeed::LostAnswers:
        return leavingCounts || (unanswered && lateCounts) || failures || refusals;
    case ShareNeed::Failures:
        return failures;
    case ShareNeed::Refusals:
        return refusals;
    case ShareNeed::Nothing:
        break;
    }
    return true;
}

bool needsSilent(const ShareKind &kind)
{
    // Late, failed, refused or gone whatever the label was; what is shown has labels more often.
    const bool ofAll = kind.of == Denominator::AllUses;
    const bool anyLabel = kind.share == Share::Failed || kind.share == Share::Refused
            || kind.share == Share::Late || kind.share == Share::InTime || kind.share == Share::Left
            || kind.share == Share::Unserved;
    return kind.of == Denominator::GoodOnes || kind.of == Denominator::BadOnes
            || (ofAll && !anyLabel);
}

std::optional<Proportion> Shares::operator[](Share share) const
{
    if (m_context.silentUnknown && needsSilent(kindOf(share)))
        return std::nullopt;
    auto result = counted(share);
    if (result && m_context.restated)
        restate(share, *result);
    return result;
}

void Shares::restate(Share share, Proportion &result) const
{
    if (share == Share::Good) {
        result.interval = {result.value, result.value};
        return;
    }
    if (share != Share::WrongOfShown)
        return;
    const auto shownOfGood = complementOf(counted(Share::Missed));
    const auto shownOfBad = counted(Share::WrongOfBad);
    if (!shownOfGood || !shownOfBad)
        return;
    const Interval right = precisionAtBaseRate(*shownOfGood, *shownOfBad, ofUses(goodUses));
    result.interval = {1.0 - right.high, 1.0 - right.low};
}

std::optional<Proportion> Shares::counted(Share share) const
{
    const ShareKind &kind = kindOf(share);
    if (!m_context.has(kind.need))
        return std::nullopt;
    const UseParts of = denominatorOf(kind);
    const Tally yes = m_uses.of(kind.yes);
    // What is left over is added up where it can be: taking away loses digits.
    return proportion(
            yes, of.containsAll(kind.yes) ? m_uses.of(of.without(kind.yes)) : m_uses.of(of) - yes,
            effectOf(share));
}

std::optional<ClusterEffect> Shares::effectOf(Share share) const
{
    const ShareKind &kind = kindOf(share);
    if (const auto effect =
                m_clusters ? m_clusters->effectOf(kind.yes, denominatorOf(kind)) : std::nullopt)
        return effect;
    return effectOfLeaving(m_uses, kind);
}

double Shares::ofUses(UseParts parts) const
{
    const double all = m_uses.uses().weight;
    return all > 0.0 ? m_uses.of(parts).weight / all : 0.0;
}

} // namespace oneinn
