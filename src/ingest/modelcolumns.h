// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "ingest/columnchooser.h"

#include <optional>

/// Which columns say of which model a record is, and which example it is about.
namespace oneinn::ingest {

/// Whether several models' scores stand side by side: said by the person, or judged where the
/// person has chosen neither a score nor what says which model a record is of.
bool resolveWide(ColumnChooser &chooser);

/// Where there is none, the column that is called like one but has too many values is named.
std::optional<Problem> resolveModel(ColumnChooser &chooser);

/// Guessed only where several models are there to be paired.
std::optional<Problem> resolveExample(ColumnChooser &chooser);

/// What keys examples beside their id, and who only decides; once model, example and score are
/// known.
std::optional<Problem> resolveKeysAndDeciders(ColumnChooser &chooser);

} // namespace oneinn::ingest
