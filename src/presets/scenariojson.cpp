// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/scenariojson.h"

#include "core/latency/patiencetext.h"
#include "core/limits.h"

#include <QStringList>

#include <cmath>
#include <map>
#include <string>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

// What the window can show: a value it had to round would be another one there.
constexpr double largestValue = 1e6;
constexpr int mostUses = 100000;
constexpr int mostBad = 20;
constexpr double leastLimit = 0.01;

OutcomeValues readValues(JsonReader &reader, const OutcomeValues &usual)
{
    const auto value = [&reader](const QString &key, double otherwise) {
        return reader.number(key, -largestValue, largestValue, otherwise);
    };
    const double tp = value(u"tp"_s, usual.tp());
    const double fp = value(u"fp"_s, usual.fp());
    const double fn = value(u"fn"_s, usual.fn());
    const double tn = value(u"tn"_s, usual.tn());
    const double late = value(u"late"_s, usual.late());
    return {tp, fp, fn, tn, late};
}

PatienceCurve readPatienceKeys(JsonReader &reader)
{
    PatienceShape shape = PatienceShape::Piecewise;
    if (const QString name = reader.text(u"patienceShape"_s); !name.isEmpty()) {
        if (const auto named = patienceShapeNamed(name.toStdString()))
            shape = *named;
        else
            reader.fail(u"patienceShape"_s, u"points, weibull or lognormal"_s);
    }
    auto read = readPatience(reader.text(u"patience"_s).toStdString(), shape);
    if (const auto *fault = std::get_if<PatienceTextFault>(&read)) {
        if (fault->kind == PatienceTextFault::Kind::TooMany)
            reader.failTooMany(u"patience"_s, mostPatiencePoints);
        reader.fail(
                u"patience"_s,
                shape == PatienceShape::Piecewise
                        ? u"points in order, such as \"500ms=0.9, 2s=0.5\""_s
                        : u"exactly two points for this shape, such as \"500ms=0.9, 2s=0.5\""_s);
        return {};
    }
    return std::get<PatienceCurve>(std::move(read));
}

} // namespace

const QList<std::pair<QString, LatePolicy>> &latePolicyWords()
{
    static const QList<std::pair<QString, LatePolicy>> words{
            {u"wait"_s, LatePolicy::Wait},
            {u"show-nothing"_s, LatePolicy::ShowNothing},
            {u"unanswered"_s, LatePolicy::Unanswered},
            {u"fall-back"_s, LatePolicy::FallBack},
    };
    return words;
}

LatePolicy readLatePolicy(JsonReader &reader, LatePolicy usual)
{
    const QString name = reader.text(u"latePolicy"_s);
    if (name.isEmpty())
        return usual;
    QStringList words;
    for (const auto &[word, policy] : latePolicyWords()) {
        if (word == name)
            return policy;
        words.append(word);
    }
    reader.fail(u"latePolicy"_s, words.join(u" or "_s));
    return usual;
}

std::optional<FallbackModel> readFallback(JsonReader &reader)
{
    std::optional<FallbackModel> fallback;
    reader.object(u"fallback"_s, [&fallback](JsonReader &inner) {
        FallbackModel model;
        model.model = inner.exactText(u"model"_s).value_or(std::string());
        model.threshold = {inner.numberOrInfinity(u"threshold"_s).value_or(model.threshold.value)};
        const QString start = inner.text(u"start"_s);
        if (model.model.empty())
            inner.fail(u"model"_s, u"the name of a model"_s);
        if (!inner.has(u"threshold"_s))
            inner.fail(u"threshold"_s, u"a number"_s);
        if (start == u"at-deadline")
            model.start = Fallback::Start::AtDeadline;
        else if (!start.isEmpty() && start != u"with-main")
            inner.fail(u"start"_s, u"with-main or at-deadline"_s);
        fallback = std::move(model);
    });
    return fallback;
}

