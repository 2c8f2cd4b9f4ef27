// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "session/session.h"

namespace oneinn {

void Results::wantSegments(const std::optional<SegmentsBy> &by,
                           const std::optional<SegmentRule> &rule)
{
    const bool anew = by && !m_segmentsBy;
    if (by == m_segmentsBy && rule == m_segmentRule)
        return;
    m_segmentsBy = by;
    m_segmentRule = rule;
    if (!m_session->hasData())
        return;
    followSegments();
    if (anew)
        m_segments.resume();
}

void Results::followPaying()
{
    if (m_policiesWantedBy.isEmpty())
        return m_paying.pause();
    const AskedOfAll<SegmentsAsked> asked{m_session->rows()->source(),
                                          payingQuestion(m_session->assessment().scenario)};
    m_paying.ask(asked, [asked, now = m_session->rows()](const JobControl &job) {
        return payingSegments(asked, now, job);
    });
}

void Results::followSegments()
{
    if (!m_segmentsBy || m_segmentsBy->columns.empty())
        return m_segments.pause();
    const AskedOfAll<SegmentsAsked> asked{
            m_session->rows()->source(),
            everySegment(m_session->assessment().scenario, *m_segmentsBy, m_segmentRule)};
    const auto work = [asked, now = m_session->rows(),
                       before = m_segments.answer()](const JobControl &job) {
        return segmentsFor(asked, now, before, job);
    };
    m_segments.ask(asked, work);
}

} // namespace oneinn
