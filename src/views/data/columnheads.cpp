// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/columnheads.h"

#include "session/columnparts.h"
#include "wording/columnwords.h"
#include "wording/importwords.h"
#include "wording/phrases.h"

#include <algorithm>

namespace oneinn {

namespace {

/// Whether one of the rivals that a person has to choose from.
bool isRival(const RoleJudgement &judgement, const std::string &column)
{
    return judgement.certainty == RoleCertainty::Ask && judgement.role != Role::LatencyUnit
            && std::ranges::any_of(judgement.rivals,
                                   [&](const auto &rival) { return rival.name == column; });
}

void addDoubt(ColumnHead &head, RoleCertainty certainty, const QString &reason)
{
    head.certainty = std::max(head.certainty.value_or(certainty), certainty);
    if (reason.isEmpty())
        return;
    if (!head.reason.isEmpty())
        head.reason += QLatin1Char(' ');
    head.reason += reason;
}

} // namespace

ColumnHead columnHead(const ColumnTrial &trial, const ingest::ColumnMapping &wanted,
                      const std::string &column)
{
    if (!trial.mapping) {
        const auto given = givenParts(wanted, column);
        return {wording::partNames(given),
                given.empty() ? std::nullopt : std::optional(RoleCertainty::Sure),
                {},
                !given.empty(),
                !given.empty()};
    }
    const ingest::ResolvedMapping &read = *trial.mapping;
    const auto parts = partsOf(read, column);
    ColumnHead head{wording::partNames(parts), {}, {}, !parts.empty(), false};
    if (head.isUsed)
        head.certainty = RoleCertainty::Sure;
    for (const RoleJudgement &judgement : read.judgements) {
        const bool own = judgement.column == column;
        if (!own && !isRival(judgement, column))
            continue;
        if (parts.empty() && judgement.certainty == RoleCertainty::Ask)
            head.parts = wording::roleName(judgement.role) + QLatin1Char('?');
        addDoubt(head, judgement.certainty,
                 wording::asSentence(wording::roleReasonText(judgement)));
    }
    if (!trial.positiveIsClear && read.label.value == column)
        addDoubt(head, RoleCertainty::Ask, {});
    head.isChosen = head.certainty == RoleCertainty::Sure && !givenParts(wanted, column).empty();
    return head;
}

RoleCertainty certaintyOf(ingest::GuessReason reason)
{
    switch (reason) {
    case ingest::GuessReason::Given:
    case ingest::GuessReason::Name:
    case ingest::GuessReason::Default:
        return RoleCertainty::Sure;
    case ingest::GuessReason::NamePart:
    case ingest::GuessReason::Values:
    case ingest::GuessReason::Rarer:
        return RoleCertainty::Likely;
    }
    return RoleCertainty::Likely;
}

} // namespace oneinn
