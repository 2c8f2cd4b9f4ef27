// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The JSON files a person may write or copy: presets, and lists of patience curves.

#include "fuzz/fuzztarget.h"
#include "presets/patiencepresets.h"
#include "presets/presets.h"
#include "presets/scenariojson.h"

#include <QJsonDocument>

namespace {

using namespace oneinn;
using fuzz::require;

void preset(std::string_view input)
{
    const QByteArray json(input.data(), qsizetype(input.size()));
    readPatiencePresets(json);
    const auto first = readPreset(json, QStringLiteral("fuzz.json"));
    if (!first)
        return;
    // A kind of feature states the usual pace where a session has what a person said.
    Scenario stated = first.value().scenario;
    stated.usesPerWeek = stated.usualUsesPerWeek;
    QJsonObject again = assumptionsJson(stated);
    again.insert(QStringLiteral("title"), first.value().title);
    const QByteArray written = QJsonDocument(again).toJson();
    const auto second = readPreset(written, QStringLiteral("fuzz.json"));
    require(second.ok(), "is not read again", written.toStdString());
    require(second.value().scenario == first.value().scenario, "is another when read again",
            written.toStdString());
}

} // namespace

ONEINN_FUZZ_TARGET(preset, preset);
