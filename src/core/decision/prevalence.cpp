// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/prevalence.h"

#include "core/metrics/operatingcounts.h"

namespace oneinn {

namespace {

std::optional<double> partOfBoth(double part, double rest)
{
    if (part + rest == 0.0)
        return std::nullopt;
    return part / (part + rest);
}

} // namespace

std::optional<double> precisionAt(double recall, double fpr, double prevalence)
{
    return partOfBoth(prevalence * recall, (1.0 - prevalence) * fpr);
}

std::optional<double> npvAt(double recall, double fpr, double prevalence)
{
    return partOfBoth((1.0 - prevalence) * (1.0 - fpr), prevalence * (1.0 - recall));
}

double alertRateAt(double recall, double fpr, double prevalence)
{
    return prevalence * recall + (1.0 - prevalence) * fpr;
}

double recalibratedProbability(double probability, double fromPrevalence, double toPrevalence)
{
    const auto factors = classFactors(fromPrevalence, toPrevalence);
    const double positive = probability * factors.positive;
    return positive / (positive + (1.0 - probability) * factors.negative);
}

} // namespace oneinn
