// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"
#include "ui_policiespanel.h"
#include "views/options/policiespanel.h"
#include "views/options/policycolumns.h"
#include "wording/frontierwords.h"
#include "wording/policynames.h"

/// What is offered in the table of policies, and what is told beside its button.
namespace oneinn {

bool PoliciesPanel::isTakenOver() const
{
    return m_takenOver && *m_takenOver == m_session->scenario();
}

void PoliciesPanel::take(int policy)
{
    if (!m_answer || policy < 0)
        return;
    select(policy);
    const auto compared = m_answer->compared; // adopting may bring another
    const Candidate &candidate = compared->policies[static_cast<std::size_t>(policy)].candidate;
    const QString why = wording::notAdoptableText(candidate);
    if (!why.isEmpty())
        return tell(why);
    const Scenario before = m_session->scenario();
    m_session->edit(edits::adopt(candidate.policy, compared->models));
    if (m_session->scenario() != before)
        m_takenOver = m_session->scenario();
}

/// What is in force, or what speaks against what is offered.
void PoliciesPanel::renderHint(int policy, const QString &beyond)
{
    if (policy == 0)
        return tell(wording::inForceText(isTakenOver() ? wording::CameBy::TakingOver
                                                       : wording::CameBy::Itself));
    tell(beyond.isEmpty() ? wording::adoptHint() : wording::offeredBeyondText(beyond));
}

void PoliciesPanel::tell(const QString &hint)
{
    m_ui->hint->setText(hint);
    m_ui->hint->setToolTip(hint); // there may be no room for all of it
}

/// In the place of the chart there is room for all of it.
void PoliciesPanel::fitDetail()
{
    const bool all = m_ui->allDetail->isChecked();
    m_ui->chartPages->setVisible(!all);
    m_ui->legend->setVisible(!all);
    m_ui->chartLayout->setStretchFactor(m_ui->detail, all ? 1 : 0);
    fitPolicyDetail(*m_ui->detail, all ? DetailRoom::All : DetailRoom::FewLines);
}

} // namespace oneinn
