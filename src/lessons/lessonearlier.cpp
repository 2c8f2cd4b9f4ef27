// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessonearlier.h"

#include "lessons/dropquantities.h"
#include "lessons/lesson.h"

#include <algorithm>

namespace oneinn {

std::shared_ptr<const Dropped> LessonEarlier::droppedTo(
        const std::shared_ptr<const PredictionIndex> &later, const Scenario &scenario,
        bool isThresholdGiven) const
{
    if (m_last && m_last->scenario == scenario && m_last->isThresholdGiven == isThresholdGiven
        && m_last->later->predictions() == later->predictions()
        && m_last->later->selection() == later->selection())
        return m_last->dropped;
    const auto before = PredictionIndex::build(m_file.predictions, scenario.selection);
    std::shared_ptr<const Dropped> told;
    if (before) {
        auto found = dropped(
                {.before = before.value(),
                 .after = later,
                 .earlier = scenario,
                 .later = scenario,
                 .measure = DropMeasure::Value,
                 .kept = isThresholdGiven ? KeptThreshold::Given : KeptThreshold::BestBefore});
        if (found)
            told = std::make_shared<const Dropped>(*std::move(found));
    }
    m_last = Answered{later, scenario, isThresholdGiven, told};
    return told;
}

bool asksOfDrop(const LessonStep &step)
{
    return std::ranges::any_of(dropQuantities(), [&step](const Quantity &quantity) {
        return step.quantity == quantity.key
                || step.reveal.contains(QChar(u'{') + quantity.key + QChar(u'}'))
                || std::ranges::any_of(step.choices, [&quantity](const LessonChoice &choice) {
                       return choice.quantity == quantity.key;
                   });
    });
}

} // namespace oneinn
