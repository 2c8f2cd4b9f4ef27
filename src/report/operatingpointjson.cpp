// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/scenariojson.h"
#include "report/exports.h"
#include "report/filescore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;

/// JSON has no infinities.
QJsonValue numberJson(double value)
{
    if (std::isinf(value))
        return value > 0.0 ? u"Infinity"_s : u"-Infinity"_s;
    return value;
}

QJsonValue nameJson(const std::optional<std::string> &name)
{
    return name ? QJsonValue(QString::fromStdString(*name)) : QJsonValue();
}

/// What is shown: scores that compare so with the threshold.
QJsonObject ruleJson(Threshold threshold, bool lowerIsPositive)
{
    return {{u"comparison"_s, lowerIsPositive ? u"<="_s : u">="_s},
            {u"threshold"_s, numberJson(inFile(threshold, lowerIsPositive))}};
}

QJsonValue fallbackJson(const Scenario &scenario, bool lowerIsPositive)
{
    if (scenario.latePolicy != LatePolicy::FallBack || !scenario.fallback)
        return {};
    const FallbackModel &fallback = *scenario.fallback;
    const bool atOnce = fallback.start == Fallback::Start::WithMain;
    return QJsonObject{{u"model"_s, QString::fromStdString(fallback.model)},
                       {u"shown_if_score"_s, ruleJson(fallback.threshold, lowerIsPositive)},
                       {u"start"_s, atOnce ? u"with-main"_s : u"at-deadline"_s}};
}

QJsonArray whereJson(const Selection &selection)
{
    QJsonArray conditions;
    for (const Selection::Where &condition : selection.where) {
        conditions.append(QJsonObject{{u"column"_s, QString::fromStdString(condition.column)},
                                      {u"value"_s, QString::fromStdString(condition.value)}});
    }
    return conditions;
}

} // namespace

QByteArray operatingPointJson(const Scenario &scenario, const OperatingPointSource &source)
{
    const bool lower = source.lowerIsPositive;
    const QJsonObject data{
            {u"file"_s, source.fileName},
            {u"sha256"_s,
             source.sha256.isEmpty() ? QJsonValue()
                                     : QJsonValue(QString::fromLatin1(source.sha256))},
            {u"where"_s, whereJson(scenario.selection)},
    };
    const QJsonObject point{
            {u"format"_s, u"one-in-n operating point"_s},
            {u"version"_s, version},
            {u"date"_s, source.date},
            {u"model"_s, nameJson(scenario.selection.model)},
            {u"direction"_s, lower ? u"lower-is-positive"_s : u"higher-is-positive"_s},
            {u"shown_if_score"_s, ruleJson(scenario.threshold, lower)},
            {u"budget_ms"_s, scenario.budget ? QJsonValue(scenario.budget->value) : QJsonValue()},
            {u"late_policy"_s, latePolicyWord(scenario.latePolicy)},
            {u"fallback"_s, fallbackJson(scenario, lower)},
            {u"data"_s, data},
    };
    return QJsonDocument(point).toJson(QJsonDocument::Indented);
}

} // namespace oneinn::report
