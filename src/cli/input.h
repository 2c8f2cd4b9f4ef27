// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "cli/scoreunits.h"
#include "core/policies/scenariorows.h"
#include "core/policies/useslice.h"
#include "core/predictions/predictionindex.h"
#include "core/scenario.h"
#include "core/targets/reach.h"
#include "ingest/predictionsfile.h"
#include "results/stagesread.h"

#include <QString>
#include <QStringList>
#include <QTextStream>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace oneinn::cli {

/// The file that was asked for, read and with its rows selected.
struct Input {
    ingest::LoadedFile file;
    DataReference reference; ///< of the bytes that were read; the checksum only where it is needed
    RowAccount account;      ///< of the file, with the rows outside the selection set aside
    std::shared_ptr<const PredictionIndex> index;
    ScoreUnits units;
    QStringList notes;    ///< what was guessed or chosen for the person
    QStringList warnings; ///< of these, what may make the answer a wrong one
    /// What every number of it takes for granted because it was asked for; among the warnings.
    QStringList assumptions = {};
    std::optional<FallbackModel> fallback; ///< asked for by --fallback
    std::shared_ptr<const StagesAnswer> stages =
            {}; ///< null: it has none, or no answer is asked for

    const Predictions &predictions() const { return *file.predictions; }
};

struct Unusable {
    QString sentence; ///< why, and what to do
};

std::variant<Input, Unusable> openInput(const Options &options);

/// What a command has to say.
struct Outcome {
    QString text;         ///< the result
    QStringList notes;    ///< choices made for the person
    QString failure = {}; ///< why there is no result, and what to do; empty: there is one
    /// In place of a result: what is said with a person who answers.
    std::function<void(QTextStream &in, QTextStream &out)> talk = {};
    int code = 0; ///< that the program ends with, where there is one
};

/// The rows of the input as a scenario's assumptions have them.
std::shared_ptr<const UseSlice> sliceOf(const Scenario &scenario, const Input &input);
/// What keeps the limits there.
Reach withinLimits(const UseSlice &slice, const Scenario &scenario);

/// The scenario asked for, on the rows of the input; at the threshold asked for, if one was.
Scenario scenarioOf(const Options &options, const Input &input);

/// The same at a threshold in any case: where none was asked for at the most valuable one, which a
/// note tells, beginning with `said`.
struct DecidedSetting {
    Scenario scenario;
    ScenarioRows::Ptr rows;
    std::shared_ptr<const UseSlice> slice;
    QStringList notes;
};
DecidedSetting decidedSetting(const Options &options, const Input &input,
                              const QString &said = QStringLiteral("The threshold is"));

} // namespace oneinn::cli
