// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columncandidates.h"

namespace oneinn::ingest {

/// The column that says which model a row is from: by a name that says model, or by one that may
/// say so ("provider", "method") if the same examples occur under several of its values. Where the
/// sample is not the whole file and so cannot tell, it is taken for models, and said.
ColumnChoice judgeModel(const ColumnCandidates &candidates);

} // namespace oneinn::ingest
