// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/columnpart.h"
#include "core/rolejudgement.h"
#include "ingest/columnmapping.h"

#include <optional>
#include <string>
#include <vector>

/// A file's columns seen from the column: what it is taken for, and what a person says it is.
namespace oneinn {

/// In the order of ColumnPart; empty: it is not used.
std::vector<ColumnPart> partsOf(const ingest::ResolvedMapping &read, const std::string &column);

/// Of what a person gave alone: for as long as it cannot be read.
std::vector<ColumnPart> givenParts(const ingest::ColumnMapping &wanted, const std::string &column);

/// Every column that has a part, in no order; some perhaps twice.
std::vector<std::string> usedColumns(const ingest::ResolvedMapping &read);

/// The judgement that is about this column in this part; null: none.
const RoleJudgement *judgementOf(const ingest::ResolvedMapping &read, ColumnPart part);

/// What is to be read when this column is to play this part. Whatever else a person gave it is
/// given up, and so is what belonged to the column that had the part before: a positive value, a
/// direction, a unit. read: how the choice so far was read; null: it could not be.
ingest::ColumnMapping withPart(const ingest::ColumnMapping &wanted,
                               const ingest::ResolvedMapping *read, const std::string &column,
                               ColumnPart part);

/// Where a part is optional: nothing plays it.
ingest::ColumnMapping withoutPart(ingest::ColumnMapping wanted, ColumnPart part);

/// Label and score must be something.
bool isOptional(ColumnPart part);

} // namespace oneinn
