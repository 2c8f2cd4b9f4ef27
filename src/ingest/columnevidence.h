// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rolejudgement.h"
#include "ingest/columnprofile.h"
#include "ingest/labelvalues.h"

#include <cstddef>
#include <optional>
#include <vector>

/// What columns do, on the sample of records that all of them share. Nothing is said where the
/// sample is too small to say it.
namespace oneinn::ingest {

/// Of a label's records in the sample, by LabelValues::classes.
std::vector<LabelClass> sampledClasses(const ColumnProfile &label, const LabelValues &labels);

/// How numbers order the classes; absent with fewer than 5 of either class.
std::optional<Ordering> orderingOf(const std::vector<double> &numbers,
                                   const std::vector<LabelClass> &classes);

/// Whether one threshold on the numbers parts the classes without a single exception, among 20
/// records or more: so does what was decided by them.
bool isThresholdOn(const std::vector<double> &numbers, const std::vector<LabelClass> &classes);

/// Equal in every record, or differing by as much as nothing.
bool holdTheSame(const ColumnProfile &a, const ColumnProfile &b);
/// Two probabilities that make 1 in every record, up to their rounding.
bool sumToOne(const ColumnProfile &a, const ColumnProfile &b);
/// Never falls from one record to the next but in one of a hundred, and rises in most.
bool growsWithRow(const ColumnProfile &column);
/// Points in time, counted since 1970 in milliseconds, microseconds or nanoseconds: all of them
/// within a few years of each other, after 1998. (In seconds they look like nanoseconds of a wait.)
bool holdMoments(const ColumnProfile &column);
/// At least half of the records are of examples that occur under several values, and hardly any
/// occurs twice under one.
bool pairsExamples(const ColumnProfile &examples, const ColumnProfile &values);
/// The share of the numbers that lie below zero.
double negativeShare(const ColumnProfile &column);

} // namespace oneinn::ingest
