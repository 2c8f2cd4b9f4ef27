// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/patiencepresets.h"

#include "presets/scenariojson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

/// Resources in a static library are linked only when they are asked for; outside any namespace.
static void initPatienceResources()
{
    Q_INIT_RESOURCE(presets);
}

namespace oneinn {

using namespace Qt::StringLiterals;

QList<PatiencePreset> readPatiencePresets(const QByteArray &json)
{
    QList<PatiencePreset> presets;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const auto &entry : entries) {
        const QJsonObject object = entry.toObject();
        JsonReader reader(object, {});
        PatiencePreset preset;
        preset.id = reader.text(u"id"_s);
        preset.title = reader.text(u"title"_s);
        preset.source = reader.text(u"source"_s);
        preset.caution = reader.text(u"caution"_s);
        preset.illustrative = object.value(u"illustrative"_s).toBool();
        preset.patience = readAssumptions(reader).patience;
        const bool complete = !preset.title.isEmpty() && !preset.source.isEmpty()
                && !preset.patience.everyoneWaits() && !reader.problem();
        if (complete)
            presets.append(std::move(preset));
    }
    return presets;
}

QList<PatiencePreset> patiencePresets()
{
    initPatienceResources();
    QFile file(u":/patience.json"_s);
    return file.open(QIODevice::ReadOnly) ? readPatiencePresets(file.readAll())
                                          : QList<PatiencePreset>();
}

} // namespace oneinn
