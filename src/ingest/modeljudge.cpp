// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/modeljudge.h"

#include "ingest/columnevidence.h"

#include <cmath>

namespace oneinn::ingest {

namespace {

enum class Pairing { Paired, Apart, Unknown };

/// One column that is equal where both are.
ColumnProfile together(const ColumnProfile &a, const ColumnProfile &b)
{
    constexpr std::uint32_t spread = 0x9e3779b1U; // 2^32 over the golden ratio (Knuth)
    ColumnProfile both;
    both.sample.hashes.reserve(a.sample.hashes.size());
    for (std::size_t i = 0; i < a.sample.hashes.size(); ++i)
        both.sample.hashes.push_back((a.sample.hashes[i] * spread) ^ b.sample.hashes[i]);
    return both;
}

std::vector<ColumnCandidates::Fitting> exampleIds(const ColumnCandidates &candidates)
{
    return candidates.fitting(
            [&](std::size_t i) { return candidates.names(i).of(ColumnRole::ExampleId); });
}

/// Whether the same examples occur under several of the column's values.
Pairing pairingOf(const ColumnCandidates &candidates, std::size_t modelColumn)
{
    const ColumnProfile &models = candidates.column(modelColumn);
    const auto ids = exampleIds(candidates);
    for (const auto &[column, fit] : ids) {
        const auto &examples = candidates.column(column);
        if (examples.sample.hashes.size() != models.sample.hashes.size())
            continue;
        if (pairsExamples(examples, models) || secondKey(candidates, column, modelColumn))
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
        const auto pairing = pairingOf(candidates, i);
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

std::optional<std::size_t> secondKey(const ColumnCandidates &candidates, std::size_t examples,
                                     std::size_t models)
{
    const ColumnProfile &ids = candidates.column(examples);
    if (pairsExamples(ids, candidates.column(models)))
        return std::nullopt;
    const auto others = candidates.fitting([&](std::size_t i) -> Fit {
        const ColumnProfile &column = candidates.column(i);
        if (i == models || i == examples || isEmpty(column) || column.values.size() < 2)
            return std::nullopt;
        for (const ColumnRole role : {ColumnRole::Segment, ColumnRole::ExampleId}) {
            if (const auto &fit = candidates.names(i).of(role))
                return fit;
        }
        return std::nullopt;
    });
    for (const auto &[other, fit] : others) {
        if (pairsExamples(together(ids, candidates.column(other)), candidates.column(models)))
            return other;
    }
    return std::nullopt;
}

Deciders judgeDeciders(const ColumnCandidates &candidates, std::size_t models, std::size_t score)
{
    const ColumnProfile &named = candidates.column(models);
    const auto &scores = candidates.column(score).sample.numbers;
    struct Records {
        std::size_t all = 0;
        std::size_t scored = 0;
    };
    std::vector<Records> records(named.values.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::uint16_t model = named.sample.values[i];
        if (model >= records.size())
            continue;
        ++records[model].all;
        records[model].scored += std::isnan(scores[i]) ? 0U : 1U;
    }
    Deciders found;
    for (std::size_t model = 0; model < records.size(); ++model) {
        if (records[model].all > 0 && records[model].scored == 0)
            found.models.push_back(named.values[model].text);
    }
    const auto columns = candidates.fitting([&](std::size_t i) -> Fit {
        const auto values = labelValues(candidates.column(i));
        if (!values || !values.value().wellKnown || values.value().negative.empty())
            return std::nullopt;
        return candidates.names(i).of(ColumnRole::Decision);
    });
    if (found.models.empty() || columns.empty())
        return {};
    found.column = columns.front().column;
    return found;
}

} // namespace oneinn::ingest
