// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/targetreading.h"

#include "core/decision/objectives.h"
#include "core/targets/capacity.h"

#include <utility>

namespace oneinn {

namespace {

constexpr double rounding = objectiveRounding;

std::optional<double> shareOf(const Tally &yes, const Tally &no)
{
    const double all = yes.weight + no.weight;
    return all > 0.0 ? std::optional(yes.weight / all) : std::nullopt;
}

} // namespace

ShownOfUses shownOfUses(const OperatingCounts &ends)
{
    return {ends.tp + ends.fp, ends.fn + ends.tn + ends.late()};
}

TargetJudge::TargetJudge(const Targets &targets, std::optional<AnsweredWithin> answered)
    : m_targets(targets)
    , m_answered(std::move(answered))
    , m_asked(TargetSet::askedIn(targets))
{
    if (m_targets.shownPerDay)
        m_busyMean = largestMeanFor(*m_targets.shownPerDay);
    if (!m_targets.answered || !m_answered)
        return;
    const double wanted = m_targets.answered->share - rounding;
    m_answeredMet = *shareOf(m_answered->yes, m_answered->no) >= wanted;
    m_answeredSure = m_answeredMet && lowerLimit(m_answered->yes, m_answered->no) >= wanted;
}

std::optional<double> TargetJudge::measure(TargetKind kind, const OperatingCounts &ends) const
{
    switch (kind) {
    case TargetKind::WrongOfShown:
        return shareOf(ends.fp, ends.tp);
    case TargetKind::Missed:
        return shareOf(ends.fn, ends.tp);
    case TargetKind::Answered:
        return m_answered ? shareOf(m_answered->yes, m_answered->no) : std::nullopt;
    case TargetKind::ShownPerDay:
        break;
    }
    const auto [shown, notShown] = shownOfUses(ends);
    const auto share = shareOf(shown, notShown);
    return share ? std::optional(*share * m_targets.usesPerDay) : std::nullopt;
}

bool TargetJudge::isMet(TargetKind kind, const OperatingCounts &ends) const
{
    if (kind == TargetKind::Answered)
        return m_answeredMet;
    const auto value = measure(kind, ends);
    if (!value)
        return false;
    switch (kind) {
    case TargetKind::WrongOfShown:
        return *value <= *m_targets.wrongOfShown + rounding;
    case TargetKind::Missed:
        return *value <= *m_targets.missed + rounding;
    default:
        return *value <= *m_targets.shownPerDay * (1.0 + rounding);
    }
}

bool TargetJudge::isSure(TargetKind kind, const OperatingCounts &ends) const
{
    switch (kind) {
    case TargetKind::WrongOfShown:
        return upperLimit(ends.fp, ends.tp) <= *m_targets.wrongOfShown + rounding;
    case TargetKind::Missed:
        return upperLimit(ends.fn, ends.tp) <= *m_targets.missed + rounding;
    case TargetKind::Answered:
        return m_answeredSure;
    case TargetKind::ShownPerDay:
        break;
    }
    const auto [shown, notShown] = shownOfUses(ends);
    return upperLimit(shown, notShown) * m_targets.usesPerDay <= m_busyMean * (1.0 + rounding);
}

TargetSet TargetJudge::met(const OperatingCounts &ends) const
{
    TargetSet met;
    for (const TargetKind kind : allTargets) {
        if (m_asked.contains(kind) && isMet(kind, ends))
            met = met.with(kind);
    }
    return met;
}

bool TargetJudge::allSure(const OperatingCounts &ends) const
{
    for (const TargetKind kind : allTargets) {
        if (m_asked.contains(kind) && !(isMet(kind, ends) && isSure(kind, ends)))
            return false;
    }
    return true;
}

TargetReadings TargetJudge::readings(const OperatingCounts &ends) const
{
    const auto [shown, notShown] = shownOfUses(ends);
    TargetReadings readings;
    readings[TargetKind::WrongOfShown].share = proportion(ends.fp, ends.tp);
    readings[TargetKind::Missed].share = proportion(ends.fn, ends.tp);
    readings[TargetKind::ShownPerDay].share = proportion(shown, notShown);
    if (m_answered)
        readings[TargetKind::Answered].share = m_answered->share();
    for (const TargetKind kind : allTargets) {
        if (!m_asked.contains(kind))
            continue;
        readings[kind].met = isMet(kind, ends);
        readings[kind].sure = readings[kind].met && isSure(kind, ends);
    }
    return readings;
}

} // namespace oneinn
