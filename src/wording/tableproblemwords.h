// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "wording/problemwords.h"

#include <string>

namespace oneinn::wording {

/// What is wrong with the tables of a database; empty for all other problems.
ProblemWords tableProblem(const Problem &problem, Reader reader);

/// By its ending.
bool isNamedAsDatabase(const std::string &file);

/// The file that a problem is of, in quotation marks; "the file" where it has no name.
QString fileText(const Problem &problem);

/// ProblemKind::NoLabelColumn: file and columns as they are told, the latter perhaps empty.
ProblemWords noLabelWords(const QString &file, const QString &columns, const Problem &problem,
                          Reader reader);

} // namespace oneinn::wording
