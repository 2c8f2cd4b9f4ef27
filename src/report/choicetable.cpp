// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/choicetable.h"

#include "core/policies/ownthresholds.h"
#include "report/answerwords.h"
#include "report/comparisons.h"
#include "report/reviewprose.h"
#include "wording/combinationwords.h"
#include "wording/decisionwords.h"
#include "wording/experiencewords.h"
#include "wording/frequency.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/ownthresholdwords.h"
#include "wording/phrases.h"
#include "wording/statement.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::countText;

namespace {

struct Row {
    QString name;
    const Assessment *assessment = nullptr; ///< null: the band in force
};

struct Column {
    QString title; ///< "Wrong, of %1 shown"
    Share share = Share::Shown;
};

QString countOrLess(double share, int of)
{
    return wording::shareCountText(share, of, u"under"_s, u"over"_s);
}

QString shareCell(const std::optional<Proportion> &share, int of, bool withInterval)
{
    if (!share)
        return wording::undefinedDash();
    switch (wording::shareFormOf(*share)) {
    case wording::ShareForm::Counts:
        return u"%1 of %2"_s.arg(countText(share->yes.rows), countText(share->all.rows));
    case wording::ShareForm::TooFew:
        return u"%1 to %2"_s.arg(countOrLess(share->interval.low, of),
                                 countOrLess(share->interval.high, of));
    default:
        break;
    }
    QString value = countOrLess(share->value, of);
    if (!withInterval)
        return value;
    return u"%1 (%2 to %3)"_s.arg(value, countText(countOf(share->interval.low, of)),
                                  countText(countOf(share->interval.high, of)));
}

int denominatorOf(const QList<Row> &rows, const Column &column)
{
    for (const Row &row : rows) {
        if (!row.assessment)
            continue;
        const auto share = row.assessment->experience[column.share];
        if (share && wording::denominatorOf(*share) == 1000)
            return 1000;
    }
    return 100;
}

bool anyDefined(const QList<Row> &rows, const Column &column)
{
    return std::any_of(rows.begin(), rows.end(), [&column](const Row &row) {
        return row.assessment && row.assessment->experience[column.share].has_value();
    });
}

QList<Column> columnsOf(const QList<Row> &rows, const wording::Feature &feature)
{
    const QString ofUses = u", of %1 "_s + feature.useCase.plural;
    QList<Column> columns{
            {wording::capitalised(feature.done) + ofUses, Share::Shown},
            {u"Wrong, of %1 "_s + feature.done, Share::WrongOfShown},
            {u"Missed, of %1 "_s + feature.positivesBriefly(), Share::Missed},
            {u"Late"_s + ofUses, Share::Late},
            {wording::capitalised(feature.person.singular) + u" gone"_s + ofUses, Share::Left},
    };
    columns.removeIf([&rows](const Column &column) { return !anyDefined(rows, column); });
    return columns;
}

QString settingOf(const Assessment &assessment, const AnswerMaterial &material, bool withModel)
{
    const Scenario &scenario = assessment.scenario;
    const bool lower = material.provenance.lowerIsPositive;
    QStringList parts;
    if (scenario.combination)
        parts.append(wording::answererName(scenario));
    else if (withModel && scenario.selection.model)
        parts.append(wording::nameText(*scenario.selection.model));
    const auto *own = thresholdsBySegment(scenario.combination);
    parts.append(own ? wording::ownThresholdsList(*own, scenario.threshold, lower)
                     : thresholdIn(assessment, lower));
    if (const QString budgets = wording::ownBudgetsName(scenario); !budgets.isEmpty())
        parts.append(budgets);
    else if (scenario.budget)
        parts.append(wording::budgetText(scenario.budget));
    else if (!wording::tellsNoWaits(assessment))
        parts.append(wording::budgetLabel(scenario.budget));
    return parts.join(u", "_s);
}

/// What a person decides is a chance, without an interval; of all that is shown only what is wrong
/// of it, and what is missed, is told.
QString bandCell(const FoundBand &band, Share share, int of)
{
    const auto told = share == Share::WrongOfShown ? band.wrongOfShown
            : share == Share::Missed               ? band.missed
                                                   : std::nullopt;
    return told ? countOrLess(*told, of) : wording::undefinedDash();
}

QString bandName(const AnswerMaterial &material)
{
    return u"Our choice: "_s + reviewChoiceName(material);
}

bool severalModels(const AnswerMaterial &material)
{
    return std::any_of(material.pins.begin(), material.pins.end(), [&](const PinnedAnswer &pin) {
        return pin.assessment->scenario.selection.model
                != material.assessment.scenario.selection.model;
    });
}

/// Of the default without its number, since the threshold follows.
QString choiceName(const AnswerMaterial &material, std::size_t pin)
{
    const PinnedPoint &point = material.pins[pin].point;
    const bool isDefault = point.origin == PinnedPoint::Origin::Default && point.name.empty();
    return isDefault ? u"The default"_s : wording::capitalised(pinName(material, pin));
}

} // namespace

std::optional<Table> choiceTable(const AnswerMaterial &material, bool withIntervals)
{
    const bool withModel = severalModels(material);
    QList<Row> rows;
    if (material.review)
        rows.append({bandName(material), nullptr});
    rows.append({(material.review ? u"Without a person: "_s : u"Our choice: "_s)
                         + settingOf(material.assessment, material, withModel),
                 &material.assessment});
    for (std::size_t pin = 0; pin < material.pins.size(); ++pin) {
        const PinnedAnswer &answer = material.pins[pin];
        if (isNow(material, answer))
            continue;
        rows.append({choiceName(material, pin) + u": "_s
                             + settingOf(*answer.assessment, material, withModel),
                     answer.assessment});
    }
    if (rows.size() < 2)
        return std::nullopt;
    const auto columns = columnsOf(rows, featureOf(material));
    Table table;
    table.header.append(u"Threshold, budget"_s);
    for (const Row &row : std::as_const(rows))
        table.rows.append(QStringList{row.name});
    for (const Column &column : columns) {
        const int of = denominatorOf(rows, column);
        table.header.append(column.title.arg(countText(of)));
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const Assessment *row = rows.at(i).assessment;
            table.rows[i].append(row ? shareCell(row->experience[column.share], of, withIntervals)
                                     : bandCell(material.review->answer->band, column.share, of));
        }
    }
    return table;
}

} // namespace oneinn::report
