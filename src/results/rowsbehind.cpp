// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowsbehind.h"

#include "core/assessment.h"
#include "results/paces.h"
#include "session/session.h"

#include <memory>

namespace oneinn {

std::vector<RowCell> toldCells(const Assessment &assessment)
{
    const ShareContext &context = assessment.experience.shares.context();
    std::vector<RowCell> cells{RowCell::Wrong, RowCell::Fp, RowCell::Fn};
    if (context.lateCounts && assessment.scenario.latePolicy != LatePolicy::Wait) {
        cells.push_back(RowCell::MissedByModel);
        cells.push_back(RowCell::MissedByLateness);
    }
    cells.push_back(RowCell::Tp);
    cells.push_back(RowCell::Tn);
    if (assessment.scenario.budget)
        cells.push_back(RowCell::Late);
    if (context.leavingCounts)
        cells.push_back(RowCell::Gone);
    cells.push_back(RowCell::All);
    return cells;
}

RowsBehind::RowsBehind(Session *session, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_finding(workers, settledPace, [session] { return session->history().isInGesture(); })
{
    connect(session, &Session::dataChanged, this, &RowsBehind::forget);
    connect(session, &Session::assessmentChanged, this, &RowsBehind::follow);
}

void RowsBehind::want(const std::optional<RowsWish> &wish)
{
    m_wish = wish;
    if (m_session->hasData())
        follow();
}

/// Segments of another file are none of this one.
void RowsBehind::forget()
{
    if (m_wish)
        m_wish->where.reset();
    m_finding.forget();
}

void RowsBehind::follow()
{
    if (!m_wish)
        return m_finding.pause();
    const Scenario &scenario = m_session->assessment().scenario;
    CellRowsQuestion question;
    static_cast<UsesQuestion &>(question) = scenario;
    question.threshold = scenario.threshold;
    question.cell = m_wish->cell;
    question.order = m_wish->order;
    question.scores = m_wish->scores;
    question.most = mostListed;
    if (m_wish->where)
        question.selection.where = *m_wish->where;
    const AskedOfRows<CellRowsQuestion> asked{m_session->rows(), question};
    m_finding.ask(asked, [asked](const JobControl &job) {
        return std::make_shared<const CellRows>(cellRows(*asked.of, asked.question, job));
    });
}

} // namespace oneinn

#include "moc_rowsbehind.cpp"
