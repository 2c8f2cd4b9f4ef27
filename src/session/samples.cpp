// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace oneinn {

namespace {

QString text(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString();
}

double number(const QJsonObject &object, const char *key, double otherwise)
{
    return object.value(QLatin1String(key)).toDouble(otherwise);
}

Scenario scenarioOf(const QJsonObject &object)
{
    Scenario scenario;
    const Scenario usual;
    const QJsonObject values = object.value(QLatin1String("values")).toObject();
    scenario.values = {
            number(values, "tp", usual.values.tp()), number(values, "fp", usual.values.fp()),
            number(values, "fn", usual.values.fn()), number(values, "tn", usual.values.tn()),
            number(values, "late", usual.values.late())};
    const QJsonObject noticed = object.value(QLatin1String("noticed")).toObject();
    scenario.noticed = {number(noticed, "wrong", 1.0), number(noticed, "missed", 1.0),
                        number(noticed, "late", 1.0)};
    scenario.usesPerWeek = number(object, "usesPerWeek", usual.usesPerWeek);
    scenario.badBeforeLeaving =
            object.value(QLatin1String("badBeforeLeaving")).toInt(usual.badBeforeLeaving);
    scenario.precisionLimit = number(object, "precisionLimit", usual.precisionLimit);
    const QString noun = text(object, QLatin1String("noun"));
    if (!noun.isEmpty())
        scenario.noun = noun.toStdString();
    const QJsonValue budget = object.value(QLatin1String("budgetMs"));
    if (budget.isDouble())
        scenario.budget = Milliseconds{budget.toDouble()};
    if (text(object, QLatin1String("latePolicy")) == QLatin1String("unanswered"))
        scenario.latePolicy = LatePolicy::Unanswered;
    const QString model = text(object, QLatin1String("model"));
    if (!model.isEmpty())
        scenario.selection.model = model.toStdString();
    return scenario;
}

} // namespace

QList<Sample> readSamples(const QByteArray &json)
{
    QList<Sample> samples;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const auto &entry : entries) {
        const QJsonObject object = entry.toObject();
        Sample sample{text(object, QLatin1String("id")),
                      text(object, QLatin1String("title")),
                      text(object, QLatin1String("sentence")),
                      text(object, QLatin1String("file")),
                      scenarioOf(object),
                      {}};
        const QJsonValue threshold = object.value(QLatin1String("threshold"));
        if (threshold.isDouble())
            sample.threshold = Threshold{threshold.toDouble()};
        if (!sample.title.isEmpty() && !sample.fileName.isEmpty())
            samples.append(sample);
    }
    return samples;
}

std::optional<QString> sampleFolder()
{
    const QString installed = QCoreApplication::applicationDirPath()
            + QLatin1String("/../share/one-in-n/sample_data");
    for (const QString &candidate : {installed, QStringLiteral(ONEINN_SOURCE_SAMPLES)}) {
        if (QDir(candidate).exists())
            return QDir::cleanPath(candidate);
    }
    return {};
}

Source sourceOf(const Sample &sample, const QString &folder)
{
    Source source;
    source.path = folder + QLatin1Char('/') + sample.fileName;
    source.scenario = sample.scenario;
    source.atMostValuable = !sample.threshold;
    if (sample.threshold)
        source.scenario->threshold = *sample.threshold;
    return source;
}

} // namespace oneinn
