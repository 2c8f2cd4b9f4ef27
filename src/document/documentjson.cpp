// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentjson.h"

#include "core/policies/ownthresholds.h"
#include "document/columnsjson.h"
#include "document/combinationjson.h"
#include "document/comparedjson.h"
#include "document/reviewjson.h"
#include "document/trafficjson.h"
#include "presets/conditionjson.h"
#include "presets/scenariojson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String formatName("one-in-n-session");
constexpr std::size_t mostConditions = 1000;
constexpr double mostBytes = 9e15; ///< below 2^53, so that every size is a whole double

QJsonValue budgetJson(const Budget &budget)
{
    return budget ? numberJson(budget->value) : QJsonValue();
}

Threshold readThreshold(JsonReader &reader)
{
    const auto value = reader.numberOrInfinity(u"threshold"_s);
    if (!value)
        reader.fail(u"threshold"_s, numberOrInfinityWanted());
    return value ? Threshold{*value} : Threshold{};
}

Budget readBudget(JsonReader &reader)
{
    const auto value = reader.optionalNumber(u"budgetMs"_s, rowOf(Field::LatencyBudget).least,
                                             rowOf(Field::LatencyBudget).most);
    return value ? Budget(Milliseconds{*value}) : Budget();
}

QJsonObject dataJson(const DataReference &data)
{
    return {
            {u"path"_s, data.path},
            {u"relative"_s, data.relative.isEmpty() ? QJsonValue() : QJsonValue(data.relative)},
            {u"sha256"_s,
             data.sha256.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(data.sha256))},
            {u"bytes"_s, data.bytes > 0 ? QJsonValue(data.bytes) : QJsonValue()},
    };
}

DataReference readData(JsonReader &reader)
{
    const auto exact = [&reader](const QString &key) {
        return QString::fromStdString(reader.exactText(key).value_or(std::string()));
    };
    DataReference data;
    data.path = exact(u"path"_s);
    data.relative = exact(u"relative"_s);
    data.sha256 = exact(u"sha256"_s).toLatin1();
    data.bytes = static_cast<qint64>(reader.number(u"bytes"_s, 0.0, mostBytes, 0.0));
    if (data.path.isEmpty())
        reader.fail(u"path"_s, WantedValue::Kind::DataPath);
    static const QRegularExpression checksum(u"\\A(?:[0-9a-f]{64})?\\z"_s);
    if (!checksum.match(QString::fromLatin1(data.sha256)).hasMatch())
        reader.fail(u"sha256"_s, WantedValue::Kind::Checksum);
    return data;
}

QJsonObject selectionJson(const Selection &selection)
{
    return {{u"model"_s, optionalJson(selection.model)},
            {u"where"_s, conditionsJson(selection.where)}};
}

Selection readSelection(JsonReader &reader)
{
    Selection selection;
    selection.model = reader.exactText(u"model"_s);
    reader.objects(u"where"_s, mostConditions, [&selection](JsonReader &inner) {
        selection.where.push_back(readCondition(inner));
    });
    return selection;
}

