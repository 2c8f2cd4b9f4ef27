// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicechecklist.h"

#include "practice/practicefacts.h"

#include <algorithm>
#include <optional>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

using Fact = QString (*)(const AnswerMaterial &);

/// An item, and what tells it of data; null: nothing does.
struct ItemRow {
    QString key;
    QString says;
    Fact here;
    QString otherwise;    ///< what one would say where no data tell it
    QString withoutWaits; ///< in place of `says` where the data have no waits; empty: the same
};

ItemRow clarifies()
{
    return {u"clarify"_s,
            u"Asks first: what does a wrong one cost, and what a missed one?"_s,
            costFact,
            u"ask those who pay for a wrong one and for a missed one what each costs them"_s,
            {}};
}

ItemRow hurt()
{
    return {u"hurt"_s,
            u"Says who is hurt by which failure."_s,
            failuresFact,
            u"name the person who meets a wrong one and the person who is missed: they are seldom "
            "the same"_s,
            {}};
}

ItemRow carries()
{
    return {u"carries"_s,
            u"Names what carries the product: the wait, the wrong ones or the misses, and by how "
            "much."_s,
            carriesFact,
            u"say which failure you would least like to see doubled, and what that would cost"_s,
            u"Names what carries the product: the wrong ones or the misses, and by how much."_s};
}

ItemRow chooses()
{
    return {u"choice"_s,
            u"Makes a choice and names its price."_s,
            choiceFact,
            u"choose, and say in the same breath what becomes worse by it"_s,
            {}};
}

ItemRow outcome()
{
    return {u"outcome"_s,
            u"Ends in something that a person experiences, and not in a metric."_s,
            outcomeFact,
            u"say what one person sees on one day"_s,
            {}};
}

ItemRow learns()
{
    return {u"loop"_s,
            u"Says what the feature learns from, and what it never sees."_s,
            loopFact,
            u"say which of its mistakes come back as a label, and which never do"_s,
            {}};
}

ItemRow afterLaunch()
{
    return {u"launch"_s,
            u"Says what happens after the launch: what is watched, and when it is taken back."_s,
            launchFact,
            u"name one count that is watched, and the number at which it is taken back"_s,
            {}};
}

ItemRow unknown()
{
    return {u"unknown"_s,
            u"Says what is not known."_s,
            unknownFact,
            u"say what you would measure first"_s,
            {}};
}

ItemRow unknownPlainly()
{
    ItemRow row = unknown();
    row.here = unknownPlainlyFact;
    return row;
}

ItemRow unknownCause()
{
    ItemRow row = unknown();
    row.here = unknownCauseFact;
    return row;
}

QList<ItemRow> designRows()
{
    return {clarifies(),
            {u"need"_s,
             u"Asks whether a model is needed at all."_s,
             needFact,
             u"ask what a rule by hand, or doing nothing, would be right in, and on the same uses"_s,
             {}},
            hurt(),
            {u"approach"_s,
             u"Says how it learns and why: from labels, from what people do, or not at all."_s,
             labelsFact,
             u"say who would label, and whether they can know it"_s,
             {}},
            carries(),
            chooses(),
            outcome(),
            learns(),
            afterLaunch(),
            unknown()};
}

QString stopWrong(const AnswerMaterial &material)
{
    return stopHarmFact(Harm::Wrong, material);
}

QString stopMissed(const AnswerMaterial &material)
{
    return stopHarmFact(Harm::Missed, material);
}

QString stopLate(const AnswerMaterial &material)
{
    return stopHarmFact(Harm::Late, material);
}

Fact stopOf(const std::optional<Harm> &supposed)
{
    if (!supposed)
        return stopFact;
    switch (*supposed) {
    case Harm::Missed:
        return stopMissed;
    case Harm::Late:
        return stopLate;
    case Harm::Wrong:
        break;
    }
    return stopWrong;
}

QList<ItemRow> failureRows(const std::optional<Harm> &supposed)
{
    return {{u"since"_s,
             u"Asks first: since when, for whom, and what was released then?"_s,
             sinceFact,
             u"ask since when, for whom, and what was released then, since one period cannot say "
             u"what "
             "changed; two can, in Launch, Why did it drop, or by 'one-in-n-cli drop BEFORE AFTER'"_s,
             {}},
            {u"data"_s,
             u"Rules out the data first: missing values, units, duplicates."_s,
             dataRecovery,
             {},
             {}},
            {u"base-rate"_s,
             u"Then the base rate: is there more of what it looks for than before?"_s,
             baseRateRecovery,
             {},
             {}},
            {u"drift"_s,
             u"Then drift: are the scores others, or do they mean something else?"_s,
             driftRecovery,
             {},
             {}},
            {u"model"_s,
             u"Then the model: a release, or a single segment?"_s,
             modelRecovery,
             {},
             {}},
            {u"system"_s, u"Then the system: waits and failed calls."_s, systemRecovery,
             u"look at failed calls and at what the system left out, and log what it took from now "
             "on"_s,
             u"Then the system: did calls fail?"_s},
            {u"stop"_s,
             u"Stops the harm before the cause is known, and says what that costs."_s,
             stopOf(supposed),
             u"go back to what ran before, and say who loses by that"_s,
             {}},
            hurt(),
            outcome(),
            unknownCause()};
}

