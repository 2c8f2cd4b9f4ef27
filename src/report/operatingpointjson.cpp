// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/ownbudgets.h"
#include "core/policies/ownthresholds.h"
#include "presets/conditionjson.h"
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

constexpr int plainVersion = 1;
constexpr int combinedVersion = 2; ///< written only where 1 cannot say it

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

/// The bounds as scores of the file: ends are exchanged where lower scores are positive.
QJsonObject unsureJson(const Interval &between, bool lowerIsPositive)
{
    const auto bound = [lowerIsPositive](double score) {
        return numberJson(inFile(Threshold{score}, lowerIsPositive));
    };
    // What is compared with each end, so that nobody has to guess which of the two belongs to it.
    return {{lowerIsPositive ? u"up_to"_s : u"from"_s, bound(between.low)},
            {lowerIsPositive ? u"above"_s : u"below"_s, bound(between.high)}};
}

/// Each value's threshold as it is now.
QJsonObject thresholdsJson(const ThresholdsBySegment &thresholds, Threshold dial,
                           bool lowerIsPositive)
{
    QJsonObject values;
    for (const ThresholdsBySegment::Own &own : thresholdsNow(thresholds, dial))
        values.insert(QString::fromStdString(own.value),
                      numberJson(inFile(own.threshold, lowerIsPositive)));
    return {{u"column"_s, QString::fromStdString(thresholds.column)},
            {u"comparison"_s, lowerIsPositive ? u"<="_s : u">="_s},
            {u"values"_s, values},
            {u"others"_s, numberJson(inFile(dial, lowerIsPositive))}};
}

/// Each value's budget as it is now.
QJsonObject budgetsJson(const UsesQuestion &scenario)
{
    QJsonObject values;
    for (const BudgetsBySegment::Own &own : budgetsNow(scenario))
        values.insert(QString::fromStdString(own.value), own.budget.value);
    return {{u"column"_s, QString::fromStdString(scenario.budgets->column)},
            {u"values_ms"_s, values},
            {u"others_ms"_s, scenario.budget->value}};
}

struct CombinationFields {
    const Scenario &scenario;
    bool lowerIsPositive;

    QJsonObject operator()(const FirstAsked &first) const
    {
        return {{u"kind"_s, u"cascade"_s},
                {u"first_model"_s, QString::fromStdString(first.model)},
                {u"asks_model_if_score"_s, unsureJson(first.deferBetween, lowerIsPositive)},
                {u"both_at_once"_s, first.parallel}};
    }
    QJsonObject operator()(const AskedAgain &again) const
    {
        return {{u"kind"_s, u"hedge"_s}, {u"asked_again_after_ms"_s, again.after.value}};
    }
    QJsonObject operator()(const DividedUses &divided) const
    {
        const double moved = scenario.threshold.value - divided.ownThreshold.value;
        return {{u"kind"_s, u"mixture"_s},
                {u"share_of_model"_s, divided.share},
                {u"other_model"_s, QString::fromStdString(divided.other)},
                {u"other_shown_if_score"_s,
                 ruleJson({divided.otherThreshold.value + moved}, lowerIsPositive)}};
    }
    QJsonObject operator()(const ThresholdsBySegment & /*has a key of its own*/) const
    {
        return {};
    }
};

/// As they are in sessions; what has no word of its own is left out.
QJsonObject wordsJson(const FeatureWords &words)
{
    QJsonObject json;
    for (const FeatureWordRow &row : featureWordRows) {
        if (words.*row.word != FeatureWords().*row.word)
            json.insert(QLatin1String(row.key), QString::fromStdString(words.*row.word));
    }
    return json;
}

} // namespace

QByteArray operatingPointJson(const Scenario &scenario, const OperatingPointSource &source)
{
    const bool lower = source.lowerIsPositive;
    const bool hasOwnBudgets = !budgetsNow(scenario).empty();
    const bool needsCombined =
            scenario.combination || hasOwnBudgets || anyOrdered(scenario.selection.where);
    const QJsonObject data{
            {u"file"_s, source.fileName},
            {u"sha256"_s,
             source.sha256.isEmpty() ? QJsonValue()
                                     : QJsonValue(QString::fromLatin1(source.sha256))},
            {u"where"_s, conditionsJson(scenario.selection.where)},
    };
    QJsonObject point{
            {u"format"_s, u"one-in-n operating point"_s},
            {u"version"_s, needsCombined ? combinedVersion : plainVersion},
            {u"date"_s, source.date},
            {u"model"_s, nameJson(scenario.selection.model)},
            {u"direction"_s, lower ? u"lower-is-positive"_s : u"higher-is-positive"_s},
            {u"shown_if_score"_s, ruleJson(scenario.threshold, lower)},
            {u"budget_ms"_s, scenario.budget ? QJsonValue(scenario.budget->value) : QJsonValue()},
            {u"late_policy"_s, latePolicyWord(scenario.latePolicy)},
            {u"fallback"_s, fallbackJson(scenario, lower)},
            {u"data"_s, data},
    };
    // What is told of shares depends on who leaves: whoever checks them has to assume the same.
    if (!scenario.patience.everyoneWaits())
        point.insert(u"assumed"_s, patienceJson(scenario.patience));
    if (const auto *thresholds = thresholdsBySegment(scenario.combination))
        point.insert(u"thresholds"_s, thresholdsJson(*thresholds, scenario.threshold, lower));
    else if (scenario.combination)
        point.insert(u"combination"_s,
                     std::visit(CombinationFields{scenario, lower}, *scenario.combination));
    if (hasOwnBudgets)
        point.insert(u"budgets"_s, budgetsJson(scenario));
    if (const QJsonObject words = wordsJson(scenario.words); !words.isEmpty())
        point.insert(u"words"_s, words);
    return QJsonDocument(point).toJson(QJsonDocument::Indented);
}

} // namespace oneinn::report
