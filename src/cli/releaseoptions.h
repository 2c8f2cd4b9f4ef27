// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"

namespace oneinn::cli {

/// What the command release takes, and how it is read; but for the threshold.
QList<OptionEntry> releaseEntries(const OptionEntry &budget);
void readRelease(OptionReader &reader, Options &options);

} // namespace oneinn::cli
