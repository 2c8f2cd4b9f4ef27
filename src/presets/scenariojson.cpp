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

QString keyOf(const FieldRow &row)
{
    return QString::fromLatin1(row.key.data(), static_cast<qsizetype>(row.key.size()));
}

/// Whether a preset says it, at this place.
bool isAssumption(const FieldRow &row, FieldGroup group)
{
    return row.group == group && !row.isOfData;
}

void readFields(JsonReader &reader, FieldGroup group, Scenario &scenario)
{
    for (const FieldRow &row : fieldRows) {
        if (isAssumption(row, group))
            readField(reader, row.field, scenario);
    }
}

void writeFields(QJsonObject &json, FieldGroup group, const Scenario &scenario)
{
    for (const FieldRow &row : fieldRows) {
        if (isAssumption(row, group))
            writeField(json, row.field, scenario);
    }
}

QJsonObject fieldsJson(FieldGroup group, const Scenario &scenario)
{
    QJsonObject json;
    writeFields(json, group, scenario);
    return json;
}

} // namespace

PatienceCurve readPatienceKeys(JsonReader &reader)
{
    PatienceShape shape = PatienceShape::Piecewise;
    if (const QString name = reader.text(u"patienceShape"_s); !name.isEmpty()) {
        if (const auto named = patienceShapeNamed(name.toStdString()))
            shape = *named;
        else
            reader.fail(u"patienceShape"_s,
                        {.kind = WantedValue::Kind::OneOf,
                         .words = {"points", "weibull", "lognormal"}});
    }
    auto read = readPatience(reader.text(u"patience"_s).toStdString(), shape);
    if (const auto *fault = std::get_if<PatienceTextFault>(&read)) {
        if (fault->kind == PatienceTextFault::Kind::TooMany)
            reader.failTooMany(u"patience"_s, mostPatiencePoints);
        reader.fail(u"patience"_s,
                    shape == PatienceShape::Piecewise ? WantedValue::Kind::PatiencePoints
                                                      : WantedValue::Kind::TwoPatiencePoints);
        return {};
    }
    return std::get<PatienceCurve>(std::move(read));
}

QJsonObject patienceJson(const PatienceCurve &patience)
{
    return {{u"patience"_s, QString::fromStdString(patienceText(patience.points()))},
            {u"patienceShape"_s, QString::fromUtf8(nameOf(patience.shape()))}};
}

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
    WantedValue wanted{.kind = WantedValue::Kind::OneOf};
    for (const auto &[word, policy] : latePolicyWords()) {
        if (word == name)
            return policy;
        wanted.words.push_back(word.toStdString());
    }
    reader.fail(u"latePolicy"_s, std::move(wanted));
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
            inner.fail(u"model"_s, WantedValue::Kind::ModelName);
        if (!inner.has(u"threshold"_s))
            inner.fail(u"threshold"_s, WantedValue::Kind::Number);
        if (start == u"at-deadline")
            model.start = Fallback::Start::AtDeadline;
        else if (!start.isEmpty() && start != u"with-main")
            inner.fail(u"start"_s,
                       {.kind = WantedValue::Kind::OneOf, .words = {"with-main", "at-deadline"}});
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

void readTargets(JsonReader &reader, Scenario &scenario)
{
    reader.object(u"targets"_s, [&scenario](JsonReader &inner) {
        readFields(inner, FieldGroup::Targets, scenario);
        inner.object(u"answered"_s, [&scenario](JsonReader &within) {
            if (!within.has(u"withinMs"_s))
                within.fail(u"withinMs"_s, WantedValue::Kind::Milliseconds);
            readFields(within, FieldGroup::Answered, scenario);
        });
    });
}

