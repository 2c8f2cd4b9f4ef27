// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/failurejudge.h"

#include "ingest/lostcalls.h"
#include "ingest/refusaljudge.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace oneinn::ingest {

namespace {

RoleJudgement judgementOf(const ColumnProfile &column, RoleCertainty certainty, RoleReason reason)
{
    return {.role = Role::Failed, .certainty = certainty, .reason = reason, .column = column.name};
}

/// Sure where nothing else stands in for an answer; likely where words say so beside scores and
/// waits, unless that were every fifth record or more, which is rather what the records are about.
RoleJudgement believed(const ColumnProfile &column, bool technical, const Failures &found)
{
    if (found.lackAnswers())
        return judgementOf(column, RoleCertainty::Sure, RoleReason::FailedByWord);
    return technical && found.areFewOf(column)
            ? judgementOf(column, RoleCertainty::Likely, RoleReason::FailedByWord)
            : judgementOf(column, RoleCertainty::Ask, RoleReason::PerhapsFailed);
}

/// What a model declined to answer is told apart.
bool failsItself(std::string_view text)
{
    return saysFailed(text) && !isRefusal(text);
}

/// Of a column of errors: whatever it holds, if it is believed.
std::optional<FailureChoice> errorsIn(const ColumnCandidates &candidates, std::size_t i,
                                      const Calls &calls)
{
    const ColumnProfile &column = candidates.column(i);
    if (isMeasured(column) || !anyValue(column, failsItself))
        return std::nullopt;
    const bool technical =
            std::all_of(column.values.begin(), column.values.end(), [](const auto &value) {
                return !failsItself(value.text) || isTechnicalFailure(value.text);
            });
    const auto found = failuresIn(column, failsItself, calls);
    if (found.isLabel)
        return std::nullopt;
    FailureChoice choice{{{column.name, std::nullopt}}, i, {}};
    choice.judgement = believed(column, technical, found);
    if (choice.judgement->certainty == RoleCertainty::Ask)
        choice.judgement->rivals.push_back({column.name, {}});
    return choice;
}

/// Of a status: those values alone that say so.
std::optional<FailureChoice> statesIn(const ColumnCandidates &candidates, std::size_t i,
                                      const Calls &calls)
{
    const ColumnProfile &column = candidates.column(i);
    if (column.hasManyValues())
        return std::nullopt;
    const auto isCalled = [](const std::string &text) {
        return isCalledFailure(text) && !mayBeRefusal(text);
    };
    const bool weak = failuresIn(column, isCalled, calls).lackAnswers();
    const auto says = [&](const std::string &text) {
        return isTechnicalFailure(text) || (weak && isCalled(text));
    };
    const Failures found = failuresIn(column, says, calls);
    if (found.isLabel)
        return std::nullopt;
    FailureChoice choice{{}, i, {}};
    for (const auto &value : column.values) {
        if (says(value.text))
            choice.cells.push_back({column.name, value.text});
    }
    if (choice.cells.empty())
        return std::nullopt;
    choice.judgement = believed(column, true, found);
    if (choice.judgement->certainty == RoleCertainty::Ask) {
        for (const auto &cells : choice.cells)
            choice.judgement->rivals.push_back({column.name + "=" + *cells.value, {}});
    }
    return choice;
}

/// Negative numbers among the waits that are signs rather than slips: -1, or any other that is
/// there more than once. None where they are many.
std::vector<double> negativeSigns(const std::vector<double> &waits)
{
    constexpr std::size_t mostSigns = 4;
    std::map<double, std::size_t> times;
    for (const double wait : waits) {
        if (wait < 0.0)
            ++times[wait];
        if (times.size() > mostSigns)
            return {};
    }
    std::vector<double> signs;
    for (const auto &[wait, count] : times) {
        if (count > 1 || wait == -1.0)
            signs.push_back(wait);
    }
    return signs;
}

/// Whether zeros stand far below all other waits, further than rounding brings them.
bool zerosStandApart(const std::vector<double> &waits)
{
    constexpr std::size_t fewestZeros = 2;
    constexpr std::size_t fewestOthers = 10;
    constexpr double ofMedian = 0.05;
    constexpr double ofStep = 3.0;
    std::vector<double> others;
    std::size_t zeros = 0;
    for (const double wait : waits) {
        zeros += wait == 0.0 ? 1U : 0U;
        if (wait > 0.0)
            others.push_back(wait);
    }
    if (zeros < fewestZeros || others.size() < fewestOthers)
        return false;
    std::sort(others.begin(), others.end());
    double step = others.back();
    for (std::size_t i = 1; i < others.size(); ++i) {
        if (others[i] > others[i - 1])
            step = std::min(step, others[i] - others[i - 1]);
    }
    return others.front() >= ofMedian * others[others.size() / 2] && others.front() > ofStep * step;
}

std::string writtenAs(const ColumnProfile &column, double number)
{
    for (const auto &value : column.values) {
        const auto cell = readNumber(value.text, column.writing);
        if (cell.kind == CellKind::Number && cell.value == number)
            return value.text;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), end.ptr};
}

FailureChoice askedOf(const ColumnProfile &latency)
{
    const auto &waits = latency.sample.numbers;
    std::vector<double> signs = negativeSigns(waits);
    if (zerosStandApart(waits))
        signs.push_back(0.0);
    if (signs.empty())
        return {};
    FailureChoice choice;
    choice.judgement = judgementOf(latency, RoleCertainty::Ask, RoleReason::FailedBySign);
    for (const double sign : signs) {
        const std::string value = writtenAs(latency, sign);
        choice.cells.push_back({latency.name, value});
        choice.judgement->rivals.push_back({latency.name + "=" + value, {}});
    }
    return choice;
}

} // namespace

FailureChoice judgeFailures(const ColumnCandidates &candidates,
                            const std::vector<LabelClass> &classes, std::size_t score,
                            const std::optional<std::size_t> &latency)
{
    const ColumnProfile *waits = latency ? &candidates.column(*latency) : nullptr;
    const Calls calls{classes, candidates.column(score), waits};
    FailureChoice asked;
    for (const auto &[i, fit] : candidates.fitting(
                 [&](std::size_t c) { return candidates.names(c).of(ColumnRole::Failure); })) {
        auto found = errorsIn(candidates, i, calls);
        if (!found)
            continue;
        if (found->judgement->certainty == RoleCertainty::Sure)
            return *std::move(found);
        if (!asked.judgement)
            asked = *std::move(found);
    }
    for (const auto &[i, fit] : candidates.fitting(
                 [&](std::size_t c) { return candidates.names(c).of(ColumnRole::Status); })) {
        if (auto found = statesIn(candidates, i, calls))
            return *std::move(found);
    }
    if (asked.judgement || !waits)
        return asked;
    return askedOf(*waits);
}

} // namespace oneinn::ingest
