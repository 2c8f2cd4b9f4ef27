// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/foundevidence.h"

#include "core/periods/visiblemix.h"

#include <algorithm>

namespace oneinn {

namespace {

FoundEvidence::Place usualPlace(DropLayer layer)
{
    switch (layer) {
    case DropLayer::Data:
        return FoundEvidence::Place::Rows;
    case DropLayer::BaseRate:
        return FoundEvidence::Place::Traffic;
    case DropLayer::Drift:
        return FoundEvidence::Place::Calibration;
    case DropLayer::Model:
        return FoundEvidence::Place::Segments;
    case DropLayer::System:
        break;
    }
    return FoundEvidence::Place::Dials;
}

} // namespace

FoundEvidence evidenceOf(const Dropped &dropped, DropLayer layer)
{
    FoundEvidence evidence{.place = usualPlace(layer)};
    const auto &found = dropped.diagnosis.found;
    const auto first = std::ranges::find_if(
            found, [layer](const DropFinding &finding) { return layerOf(finding.cause) == layer; });
    if (first == found.end())
        return evidence;
    evidence.column = first->column;
    evidence.value = first->value;
    // Another mix of scores is seen where the earlier period's are drawn beside them.
    if (isVisibleMix(*first))
        evidence.place = FoundEvidence::Place::Segments;
    else if (first->cause == DropCause::ScoreMix || first->sameOrder)
        evidence.place = FoundEvidence::Place::Dials;
    return evidence;
}

} // namespace oneinn
