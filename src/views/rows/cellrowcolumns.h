// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "core/featurewords.h"
#include "results/rowlisting.h"
#include "views/rows/listedrowsmodel.h"

#include <memory>
#include <vector>

namespace oneinn {

/// The columns that rows behind a number are listed with. found: of the listing's predictions.
std::vector<ListedColumn> cellRowColumns(const RowListing &listing,
                                         const std::shared_ptr<const CellRows> &found,
                                         const FeatureWords &words);

} // namespace oneinn
