// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "core/featurewords.h"

#include <QString>

namespace oneinn::wording {

/// "12 bad suggestions are shown. The 5 nearest to the line:".
QString cellRowsSentence(const CellRows &rows, const CellRowsQuestion &question,
                         const FeatureWords &words = {});

} // namespace oneinn::wording
