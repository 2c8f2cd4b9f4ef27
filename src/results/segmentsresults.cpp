// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/segmentsresults.h"

#include "core/assessment.h"
#include "results/paces.h"
#include "session/session.h"

namespace oneinn {

SegmentsResults::SegmentsResults(Session *session, Workers &workers)
    : m_session(session)
    , m_table(workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_paying(workers, settledPace, [session] { return session->history().isInGesture(); })
{
}

void SegmentsResults::want(const std::optional<SegmentsBy> &by,
                           const std::optional<SegmentRule> &rule)
{
    const bool anew = by && !m_by;
    if (by == m_by && rule == m_rule)
        return;
    m_by = by;
    m_rule = rule;
    if (!m_session->hasData())
        return;
    followTable();
    if (anew)
        m_table.resume();
}

void SegmentsResults::wantPaying(bool wanted, bool anew)
{
    m_isPayingWanted = wanted;
    if (!m_session->hasData())
        return;
    followPaying();
    if (anew)
        m_paying.resume();
}

void SegmentsResults::follow()
{
    followTable();
    followPaying();
}

void SegmentsResults::forget()
{
    m_by.reset();
    m_table.forget();
    m_paying.forget();
}

void SegmentsResults::followPaying()
{
    if (!m_isPayingWanted)
        return m_paying.pause();
    const AskedOfAll<SegmentsAsked> asked{m_session->rows()->source(),
                                          payingQuestion(m_session->assessment().scenario)};
    m_paying.ask(asked, [asked, now = m_session->rows()](const JobControl &job) {
        return payingSegments(asked, now, job);
    });
}

void SegmentsResults::followTable()
{
    if (!m_by || m_by->columns.empty())
        return m_table.pause();
    const AskedOfAll<SegmentsAsked> asked{
            m_session->rows()->source(),
            everySegment(m_session->assessment().scenario, *m_by, m_rule)};
    const auto work = [asked, now = m_session->rows(),
                       before = m_table.answer()](const JobControl &job) {
        return segmentsFor(asked, now, before, job);
    };
    m_table.ask(asked, work);
}

} // namespace oneinn
