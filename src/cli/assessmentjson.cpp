// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/assessmentjson.h"

#include "core/metrics/curves.h"
#include "presets/conditionjson.h"
#include "wording/datalimitwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Json columnName(const std::optional<ingest::ResolvedColumn> &column)
{
    return column ? Json(text(column->value)) : Json();
}

Json untilBadJson(const std::optional<UsesUntil> &uses)
{
    if (!uses)
        return {};
    return Json::Object{
            {u"mean"_s, uses->mean},
            {u"median"_s, uses->median},
            {u"p10"_s, uses->p10},
            {u"p90"_s, uses->p90},
    };
}

} // namespace

Json modelScoresJson(const std::vector<ingest::WideModel> &models)
{
    Json::Array all;
    for (const auto &model : models)
        all.emplace_back(
                Json::Object{{u"name"_s, text(model.name)},
                             {u"score"_s, text(model.score)},
                             {u"latency"_s, model.latency ? Json(text(*model.latency)) : Json()}});
    return all;
}

Json failedJson(const std::vector<ingest::FailedCells> &failed)
{
    Json::Array all;
    for (const auto &cells : failed) {
        all.emplace_back(
                Json::Object{{u"column"_s, text(cells.column)},
                             {u"value"_s, cells.value ? Json(text(*cells.value)) : Json()}});
    }
    return all;
}

Json accountJson(const Input &input)
{
    const RowAccount &account = input.account;
    Json::Object reasons;
    for (std::size_t i = 0; i < setAsideReasonCount; ++i) {
        const auto reason = static_cast<SetAsideReason>(i);
        const std::size_t count = account.setAside(reason);
        if (count > 0)
            reasons.emplace_back(text(keyOf(reason)), count);
    }
    Json::Object result{
            {u"records"_s, account.records()},
            {u"used"_s, account.used()},
            {u"set_aside"_s, std::move(reasons)},
    };
    if (input.predictions().anyFailed())
        result.emplace_back(u"failed"_s, account.failed());
    if (input.predictions().anyRefused())
        result.emplace_back(u"refused"_s, account.refused());
    if (input.predictions().hasLatency()) {
        result.emplace_back(u"latency"_s,
                            Json::Object{
                                    {u"measured"_s, account.latency.measured},
                                    {u"missing"_s, account.latency.missing},
                                    {u"invalid"_s, account.latency.invalid},
                                    {u"timed_out"_s, account.latency.timedOut},
                            });
        result.emplace_back(u"used_without_latency"_s, input.index->rowsWithoutLatency());
    }
    return result;
}

Json selectionJson(const Selection &selection)
{
    Json::Array where;
    for (const auto &condition : selection.where) {
        Json::Object each{{u"column"_s, text(condition.column)},
                          {u"value"_s, text(condition.value)}};
        if (condition.match != Selection::Match::Is)
            each.emplace_back(u"match"_s, matchKey(condition.match));
        where.emplace_back(std::move(each));
    }
    return Json::Object{
            {u"model"_s, selection.model ? Json(text(*selection.model)) : Json()},
            {u"where"_s, std::move(where)},
    };
}

Json columnsJson(const ingest::LoadedFile &file)
{
    const ingest::ResolvedMapping &mapping = file.mapping;
    return Json::Object{
            {u"label"_s, text(mapping.label.value)},
            {u"positive"_s, text(mapping.positive.value)},
            {u"negative"_s, text(mapping.negative)},
            {u"score"_s, text(mapping.score.value)},
            {u"lower_is_positive"_s, mapping.lowerIsPositive.value},
            {u"decision"_s, columnName(mapping.decision)},
            {u"latency"_s, columnName(mapping.latency)},
            {u"latency_unit"_s,
             mapping.latency ? Json(text(symbolOf(mapping.unit.value))) : Json()},
            {u"failed"_s, failedJson(mapping.failed)},
            {u"refused"_s, failedJson(mapping.refused)},
            {u"model"_s, columnName(mapping.model)},
            {u"models"_s, modelScoresJson(mapping.wide)},
            {u"example"_s, columnName(mapping.exampleId)},
            {u"example_with"_s, columnName(mapping.exampleWith)},
            {u"user"_s, columnName(mapping.userId)},
            {u"day"_s, columnName(mapping.day)},
            {u"weight"_s, columnName(mapping.weight)},
            {u"count"_s, columnName(mapping.count)},
            {u"delimiter"_s, QString(QLatin1Char(file.delimiter))},
    };
}

Json matrixJson(const ConfusionMatrix &matrix)
{
    return Json::Object{{u"tp"_s, matrix.tp()},
                        {u"fp"_s, matrix.fp()},
                        {u"fn"_s, matrix.fn()},
                        {u"tn"_s, matrix.tn()}};
}

Json metricsJson(const Assessment &assessment, const PredictionIndex &index)
{
    const auto all = index.at({});
    const ThresholdSweep ranking = all->sweep().rebased(
            restatement(all->counts(Threshold::alertOnNothing()), assessment.scenario.baseRate));
    Json::Object result = pointMetricsJson(assessment.metrics);
    result.emplace_back(u"average_precision"_s, averagePrecision(ranking));
    result.emplace_back(u"roc_auc"_s, rocAuc(ranking));
    return result;
}

