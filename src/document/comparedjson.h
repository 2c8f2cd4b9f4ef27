// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "presets/jsonreader.h"

#include <QJsonObject>

/// The earlier period that a session's data is compared with; the key `compared`.
namespace oneinn {

/// Writes nothing where there is none.
void writeCompared(QJsonObject &json, const std::optional<ComparedPeriod> &compared);
std::optional<ComparedPeriod> readCompared(JsonReader &reader);

} // namespace oneinn
