// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/feature.h"
#include "wording/reviewbandwords.h"

/// A review band beside what is told of a single threshold.
namespace oneinn::wording {

/// By model and person together: "28 of 100 alerts are wrong, and 4 of 100 frauds are missed";
/// empty where nothing can be told.
QString bandHarms(const FoundBand &band, const Feature &feature);

/// Beside a large number of the single threshold while a band is in force: "of 100 shown, without a
/// person". Empty stays empty.
QString withoutAPerson(const QString &what);

/// Over numbers of the single threshold while a band is in force: that they are without a person,
/// and what is so with one.
QString reviewBesideNumbers(const FoundBand &band, const FeatureWords &words = {});

/// Beside alternatives that are compared use by use.
QString reviewBeside(const ReviewParts &parts);

} // namespace oneinn::wording
