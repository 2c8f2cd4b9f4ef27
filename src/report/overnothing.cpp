// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/overnothing.h"

#include "report/answerwords.h"
#include "wording/numbers.h"
#include "wording/valuewords.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

/// A value per 1,000 as it is written: in whole numbers from 100 on, below in two digits.
double asTold(double value)
{
    constexpr double whole = 100.0;
    if (std::abs(value) >= whole || wording::isShownAsNothing(value))
        return std::round(value);
    const double digits = std::pow(10.0, 1.0 - std::floor(std::log10(std::abs(value))));
    return std::round(value * digits) / digits;
}

} // namespace

std::optional<double> worthOfNothing(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const auto &good = assessment.metrics.prevalence;
    if (!good || !hasValues(assessment.scenario))
        return std::nullopt;
    const OutcomeValues &values = assessment.scenario.values;
    return *good * values.fn() + (1.0 - *good) * values.tn();
}

QString overNothing(const AnswerMaterial &material, const QString &interval)
{
    const auto nothing = worthOfNothing(material);
    if (!nothing)
        return {};
    const double here = material.assessment.value.perUse;
    // A difference is one of the numbers that stand beside it.
    const double gain = asTold(wording::thousand * here) - asTold(wording::thousand * *nothing);
    const auto [worth, instead] =
            wording::toldApart(wording::thousand * here, wording::thousand * *nothing);
    const wording::Feature feature = featureOf(material);
    if (wording::isShownAsNothing(gain))
        return u"no more in 1,000 %1 than doing nothing: %2"_s.arg(feature.useCase.plural,
                                                                   worth + interval);
    return u"about %1 %2 %3 in 1,000 %4 than doing nothing: %5 instead of %6"_s.arg(
            wording::plainNumberText(std::abs(gain)), feature.unitSaid(),
            gain > 0.0 ? u"more"_s : u"less"_s, feature.useCase.plural, worth + interval, instead);
}

} // namespace oneinn::report
