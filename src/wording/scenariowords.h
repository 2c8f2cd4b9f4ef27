// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/editedpart.h"
#include "core/scenario.h"

#include <QString>

#include <string>

namespace oneinn::wording {

/// What a late policy does, as a choice in a list: "show nothing".
QString latePolicyName(LatePolicy policy, const FeatureWords &product);
/// "cloud-small answers": the late policy that falls back to this model.
QString fallbackName(const std::string &model);

/// What an edit changed, as in "Undo: threshold".
QString editedPartName(EditedPart part);

} // namespace oneinn::wording
