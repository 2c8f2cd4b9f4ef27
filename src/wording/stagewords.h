// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

/// Where a pipeline loses its uses and its time, in words.
namespace oneinn::wording {

/// All of it: what gets through, a line a stage, what to mend first, where the time goes, and what
/// is assumed. names: of the stages, one each.
QStringList stageSentences(const PipelineLosses &losses, const std::vector<std::string> &names);
/// Of one stage: "retrieved: of 1,000 uses, 180 are lost here …"
QString stageLossSentence(const StageLoss &loss, const std::string &name);
/// Which stage is worth most to mend, and whether that is sure.
QString mendFirstSentence(const PipelineLosses &losses, const std::vector<std::string> &names);
/// Empty where no wait is known.
QString stageTimeSentence(const PipelineLosses &losses, const std::vector<std::string> &names);

} // namespace oneinn::wording
