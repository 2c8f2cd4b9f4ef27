// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/drop.h"

#include <QString>

namespace oneinn::wording {

struct Feature;

/// That scores mean something else than in the period before, how well they rank now, and what may
/// be behind it. Of DropCause::Meaning.
QString meaningSentence(const DropFinding &finding, const Feature &feature);

} // namespace oneinn::wording
