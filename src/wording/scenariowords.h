// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <QString>

namespace oneinn::wording {

/// What a late policy does, as a choice in a list: "show nothing".
QString latePolicyName(LatePolicy policy);

/// What an edit changed, as in "Undo: threshold".
QString scenarioPartName(ScenarioPart part);

/// A picture could not be written to this path, and what to do.
QString pictureNotSaved(const QString &path);

} // namespace oneinn::wording
