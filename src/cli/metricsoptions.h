// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"

namespace oneinn::cli {

/// --threshold, where a command takes one.
void readThreshold(OptionReader &reader, Options &options);

/// What the commands metrics and loadbearing take beside columns and scenario.
void readMetrics(OptionReader &reader, Options &options);

} // namespace oneinn::cli
