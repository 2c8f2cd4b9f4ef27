// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnnames.h"
#include "ingest/columnprofile.h"
#include "ingest/labelvalues.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// How well a column fits a role by its name and its values together. Absent: it cannot have it.
namespace oneinn::ingest {

using Fit = std::optional<NameFit>;

bool isEmpty(const ColumnProfile &column);        ///< nothing but missing values
bool isProbability(const ColumnProfile &column);  ///< every number lies in [0, 1]
bool isHardDecision(const ColumnProfile &column); ///< two whole numbers at most

/// labels: what the label's values mean; names that hold the positive one are preferred.
/// name: what the column's name is known for.
Fit scoreFit(const ColumnProfile &column, const NameFits &name, const LabelValues &labels);
Fit latencyFit(const ColumnProfile &column, const NameFits &name);
Fit exampleFit(const ColumnProfile &column, const NameFits &name);
/// A user's id; under a name that may as well be a kind of user only one of very many values.
Fit userFit(const ColumnProfile &column, const NameFits &name);
/// Dates or times that begin with one, or under a name that says days more numbers than a week has
/// days.
Fit dayFit(const ColumnProfile &column, const NameFits &name);
/// "2026-03-01T12:00", "2026/03/01".
bool startsWithDate(std::string_view cell);
/// The date that a cell starts with, or else what is written up to a space.
std::string_view dayOf(std::string_view cell);
/// Days from 1970 on of a time in seconds, or in parts of a thousand of these, since then; absent
/// of any other cell.
std::optional<std::int64_t> dayOfUnixTime(std::string_view cell);
/// Absent for a column with too many values to be taken for one with models unasked.
Fit modelFit(const ColumnProfile &column, const NameFits &name);
/// Also by the name of a model that was not taken for one. records: how many the file has.
Fit segmentFit(const ColumnProfile &column, const NameFits &name, std::size_t records);
/// Named as what tells whose use it is: an e-mail address, a phone number.
bool namesAPerson(const std::string &column);
/// It would be a segment, but for too many values.
bool areManyGroups(const ColumnProfile &column, const NameFits &name);
/// Called like an id, and another in every record of the sample.
Fit recordIdFit(const ColumnProfile &column, const NameFits &name);

} // namespace oneinn::ingest