/// Null where it is infinite, as a bound that is not there.
QJsonValue finiteJson(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonValue cascadeJson(const std::optional<CascadeBounds> &bounds)
{
    if (!bounds)
        return {};
    return QJsonObject{{u"first"_s, QString::fromStdString(bounds->first)},
                       {u"second"_s, QString::fromStdString(bounds->second)},
                       {u"unsureFrom"_s, finiteJson(bounds->deferBetween.low)},
                       {u"unsureTo"_s, finiteJson(bounds->deferBetween.high)}};
}

std::optional<CascadeBounds> readCascade(JsonReader &reader)
{
    std::optional<CascadeBounds> bounds;
    reader.object(u"cascade"_s, [&bounds](JsonReader &inner) {
        const auto first = inner.exactText(u"first"_s);
        const auto second = inner.exactText(u"second"_s);
        const double low =
                inner.optionalNumber(u"unsureFrom"_s, -DBL_MAX, DBL_MAX).value_or(-HUGE_VAL);
        const double high =
                inner.optionalNumber(u"unsureTo"_s, -DBL_MAX, DBL_MAX).value_or(HUGE_VAL);
        if (!first)
            inner.fail(u"first"_s, WantedValue::Kind::ModelName);
        if (!second)
            inner.fail(u"second"_s, WantedValue::Kind::ModelName);
        if (high < low)
            inner.fail(u"unsureTo"_s,
                       {.kind = WantedValue::Kind::NotBelow, .words = {"unsureFrom"}});
        if (first && second)
            bounds = CascadeBounds{*first, *second, {low, high}};
    });
    return bounds;
}

/// Whether more is to be said of the pace than what a person said.
bool hasUsualPace(const Scenario &scenario)
{
    return !scenario.usesPerWeek || scenario.usualUsesPerWeek != Scenario().usualUsesPerWeek;
}

/// Before there was a usual one, the pace was the number that is written, or the usual one.
void readUsualPace(JsonReader &reader, Scenario &scenario)
{
    const FieldRow &row = rowOf(Field::UsesPerWeek);
    const auto usual = reader.optionalNumber(u"usualUsesPerWeek"_s, row.least, row.most);
    if (usual)
        scenario.usualUsesPerWeek = *usual;
    else if (!scenario.usesPerWeek)
        scenario.usesPerWeek = scenario.usualUsesPerWeek;
}

QJsonObject scenarioJson(const Scenario &scenario)
{
    QJsonObject json = assumptionsJson(scenario);
    json.insert(u"threshold"_s, numberJson(scenario.threshold.value));
    json.insert(u"selection"_s, selectionJson(scenario.selection));
    writeField(json, Field::LatencyBudget, scenario);
    writeField(json, Field::BaseRate, scenario);
    if (hasUsualPace(scenario))
        json.insert(u"usualUsesPerWeek"_s, scenario.usualUsesPerWeek);
    json.insert(u"cascade"_s, cascadeJson(scenario.cascade));
    writeCombination(json, scenario.combination);
    writeBudgets(json, scenario.budgets);
    writeTraffic(json, scenario);
    return json;
}

Scenario readScenario(JsonReader &reader)
{
    Scenario scenario = readAssumptions(reader);
    // As it was typed: a preset's is tidied.
    for (const FeatureWordRow &row : featureWordRows) {
        if (const QLatin1String key(row.key); reader.has(key))
            scenario.words.*row.word = reader.exactText(key).value_or(std::string());
    }
    scenario.threshold = readThreshold(reader);
    readField(reader, Field::LatencyBudget, scenario);
    readField(reader, Field::BaseRate, scenario);
    readUsualPace(reader, scenario);
    reader.object(u"selection"_s,
                  [&](JsonReader &inner) { scenario.selection = readSelection(inner); });
    scenario.cascade = readCascade(reader);
    scenario.combination = readCombination(reader);
    scenario.budgets = readBudgets(reader);
    readTraffic(reader, scenario);
    return scenario;
}

QJsonArray pinsJson(const std::vector<PinnedPoint> &pins)
{
    QJsonArray json;
    for (const PinnedPoint &pin : pins) {
        QJsonObject one{
                {u"name"_s, QString::fromStdString(pin.name)},
                {u"origin"_s,
                 pin.origin == PinnedPoint::Origin::Default ? u"default"_s : u"person"_s},
                {u"threshold"_s, numberJson(pin.choice.threshold.value)},
                {u"budgetMs"_s, budgetJson(pin.choice.budget)},
                {u"latePolicy"_s, latePolicyWord(pin.choice.latePolicy)},
                {u"fallback"_s, fallbackJson(pin.choice.fallback)},
                {u"model"_s, optionalJson(pin.choice.model)},
        };
        writeCombination(one, pin.choice.combination);
        writeBudgets(one, pin.choice.budgets);
        writePinnedBand(one, pin.band);
        json.append(one);
    }
    return json;
}

PinnedPoint readPin(JsonReader &reader)
{
    PinnedPoint pin;
    pin.name = reader.exactText(u"name"_s).value_or(std::string());
    const QString origin = reader.text(u"origin"_s);
    if (origin == u"default"_s)
        pin.origin = PinnedPoint::Origin::Default;
    else if (!origin.isEmpty() && origin != u"person"_s)
        reader.fail(u"origin"_s,
                    {.kind = WantedValue::Kind::OneOf, .words = {"person", "default"}});
    pin.choice.threshold = readThreshold(reader);
    pin.choice.budget = readBudget(reader);
    pin.choice.latePolicy = readLatePolicy(reader, pin.choice.latePolicy);
    pin.choice.fallback = readFallback(reader);
    if (pin.choice.latePolicy == LatePolicy::FallBack && !pin.choice.fallback)
        reader.fail(u"fallback"_s, WantedValue::Kind::FallbackModel);
    pin.choice.model = reader.exactText(u"model"_s);
    pin.choice.combination = readCombination(reader);
    pin.choice.budgets = readBudgets(reader);
    pin.band = readPinnedBand(reader);
    return pin;
}

/// The members of an answer's words by their keys, for reading and writing alike.
template<typename Text, typename Visit> void forEachText(Text &text, Visit visit)
{
    visit(u"title"_s, text.title);
    visit(u"problem"_s, text.problem);
    visit(u"users"_s, text.users);
    visit(u"productMetric"_s, text.productMetric);
    visit(u"rollback"_s, text.rollback);
}

QJsonObject answerJson(const AnswerText &text)
{
    QJsonObject json;
    forEachText(text, [&json](const QString &key, const std::string &words) {
        json.insert(key, QString::fromStdString(words));
    });
    return json;
}

bool anyBand(const Document &document)
{
    return std::ranges::any_of(document.pins,
                               [](const PinnedPoint &pin) { return pin.band.has_value(); });
}

bool isOrdered(const Document &document)
{
    return anyOrdered(document.scenario.selection.where)
            || (document.compared && document.compared->isBoundary);
}

/// A review band whose ends segments have by their own thresholds.
bool hasOwnBands(const Document &document)
{
    return (document.review.band && thresholdsBySegment(document.scenario.combination))
            || std::ranges::any_of(document.pins, [](const PinnedPoint &pin) {
                   return pin.band && thresholdsBySegment(pin.choice.combination);
               });
}

/// With thresholds of segments' own as they are now: what moved them is forgotten.
Document settledThresholds(Document document)
{
    Scenario &scenario = document.scenario;
    scenario.combination = chosenAt(std::move(scenario.combination), scenario.threshold);
    for (PinnedPoint &pin : document.pins)
        pin.choice.combination = chosenAt(std::move(pin.choice.combination), pin.choice.threshold);
    return document;
}

/// The first that can say it: programs of before read on what they know.
int schemaOf(const Document &document)
{
    if (hasOwnBands(document))
        return ownBandsSchema;
    if (document.review != ReviewSetting() || anyBand(document))
        return reviewSchema;
    if (hasUsualPace(document.scenario))
        return paceSchema;
    if (isOrdered(document))
        return orderedSchema;
    const bool anyBudgets = document.scenario.budgets.has_value()
            || std::ranges::any_of(document.pins, [](const PinnedPoint &pin) {
                                return pin.choice.budgets.has_value();
                            });
    if (anyBudgets)
        return budgetsSchema;
    if (document.compared)
        return comparedSchema;
    const auto hasThresholds = [](const std::optional<Combination> &combination) {
        return combination && std::holds_alternative<ThresholdsBySegment>(*combination);
    };
    if (hasThresholds(document.scenario.combination)
        || std::ranges::any_of(document.pins, [&hasThresholds](const PinnedPoint &pin) {
               return hasThresholds(pin.choice.combination);
           }))
        return thresholdsSchema;
    if (document.scenario.mix || document.scenario.fileIsLikeProduction)
        return trafficSchema;
    const bool combined = document.scenario.combination.has_value()
            || std::ranges::any_of(document.pins, [](const PinnedPoint &pin) {
                              return pin.choice.combination.has_value();
                          });
    return combined ? combinationSchema : 1;
}

/// What a newer program wrote may mean something else here, so its keys are not even looked at.
std::optional<Problem> problemWithSchema(const QJsonObject &object, const QString &fileName)
{
    const std::string file = fileName.toStdString();
    if (object.value(u"format"_s) != QJsonValue(formatName))
        return Problem{.kind = ProblemKind::NotASession, .file = file};
    const double schema = object.value(u"schema"_s).toDouble(0.0);
    constexpr double mostSchemas = 1e6;
    if (schema > sessionSchema && schema <= mostSchemas && schema == double(int(schema)))
        return Problem{.kind = ProblemKind::SessionNewer,
                       .file = file,
                       .expected = sessionSchema,
                       .found = static_cast<std::size_t>(schema)};
    return std::nullopt;
}

} // namespace

