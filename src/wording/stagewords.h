// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/featurewords.h"
#include "core/pipeline/pipeline.h"
#include "wording/voice.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Where a pipeline loses its uses and its time, in words.
namespace oneinn::wording {

/// A pipeline, and in whose words it is told. Borrows.
struct ToldPipeline {
    const PipelineLosses &losses;
    const std::vector<std::string> &names; ///< of the stages, one each
    FeatureWords words = {};
    std::optional<OutcomeValues> values = {}; ///< absent: nobody said any
    Voice voice = Voice::Yours;
};

/// All of it: what gets through, a line a stage, what to mend first and what that is worth, where
/// the time goes, and what is assumed.
QStringList stageSentences(const ToldPipeline &told);
/// Of these, what comes before all detail: what gets through, what to mend first, its worth.
QStringList stageLeadSentences(const ToldPipeline &told);
/// Of one stage: "retrieved: of 1,000 uses 1,000 come to it and 180 are lost there …"
QString stageLossSentence(const ToldPipeline &told, std::size_t stage);
/// Which stage is worth most to mend, and whether that is sure.
QString mendFirstSentence(const ToldPipeline &told);
/// "Where each of these is given and nothing was before, mending “ranked” is worth +166 per 1,000
/// questions …" Empty where no mending has such a worth.
QString mendingValueSentence(const ToldPipeline &told);
/// Empty where no wait is known.
QString stageTimeSentence(const ToldPipeline &told);

/// One heading a column of pipelineCells().
QStringList pipelineHeadings(const FeatureWords &words);
/// A stage as stageSentences() tells it: its name, how many of 1,000 come to it and are lost there,
/// how many more would be right if it were mended and what that is worth, how long it takes and its
/// share of all waiting. A dash where something is not known.
QStringList pipelineCells(const ToldPipeline &told, std::size_t stage);

/// How stages were read; without a full stop. columns: those they were guessed from.
QString stagesGuessedNote(const std::vector<std::string> &columns);
QString stageUnitNote(const std::string &column); ///< whose name says no unit
/// Empty for none.
QString stagesAsideNote(std::size_t records);

} // namespace oneinn::wording
