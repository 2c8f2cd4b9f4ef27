// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/reachcommand.h"

#include "cli/assessmentjson.h"
#include "core/targets/capacity.h"
#include "core/targets/reachtargets.h"
#include "presets/scenariojson.h"
#include "wording/reachwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(TargetKind kind)
{
    switch (kind) {
    case TargetKind::WrongOfShown:
        return u"wrong_of_shown"_s;
    case TargetKind::Missed:
        return u"missed"_s;
    case TargetKind::Answered:
        return u"answered_within"_s;
    case TargetKind::Gone:
        return u"gone"_s;
    case TargetKind::ShownPerDay:
        break;
    }
    return u"shown_per_day"_s;
}

QString nameOf(RouteKind kind)
{
    switch (kind) {
    case RouteKind::AsItIs:
        return u"as-it-is"_s;
    case RouteKind::AtTheWait:
        return u"budget-at-the-wait"_s;
    case RouteKind::WaitedFor:
        return u"waited-for"_s;
    case RouteKind::Replaced:
        break;
    }
    return u"replaced-at-the-wait"_s;
}

QString nameOf(LatePolicy policy)
{
    for (const auto &[word, each] : latePolicyWords()) {
        if (each == policy)
            return word;
    }
    return {};
}

Json milliseconds(const std::optional<Milliseconds> &wait)
{
    return wait ? Json(wait->value) : Json();
}

Json targetsJson(const Targets &targets)
{
    return Json::Object{
            {u"wrong_of_shown_at_most"_s, targets.wrongOfShown},
            {u"missed_at_most"_s, targets.missed},
            {u"answered_within_ms"_s,
             targets.answered ? Json(targets.answered->wait.value) : Json()},
            {u"answered_at_least"_s, targets.answered ? Json(targets.answered->share) : Json()},
            {u"gone_at_most"_s, targets.gone},
            {u"shown_per_day_at_most"_s, targets.shownPerDay},
            {u"uses_per_day"_s, targets.shownPerDay ? Json(targets.usesPerDay) : Json()},
    };
}

Json readingJson(const TargetReading &reading)
{
    if (!reading.share)
        return Json::Object{{u"share"_s, Json()}, {u"met"_s, reading.met}};
    return Json::Object{{u"share"_s, reading.share->value},
                        {u"interval"_s, intervalJson(reading.share->interval)},
                        {u"met"_s, reading.met},
                        {u"surely_met"_s, reading.sure}};
}

Json perDayJson(const TargetReading &reading, const Targets &targets)
{
    if (!reading.share)
        return {};
    const double perDay = reading.share->value * targets.usesPerDay;
    return Json::Object{{u"share"_s, reading.share->value},
                        {u"interval"_s, intervalJson(reading.share->interval)},
                        {u"per_day"_s, perDay},
                        {u"share_of_days_over"_s, shareOfDaysOver(perDay, *targets.shownPerDay)},
                        {u"met"_s, reading.met},
                        {u"surely_met"_s, reading.sure}};
}

/// What is said about one file in its own units.
class ReachJson {
public:
    ReachJson(const ReachAnswer &answer, const FeatureWords &product, const Input &input)
        : m_answer(answer)
        , m_product(product)
        , m_input(input)
    {
    }

    Json answer() const
    {
        Json::Array routes;
        for (std::size_t i = 0; i < m_answer.routes.size(); ++i)
            routes.push_back(route(i));
        const Targets &targets = m_answer.question.targets;
        return Json::Object{
                {u"account"_s, accountJson(m_input)},
                {u"warnings"_s, Json::strings(m_input.warnings)},
                {u"selection"_s, selectionJson(m_input.index->selection())},
                {u"targets"_s, targetsJson(targets)},
                {u"reachable"_s, m_answer.reachable()},
                {u"answer"_s, m_answer.reachable() ? u"reachable"_s : u"not reachable"_s},
                {u"binding"_s, binding()},
                {u"routes"_s, std::move(routes)},
                {u"sentences"_s,
                 Json::strings(wording::targetLines(targets, m_product)
                               + wording::reachSummary(m_answer, m_product))},
                {u"notes"_s, Json::strings(wording::reachNotes(m_answer, m_product))},
        };
    }

private:
    Json setting(const std::optional<TargetSetting> &setting) const
    {
        if (!setting)
            return {};
        const Targets &targets = m_answer.question.targets;
        Json::Object json{
                {u"threshold"_s, m_input.units.inFile(setting->threshold)},
                {u"same_decisions"_s, intervalJson(m_input.units.inFile(setting->sameDecisions))},
                {u"value_per_1000_uses"_s, 1000.0 * setting->valuePerUse},
                {nameOf(TargetKind::WrongOfShown),
                 readingJson(setting->readings[TargetKind::WrongOfShown])},
                {nameOf(TargetKind::Missed), readingJson(setting->readings[TargetKind::Missed])},
        };
        if (targets.answered)
            json.emplace_back(nameOf(TargetKind::Answered),
                              readingJson(setting->readings[TargetKind::Answered]));
        if (targets.gone)
            json.emplace_back(nameOf(TargetKind::Gone),
                              readingJson(setting->readings[TargetKind::Gone]));
        if (targets.shownPerDay)
            json.emplace_back(nameOf(TargetKind::ShownPerDay),
                              perDayJson(setting->readings[TargetKind::ShownPerDay], targets));
        return json;
    }

