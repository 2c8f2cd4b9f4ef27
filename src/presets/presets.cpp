// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/presets.h"

#include "core/scenario/fields.h"
#include "files/readfile.h"
#include "presets/scenariojson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

/// Resources in a static library are linked only when they are asked for; outside any namespace.
static void initPresetResources()
{
    Q_INIT_RESOURCE(presets);
}

namespace oneinn {

using namespace Qt::StringLiterals;

Result<Preset> readPreset(const QByteArray &json, const QString &fileName)
{
    const auto object = jsonObject(json, fileName);
    if (!object)
        return object.problem();
    JsonReader reader(object.value(), fileName);
    Preset preset;
    preset.id = QFileInfo(fileName).completeBaseName();
    preset.title = reader.text(u"title"_s).simplified();
    preset.sentence = reader.text(u"sentence"_s);
    preset.scenario = readKindOfFeature(reader);
    if (preset.title.isEmpty())
        reader.fail(u"title"_s, WantedValue::Kind::Title);
    reader.refuseOtherKeys();
    if (reader.problem())
        return *reader.problem();
    return preset;
}

Result<Preset> readPresetFile(const QString &path)
{
    const auto read = files::readFile(QFile::encodeName(path).toStdString(), files::largestPreset);
    const QString name = QFileInfo(path).fileName();
    if (read)
        return readPreset(QByteArray::fromStdString(read.value()), name);
    Problem problem = read.problem();
    problem.file = name.toStdString();
    return problem;
}

QList<Preset> builtInPresets()
{
    initPresetResources();
    QList<Preset> presets;
    for (const char *id : {"inlinesuggestion", "fraudalert", "recommendation", "contentmoderation",
                           "supportanswer", "medicalscreening"}) {
        QFile file(u":/presets/%1.json"_s.arg(QLatin1String(id)));
        const bool opened = file.open(QIODevice::ReadOnly);
        const auto preset = readPreset(file.readAll(), QFileInfo(file).fileName());
        Q_ASSERT(opened && preset.ok());
        if (preset)
            presets.append(preset.value());
    }
    return presets;
}

OwnPresets ownPresetsIn(const QString &folder)
{
    OwnPresets own;
    const auto files =
            QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo &file : files) {
        auto preset = readPresetFile(file.filePath());
        if (!preset) {
            own.problems.push_back(preset.problem());
            continue;
        }
        own.presets.append(std::move(preset).value());
        own.presets.last().own = true;
    }
    std::stable_sort(own.presets.begin(), own.presets.end(), [](const Preset &a, const Preset &b) {
        return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
    });
    return own;
}

QString ownPresetsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/presets"_s;
}

Scenario withPreset(const Scenario &scenario, const Preset &preset)
{
    const Scenario &from = preset.scenario;
    Scenario changed = scenario;
    changed.words = from.words;
    changed.patience = from.patience;
    changed.usualUsesPerWeek = from.usualUsesPerWeek;
    for (const FieldRow &row : fieldRows) {
        if (!row.isOfData && row.part != EditedPart::Targets)
            setValue(row.field, valueOf(row.field, from), changed);
    }
    // A kind of feature that asks for nothing does not undo what the person asks for.
    if (from.targets.any())
        changed.targets = from.targets;
    // Which model answers instead is not for a kind of feature to say, but it may.
    if (from.latePolicy != LatePolicy::FallBack || from.fallback || scenario.fallback)
        changed.latePolicy = from.latePolicy;
    if (from.fallback)
        changed.fallback = from.fallback;
    // Prices belong to the models of the data, but a kind of feature of one's own may bring them.
    if (!from.costPerCall.empty())
        changed.costPerCall = from.costPerCall;
    return changed;
}

bool follows(const Scenario &scenario, const Preset &preset)
{
    Scenario told = withPreset(scenario, preset);
    // A session of before says the preset's pace itself.
    if (scenario.usesPerWeek == told.usualUsesPerWeek) {
        told.usesPerWeek = scenario.usesPerWeek;
        told.usualUsesPerWeek = scenario.usualUsesPerWeek;
    }
    return told == scenario;
}

namespace {

/// How many of the numbers by which a preset differs from the usual ones a scenario says, and how
/// many it does not.
std::pair<int, int> ownNumbersIn(const Scenario &scenario, const Preset &preset)
{
    const Scenario told = withPreset(scenario, preset);
    const Scenario usual;
    int kept = told.patience != usual.patience && told.patience == scenario.patience ? 1 : 0;
    int changed = told.patience != scenario.patience ? 1 : 0;
    const double pace = scenario.usesPerWeek.value_or(scenario.usualUsesPerWeek);
    if (told.usualUsesPerWeek != usual.usualUsesPerWeek)
        ++(told.usualUsesPerWeek == pace ? kept : changed);
    for (const FieldRow &row : fieldRows) {
        const auto own = valueOf(row.field, told);
        if (own == valueOf(row.field, usual))
            continue;
        ++(own == valueOf(row.field, scenario) ? kept : changed);
    }
    return {kept, changed};
}

} // namespace

const Preset *nearestPreset(const Scenario &scenario, const QList<Preset> &presets)
{
    const Preset *nearest = nullptr;
    int most = 0;
    for (const Preset &preset : presets) {
        if (preset.scenario.words.raised != scenario.words.raised)
            continue;
        const auto [kept, changed] = ownNumbersIn(scenario, preset);
        if (kept <= changed || kept <= most)
            continue;
        most = kept;
        nearest = &preset;
    }
    return nearest;
}

} // namespace oneinn
