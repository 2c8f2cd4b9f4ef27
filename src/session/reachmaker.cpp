// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/reachmaker.h"

#include "session/session.h"

#include <QtConcurrentRun>

namespace oneinn {

namespace {

/// Null if it was stopped.
ReachMaker::AnswerPtr answerOf(const ScenarioRows::Ptr &rows, const Scenario &scenario,
                               const std::stop_token &stop)
{
    auto answer = reachTargets(rows, scenario, {.stop = stop, .progress = {}});
    return answer ? std::make_shared<const ReachAnswer>(std::move(answer).value()) : nullptr;
}

} // namespace

ReachMaker::ReachMaker(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    m_outdate.setSingleShot(true);
    m_outdate.setInterval(outdatedMs);
    connect(&m_settle, &QTimer::timeout, this, &ReachMaker::start);
    connect(&m_outdate, &QTimer::timeout, this, [this] {
        m_outdated = true;
        Q_EMIT changed();
    });
    connect(&m_making, &QFutureWatcher<AnswerPtr>::finished, this, &ReachMaker::take);
    connect(session, &Session::assessmentChanged, this, &ReachMaker::follow);
    connect(session, &Session::dataChanged, this, &ReachMaker::forget);
}

ReachMaker::~ReachMaker()
{
    m_stop.request_stop();
    m_making.disconnect(this);
    m_making.waitForFinished();
}

/// What was found belongs to other rows, or nothing is asked any more.
void ReachMaker::forget()
{
    m_stop.request_stop();
    m_settle.stop();
    m_outdate.stop();
    m_rows.reset();
    m_pending = false;
    m_outdated = false;
    m_answer.reset();
    Q_EMIT changed();
}

void ReachMaker::follow()
{
    const Scenario &scenario = m_session->assessment().scenario;
    if (!scenario.targets.any()) {
        if (m_rows)
            forget();
        return;
    }
    if (m_rows == m_session->rows() && sameReach(m_asked, scenario))
        return;
    m_rows = m_session->rows();
    m_asked = scenario;
    m_stop.request_stop();
    m_pending = true;
    m_settle.start();
    if (!m_outdated && !m_outdate.isActive())
        m_outdate.start();
}

void ReachMaker::start()
{
    // The hand is still on it: what it lets go of is what counts.
    if (m_session->isInGesture())
        return m_settle.start();
    m_stop = std::stop_source();
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_making.setFuture(
            QtConcurrent::run([rows = m_rows, scenario = m_asked, stop = m_stop.get_token()] {
                return answerOf(rows, scenario, stop);
            }));
}

void ReachMaker::take()
{
    // Also when it was done before it could be stopped.
    if (m_stop.stop_requested())
        return;
    m_answer = m_making.result();
    m_pending = false;
    m_outdated = false;
    m_outdate.stop();
    Q_EMIT changed();
}

} // namespace oneinn