QList<ItemRow> tradeoffRows()
{
    return {clarifies(),
            hurt(),
            carries(),
            chooses(),
            {u"other"_s,
             u"Says what was not chosen, and why."_s,
             alternativeFact,
             u"name one setting that you looked at and did not take, and what it would have cost"_s,
             {}},
            outcome(),
            learns(),
            afterLaunch(),
            unknown()};
}

QList<ItemRow> executiveRows()
{
    return {{u"value"_s,
             u"Begins with what it is worth, and to whom."_s,
             worthFact,
             u"begin with who gains by it, and how much"_s,
             {}},
            {u"analogy"_s,
             u"Uses a likeness that fails in the same way."_s,
             likenessFact,
             u"compare it with somebody who is right about as often"_s,
             {}},
            {u"mechanics"_s,
             u"Says how it works in one sentence, without a metric's name."_s,
             mechanicsFact,
             {},
             {}},
            {u"limitation"_s,
             u"Says what it cannot do, before anybody asks."_s,
             failuresFact,
             u"say what it will get wrong, before anybody asks"_s,
             {}},
            outcome(),
            chooses(),
            afterLaunch(),
            unknownPlainly()};
}

QList<ItemRow> metricRows()
{
    return {{u"count"_s,
             u"Turns the metric into a count, and says of what."_s,
             frequencyFact,
             u"say it as so many of so many, and of what"_s,
             {}},
            {u"hides"_s,
             u"Says what the metric hides."_s,
             silenceFact,
             u"say what doing nothing at all would score"_s,
             {}},
            hurt(),
            outcome(),
            {u"often"_s,
             u"Says how often one person meets it, and after how long."_s,
             paceFact,
             u"say how often one person uses it, and multiply"_s,
             {}},
            carries(),
            {u"next"_s,
             u"Says what would have to change for people to notice."_s,
             choiceFact,
             u"say how much better it would have to be for one person to see it"_s,
             {}},
            unknown()};
}

/// Of a product whose data nobody has here.
QList<ItemRow> anyProductRows()
{
    const auto says = [](const QString &key, const QString &sentence) {
        return ItemRow{key, sentence, nullptr, {}, {}};
    };
    return {says(u"clarify"_s, clarifies().says),
            says(u"strategy"_s, u"Says where its data come from, and who labels them."_s),
            says(u"loop"_s, learns().says),
            says(u"hurt"_s, hurt().says),
            says(u"visible"_s,
                 u"Shows the tradeoff in something that one can see in the product."_s),
            says(u"threshold"_s, u"Says where its threshold stands, and who may have chosen it."_s),
            says(u"outcome"_s, outcome().says),
            says(u"unknown"_s, unknown().says)};
}

QList<ItemRow> rowsOf(CardKind kind, const std::optional<Harm> &supposed = {})
{
    switch (kind) {
    case CardKind::Design:
        return designRows();
    case CardKind::Failure:
        return failureRows(supposed);
    case CardKind::Tradeoff:
        return tradeoffRows();
    case CardKind::Executive:
        return executiveRows();
    case CardKind::Metric:
        return metricRows();
    case CardKind::AnyProduct:
        break;
    }
    return anyProductRows();
}

} // namespace

QList<ChecklistItem> checklistOf(CardKind kind, int number, const AnswerMaterial &material)
{
    QList<ChecklistItem> items;
    const QList<ItemRow> rows = rowsOf(kind, supposedHarm(kind, number, material));
    const bool waits = hasWaits(material);
    for (const ItemRow &row : rows) {
        const QString here = row.here ? row.here(material) : QString();
        const bool isOther = !waits && !row.withoutWaits.isEmpty();
        items.append(
                {row.key, isOther ? row.withoutWaits : row.says, here,
                 here.isEmpty() ? u"No data here can tell this: %1."_s.arg(row.otherwise) : here});
    }
    return items;
}

QList<ChecklistItem> anyProductChecklist()
{
    QList<ChecklistItem> items;
    const QList<ItemRow> rows = anyProductRows();
    for (const ItemRow &row : rows)
        items.append({row.key, row.says, {}});
    return items;
}

QString checklistSentence(const QString &key)
{
    for (const CardKind kind : cardKinds) {
        const QList<ItemRow> rows = rowsOf(kind);
        const auto found = std::ranges::find(rows, key, &ItemRow::key);
        if (found != rows.end())
            return found->says;
    }
    return {};
}

} // namespace oneinn
