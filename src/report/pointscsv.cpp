// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/scenariojson.h"
#include "report/csv.h"
#include "report/exports.h"
#include "report/filescore.h"
#include "wording/numbers.h"

namespace oneinn::report {

namespace {

QString text(const std::string &words)
{
    return csvText(QString::fromStdString(words));
}

QStringList share(const std::optional<Proportion> &share)
{
    if (!share)
        return {{}, {}, {}};
    return {csvNumber(share->value), csvNumber(share->interval.low),
            csvNumber(share->interval.high)};
}

QStringList valueCells(const NamedPoint &point)
{
    // Without any use there is nothing to be worth anything.
    if (!(point.assessment->counts.uses().weight > 0.0))
        return {{}, {}, {}};
    QStringList cells{csvNumber(wording::thousand * point.assessment->value.perUse), {}, {}};
    if (point.valueInterval) {
        cells[1] = csvNumber(wording::thousand * point.valueInterval->low);
        cells[2] = csvNumber(wording::thousand * point.valueInterval->high);
    }
    return cells;
}

QString row(const NamedPoint &point, bool lowerIsPositive)
{
    const Scenario &scenario = point.assessment->scenario;
    const Experience &experience = point.assessment->experience;
    const bool fallsBack = scenario.latePolicy == LatePolicy::FallBack && scenario.fallback;
    QStringList cells{csvText(point.name), text(scenario.selection.model.value_or("")),
                      csvNumber(inFile(scenario.threshold, lowerIsPositive)),
                      scenario.budget ? csvNumber(scenario.budget->value) : QString(),
                      csvText(latePolicyWord(scenario.latePolicy))};
    cells += fallsBack ? text(scenario.fallback->model) : QString();
    cells += fallsBack ? csvNumber(inFile(scenario.fallback->threshold, lowerIsPositive))
                       : QString();
    cells += share(experience[Share::WrongOfShown]) + share(experience[Share::Missed])
            + share(experience[Share::Late]);
    cells += QString::number(scenario.badBeforeLeaving);
    // Absent where nothing bad ever happens.
    cells += experience.usesUntilBad ? csvNumber(experience.usesUntilBad->median) : QString();
    cells += valueCells(point);
    return csvRow(cells);
}

} // namespace

QByteArray pointsCsv(const NamedPoints &points, bool lowerIsPositive)
{
    QByteArray csv = "name,model,threshold,budget_ms,late_policy,fallback_model,fallback_threshold,"
                     "wrong_of_shown,wrong_of_shown_low,wrong_of_shown_high,"
                     "missed,missed_low,missed_high,late,late_low,late_high,"
                     "bad_before_leaving,median_uses_until_then,"
                     "value_per_1000_uses,value_per_1000_uses_low,value_per_1000_uses_high\n";
    for (const NamedPoint &point : points)
        csv += row(point, lowerIsPositive).toUtf8();
    return csv;
}

} // namespace oneinn::report
