// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"

/// What a person assumes about a product, as options of every command that answers.
namespace oneinn::cli {

/// --preset, on top of which the others are read.
void readPreset(OptionReader &reader, Scenario &scenario);

/// --patience and its shape.
void readPatienceOption(OptionReader &reader, PatienceCurve &patience);

/// --late, and --fallback that goes with it.
void readLate(OptionReader &reader, Options &options);

/// --mix: the shares that are named, to be completed when the file is read.
void readMix(OptionReader &reader, Options &options);

/// The fields that are no targets, costs of calls, and the noun.
void readScenario(OptionReader &reader, Scenario &scenario);

} // namespace oneinn::cli
