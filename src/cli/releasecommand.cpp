// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/releasecommand.h"

#include "cli/assessmentjson.h"
#include "core/assessment.h"
#include "report/csv.h"
#include "wording/releasewords.h"
#include "wording/runningcountwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// The plan, and what it is of.
struct Planned {
    ReleasePlan plan;
    Scenario scenario;
    std::optional<RunningAnswer> soFar;
};

Json optionalCount(const std::optional<int> &count)
{
    return count ? Json(double(*count)) : Json();
}

Json lookJson(const RollbackLook &look)
{
    return Json::Object{{u"shown"_s, double(look.shown)},
                        {u"roll_back_at"_s, double(look.rollBackAt)},
                        {u"keep_up_to"_s, optionalCount(look.keepUpTo)}};
}

Json volumeJson(const std::optional<VolumeLimits> &limits)
{
    if (!limits)
        return {};
    return Json::Object{{u"uses"_s, double(limits->uses)},
                        {u"fewest"_s, optionalCount(limits->low)},
                        {u"most"_s, optionalCount(limits->high)},
                        {u"false_alarm"_s, limits->falseAlarm}};
}

Json ruleJson(const RollbackTrigger &trigger)
{
    if (!trigger.rule)
        return {};
    const RollbackRule &rule = *trigger.rule;
    Json::Array looks;
    for (const RollbackLook &look : rule.looks)
        looks.push_back(lookJson(look));
    return Json::Object{
            {u"wrong_now"_s, rule.wrong},
            {u"wrong_if_bad"_s, rule.wrongIfBad},
            {u"looks"_s, std::move(looks)},
            {u"good_rolled_back_at_most"_s, rule.goodRolledBackAtMost},
            {u"bad_found"_s, rule.bad.rolledBack},
            {u"mean_shown_if_good"_s, rule.good.meanShown},
            {u"mean_shown_if_bad"_s, rule.bad.meanShown},
            {u"design_effect"_s, rule.designEffect},
            {u"among_at_least"_s, Json(rule.fewestOf())},
            {u"good_rolled_back_at_upper_end"_s, Json(trigger.goodRolledBackAtUpperEnd)}};
}

Json stageJson(const Planned &planned, std::size_t place)
{
    const ReleasePlan &plan = planned.plan;
    const ReleaseStage &stage = plan.stages[place];
    const ReleasePath &after = plan.path[place];
    return Json::Object{{u"share"_s, stage.share},
                        {u"users"_s, Json(stage.users)},
                        {u"fewest_users"_s, Json(stage.fewestUsers)},
                        {u"labelled_shown"_s, Json(stage.labelledShown)},
                        {u"days"_s, Json(stage.days)},
                        {u"uses"_s, Json(stage.uses)},
                        {u"shown"_s, Json(stage.shown)},
                        {u"extra_wrong_if_bad"_s, Json(stage.extraWrongIfBad)},
                        {u"pass_if_good"_s, Json(stage.passIfGood)},
                        {u"pass_if_bad"_s, Json(stage.passIfBad)},
                        {u"good_still_in"_s, Json(after.goodStillIn)},
                        {u"bad_still_in"_s, Json(after.badStillIn)},
                        {u"expected_extra_wrong_if_bad"_s, Json(after.expectedExtraWrongIfBad)},
                        {u"sentence"_s, wording::stageSentence(stage, planned.scenario.words)}};
}

Json soFarJson(const Planned &planned, const RunningCount &count)
{
    if (!planned.soFar)
        return {};
    const auto verdict = [&]() -> QString {
        switch (planned.soFar->verdict) {
        case RunningVerdict::RollBack:
            return u"roll-back"_s;
        case RunningVerdict::Keep:
            return u"keep"_s;
        case RunningVerdict::Hold:
            return u"hold"_s;
        case RunningVerdict::CannotTellYet:
            break;
        }
        return u"cannot-tell-yet"_s;
    };
    return Json::Object{{u"wrong"_s, double(count.wrong)},
                        {u"shown"_s, double(count.shown)},
                        {u"verdict"_s, verdict()},
                        {u"look"_s, lookJson(planned.soFar->look)},
                        {u"sentence"_s,
                         wording::runningSentence(*planned.soFar, count, planned.scenario.words)}};
}

QStringList sentencesOf(const Planned &planned, const std::optional<RunningCount> &count)
{
    QStringList sentences;
    if (planned.soFar)
        sentences.append(wording::runningSentence(*planned.soFar, *count, planned.scenario.words));
    return sentences + wording::releaseSentences(planned.plan, planned.scenario.words);
}

