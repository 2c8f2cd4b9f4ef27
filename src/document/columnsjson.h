// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"
#include "presets/jsonreader.h"

#include <QJsonObject>

/// What a person fixed about the columns of a file, as JSON: "columns" of a session.
namespace oneinn {

/// Every key, null where nothing is fixed.
QJsonObject columnsJson(const ingest::ColumnMapping &mapping);

/// Keys that a session lacks because it is older than what they say are read as what it did then.
ingest::ColumnMapping readColumns(JsonReader &reader);

} // namespace oneinn
