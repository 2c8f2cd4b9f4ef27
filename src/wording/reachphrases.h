// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/targets/reach.h"
#include "wording/feature.h"

#include <QString>

/// Parts of sentences about settings that reach targets.
namespace oneinn::wording {

/// "at 0.74"; "above every score", where the threshold lets nothing through.
QString atText(const TargetSetting &setting);
/// "worth +31 instead of +24 per 1,000 uses". Both per use.
QString insteadText(double then, double now, const Feature &feature);
/// "the target", "every target".
QString targetsText(TargetSet set);

} // namespace oneinn::wording
