// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/json.h"
#include "core/assessment.h"

#include <QString>

/// What the data cannot know, at one threshold.
namespace oneinn::cli {

/// Keys "labels", "label_noise" and "gold", each where there is something to say; "mix".
void addDataLimits(Json::Object &json, const Options &options, const Assessment &assessment,
                   const Input &input);
/// The same as sentences, one a line.
QString dataLimitsText(const Options &options, const Assessment &assessment, const Input &input);

} // namespace oneinn::cli
