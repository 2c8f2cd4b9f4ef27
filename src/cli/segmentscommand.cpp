// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/segmentscommand.h"

#include "cli/segmentsoutput.h"
#include "core/segments/segmentthresholds.h"
#include "core/segments/setthresholds.h"
#include "wording/problemwords.h"

#include <algorithm>
#include <utility>

namespace oneinn::cli {

namespace {

Outcome segmentsFailure(const Problem &problem)
{
    return {{}, {}, wording::problemWords(problem, wording::Reader::CommandLine).sentence()};
}

/// The thresholds that each was given, or those of a rule.
Result<SetThresholds> askedPolicy(const SegmentIndex &segments, const SegmentsQuestion &question,
                                  const PolicyOfSegmentsQuestion &wanted,
                                  const ThresholdsBySegment *given)
{
    if (given)
        return setThresholds(segments, question,
                             segmentThresholds(segments, given, question.threshold),
                             {std::max<std::size_t>(1, wanted.resamples), wanted.seed});
    auto policy = segmentPolicy(segments, question, wanted);
    if (!policy)
        return policy.problem();
    return SetThresholds{std::move(policy).value(), wanted.rule};
}

} // namespace

Outcome segmentsCommand(const Options &options, const Input &input)
{
    const DecidedSetting decided = decidedSetting(options, input);
    const Scenario &scenario = decided.scenario;
    Outcome outcome;
    outcome.notes = decided.notes;
    SegmentsQuestion question = segmentsQuestion(scenario, {options.segments.by});
    const auto own = takeOwnThresholds(question, question.by);
    const auto rows = own ? ScenarioRows::around(input.index, question) : decided.rows;
    const auto index = SegmentIndex::build(*rows, question, question.by);
    if (!index)
        return segmentsFailure(index.problem());
    const SegmentIndex &segments = *index.value();
    PolicyOfSegmentsQuestion wanted = options.segments.policy;
    wanted.seed = options.seed;
    const bool given = own && wanted.rule == SegmentRule::OneThreshold;
    auto policy = askedPolicy(segments, question, wanted, given ? &*own : nullptr);
    if (!policy)
        return segmentsFailure(policy.problem());
    const SegmentPolicy &asked = policy.value().policy;
    const std::vector<Threshold> thresholds = asked.thresholds();
    const auto spreads = segmentSpreads(segments, question, thresholds);
    if (!spreads)
        return segmentsFailure(spreads.problem());
    auto differences = segmentDifferences(segments, question, thresholds, &asked);
    if (!differences)
        return segmentsFailure(differences.problem());
    std::vector<std::optional<BudgetChange>> changes;
    if (question.budgets) {
        const SegmentsQuestion one = withOneBudget(question);
        const auto rowsOfOne = ScenarioRows::around(input.index, one);
        const auto indexOfOne = SegmentIndex::build(*rowsOfOne, one, one.by);
        if (!indexOfOne)
            return segmentsFailure(indexOfOne.problem());
        changes = budgetChanges(segments, *indexOfOne.value(), question, thresholds);
    }
    const AnsweredSegments answer{given ? std::nullopt : std::optional(wanted.rule),
                                  policy.value().rule,
                                  tableWithGains(segments, question, &spreads.value(), thresholds),
                                  asked,
                                  std::move(differences).value(),
                                  scenario.words,
                                  std::move(changes)};
    switch (options.format) {
    case Format::Csv:
        outcome.text = segmentsCsv(answer, input.units);
        break;
    case Format::Text:
        outcome.text = segmentsText(answer, input.units);
        break;
    case Format::Json:
    case Format::Svg: // not asked for
        outcome.text = segmentsJson(answer, input, scenario);
        break;
    }
    return outcome;
}

} // namespace oneinn::cli