QByteArray documentJson(const Document &held)
{
    const Document document = settledThresholds(held);
    QJsonObject json{
            {u"format"_s, formatName},
            {u"schema"_s, schemaOf(document)},
            {u"data"_s, dataJson(document.data)},
            {u"columns"_s, columnsJson(document.mapping)},
            {u"scenario"_s, scenarioJson(document.scenario)},
            {u"pins"_s, pinsJson(document.pins)},
            {u"answer"_s, answerJson(document.text)},
            {u"recoveryOf"_s,
             document.recoveryOf.isEmpty() ? QJsonValue() : QJsonValue(document.recoveryOf)},
    };
    writeCompared(json, document.compared);
    writeReview(json, document.review);
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<Document> readDocument(const QByteArray &json, const QString &fileName)
{
    const auto object = jsonObject(json, fileName);
    if (!object)
        return object.problem();
    if (const auto problem = problemWithSchema(object.value(), fileName))
        return *problem;
    JsonReader reader(object.value(), fileName);
    Document document;
    reader.text(u"format"_s);
    const int schema = reader.wholeNumber(u"schema"_s, 1, sessionSchema, 1);
    reader.object(u"data"_s, [&](JsonReader &inner) { document.data = readData(inner); });
    reader.object(u"columns"_s, [&](JsonReader &inner) { document.mapping = readColumns(inner); });
    reader.object(u"scenario"_s,
                  [&](JsonReader &inner) { document.scenario = readScenario(inner); });
    reader.objects(u"pins"_s, mostPins,
                   [&](JsonReader &inner) { document.pins.push_back(readPin(inner)); });
    reader.object(u"answer"_s, [&](JsonReader &inner) {
        forEachText(document.text, [&inner](const QString &key, std::string &words) {
            words = inner.exactText(key).value_or(std::string());
        });
    });
    document.compared = readCompared(reader);
    document.review = readReview(reader);
    document.recoveryOf =
            QString::fromStdString(reader.exactText(u"recoveryOf"_s).value_or(std::string()));
    if (document.data.path.isEmpty())
        reader.fail(u"data.path"_s, WantedValue::Kind::DataPath);
    if (!reader.has(u"scenario"_s))
        reader.fail(u"scenario.threshold"_s, numberOrInfinityWanted());
    reader.refuseOtherKeys();
    if (reader.problem())
        return *reader.problem();
    document.bandByDistance = schema < ownBandsSchema && hasOwnBands(document);
    return settledThresholds(std::move(document));
}

} // namespace oneinn
