// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "core/scenario.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

/// Kinds of feature, each with numbers to start from: all of them assumptions of the person.
namespace oneinn {

struct Preset {
    QString id;        ///< the file's name without ".json"; what --preset takes
    QString title;     ///< "Inline suggestion"
    QString sentence;  ///< what it is, and that its numbers are a start; may be empty
    bool own = false;  ///< the person's, not one that comes with the program
    Scenario scenario; ///< what readAssumptions() reads of it
};

/// One preset file, named for problems and the preset's id. Pipes, devices and what is far too
/// large to be a preset are refused.
Result<Preset> readPreset(const QByteArray &json, const QString &fileName);
Result<Preset> readPresetFile(const QString &path);

/// Those that come with the program (resources/presets), most usual first.
QList<Preset> builtInPresets();

/// The person's own, and what keeps others of their files from being presets.
struct OwnPresets {
    QList<Preset> presets; ///< by title
    std::vector<Problem> problems;
};
OwnPresets ownPresetsIn(const QString &folder);
/// Where a person puts them; need not exist.
QString ownPresetsFolder();

/// The scenario with the preset's nouns, values, patience, uses, limits, noticed and late policy,
/// and its targets if it has any; threshold, budget, base rate and selection, which belong to the
/// data, stay. So does the late policy where the preset's cannot be assessed yet.
Scenario withPreset(const Scenario &scenario, const Preset &preset);
/// Whether everything a preset brings along is as it says.
bool follows(const Scenario &scenario, const Preset &preset);
/// The first of which the scenario says the most: its noun, and more than half of the numbers that
/// are its own, not the usual ones. Null where there is none.
const Preset *nearestPreset(const Scenario &scenario, const QList<Preset> &presets);

} // namespace oneinn
