// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columncandidates.h"
#include "ingest/labelvalues.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace oneinn::ingest {

/// What the values of a column with predicted classes mean for the label: as classesIn(), or, of
/// one class against the rest, every other class is Negative. Absent where it is no such column:
/// of several classes, where it does not hold the positive one, or more than one record in ten has
/// a value that the label has not.
std::optional<std::vector<LabelClass>> predictedClasses(const ColumnProfile &column,
                                                        const ColumnProfile &label,
                                                        const LabelValues &labels);

/// A score of the predicted class as that of the positive one: 1 - score where the other of two is
/// predicted. Of several classes 1 - score is not the positive one's: what is called another class
/// is shown at no threshold above 0, so it is 0.
double ofPositive(double score, LabelClass predicted, const LabelValues &labels);
/// The same of a sample; NaN where nothing was predicted.
std::vector<double> ofPositive(const std::vector<double> &scores,
                               const std::vector<LabelClass> &predicted, const LabelValues &labels);

/// The column that says which of several classes was predicted, called so or the only one that
/// holds the label's classes; absent where there is none, and where the label has only two.
std::optional<std::size_t> columnOfClasses(const ColumnCandidates &candidates, std::size_t label,
                                           const LabelValues &labels);

} // namespace oneinn::ingest
