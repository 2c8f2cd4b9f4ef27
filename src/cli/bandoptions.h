// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/optionreader.h"
#include "cli/options.h"
#include "core/review/reviewer.h"

namespace oneinn::cli {

/// What the command review takes, and how it is read; but for the threshold.
QList<OptionEntry> reviewEntries(const OptionEntry &budget);
void readReview(OptionReader &reader, Options &options);

/// The same of commands that tell a band only where one is in force: asked for, or a session's.
QList<OptionEntry> bandInForceEntries();
void readBandInForce(OptionReader &reader, Options &options);

/// The same of a command that lists what goes to a person: its ends are all that counts, unless the
/// best ones are to be found.
QList<OptionEntry> bandOfRowsEntries();
void readBandOfRows(OptionReader &reader, Options &options);

/// In the units of the predictions.
ReviewSetting reviewSettingOf(const Options &options, const Input &input);
/// What was assumed of a reviewer whom nobody described; nothing where somebody did.
QStringList reviewerNotes(const Options &options);

/// That a session's band is in force, for commands that tell of a single threshold; empty
/// elsewhere.
QString withoutBandNote(const Options &options);

} // namespace oneinn::cli
