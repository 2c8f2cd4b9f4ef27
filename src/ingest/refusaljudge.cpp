// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/refusaljudge.h"

#include "ingest/columnnames.h"
#include "ingest/lostcalls.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <array>

namespace oneinn::ingest {

namespace {

// As normalised() writes them.
constexpr std::array<std::string_view, 15> refusalWords{"refusal",
                                                        "modelrefusal",
                                                        "modelrefused",
                                                        "refusedbymodel",
                                                        "contentfilter",
                                                        "contentfiltered",
                                                        "contentpolicy",
                                                        "contentpolicyviolation",
                                                        "responsibleaipolicyviolation",
                                                        "policyviolation",
                                                        "safety",
                                                        "prohibitedcontent",
                                                        "blocklist",
                                                        "guardrailintervened",
                                                        "guardrail"};
constexpr std::array<std::string_view, 3> weakWords{"refused", "declined", "blocked"};
constexpr std::array<std::string_view, 3> endsOfAnswers{"finishreason", "stopreason", "outcome"};

template<std::size_t N>
bool isAmong(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), normalised(trimmed(text))) != words.end();
}

RoleJudgement judgementOf(const ColumnProfile &column, RoleCertainty certainty)
{
    return {.role = Role::Refused,
            .certainty = certainty,
            .reason = certainty == RoleCertainty::Ask ? RoleReason::PerhapsRefused
                                                      : RoleReason::RefusedByWord,
            .column = column.name};
}

RoleCertainty certaintyOf(const ColumnProfile &column, const Failures &found, bool clear)
{
    if (found.lackAnswers())
        return RoleCertainty::Sure;
    return clear && found.areFewOf(column) ? RoleCertainty::Likely : RoleCertainty::Ask;
}

/// Of a column that is called after refusals: whatever it holds.
std::optional<FailureChoice> flagsIn(const ColumnCandidates &candidates,
                                     const ColumnCandidates::Fitting &fitting, const Calls &calls)
{
    const ColumnProfile &column = candidates.column(fitting.column);
    if (isMeasured(column) || !anyValue(column, saysFailed))
        return std::nullopt;
    const Failures found = failuresIn(column, saysFailed, calls);
    if (found.isLabel || found.records == 0 || found.records == column.sample.values.size())
        return std::nullopt;
    const bool clear = fitting.fit.strength > weakName;
    FailureChoice choice{{{column.name, std::nullopt}}, fitting.column, {}};
    choice.judgement =
            judgementOf(column, clear ? RoleCertainty::Sure : certaintyOf(column, found, true));
    if (choice.judgement->certainty == RoleCertainty::Ask)
        choice.judgement->rivals.push_back({column.name, {}});
    return choice;
}

/// Of a status or an error: those values alone that say so.
std::optional<FailureChoice> wordsIn(const ColumnCandidates &candidates, std::size_t i,
                                     const Calls &calls)
{
    const ColumnProfile &column = candidates.column(i);
    if (column.hasManyValues())
        return std::nullopt;
    const bool weak = failuresIn(column, mayBeRefusal, calls).lackAnswers()
            || isAmong(column.name, endsOfAnswers);
    const auto says = [weak](const std::string &text) {
        return weak ? mayBeRefusal(text) : isRefusal(text);
    };
    const Failures found = failuresIn(column, says, calls);
    if (found.isLabel)
        return std::nullopt;
    FailureChoice choice{{}, std::nullopt, {}};
    bool clear = true;
    for (const auto &value : column.values) {
        if (!says(value.text))
            continue;
        choice.cells.push_back({column.name, value.text});
        clear = clear && isRefusal(value.text);
    }
    if (choice.cells.empty())
        return std::nullopt;
    choice.judgement = judgementOf(column, certaintyOf(column, found, clear));
    if (choice.judgement->certainty == RoleCertainty::Ask) {
        for (const auto &cells : choice.cells)
            choice.judgement->rivals.push_back({column.name + "=" + *cells.value, {}});
    }
    return choice;
}

} // namespace

bool isRefusal(std::string_view text)
{
    return isAmong(text, refusalWords);
}

bool mayBeRefusal(std::string_view text)
{
    return isRefusal(text) || isAmong(text, weakWords);
}

FailureChoice judgeRefusals(const ColumnCandidates &candidates,
                            const std::vector<LabelClass> &classes, std::size_t score,
                            const std::optional<std::size_t> &latency)
{
    const ColumnProfile *waits = latency ? &candidates.column(*latency) : nullptr;
    const Calls calls{classes, candidates.column(score), waits};
    for (const auto &fitting : candidates.fitting(
                 [&](std::size_t c) { return candidates.names(c).of(ColumnRole::Refusal); })) {
        if (auto found = flagsIn(candidates, fitting, calls))
            return *std::move(found);
    }
    for (const ColumnRole role : {ColumnRole::Status, ColumnRole::Failure}) {
        for (const auto &fitting :
             candidates.fitting([&](std::size_t c) { return candidates.names(c).of(role); })) {
            if (auto found = wordsIn(candidates, fitting.column, calls))
                return *std::move(found);
        }
    }
    return {};
}

} // namespace oneinn::ingest
