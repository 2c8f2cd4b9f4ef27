// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"
#include "presets/jsonreader.h"

#include <QJsonObject>

/// What a session says of the traffic beside the base rate: the keys "mix" and
/// "fileIsLikeProduction", which are there only where something is set. docs/session-format.md says
/// what they mean.
namespace oneinn {

void writeTraffic(QJsonObject &json, const Scenario &scenario);
void readTraffic(JsonReader &reader, Scenario &scenario);

} // namespace oneinn
