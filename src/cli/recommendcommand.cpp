// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/recommendcommand.h"

#include "cli/answertext.h"
#include "cli/assessmentjson.h"
#include "wording/columnwords.h"
#include "wording/decisionwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <variant>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

struct Recommendation {
    Threshold threshold;
    std::vector<ThresholdInterval> intervals; ///< all that are as good, highest first
};

/// Nothing keeps the limit, or nothing can be best because there is no positive.
struct Infeasible {
    QString metric;
    std::optional<double> limit;
    std::optional<double> bestReachable;
    std::optional<double> atThreshold; ///< in the file's units
    QString sentence;
};

using Answer = std::variant<Recommendation, Infeasible>;

/// Why nothing is found where even the best reachable is undefined.
QString undefinedSentence(const QString &metric)
{
    return u"No threshold has a %1: it takes positives among these rows, and rows on time."_s.arg(
            metric);
}

QString infeasibleSentence(const ConstrainedThreshold &constrained, const Objective &objective,
                           PromiseRule promise, ScoreUnits units)
{
    if (!constrained.bestReachable || !constrained.bestReachableAt)
        return undefinedSentence(objective.kind == Objective::Kind::RecallAtPrecision
                                         ? u"precision"_s
                                         : u"recall"_s);
    if (objective.kind == Objective::Kind::RecallAtPrecision) {
        ConstrainedThreshold inFile = constrained;
        inFile.bestReachableAt = Threshold{units.inFile(*constrained.bestReachableAt)};
        return wording::asSentence(wording::infeasibleText(inFile, objective.limit, promise));
    }
    return u"No setting reaches a recall of %1; the best is %2 at %3."_s.arg(
            numberText(objective.limit), wording::numberText(*constrained.bestReachable, 4),
            numberText(units.inFile(*constrained.bestReachableAt)));
}

/// How often a promise chosen so is kept on new rows.
QString keptSentence(PromiseRule promise)
{
    return promise == PromiseRule::LowerLimit
            ? u"The precision is promised by its lower limit: chosen so, 95 of 100 files like this "
              "one keep it on new rows, wherever the precision lies (90 of 100 where wrong ones "
              "weigh more than right ones). The share on these rows alone "
              "would be kept in about half "
              "(--promise plain)."_s
            : u"The precision is the share on these rows, where the threshold was chosen: on new "
              "rows about half of files like this one keep it. By its lower limit 95 of 100 do "
              "(--promise lower-limit)."_s;
}

Answer constrainedAnswer(const ConstrainedThreshold &constrained, const Objective &objective,
                         PromiseRule promise, ScoreUnits units)
{
    if (constrained.found)
        return Recommendation{constrained.found->threshold, {constrained.found->interval}};
    const bool ofPrecision = objective.kind == Objective::Kind::RecallAtPrecision;
    const auto &at = constrained.bestReachableAt;
    return Infeasible{ofPrecision ? u"precision"_s : u"recall"_s, objective.limit,
                      constrained.bestReachable,
                      at ? std::optional(units.inFile(*at)) : std::nullopt,
                      infeasibleSentence(constrained, objective, promise, units)};
}

Answer answerOf(const Objective &objective, const UseSlice &slice, const Outlook &outlook,
                const Scenario &scenario, ScoreUnits units)
{
    switch (objective.kind) {
    case Objective::Kind::Value:
        return Recommendation{outlook.mostValuable.threshold, outlook.mostValuable.intervals};
    case Objective::Kind::F1:
        if (const auto &best = outlook.recommendations.f1)
            return Recommendation{best->threshold, best->intervals};
        return Infeasible{u"f1"_s, {}, {}, {}, undefinedSentence(u"F1"_s)};
    case Objective::Kind::RecallAtPrecision:
        return constrainedAnswer(outlook.recommendations.recallAtPrecision, objective,
                                 scenario.promise, units);
    case Objective::Kind::PrecisionAtRecall:
        return constrainedAnswer(mostPrecisionAtRecall(slice, scenario, objective.limit), objective,
                                 scenario.promise, units);
    }
    return {};
}

