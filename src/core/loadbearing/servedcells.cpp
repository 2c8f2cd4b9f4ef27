// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/servedcells.h"

#include <cassert>

namespace oneinn {

double valuePerUse(const ServedCells &cells, const OutcomeValues &values)
{
    assert(cells.uses() > 0.0);
    const double sum = values.of(ConfusionMatrix(cells.tp, cells.fp, cells.fn, cells.tn))
            + values.late() * cells.unserved;
    return sum / cells.uses();
}

double valueWithoutPredictions(double prevalence, const OutcomeValues &values)
{
    return prevalence * values.fn() + (1.0 - prevalence) * values.tn();
}

ServedCells servedCells(double prevalence, double recall, double precision, double stillThere)
{
    assert(recall > 0.0 && precision > 0.0);
    const double tp = prevalence * recall;
    const double fp = tp * (1.0 - precision) / precision;
    return {.tp = stillThere * tp,
            .fp = stillThere * fp,
            .fn = stillThere * (prevalence - tp),
            .tn = stillThere * (1.0 - prevalence - fp),
            .unserved = 1.0 - stillThere};
}

} // namespace oneinn