    Json furthest(const std::optional<Furthest> &furthest, TargetKind kind) const
    {
        if (!furthest)
            return {};
        Json::Object json{{u"value"_s, furthest->value}};
        if (!isOfEveryThreshold(kind))
            json.emplace_back(u"threshold"_s, m_input.units.inFile(furthest->threshold));
        return json;
    }

    /// By the targets asked.
    template<typename Value> Json byTarget(TargetSet asked, const Value &value) const
    {
        Json::Object json;
        for (const TargetKind kind : allTargets) {
            if (asked.contains(kind))
                json.emplace_back(nameOf(kind), value(kind));
        }
        return json;
    }

    Json route(std::size_t index) const
    {
        const Route &route = m_answer.routes[index];
        const Reach &reach = route.reach;
        const Choice &choice = route.choice;
        const bool replaced =
                choice.budget && choice.latePolicy == LatePolicy::FallBack && choice.fallback;
        Json::Array conflict;
        for (const TargetKind kind : allTargets) {
            if (reach.conflict.contains(kind))
                conflict.emplace_back(nameOf(kind));
        }
        return Json::Object{
                {u"name"_s, wording::routeName(route)},
                {u"kind"_s, nameOf(route.kind)},
                {u"model"_s, choice.model ? Json(QString::fromStdString(*choice.model)) : Json()},
                {u"budget_ms"_s, milliseconds(choice.budget)},
                {u"late"_s, choice.budget ? Json(nameOf(choice.latePolicy)) : Json()},
                {u"fallback"_s,
                 replaced ? Json(QString::fromStdString(choice.fallback->model)) : Json()},
                {u"reachable"_s, reach.reachable()},
                {u"setting"_s, setting(reach.chosen)},
                {u"safe_setting"_s, setting(reach.safe)},
                {u"feasible"_s, intervalsJson(reach.feasible, m_input.units)},
                {u"binding"_s, reach.binding ? Json(nameOf(*reach.binding)) : Json()},
                {u"without"_s,
                 byTarget(reach.asked,
                          [&](TargetKind kind) { return setting(reach.without[kind]); })},
                {u"conflict"_s, std::move(conflict)},
                {u"furthest_alone"_s,
                 byTarget(reach.asked,
                          [&](TargetKind kind) { return furthest(reach.alone[kind], kind); })},
                {u"furthest_beside_others"_s,
                 byTarget(reach.asked,
                          [&](TargetKind kind) {
                              return furthest(reach.besideOthers[kind], kind);
                          })},
                {u"wait_for_share_ms"_s,
                 reach.ofSlice.answered ? milliseconds(reach.ofSlice.answered->waitForShare)
                                        : Json()},
                {u"sentences"_s,
                 Json::strings(wording::routeSentences(m_answer, index, m_product))},
        };
    }

    Json binding() const
    {
        const auto binding = bindingTarget(m_answer);
        if (!binding)
            return {};
        return Json::Object{
                {u"target"_s, nameOf(binding->kind)},
                {u"route"_s, binding->route},
                {u"value_per_1000_uses"_s, 1000.0 * binding->setting.valuePerUse},
        };
    }

    const ReachAnswer &m_answer;
    const FeatureWords &m_product;
    const Input &m_input;
};

QString answerText(const ReachAnswer &answer, const FeatureWords &product)
{
    QString text = u"Asked for:\n  "_s
            + wording::targetLines(answer.question.targets, product).join(u"\n  "_s) + u"\n\n"_s
            + wording::reachSummary(answer, product).join(u'\n') + u"\n\n"_s;
    for (std::size_t i = 0; i < answer.routes.size(); ++i)
        text += wording::routeSentences(answer, i, product).join(u"\n  "_s) + u"\n\n"_s;
    return text + wording::reachNotes(answer, product).join(u'\n') + u'\n';
}

} // namespace

Outcome reachCommand(const Options &options, const Input &input)
{
    const Scenario scenario = scenarioOf(options, input);
    const auto rows = ScenarioRows::around(input.index, scenario);
    const auto answer = reachTargets(rows, reachQuestion(scenario));
    const ReachAnswer &found = answer.value();
    return {options.format == Format::Text
                    ? answerText(found, scenario.words)
                    : ReachJson(found, scenario.words, input).answer().text() + u'\n',
            {}};
}

} // namespace oneinn::cli