/// Null where no precision is promised.
Json promiseJson(const Scenario &scenario, const Objective &objective)
{
    if (objective.kind != Objective::Kind::RecallAtPrecision)
        return {};
    return scenario.promise == PromiseRule::LowerLimit ? u"lower-limit"_s : u"plain"_s;
}

Json infeasibleJson(const Infeasible &infeasible, const Objective &objective,
                    const Scenario &scenario, const Input &input)
{
    return Json::Object{
            {u"account"_s, accountJson(input)},
            {u"warnings"_s, Json::strings(input.warnings)},
            {u"objective"_s, objective.text},
            {u"promise"_s, promiseJson(scenario, objective)},
            {u"infeasible"_s,
             Json::Object{
                     {u"metric"_s, infeasible.metric},
                     {u"limit"_s, infeasible.limit},
                     {u"best_reachable"_s, infeasible.bestReachable},
                     {u"at_threshold"_s,
                      infeasible.atThreshold ? Json(*infeasible.atThreshold) : Json()},
             }},
            {u"sentences"_s, Json::strings({infeasible.sentence})},
    };
}

Json foundJson(const Recommendation &found, const Assessment &assessment,
               const Objective &objective, const QString &kept, const Input &input)
{
    QStringList sentences = answerSentences(assessment, input);
    if (!kept.isEmpty())
        sentences.append(kept);
    const Budget &budget = assessment.scenario.budget;
    return Json::Object{
            {u"account"_s, accountJson(input)},
            {u"warnings"_s, Json::strings(input.warnings)},
            {u"selection"_s, selectionJson(assessment.scenario.selection)},
            {u"objective"_s, objective.text},
            {u"promise"_s, promiseJson(assessment.scenario, objective)},
            {u"threshold"_s, Json(input.units.inFile(found.threshold))},
            {u"budget_ms"_s, budget ? Json(budget->value) : Json()},
            {u"intervals"_s, intervalsJson(found.intervals, input.units)},
            {u"confusion_matrix"_s, matrixJson(assessment.matrix)},
            {u"metrics"_s, metricsJson(assessment, *input.index)},
            {u"metric_intervals"_s, metricIntervalsJson(assessment.intervals)},
            {u"experience"_s, experienceJson(assessment)},
            {u"clusters"_s, clustersJson(assessment.experience.shares)},
            {u"value"_s, valueJson(assessment, input.units)},
            {u"sentences"_s, Json::strings(sentences)},
    };
}

} // namespace

Outcome recommendCommand(const Options &options, const Input &input)
{
    // Whatever is best on an order that is turned round is best for nobody.
    const auto *order = input.file.mapping.judgementOf(Role::Direction);
    if (order && order->reason == RoleReason::Inverted && !options.columns.lowerIsPositive)
        return {{}, {}, wording::roleSentences(*order, wording::Reader::CommandLine)};
    Scenario scenario = scenarioOf(options, input);
    const auto slice = sliceOf(scenario, input);
    const auto sliceOutlook = outlook(*slice, scenario);
    const Answer answer = answerOf(options.objective, *slice, *sliceOutlook, scenario, input.units);
    const bool asText = options.format == Format::Text;

    if (const auto *infeasible = std::get_if<Infeasible>(&answer)) {
        if (asText)
            return {infeasible->sentence + u'\n', {}};
        return {infeasibleJson(*infeasible, options.objective, scenario, input).text() + u'\n', {}};
    }
    const auto &found = std::get<Recommendation>(answer);
    scenario.threshold = found.threshold;
    const Assessment assessment = assess(*slice, sliceOutlook, scenario,
                                         clusterMoments(*slice, clustersQuestion(scenario)));
    const bool promised = options.objective.kind == Objective::Kind::RecallAtPrecision;
    const QString kept = promised ? keptSentence(scenario.promise) : QString();
    if (asText)
        return {(promised ? kept + u'\n' : QString()) + answerText(assessment, input), {}};
    return {foundJson(found, assessment, options.objective, kept, input).text() + u'\n', {}};
}

} // namespace oneinn::cli
