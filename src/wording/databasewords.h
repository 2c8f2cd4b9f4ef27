// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/problemwords.h"

#include <optional>

namespace oneinn::wording {

/// Of a database that is spoken to, and of its tables; empty for every other problem.
ProblemWords databaseProblem(const Problem &problem, Reader reader);

/// How much moves where rows are read, by the database's own guess.
QString readingRows(double rows, double bytes);
/// What stays and what moves where they are counted; the first may not be known. isParted: by
/// models or segments, each of which has as many counted rows.
QString countingThere(std::optional<double> rows, double mostCounted, bool isParted);

/// "postgresql://ann@host/database": what there is one password for.
QString serverName(const std::string &address);

} // namespace oneinn::wording