Json sharesJson(const std::vector<double> &shares)
{
    Json::Array json;
    for (const double share : shares)
        json.emplace_back(share);
    return json;
}

QString planJson(const Planned &planned, const Options &options, const Input &input)
{
    const ReleasePlan &plan = planned.plan;
    Json::Array stages;
    for (std::size_t place = 0; place < plan.stages.size(); ++place)
        stages.push_back(stageJson(planned, place));
    Json::Object json{{u"account"_s, accountJson(input)},
                      {u"warnings"_s, Json::strings(input.warnings)},
                      {u"selection"_s, selectionJson(planned.scenario.selection)},
                      {u"threshold"_s, Json(input.units.inFile(planned.scenario.threshold))},
                      {u"stages"_s, std::move(stages)},
                      {u"rollback"_s, rollbackJson(plan.rollback)},
                      {u"shadow"_s,
                       Json::Object{{u"days"_s, Json(plan.shadow.days)},
                                    {u"shown"_s, volumeJson(plan.shadow.shown)},
                                    {u"labels_need_showing"_s, plan.shadow.labelsNeedShowing},
                                    {u"sentences"_s,
                                     Json::strings(wording::shadowSentences(
                                             plan.shadow, planned.scenario.words))}}},
                      {u"margin"_s, plan.rollback.rule ? Json(plan.terms.margin) : Json()},
                      {u"good_reach_at_least"_s, Json(plan.goodReachAtLeast)},
                      {u"labelled"_s, plan.rollback.rule ? Json(plan.terms.labelled) : Json()}};
    json.emplace_back(u"rollback_counts_from_share"_s,
                      plan.ruleFrom && !plan.stages.empty()
                              ? Json(plan.stages[*plan.ruleFrom].share)
                              : Json());
    json.emplace_back(u"takes_too_long"_s, plan.takesTooLong());
    json.emplace_back(u"shares_that_do"_s, sharesJson(plan.sharesThatDo));
    if (options.release.soFar)
        json.emplace_back(u"so_far"_s, soFarJson(planned, *options.release.soFar));
    json.emplace_back(u"sentences"_s, Json::strings(sentencesOf(planned, options.release.soFar)));
    return Json(std::move(json)).text() + u'\n';
}

QString csvCell(const std::optional<double> &value)
{
    return value ? report::csvNumber(*value) : QString();
}

QString planCsv(const ReleasePlan &plan)
{
    QString csv = report::csvRow({u"share"_s, u"labelled_shown"_s, u"days"_s, u"uses"_s,
                                  u"extra_wrong_if_bad"_s, u"pass_if_good"_s, u"pass_if_bad"_s});
    for (const ReleaseStage &stage : plan.stages)
        csv += report::csvRow({report::csvNumber(stage.share), csvCell(stage.labelledShown),
                               csvCell(stage.days), csvCell(stage.uses),
                               csvCell(stage.extraWrongIfBad), csvCell(stage.passIfGood),
                               csvCell(stage.passIfBad)});
    return csv;
}

} // namespace

Json rollbackJson(const RollbackTrigger &trigger)
{
    return Json::Object{{u"wrong"_s, ruleJson(trigger)},
                        {u"shown"_s, volumeJson(trigger.shown)},
                        {u"late"_s, volumeJson(trigger.late)}};
}

Outcome releaseCommand(const Options &options, const Input &input)
{
    const DecidedSetting decided = decidedSetting(options, input);
    const Assessment assessment = assess(*decided.rows, decided.scenario);
    Planned planned{.plan = releasePlan(assessment, options.release.plan,
                                        usesOfGroup(*decided.rows, decided.scenario.selection)),
                    .scenario = decided.scenario,
                    .soFar = {}};
    Outcome outcome;
    outcome.notes = decided.notes;
    if (options.release.soFar && planned.plan.rollback.rule)
        planned.soFar = runningAnswer(planned.plan.rollback.rule->looks, *options.release.soFar);
    switch (options.format) {
    case Format::Text:
        outcome.text = sentencesOf(planned, options.release.soFar).join(u'\n') + u'\n';
        break;
    case Format::Csv:
        outcome.text = planCsv(planned.plan);
        break;
    default:
        outcome.text = planJson(planned, options, input);
    }
    return outcome;
}

} // namespace oneinn::cli
