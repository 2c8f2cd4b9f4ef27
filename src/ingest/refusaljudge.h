// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/failurejudge.h"

#include <string_view>

/// Calls that a model declined to answer. They are no failures of the service, and no answers.
namespace oneinn::ingest {

/// What by itself says that a model refused: OpenAI's content_filter, Anthropic's refusal, Gemini's
/// SAFETY and PROHIBITED_CONTENT, Bedrock's guardrail_intervened.
bool isRefusal(std::string_view text);
/// The same, or a weaker word that is as often somebody else's: "refused", "declined", "blocked".
bool mayBeRefusal(std::string_view text);

/// Which records are calls that the model refused. A column that is called so by itself (refusal,
/// is_refusal) is believed. One whose name is as often something else (refused, declined), and
/// words in a status, are believed where those records have no score or no wait; where they have,
/// few of them are likely to be refusals, and otherwise it is asked for. A weak word in a status
/// counts only without an answer, or is asked for where the column is called like the end of a
/// model's answer (finish_reason, outcome). No numbers among the waits stand for a refusal.
/// Parameters as judgeFailures().
FailureChoice judgeRefusals(const ColumnCandidates &candidates,
                            const std::vector<LabelClass> &classes, std::size_t score,
                            const std::optional<std::size_t> &latency);

} // namespace oneinn::ingest
