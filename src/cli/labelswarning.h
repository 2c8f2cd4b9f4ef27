// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "cli/scoreunits.h"
#include "core/predictions/predictionindex.h"

#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>

/// Labels that are missing by the score, before commands that count labelled uses alone.
namespace oneinn::cli {

/// Adds to these what cannot be told, where the command does not say so at its own threshold.
/// Returns why it cannot answer at all, if it cannot: a limit on what is missed cannot be judged.
std::optional<QString> labelsProblem(const Options &options, const PredictionIndex &index,
                                     const ScoreUnits &units,
                                     std::initializer_list<QStringList *> told);

} // namespace oneinn::cli
