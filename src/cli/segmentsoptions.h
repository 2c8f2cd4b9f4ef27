// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"

namespace oneinn::cli {

/// What the command segments takes, and how it is read; but for the threshold.
QList<OptionEntry> segmentsEntries(const OptionEntry &budget);
void readSegments(OptionReader &reader, Options &options);

/// --resamples and --seed.
void readDraws(OptionReader &reader, std::size_t &resamples, std::uint64_t &seed);

} // namespace oneinn::cli
