// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"

/// Options of the command stages.
namespace oneinn::cli {

QList<OptionEntry> stagesEntries();
void readStages(OptionReader &reader, Options &options);

} // namespace oneinn::cli
