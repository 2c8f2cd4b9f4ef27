// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/selection.h"
#include "presets/jsonreader.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

/// Which rows are looked at: column, value, and `match` where it is not that very value.
namespace oneinn {

QJsonArray conditionsJson(const std::vector<Selection::Where> &where);
/// Column and value have to be there.
Selection::Where readCondition(JsonReader &reader);

/// "before" or "from"; empty for the very value.
QString matchKey(Selection::Match match);

/// Whether any is of values that follow each other: what older programs cannot read.
bool anyOrdered(const std::vector<Selection::Where> &where);

} // namespace oneinn
