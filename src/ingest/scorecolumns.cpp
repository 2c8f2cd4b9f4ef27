// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/scorecolumns.h"

#include "ingest/columnevidence.h"
#include "ingest/modelcolumns.h"
#include "ingest/predictedclasses.h"
#include "ingest/scorejudge.h"

#include <utility>

namespace oneinn::ingest {

namespace {

std::optional<Problem> resolveDecision(ColumnChooser &chooser, std::size_t score)
{
    const ColumnMapping &wanted = chooser.wanted();
    auto &decision = chooser.mapping().decision;
    if (wanted.decision) {
        if (!wanted.decision->empty()) {
            decision = ResolvedColumn{*wanted.decision, GuessReason::Given};
            chooser.noteGiven(Role::Decision, *wanted.decision);
        }
    } else if (!decision) {
        auto judged = judgeDecision(chooser.candidates(), chooser.chosenLabel(), score);
        if (judged.column)
            decision = ResolvedColumn{chooser.table().columns[*judged.column].name, judged.reason};
        chooser.note(std::move(judged.judgement));
    }
    if (!decision)
        return std::nullopt;
    if (!predictedClasses(chooser.column(decision->value),
                          chooser.column(chooser.mapping().label.value), chooser.result().labels)) {
        return Problem{.kind = ProblemKind::DecisionsDiffer,
                       .column = decision->value,
                       .names = {chooser.mapping().positive.value, chooser.mapping().negative}};
    }
    return decision->value == chooser.mapping().score.value ? std::nullopt
                                                            : chooser.take(decision->value);
}

void resolveDirection(ColumnChooser &chooser, std::size_t score)
{
    const ColumnMapping &wanted = chooser.wanted();
    auto &mapping = chooser.mapping();
    mapping.lowerIsPositive.reason = GuessReason::Default;
    if (wanted.lowerIsPositive)
        mapping.lowerIsPositive = {*wanted.lowerIsPositive, GuessReason::Given};
    else if (mapping.score.guessed() && chooser.names(score).of(ColumnRole::Distance))
        mapping.lowerIsPositive = {true, GuessReason::Name};

    auto numbers = chooser.table().columns[score].sample.numbers;
    if (mapping.decision) {
        const auto &predicted = chooser.column(mapping.decision->value);
        LabelValues values;
        values.classes = *predictedClasses(predicted, chooser.column(mapping.label.value),
                                           chooser.result().labels);
        if (mapping.decision->value == mapping.score.value)
            numbers.assign(numbers.size(), 1.0);
        numbers = ofPositive(numbers, sampledClasses(predicted, values), chooser.result().labels);
    }
    // Of a column that has yet to be chosen, the order says nothing.
    if (mapping.doubt() != nullptr)
        return;
    auto order = judgeOrder(numbers, mapping.lowerIsPositive.value, chooser.chosenLabel());
    if (order) {
        order->column = mapping.score.value;
        // Who chose it need not be told again that it is so, but of an order that is turned round.
        if (wanted.lowerIsPositive) {
            order->certainty = RoleCertainty::Sure;
            order->rivals.push_back({*wanted.lowerIsPositive ? "high" : "low", {}});
        }
    }
    chooser.note(std::move(order));
}

/// A model that only says which class it is: a yes is 1 and a no is 0. Of two classes only where a
/// person names that column, since no threshold is left to move.
std::optional<std::size_t> decisionsAsScores(ColumnChooser &chooser)
{
    const auto &wanted = chooser.wanted().score;
    const ColumnProfile &label = chooser.column(chooser.mapping().label.value);
    const LabelValues &labels = chooser.result().labels;
    if (!wanted)
        return columnOfClasses(chooser.candidates(), chooser.placeOf(label.name), labels);
    const auto column = chooser.find(*wanted);
    const bool holdsThem = column && *wanted != label.name
            && predictedClasses(chooser.table().columns[*column], label, labels);
    return holdsThem ? column : std::nullopt;
}

/// As it was given or is judged; decisions: the column that holds nothing else, if there is one.
ColumnChooser::Choice chosenScore(ColumnChooser &chooser, std::string &decisions)
{
    const ColumnMapping &wanted = chooser.wanted();
    if (resolveWide(chooser)) {
        const std::string first = chooser.mapping().wide.front().score;
        chooser.note(RoleJudgement{.role = Role::Score,
                                   .reason = wanted.wide ? RoleReason::Given : RoleReason::Name,
                                   .column = first});
        return ResolvedColumn{first, wanted.wide ? GuessReason::Given : GuessReason::Name};
    }
    if (wanted.score) {
        chooser.noteGiven(Role::Score, *wanted.score);
        return ResolvedColumn{*wanted.score, GuessReason::Given};
    }
    auto judged = judgeScore(chooser.candidates(), chooser.chosenLabel());
    ColumnChooser::Choice choice;
    if (judged.choice.column)
        choice = ResolvedColumn{chooser.table().columns[*judged.choice.column].name,
                                judged.choice.reason};
    if (judged.decisions)
        decisions = chooser.table().columns[*judged.decisions].name;
    chooser.note(std::move(judged.choice.judgement));
    return choice;
}

/// A yes is 1 and a no is 0.
void takeDecisions(ColumnChooser &chooser, std::size_t decided, ColumnChooser::Choice &choice)
{
    const bool isGiven = chooser.wanted().score.has_value();
    choice = ResolvedColumn{chooser.table().columns[decided].name,
                            isGiven ? GuessReason::Given : GuessReason::Values};
    chooser.mapping().decision = choice;
    if (!isGiven)
        chooser.note(RoleJudgement{.role = Role::Score,
                                   .certainty = RoleCertainty::Likely,
                                   .reason = RoleReason::DecisionsAsScores,
                                   .column = choice->value});
}

} // namespace

std::optional<Problem> resolveScore(ColumnChooser &chooser)
{
    std::string decisions;
    ColumnChooser::Choice choice = chosenScore(chooser, decisions);
    const bool usable =
            choice && !choice->value.empty() && chooser.column(choice->value).numbers.numbers > 0;
    const auto decided = usable ? std::nullopt : decisionsAsScores(chooser);
    if (!usable && !decided)
        return Problem{.kind = ProblemKind::NoScoreColumn,
                       .column = chooser.wanted().score.value_or(""),
                       .detail = std::move(decisions),
                       .names = chooser.table().names()};
    if (decided)
        takeDecisions(chooser, *decided, choice);
    if (auto problem = chooser.take(choice->value))
        return problem;
    chooser.mapping().score = *choice;
    const auto score = chooser.placeOf(choice->value);
    if (auto problem = resolveDecision(chooser, score))
        return problem;
    resolveDirection(chooser, score);
    return std::nullopt;
}

} // namespace oneinn::ingest
