// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"
#include "cli/optiontable.h"

namespace oneinn::cli {

/// budget: the option that every command with one has.
QList<OptionEntry> curveOptions(const OptionEntry &budget);
void readCurve(OptionReader &reader, Options &options);
void readCalibration(OptionReader &reader, Options &options);

} // namespace oneinn::cli