QJsonObject targetsJson(const Scenario &scenario)
{
    QJsonObject json = fieldsJson(FieldGroup::Targets, scenario);
    json.insert(u"answered"_s,
                scenario.targets.answered ? QJsonValue(fieldsJson(FieldGroup::Answered, scenario))
                                          : QJsonValue());
    return json;
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

QJsonValue optionalJson(const std::optional<std::string> &text)
{
    return text ? QJsonValue(QString::fromStdString(*text)) : QJsonValue();
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

QString pathOf(const FieldRow &row)
{
    const QString key = keyOf(row);
    switch (row.group) {
    case FieldGroup::Top:
        break;
    case FieldGroup::Values:
        return u"values."_s + key;
    case FieldGroup::Noticed:
        return u"noticed."_s + key;
    case FieldGroup::Targets:
        return u"targets."_s + key;
    case FieldGroup::Answered:
        return u"targets.answered."_s + key;
    }
    return keyOf(row);
}

void readField(JsonReader &reader, Field field, Scenario &scenario)
{
    const FieldRow &row = rowOf(field);
    const QString key = keyOf(row);
    const bool isSaid = reader.has(key);
    const double value = row.isWhole
            ? reader.wholeNumber(key, int(row.least), int(row.most), int(row.least))
            : reader.number(key, row.least, row.most, row.least);
    if (isSaid)
        setValue(field, value, scenario);
}

void writeField(QJsonObject &json, Field field, const Scenario &scenario)
{
    const auto value = valueOf(field, scenario);
    json.insert(keyOf(rowOf(field)), value ? QJsonValue(*value) : QJsonValue());
}

Scenario readAssumptions(JsonReader &reader)
{
    const Scenario usual;
    Scenario scenario;
    for (const FeatureWordRow &row : featureWordRows) {
        const QString word = reader.text(QLatin1String(row.key)).simplified();
        if (!word.isEmpty())
            scenario.words.*row.word = word.toStdString();
    }
    readFields(reader, FieldGroup::Top, scenario);
    reader.object(u"values"_s,
                  [&](JsonReader &inner) { readFields(inner, FieldGroup::Values, scenario); });
    reader.object(u"noticed"_s,
                  [&](JsonReader &inner) { readFields(inner, FieldGroup::Noticed, scenario); });
    readTargets(reader, scenario);
    scenario.patience = readPatienceKeys(reader);
    scenario.latePolicy = readLatePolicy(reader, usual.latePolicy);
    scenario.fallback = readFallback(reader);
    scenario.costPerCall = readCosts(reader);
    if (scenario.latePolicy == LatePolicy::FallBack && !scenario.fallback)
        reader.fail(u"fallback"_s, WantedValue::Kind::FallbackModel);
    return scenario;
}

Scenario readKindOfFeature(JsonReader &reader)
{
    Scenario scenario = readAssumptions(reader);
    scenario.usualUsesPerWeek = scenario.usesPerWeek.value_or(scenario.usualUsesPerWeek);
    scenario.usesPerWeek.reset();
    return scenario;
}

QJsonObject assumptionsJson(const Scenario &scenario)
{
    const PatienceCurve &patience = scenario.patience;
    const QJsonValue none;
    QJsonObject json{
            {u"values"_s, fieldsJson(FieldGroup::Values, scenario)},
            {u"noticed"_s, fieldsJson(FieldGroup::Noticed, scenario)},
            {u"patience"_s,
             patience.everyoneWaits()
                     ? none
                     : QJsonValue(QString::fromStdString(patienceText(patience.points())))},
            {u"patienceShape"_s, QString::fromUtf8(nameOf(patience.shape()))},
            {u"latePolicy"_s, latePolicyWord(scenario.latePolicy)},
            {u"fallback"_s, fallbackJson(scenario.fallback)},
            {u"costPerCall"_s, costsJson(scenario.costPerCall)},
            {u"targets"_s, targetsJson(scenario)},
    };
    for (const FeatureWordRow &row : featureWordRows)
        json.insert(QLatin1String(row.key), QString::fromStdString(scenario.words.*row.word));
    writeFields(json, FieldGroup::Top, scenario);
    return json;
}

} // namespace oneinn
