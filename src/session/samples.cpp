// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/samples.h"

#include "presets/scenariojson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <iterator>

static void initSampleResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace oneinn {

namespace {

/// Absent where a file or a title lacks, or a setting is none.
std::optional<Sample> sampleOf(const QJsonObject &object)
{
    using namespace Qt::StringLiterals;
    JsonReader reader(object, {});
    Sample sample{reader.text(u"id"_s),          reader.text(u"title"_s),
                  reader.text(u"sentence"_s),    reader.text(u"file"_s),
                  readKindOfFeature(reader),     {},
                  reader.flag(u"listed"_s, true)};
    if (reader.has(u"budgetMs"_s))
        sample.scenario.budget = Milliseconds{reader.number(u"budgetMs"_s, 0.0, HUGE_VAL, 0.0)};
    if (reader.has(u"threshold"_s))
        sample.threshold = Threshold{reader.number(u"threshold"_s, -HUGE_VAL, HUGE_VAL, 0.0)};
    if (const QString model = reader.text(u"model"_s); !model.isEmpty())
        sample.scenario.selection.model = model.toStdString();
    const auto said = [&reader](const QString &key) {
        const QString text = reader.text(key);
        return text.isEmpty() ? std::nullopt : std::optional(text.toStdString());
    };
    sample.mapping.label = said(u"label"_s);
    sample.mapping.positive = said(u"positiveLabel"_s);
    sample.mapping.score = said(u"score"_s);
    if (sample.title.isEmpty() || sample.fileName.isEmpty() || reader.problem())
        return std::nullopt;
    return sample;
}

bool holdTheSame(const QString &one, const QString &other)
{
    const QFileInfo first(one);
    const QFileInfo second(other);
    // A pipe or a device has no size, and reading it would take from it.
    if (!first.isFile() || !second.isFile() || first.size() != second.size())
        return false;
    QFile a(one);
    QFile b(other);
    return a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly) && a.readAll() == b.readAll();
}

} // namespace

QList<Sample> readSamples(const QByteArray &json)
{
    QList<Sample> samples;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const auto &entry : entries) {
        if (auto sample = sampleOf(entry.toObject()))
            samples.append(*std::move(sample));
    }
    return samples;
}

QList<Sample> builtInSamples()
{
    initSampleResources();
    QFile file(QStringLiteral(":/samples.json"));
    return file.open(QIODevice::ReadOnly) ? readSamples(file.readAll()) : QList<Sample>();
}

QList<Sample> listed(const QList<Sample> &samples)
{
    QList<Sample> chosen;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(chosen),
                 [](const Sample &sample) { return sample.isListed; });
    return chosen;
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
    source.mapping = sample.mapping;
    source.scenario = sample.scenario;
    source.atMostValuable = !sample.threshold;
    if (sample.threshold)
        source.scenario->threshold = *sample.threshold;
    return source;
}

std::optional<Source> sampleAt(const QString &path, const QList<Sample> &samples,
                               const QString &folder)
{
    for (const Sample &sample : samples) {
        Source source = sourceOf(sample, folder);
        if (!holdTheSame(path, source.path))
            continue;
        source.path = path;
        return source;
    }
    return {};
}

std::optional<std::string> modelOfSample(const QString &path)
{
    const auto folder = sampleFolder();
    const auto sample = folder ? sampleAt(path, builtInSamples(), *folder) : std::nullopt;
    return sample ? sample->scenario->selection.model : std::nullopt;
}

} // namespace oneinn
