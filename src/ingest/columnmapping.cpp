// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnmapping.h"

#include <algorithm>

namespace oneinn::ingest {

std::string_view keyOf(GuessReason reason)
{
    switch (reason) {
    case GuessReason::Given:
        return "given";
    case GuessReason::Name:
        return "name";
    case GuessReason::NamePart:
        return "part of the name";
    case GuessReason::Values:
        return "values";
    case GuessReason::Rarer:
        return "rarer value";
    case GuessReason::Default:
        return "default";
    }
    return {};
}

const RoleJudgement *ResolvedMapping::judgementOf(Role role) const
{
    const auto found = std::find_if(judgements.begin(), judgements.end(),
                                    [role](const auto &j) { return j.role == role; });
    return found == judgements.end() ? nullptr : &*found;
}

bool ResolvedMapping::idTellsRows() const
{
    return exampleId && exampleId->guessed() && !model && wide.empty();
}

const RoleJudgement *ResolvedMapping::doubt() const
{
    const auto found = std::find_if(judgements.begin(), judgements.end(), [](const auto &j) {
        return j.certainty == RoleCertainty::Ask;
    });
    return found == judgements.end() ? nullptr : &*found;
}

} // namespace oneinn::ingest
