// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/confusionmatrix.h"

#include <cassert>

namespace oneinn {

ConfusionMatrix::ConfusionMatrix(double tp, double fp, double fn, double tn)
{
    assert(tp >= 0.0 && fp >= 0.0 && fn >= 0.0 && tn >= 0.0);
    m_cells << tp, fn, fp, tn;
}

} // namespace oneinn
