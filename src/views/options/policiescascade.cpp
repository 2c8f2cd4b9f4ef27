// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a policy that is looked at asks one model first: between which scores the other is asked.

#include "core/questions.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_policiespanel.h"
#include "views/options/cascadestrip.h"
#include "views/options/policiespanel.h"

namespace oneinn {

namespace {

/// Of a cascade that is operated; null: none is.
const FirstAsked *firstAskedIn(const Scenario &scenario)
{
    return scenario.combination ? std::get_if<FirstAsked>(&*scenario.combination) : nullptr;
}

} // namespace

void PoliciesPanel::renderCascade()
{
    const ComparedPolicies &compared = *m_answer->compared;
    const auto index = static_cast<std::size_t>(selected());
    const auto *cascade = std::get_if<Cascade>(&compared.policies[index].candidate.policy);
    if (cascade) {
        m_ui->cascade->setCascade(compared, *cascade);
        m_ui->cascade->display(shownBounds());
    }
    m_ui->cascade->setVisible(cascade != nullptr);
}

std::optional<CascadeBounds> PoliciesPanel::shownBounds() const
{
    const Scenario &scenario = m_session->scenario();
    const FirstAsked *first = firstAskedIn(scenario);
    if (selected() != 0 || !first)
        return scenario.cascade;
    return CascadeBounds{first->model, scenario.selection.model.value_or(std::string()),
                         first->deferBetween};
}

void PoliciesPanel::editCascade(const std::optional<CascadeBounds> &bounds)
{
    const FirstAsked *first = firstAskedIn(m_session->scenario());
    if (selected() != 0 || !first)
        return m_session->edit(edits::cascade(bounds));
    if (bounds)
        return m_session->edit(edits::combination(
                FirstAsked{first->model, bounds->deferBetween, first->parallel}));
    // The best is among what is compared.
    const auto &all = m_answer->compared->policies;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const auto *cascade = std::get_if<Cascade>(&all[i].candidate.policy);
        if (cascade && cascade->parallel == first->parallel)
            return take(static_cast<int>(i));
    }
}

} // namespace oneinn
