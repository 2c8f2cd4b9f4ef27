// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/modeljudge.h"

#include "ingest/columnevidence.h"

namespace oneinn::ingest {

namespace {

enum class Pairing { Paired, Apart, Unknown };

/// Whether the same examples occur under several of the column's values.
Pairing pairingOf(const ColumnCandidates &candidates, const ColumnProfile &models)
{
    const auto ids = candidates.fitting(
            [&](std::size_t i) { return candidates.names(i).of(ColumnRole::ExampleId); });
    for (const auto &[column, fit] : ids) {
        const auto &examples = candidates.column(column);
        if (examples.sample.hashes.size() == models.sample.hashes.size()
            && pairsExamples(examples, models))
            return Pairing::Paired;
    }
    return ids.empty() || candidates.table().sampleIsWhole ? Pairing::Apart : Pairing::Unknown;
}

} // namespace

ColumnChoice judgeModel(const ColumnCandidates &candidates)
{
    const auto fitting = candidates.fitting(
            [&](std::size_t i) { return modelFit(candidates.column(i), candidates.names(i)); });
    ColumnChoice apart;
    for (const auto &[i, fit] : fitting) {
        const auto &column = candidates.column(i);
        RoleJudgement judgement{.role = Role::Model, .column = column.name};
        if (fit.strength > weakName)
            return {i, fit.reason, std::move(judgement)};
        const auto pairing = pairingOf(candidates, column);
        if (pairing == Pairing::Apart) {
            judgement.reason = RoleReason::SegmentNotModel;
            if (!apart.judgement)
                apart.judgement = std::move(judgement);
            continue;
        }
        if (pairing == Pairing::Unknown) {
            judgement.certainty = RoleCertainty::Likely;
            judgement.reason = RoleReason::PerhapsModels;
        }
        return {i, fit.reason, std::move(judgement)};
    }
    return apart;
}

} // namespace oneinn::ingest
