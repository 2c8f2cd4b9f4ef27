// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicechecklist.h"

#include "practice/practicefacts.h"

#include <algorithm>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

using Fact = QString (*)(const AnswerMaterial &);

/// An item, and what tells it of data; null: nothing does.
struct ItemRow {
    QString key;
    QString says;
    Fact here = nullptr;
};

const ItemRow &clarifies()
{
    static const ItemRow row{u"clarify"_s,
                             u"Asks first: what does a wrong one cost, and what a missed one?"_s,
                             costFact};
    return row;
}

const ItemRow &hurt()
{
    static const ItemRow row{u"hurt"_s, u"Says who is hurt by which failure."_s, failuresFact};
    return row;
}

const ItemRow &carries()
{
    static const ItemRow row{
            u"carries"_s,
            u"Names what carries the product: the wait, the wrong ones or the misses, and by how "
            "much."_s,
            carriesFact};
    return row;
}

const ItemRow &chooses()
{
    static const ItemRow row{u"choice"_s, u"Makes a choice and names its price."_s, choiceFact};
    return row;
}

const ItemRow &outcome()
{
    static const ItemRow row{u"outcome"_s,
                             u"Ends in something that a person experiences, and not in a metric."_s,
                             outcomeFact};
    return row;
}

const ItemRow &learns()
{
    static const ItemRow row{
            u"loop"_s, u"Says what the feature learns from, and what it never sees."_s, loopFact};
    return row;
}

const ItemRow &afterLaunch()
{
    static const ItemRow row{
            u"launch"_s,
            u"Says what happens after the launch: what is watched, and when it is taken back."_s,
            launchFact};
    return row;
}

const ItemRow &unknown()
{
    static const ItemRow row{u"unknown"_s, u"Says what is not known."_s, unknownFact};
    return row;
}

QList<ItemRow> designRows()
{
    return {clarifies(),
            {u"need"_s, u"Asks whether a model is needed at all."_s, silenceFact},
            hurt(),
            {u"approach"_s,
             u"Says how it learns and why: from labels, from what people do, or not at all."_s,
             labelsFact},
            carries(),
            chooses(),
            outcome(),
            learns(),
            afterLaunch(),
            unknown()};
}

QList<ItemRow> failureRows()
{
    return {{u"since"_s, u"Asks first: since when, for whom, and what was released then?"_s},
            {u"data"_s, u"Rules out the data first: missing values, units, duplicates."_s,
             dataRecovery},
            {u"base-rate"_s,
             u"Then the base rate: is there more of what it looks for than before?"_s,
             baseRateRecovery},
            {u"drift"_s, u"Then drift: are the scores others, or do they mean something else?"_s,
             driftRecovery},
            {u"model"_s, u"Then the model: a release, or a single segment?"_s, modelRecovery},
            {u"system"_s, u"Then the system: waits and failed calls."_s, systemRecovery},
            {u"stop"_s, u"Stops the harm before the cause is known, and says what that costs."_s,
             launchFact},
            hurt(),
            outcome(),
            unknown()};
}

QList<ItemRow> tradeoffRows()
{
    return {clarifies(),
            hurt(),
            carries(),
            chooses(),
            {u"other"_s, u"Says what was not chosen, and why."_s, alternativeFact},
            outcome(),
            learns(),
            afterLaunch(),
            unknown()};
}

QList<ItemRow> executiveRows()
{
    return {{u"value"_s, u"Begins with what it is worth, and to whom."_s, worthFact},
            {u"analogy"_s, u"Uses a likeness that fails in the same way."_s, frequencyFact},
            {u"mechanics"_s, u"Says how it works in one sentence, without a metric's name."_s,
             mechanicsFact},
            {u"limitation"_s, u"Says what it cannot do, before anybody asks."_s, failuresFact},
            outcome(),
            chooses(),
            afterLaunch(),
            unknown()};
}

QList<ItemRow> metricRows()
{
    return {{u"count"_s, u"Turns the metric into a count, and says of what."_s, frequencyFact},
            {u"hides"_s, u"Says what the metric hides."_s, silenceFact},
            hurt(),
            outcome(),
            {u"often"_s, u"Says how often one person meets it, and after how long."_s, paceFact},
            carries(),
            {u"next"_s, u"Says what would have to change for people to notice."_s, choiceFact},
            unknown()};
}

/// Of a product whose data nobody has here.
QList<ItemRow> anyProductRows()
{
    QList<ItemRow> rows{
            {u"clarify"_s, clarifies().says},
            {u"strategy"_s, u"Says where its data come from, and who labels them."_s},
            {u"loop"_s, learns().says},
            {u"hurt"_s, hurt().says},
            {u"visible"_s, u"Shows the tradeoff in something that one can see in the product."_s},
            {u"threshold"_s, u"Says where its threshold stands, and who may have chosen it."_s},
            {u"outcome"_s, outcome().says},
            {u"unknown"_s, unknown().says}};
    return rows;
}

QList<ItemRow> rowsOf(CardKind kind)
{
    switch (kind) {
    case CardKind::Design:
        return designRows();
    case CardKind::Failure:
        return failureRows();
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

QList<ChecklistItem> checklistOf(CardKind kind, const AnswerMaterial &material)
{
    QList<ChecklistItem> items;
    const QList<ItemRow> rows = rowsOf(kind);
    for (const ItemRow &row : rows)
        items.append({row.key, row.says, row.here ? row.here(material) : QString()});
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