Json::Object pointMetricsJson(const PointMetrics &metrics)
{
    return {
            {u"precision"_s, metrics.precision},
            {u"recall"_s, metrics.recall},
            {u"specificity"_s, metrics.specificity},
            {u"npv"_s, metrics.npv},
            {u"fpr"_s, metrics.fpr},
            {u"fnr"_s, metrics.fnr},
            {u"accuracy"_s, metrics.accuracy},
            {u"alert_rate"_s, metrics.alertRate},
            {u"prevalence"_s, metrics.prevalence},
            {u"balanced_accuracy"_s, metrics.balancedAccuracy},
            {u"youden_j"_s, metrics.youdenJ},
            {u"lift"_s, metrics.lift},
            {u"f0.5"_s, metrics.fHalf},
            {u"f1"_s, metrics.f1},
            {u"f2"_s, metrics.f2},
            {u"mcc"_s, metrics.mcc},
    };
}

Json metricIntervalsJson(const MetricIntervals &intervals)
{
    const auto json = [](const std::optional<Proportion> &share) {
        return share && !share->tooFewClusters() ? intervalJson(share->interval) : Json();
    };
    return Json::Object{
            {u"precision"_s, json(intervals.precision)},
            {u"recall"_s, json(intervals.recall)},
            {u"specificity"_s, json(intervals.specificity)},
            {u"npv"_s, json(intervals.npv)},
            {u"fpr"_s, json(intervals.fpr)},
            {u"fnr"_s, json(intervals.fnr)},
            {u"accuracy"_s, json(intervals.accuracy)},
            {u"alert_rate"_s, json(intervals.alertRate)},
            {u"prevalence"_s, json(intervals.prevalence)},
    };
}

QString paceOrigin(const Pace &pace)
{
    switch (pace.from) {
    case PaceFrom::Person:
        return u"said"_s;
    case PaceFrom::File:
        return u"file"_s;
    case PaceFrom::Usual:
        break;
    }
    return u"usual"_s;
}

Json experienceJson(const Assessment &assessment)
{
    const Experience &experience = assessment.experience;
    return Json::Object{
            {u"wrong_of_shown"_s, valueOf(experience[Share::WrongOfShown])},
            {u"wrong_of_uses"_s, valueOf(experience[Share::WrongOfUses])},
            {u"missed"_s, valueOf(experience[Share::Missed])},
            {u"missed_by_model"_s, valueOf(experience[Share::MissedByModel])},
            {u"missed_by_lateness"_s, valueOf(experience[Share::MissedByLateness])},
            {u"missed_gone"_s, valueOf(experience[Share::MissedGone])},
            {u"missed_failed"_s, valueOf(experience[Share::MissedFailed])},
            {u"failed"_s, valueOf(experience[Share::Failed])},
            {u"missed_refused"_s, valueOf(experience[Share::MissedRefused])},
            {u"refused"_s, valueOf(experience[Share::Refused])},
            {u"shown"_s, valueOf(experience[Share::Shown])},
            {u"late"_s, valueOf(experience[Share::Late])},
            {u"left"_s, valueOf(experience[Share::Left])},
            {u"unserved"_s, valueOf(experience[Share::Unserved])},
            {u"uses_until_kth_bad"_s, untilBadJson(experience.usesUntilBad)},
            {u"uses_until_kth_bad_if_users_differ"_s,
             untilBadJson(experience.usesUntilBadIfUsersDiffer)},
            {u"share_meeting_k_bad_in_a_week"_s, experience.shareMeetingInWeek},
            {u"uses_per_week"_s, assessment.pace.usesPerWeek},
            {u"uses_per_week_from"_s, paceOrigin(assessment.pace)},
            {u"user_correlation"_s,
             experience.users ? Json(*experience.users->correlation) : Json()},
    };
}

Json clustersJson(const Shares &shares)
{
    const auto &clusters = shares.clusters();
    if (!clusters)
        return {};
    const auto number = [&clusters](ClusterOf of) {
        const double found = clusters->clusters(of);
        return found > 0.0 ? Json(found) : Json();
    };
    const auto effect = [&shares](Share share) {
        const auto found = shares.effectOf(share);
        return found ? Json(found->designEffect) : Json();
    };
    return Json::Object{{u"users"_s, number(ClusterOf::User)},
                        {u"days"_s, number(ClusterOf::Day)},
                        {u"cases"_s, number(ClusterOf::Case)},
                        {u"groups"_s, number(ClusterOf::Group)},
                        {u"design_effect"_s,
                         Json::Object{{u"wrong_of_shown"_s, effect(Share::WrongOfShown)},
                                      {u"missed"_s, effect(Share::Missed)},
                                      {u"late"_s, effect(Share::Late)}}}};
}

Json valueJson(const Assessment &assessment, ScoreUnits units)
{
    // Without any use there is nothing to be worth anything, or to be best.
    if (!(assessment.counts.uses().weight > 0.0))
        return {};
    // What is missed costs, and is not known.
    if (wording::isSilentUnknown(assessment))
        return {};
    const BestThreshold &best = assessment.value.best;
    return Json::Object{
            {u"per_1000_uses"_s, 1000.0 * assessment.value.perUse},
            {u"best_per_1000_uses"_s, 1000.0 * best.best},
            {u"best_threshold"_s, Json(units.inFile(best.threshold))},
            {u"best_intervals"_s, intervalsJson(best.intervals, units)},
    };
}

Json intervalJson(const Interval &interval)
{
    return Json::Array{Json(interval.low), Json(interval.high)};
}

Json intervalsJson(const std::vector<ThresholdInterval> &intervals, ScoreUnits units)
{
    Json::Array array;
    for (const auto &interval : intervals)
        array.push_back(intervalJson(units.inFile(interval)));
    return array;
}

} // namespace oneinn::cli
