// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/namedpreset.h"

#include "wording/problemwords.h"

#include <QStringList>

namespace oneinn {

using namespace Qt::StringLiterals;

std::variant<Preset, QString> presetNamed(const QString &name)
{
    QStringList names;
    for (const Preset &preset : builtInPresets()) {
        if (preset.id == name)
            return preset;
        names.append(preset.id);
    }
    const bool isPath = name.endsWith(u".json") || name.contains(u'/');
    auto preset = readPresetFile(isPath ? name : ownPresetsFolder() + u'/' + name + u".json"_s);
    if (preset)
        return std::move(preset).value();
    if (isPath || preset.problem().kind != ProblemKind::FileMissing)
        return QString(
                u"--preset: "_s
                + wording::problemWords(preset.problem(), wording::Reader::CommandLine).sentence());
    return u"There is no preset '%1'. There are %2, your own in %3, and any FILE.json."_s.arg(
            name, names.join(u", "_s), ownPresetsFolder());
}

} // namespace oneinn
