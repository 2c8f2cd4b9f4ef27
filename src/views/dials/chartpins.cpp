// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/chartpins.h"

#include "results/pinresults.h"
#include "session/session.h"
#include "wording/pinwords.h"

namespace oneinn {

std::vector<ChartPin> chartPins(const PinResults &results)
{
    const Session &session = *results.session();
    const Choice now = choiceOf(session.assessment().scenario);
    std::vector<ChartPin> result;
    for (std::size_t i = 0; i < results.pins().size(); ++i) {
        const PinResults::Pin &pin = results.pins()[i];
        if (!pin.assessed || !pin.assessed->assessment)
            continue;
        const Assessment &assessment = *pin.assessed->assessment;
        const auto &[precision, recall] =
                std::pair(assessment.metrics.precision, assessment.metrics.recall);
        ChartPin shown{.pin = static_cast<int>(i),
                       .letter = wording::pinLetter(i),
                       .toolTip = wording::pinOnChartText(session.state().pins[i], i),
                       .threshold = pin.choice.threshold,
                       .budget = pin.choice.budget,
                       .recallPrecision = {},
                       .sameModel = pin.choice.model == now.model
                               && pin.choice.combination == now.combination
                               && pin.choice.budgets == now.budgets};
        if (precision && recall)
            shown.recallPrecision = QPointF(*recall, *precision);
        if (const auto &late = assessment.experience[Share::Late])
            shown.onTime = 1.0 - late->value;
        result.push_back(std::move(shown));
    }
    return result;
}

charts::NamedPoint pinnedPoint(const ChartPin &pin, QPointF axis)
{
    charts::NamedPoint point;
    point.id = pin.pin;
    point.axis = axis;
    point.low = point.high = axis.y();
    point.left = point.right = axis.x();
    point.look =
            pin.sameModel ? charts::NamedPoint::Look::Hollow : charts::NamedPoint::Look::Dashed;
    point.label = pin.letter;
    point.toolTip = pin.toolTip;
    return point;
}

} // namespace oneinn