namespace {

std::map<std::string, double> readCosts(JsonReader &reader)
{
    std::map<std::string, double> costs;
    reader.object(u"costPerCall"_s, [&costs](JsonReader &inner) {
        const QStringList models = inner.keys(mostModelCosts);
        for (const QString &model : models) {
            if (const auto cost = inner.optionalNumber(model, 0.0, limits::largestCostPerCall))
                costs[model.toStdString()] = *cost;
        }
    });
    return costs;
}

QJsonObject costsJson(const std::map<std::string, double> &costs)
{
    QJsonObject json;
    for (const auto &[model, cost] : costs)
        json.insert(QString::fromStdString(model), cost);
    return json;
}

Targets readTargets(JsonReader &reader)
{
    Targets targets;
    reader.object(u"targets"_s, [&targets](JsonReader &inner) {
        targets.wrongOfShown = inner.optionalNumber(u"wrongAtMost"_s, 0.0, 1.0);
        targets.missed = inner.optionalNumber(u"missedAtMost"_s, 0.0, 1.0);
        inner.object(u"answered"_s, [&targets](JsonReader &within) {
            Targets::AnsweredWithin answered;
            const auto wait = within.optionalNumber(u"withinMs"_s, 0.0, limits::longestWait);
            if (!wait)
                within.fail(u"withinMs"_s, u"a number of milliseconds from 0 on"_s);
            answered.wait = {wait.value_or(0.0)};
            answered.share = within.number(u"share"_s, limits::leastShare, 1.0, answered.share);
            targets.answered = answered;
        });
        targets.shownPerDay =
                inner.optionalNumber(u"shownPerDay"_s, limits::leastPerDay, limits::mostPerDay);
        targets.usesPerDay = inner.number(u"usesPerDay"_s, limits::leastPerDay, limits::mostPerDay,
                                          targets.usesPerDay);
    });
    return targets;
}

QJsonValue optionalJson(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject targetsJson(const Targets &targets)
{
    QJsonValue answered;
    if (targets.answered)
        answered = QJsonObject{{u"withinMs"_s, targets.answered->wait.value},
                               {u"share"_s, targets.answered->share}};
    return {
            {u"wrongAtMost"_s, optionalJson(targets.wrongOfShown)},
            {u"missedAtMost"_s, optionalJson(targets.missed)},
            {u"answered"_s, answered},
            {u"shownPerDay"_s, optionalJson(targets.shownPerDay)},
            {u"usesPerDay"_s, targets.usesPerDay},
    };
}

} // namespace

QString latePolicyWord(LatePolicy policy)
{
    for (const auto &[word, named] : latePolicyWords()) {
        if (named == policy)
            return word;
    }
    return {};
}

QJsonValue numberJson(double value)
{
    return std::isinf(value) ? QJsonValue(QString(infinityWord)) : QJsonValue(value);
}

QJsonValue fallbackJson(const std::optional<FallbackModel> &fallback)
{
    if (!fallback)
        return {};
    return QJsonObject{
            {u"model"_s, QString::fromStdString(fallback->model)},
            {u"threshold"_s, numberJson(fallback->threshold.value)},
            {u"start"_s,
             fallback->start == Fallback::Start::AtDeadline ? u"at-deadline"_s : u"with-main"_s},
    };
}

Scenario readAssumptions(JsonReader &reader)
{
    const Scenario usual;
    Scenario scenario;
    if (const QString noun = reader.text(u"noun"_s).simplified(); !noun.isEmpty())
        scenario.noun = noun.toStdString();
    reader.object(u"values"_s,
                  [&](JsonReader &inner) { scenario.values = readValues(inner, usual.values); });
    scenario.usesPerWeek =
            reader.wholeNumber(u"usesPerWeek"_s, 1, mostUses, int(usual.usesPerWeek));
    scenario.badBeforeLeaving =
            reader.wholeNumber(u"badBeforeLeaving"_s, 1, mostBad, usual.badBeforeLeaving);
    reader.object(u"noticed"_s, [&](JsonReader &inner) {
        scenario.noticed.wrong = inner.number(u"wrong"_s, 0.0, 1.0, usual.noticed.wrong);
        scenario.noticed.missed = inner.number(u"missed"_s, 0.0, 1.0, usual.noticed.missed);
        scenario.noticed.late = inner.number(u"late"_s, 0.0, 1.0, usual.noticed.late);
    });
    scenario.precisionLimit =
            reader.number(u"precisionLimit"_s, leastLimit, 1.0, usual.precisionLimit);
    scenario.patience = readPatienceKeys(reader);
    scenario.targets = readTargets(reader);
    scenario.latePolicy = readLatePolicy(reader, usual.latePolicy);
    scenario.fallback = readFallback(reader);
    scenario.costPerCall = readCosts(reader);
    if (scenario.latePolicy == LatePolicy::FallBack && !scenario.fallback)
        reader.fail(u"fallback"_s,
                    u"the model that answers instead, since latePolicy is fall-back"_s);
    return scenario;
}

QJsonObject assumptionsJson(const Scenario &scenario)
{
    const OutcomeValues &values = scenario.values;
    const Noticed &noticed = scenario.noticed;
    const PatienceCurve &patience = scenario.patience;
    const QJsonValue none;
    return {
            {u"noun"_s, QString::fromStdString(scenario.noun)},
            {u"values"_s,
             QJsonObject{{u"tp"_s, values.tp()},
                         {u"fp"_s, values.fp()},
                         {u"fn"_s, values.fn()},
                         {u"tn"_s, values.tn()},
                         {u"late"_s, values.late()}}},
            {u"usesPerWeek"_s, scenario.usesPerWeek},
            {u"badBeforeLeaving"_s, scenario.badBeforeLeaving},
            {u"noticed"_s,
             QJsonObject{{u"wrong"_s, noticed.wrong},
                         {u"missed"_s, noticed.missed},
                         {u"late"_s, noticed.late}}},
            {u"precisionLimit"_s, scenario.precisionLimit},
            {u"patience"_s,
             patience.everyoneWaits()
                     ? none
                     : QJsonValue(QString::fromStdString(patienceText(patience.points())))},
            {u"patienceShape"_s, QString::fromUtf8(nameOf(patience.shape()))},
            {u"latePolicy"_s, latePolicyWord(scenario.latePolicy)},
            {u"fallback"_s, fallbackJson(scenario.fallback)},
            {u"costPerCall"_s, costsJson(scenario.costPerCall)},
            {u"targets"_s, targetsJson(scenario.targets)},
    };
}

} // namespace oneinn
