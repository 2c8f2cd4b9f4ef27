// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewband.h"

namespace oneinn {

double plainThreshold(const ReviewTerms &terms)
{
    return terms.falsePositive / (terms.falsePositive + terms.missed);
}

double closingPrice(const ReviewTerms &terms)
{
    return terms.missed * plainThreshold(terms) * (terms.recall - terms.falseAlarms) - terms.cost;
}

std::optional<ReviewBand> reviewBand(const ReviewTerms &terms)
{
    // Rounding must not leave a band of no width.
    constexpr double hardly = 1e-12;
    if (terms.price >= closingPrice(terms) - hardly * terms.missed)
        return std::nullopt;
    const double paid = terms.cost + terms.price;
    const double alarms = terms.falseAlarms * terms.falsePositive;
    const double spared = (1.0 - terms.falseAlarms) * terms.falsePositive;
    return ReviewBand{(paid + alarms) / (terms.recall * terms.missed + alarms),
                      (spared - paid) / (spared + (1.0 - terms.recall) * terms.missed)};
}

} // namespace oneinn
