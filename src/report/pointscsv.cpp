// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/scenariojson.h"
#include "report/exports.h"
#include "report/filescore.h"

#include <QByteArrayList>

namespace oneinn::report {

namespace {

constexpr double uses = 1000.0;

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray text(const QString &words)
{
    QByteArray utf8 = words.toUtf8();
    if (!utf8.contains(',') && !utf8.contains('"') && !utf8.contains('\n') && !utf8.contains('\r'))
        return utf8;
    return '"' + utf8.replace('"', "\"\"") + '"';
}

QByteArray text(const std::string &words)
{
    return text(QString::fromStdString(words));
}

QByteArrayList share(const std::optional<Proportion> &share)
{
    if (!share)
        return {{}, {}, {}};
    return {number(share->value), number(share->interval.low), number(share->interval.high)};
}

QByteArrayList valueCells(const NamedPoint &point)
{
    // Without any use there is nothing to be worth anything.
    if (!(point.assessment->counts.uses().weight > 0.0))
        return {{}, {}, {}};
    QByteArrayList cells{number(uses * point.assessment->value.perUse), {}, {}};
    if (point.valueInterval) {
        cells[1] = number(uses * point.valueInterval->low);
        cells[2] = number(uses * point.valueInterval->high);
    }
    return cells;
}

QByteArray row(const NamedPoint &point, bool lowerIsPositive)
{
    const Scenario &scenario = point.assessment->scenario;
    const Experience &experience = point.assessment->experience;
    const bool fallsBack = scenario.latePolicy == LatePolicy::FallBack && scenario.fallback;
    QByteArrayList cells{text(point.name), text(scenario.selection.model.value_or("")),
                         number(inFile(scenario.threshold, lowerIsPositive)),
                         scenario.budget ? number(scenario.budget->value) : QByteArray(),
                         text(latePolicyWord(scenario.latePolicy))};
    cells += fallsBack ? text(scenario.fallback->model) : QByteArray();
    cells += fallsBack ? number(inFile(scenario.fallback->threshold, lowerIsPositive))
                       : QByteArray();
    cells += share(experience.wrongOfShown) + share(experience.missed) + share(experience.late);
    cells += QByteArray::number(scenario.badBeforeLeaving);
    // Absent where nothing bad ever happens.
    cells += experience.usesUntilBad ? number(experience.usesUntilBad->median) : QByteArray();
    cells += valueCells(point);
    return cells.join(',') + '\n';
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
        csv += row(point, lowerIsPositive);
    return csv;
}

} // namespace oneinn::report
