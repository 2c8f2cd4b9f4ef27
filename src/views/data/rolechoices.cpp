// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/rolechoices.h"

#include "ingest/labelvalues.h"
#include "ingest/latencyunit.h"
#include "session/columnparts.h"
#include "views/data/columnsummary.h"
#include "wording/columnwords.h"
#include "wording/importwords.h"
#include "wording/names.h"
#include "wording/phrases.h"
#include "wording/problemwords.h"

#include <QObject>

#include <algorithm>
#include <array>
#include <functional>

namespace oneinn {

namespace {

using ingest::ColumnMapping;
using ingest::LatencyUnit;

constexpr std::size_t mostChoices = 8; ///< more are chosen from the headers

constexpr std::array everyUnit{LatencyUnit::Seconds, LatencyUnit::Milliseconds,
                               LatencyUnit::Microseconds, LatencyUnit::Nanoseconds};

/// The column that is judged and its rivals, each in that part.
std::vector<RoleChoice> candidateChoices(const RoleJudgement &judgement, const RolesRead &read,
                                         ColumnPart part, bool withRivals)
{
    std::vector<RoleChoice> choices;
    const auto add = [&](const std::string &column) {
        if (choices.size() < mostChoices && !column.empty())
            choices.push_back({wording::nameText(column),
                               withPart(read.wanted, &read.mapping, column, part),
                               column == judgement.column});
    };
    add(judgement.column);
    if (withRivals) {
        for (const auto &rival : judgement.rivals)
            add(rival.name);
    }
    return choices;
}

/// The column plays the part, or none does.
std::vector<RoleChoice> yesOrNo(const RoleJudgement &judgement, const RolesRead &read,
                                ColumnPart part, const QString &yes, const QString &no)
{
    const auto parts = partsOf(read.mapping, judgement.column);
    const bool plays = std::ranges::find(parts, part) != parts.end();
    return {{yes, withPart(read.wanted, &read.mapping, judgement.column, part), plays},
            {no, withoutPart(read.wanted, part), !plays}};
}

std::vector<RoleChoice> labelChoices(const RoleJudgement &judgement, const RolesRead &read)
{
    // A decision's rival is the score that it was decided by.
    const bool rivals = judgement.reason == RoleReason::SeveralTruths
            || judgement.reason == RoleReason::OrderedByScore;
    auto choices = candidateChoices(judgement, read, ColumnPart::Label, rivals);
    if (!rivals && !choices.empty())
        choices.front().text = QObject::tr("%1 is what was really so").arg(choices.front().text);
    return choices;
}

std::vector<RoleChoice> scoreChoices(const RoleJudgement &judgement, const RolesRead &read)
{
    auto choices = candidateChoices(judgement, read, ColumnPart::Score, true);
    if (judgement.reason == RoleReason::SeveralScores) {
        ColumnMapping each = read.wanted;
        each.score.reset();
        each.wide.emplace();
        each.wide->push_back({judgement.column, judgement.column, std::nullopt});
        for (const auto &rival : judgement.rivals)
            each.wide->push_back({rival.name, rival.name, std::nullopt});
        choices.push_back({QObject::tr("each is a model's score"), std::move(each), false});
    }
    return choices;
}

/// A named score keeps the direction it is given.
std::vector<RoleChoice> directionChoices(const RolesRead &read)
{
    std::vector<RoleChoice> choices;
    for (const bool lower : {false, true}) {
        ColumnMapping mapping = read.wanted;
        if (!read.mapping.wide.empty())
            mapping.wide = read.mapping.wide;
        else
            mapping.score = read.mapping.score.value;
        mapping.lowerIsPositive = lower;
        choices.push_back({lower ? QObject::tr("low scores speak for positive")
                                 : QObject::tr("high scores speak for positive"),
                           std::move(mapping), read.mapping.lowerIsPositive.value == lower});
    }
    return choices;
}

std::vector<RoleChoice> unitChoices(const RoleJudgement &judgement, const RolesRead &read)
{
    const auto isPlausible = [&](LatencyUnit unit) {
        return judgement.reason != RoleReason::UnitUnclear
                || std::ranges::any_of(judgement.rivals, [unit](const auto &rival) {
                       return rival.name == symbolOf(unit);
                   });
    };
    std::vector<RoleChoice> choices;
    for (const LatencyUnit unit : everyUnit) {
        if (!isPlausible(unit))
            continue;
        ColumnMapping mapping = read.wanted;
        mapping.unit = unit;
        const auto median = judgement.median
                ? std::optional(ingest::toMilliseconds(*judgement.median, unit))
                : std::nullopt;
        choices.push_back({wording::unitChoiceText(unitName(unit), median), std::move(mapping),
                           read.mapping.unit.value == unit});
    }
    return choices;
}

std::vector<RoleChoice> failureChoices(const RolesRead &read)
{
    std::vector<RoleChoice> choices;
    ColumnMapping failed = read.wanted;
    failed.failed = read.mapping.failedSuggested;
    choices.push_back(
            {QObject::tr("failed where %1").arg(failedCellsText(read.mapping.failedSuggested)),
             std::move(failed), !read.mapping.failed.empty()});
    choices.push_back({QObject::tr("no call failed"), withoutPart(read.wanted, ColumnPart::Failed),
                       read.mapping.failed.empty()});
    return choices;
}

std::vector<RoleChoice> refusalChoices(const RolesRead &read)
{
    ColumnMapping refused = read.wanted;
    refused.refused = read.mapping.refusedSuggested;
    const QString text = QObject::tr("refused by the model where %1");
    return {{text.arg(failedCellsText(read.mapping.refusedSuggested)), std::move(refused),
             !read.mapping.refused.empty()},
            {QObject::tr("no call was refused"), withoutPart(read.wanted, ColumnPart::Refused),
             read.mapping.refused.empty()}};
}

std::vector<RoleChoice> modelChoices(const RoleJudgement &judgement, const RolesRead &read)
{
    if (judgement.reason != RoleReason::SeveralModels)
        return yesOrNo(judgement, read, ColumnPart::Model, QObject::tr("they are models"),
                       QObject::tr("they are not models"));
    auto choices = candidateChoices(judgement, read, ColumnPart::Score, true);
    for (RoleChoice &choice : choices) {
        choice.text = QObject::tr("only %1").arg(choice.text);
        choice.isTaken = false;
    }
    ColumnMapping all = read.wanted;
    all.wide = read.mapping.wide;
    choices.insert(choices.begin(), {QObject::tr("several models"), std::move(all), true});
    return choices;
}

/// text: with %1 for the value.
std::vector<RoleChoice> positiveChoices(const ingest::ColumnProfile &column,
                                        const ColumnMapping &wanted, const QString &text)
{
    std::vector<RoleChoice> choices;
    for (const auto &value : column.values) {
        if (!ingest::labelValues(column, value.text))
            continue;
        ColumnMapping mapping = wanted;
        mapping.positive = value.text;
        choices.push_back({text.arg(wording::nameText(value.text)), std::move(mapping), false});
    }
    return choices;
}

/// The commonest first, as the question has them; of very many these alone, since any other is
/// looked at from the matrix once the file is open.
ingest::ColumnProfile commonestFirst(ingest::ColumnProfile column)
{
    std::ranges::stable_sort(column.values, std::ranges::greater(),
                             &ingest::ColumnProfile::Value::records);
    if (column.hasManyValues())
        column.values.resize(ingest::ColumnProfile::valueLimit);
    return column;
}

std::optional<RoleQuestion> positiveQuestion(const ColumnTrial &trial,
                                             const ingest::TableFile &table,
                                             const ColumnMapping &wanted)
{
    const bool manyClasses = trial.problem
            && (trial.problem->kind == ProblemKind::LabelNotBinary
                || (trial.problem->kind == ProblemKind::NoLabelColumn
                    && !trial.problem->column.empty()));
    if (!manyClasses && (!trial.mapping || trial.positiveIsClear))
        return std::nullopt;
    const std::string label = manyClasses ? trial.problem->column : trial.mapping->label.value;
    Problem unclear{.kind = ProblemKind::PositiveValueUnclear, .column = label};
    if (trial.mapping)
        unclear.names = {trial.mapping->positive.value, trial.mapping->negative};
    RoleQuestion question{wording::problemWords(manyClasses ? *trial.problem : unclear).sentence(),
                          {}};
    if (manyClasses) {
        question.opens = true;
        question.sentence += QObject::tr(
                " Pick any: the file opens with it. Where it says what each row was called, or has "
                "a score for each class, all classes together are in Options / Classes.");
    }
    const auto column = std::ranges::find(table.columns(), label, &ingest::ColumnProfile::name);
    if (column == table.columns().end() || column->hasTooManyClasses())
        return question;
    ColumnMapping ofLabel = wanted;
    ofLabel.label = label;
    question.choices = positiveChoices(manyClasses ? commonestFirst(*column) : *column, ofLabel,
                                       manyClasses ? QObject::tr("%1 against the rest")
                                                   : QStringLiteral("%1"));
    if (question.choices.size() > mostChoices) {
        const auto rest = question.choices.begin() + mostChoices;
        question.more.assign(std::make_move_iterator(rest),
                             std::make_move_iterator(question.choices.end()));
        question.choices.erase(rest, question.choices.end());
    }
    return question;
}

RoleQuestion questionOf(const RoleJudgement &judgement, const RolesRead &read)
{
    return {wording::roleSentences(judgement, wording::Reader::Window),
            choicesFor(judgement, read)};
}

} // namespace

std::vector<RoleChoice> choicesFor(const RoleJudgement &judgement, const RolesRead &read)
{
    switch (judgement.role) {
    case Role::Label:
        return labelChoices(judgement, read);
    case Role::Score:
        return scoreChoices(judgement, read);
    case Role::Direction:
        return directionChoices(read);
    case Role::Decision: {
        // The column is the one with the classes.
        return yesOrNo(judgement, read, ColumnPart::Decision,
                       QObject::tr("of the class in %1").arg(wording::nameText(judgement.column)),
                       QObject::tr("of the positive value"));
    }
    case Role::Latency:
        return judgement.rivals.empty()
                ? yesOrNo(judgement, read, ColumnPart::Latency, QObject::tr("it is a latency"),
                          QObject::tr("it is none"))
                : candidateChoices(judgement, read, ColumnPart::Latency, true);
    case Role::LatencyUnit:
        return unitChoices(judgement, read);
    case Role::Failed:
        return failureChoices(read);
    case Role::Refused:
        return refusalChoices(read);
    case Role::Model:
        return modelChoices(judgement, read);
    case Role::Weight:
        return yesOrNo(judgement, read, ColumnPart::Weight, QObject::tr("rows count so much"),
                       QObject::tr("every row counts the same"));
    case Role::Count:
        return yesOrNo(judgement, read, ColumnPart::Count, QObject::tr("so many cases"),
                       QObject::tr("one case each"));
    }
    return {};
}

std::vector<RoleQuestion> questionsOf(const ColumnTrial &trial, const ingest::TableFile &table,
                                      const ColumnMapping &wanted)
{
    std::vector<RoleQuestion> questions;
    if (trial.mapping) {
        for (const RoleJudgement &judgement : trial.mapping->judgements) {
            if (judgement.certainty == RoleCertainty::Ask)
                questions.push_back(questionOf(judgement, {wanted, *trial.mapping}));
        }
    }
    if (auto positive = positiveQuestion(trial, table, wanted))
        questions.push_back(*std::move(positive));
    else if (trial.problem)
        questions.push_back({wording::problemWords(*trial.problem).sentence(), {}});
    return questions;
}

QString takenIn(const std::vector<RoleQuestion> &questions)
{
    for (const RoleQuestion &question : questions) {
        const auto taken = std::ranges::find_if(question.choices, &RoleChoice::isTaken);
        if (taken != question.choices.end())
            return taken->text;
    }
    return {};
}

std::vector<RoleQuestion> noticedIn(const ColumnTrial &trial, const ColumnMapping &wanted)
{
    std::vector<RoleQuestion> noticed;
    if (!trial.mapping)
        return noticed;
    for (const RoleJudgement &judgement : trial.mapping->judgements) {
        if (judgement.certainty != RoleCertainty::Ask && wording::isToBeSaid(judgement))
            noticed.push_back(questionOf(judgement, {wanted, *trial.mapping}));
    }
    return noticed;
}

QString unitName(LatencyUnit unit)
{
    switch (unit) {
    case LatencyUnit::Nanoseconds:
        return QObject::tr("nanoseconds");
    case LatencyUnit::Microseconds:
        return QObject::tr("microseconds");
    case LatencyUnit::Milliseconds:
        return QObject::tr("milliseconds");
    case LatencyUnit::Seconds:
        return QObject::tr("seconds");
    }
    Q_UNREACHABLE();
}

} // namespace oneinn
