// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/predictions/predictionindex.h"
#include "core/predictions/predictions.h"
#include "ingest/predictionsfile.h"

#include <QStringList>

/// What a person did not say and the program decided: told on standard error.
namespace oneinn::cli {

/// One line that names the guessed columns and why they were taken; none if nothing was guessed.
QStringList guessNotes(const ingest::ResolvedMapping &mapping);

/// What of it may make the answers wrong ones: also in what is written as JSON.
QStringList warningsOf(const ingest::ResolvedMapping &mapping);

/// Which kind of feature the file may be about, where it is told of in the usual words.
QStringList wordsNotes(const ingest::LoadedFile &file, const FeatureWords &words);

/// Which model is looked at, and why, if there are several among the rows that meet the conditions.
/// ofSample: it is the one that the window opens this sample with.
QStringList modelNotes(const Predictions &predictions, const Selection &selection, bool ofSample);

/// Rows that are there twice, and one user with so many that everything rests on them: likewise.
QStringList rowsWarnings(const PredictionIndex &index, const FeatureWords &words);

/// A threshold that was decided, in the file's units: "0.5"; "beyond every score" where it shows
/// nothing.
QString decidedThreshold(double inFile);

} // namespace oneinn::cli
