// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/verdictmaker.h"

#include "session/session.h"

#include <QtConcurrentRun>

namespace oneinn {

namespace {

/// Null if it was stopped, or there are no uses.
VerdictMaker::LoadPtr loadOf(const ScenarioRows &rows, const Scenario &scenario,
                             const std::stop_token &stop)
{
    auto load = scenarioLoad(rows, scenario, {.stop = stop, .progress = {}});
    return load ? std::make_shared<const ScenarioLoad>(std::move(load).value()) : nullptr;
}

} // namespace

VerdictMaker::VerdictMaker(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    m_outdate.setSingleShot(true);
    m_outdate.setInterval(outdatedMs);
    connect(&m_settle, &QTimer::timeout, this, &VerdictMaker::start);
    connect(&m_outdate, &QTimer::timeout, this, &VerdictMaker::outdate);
    connect(&m_making, &QFutureWatcher<LoadPtr>::finished, this, &VerdictMaker::take);
    connect(session, &Session::assessmentChanged, this, &VerdictMaker::follow);
    connect(session, &Session::dataChanged, this, [this] {
        m_rows.reset();
        m_load.reset();
        m_outdated = true;
        Q_EMIT changed();
    });
}

VerdictMaker::~VerdictMaker()
{
    m_stop.request_stop();
    m_making.disconnect(this);
    m_making.waitForFinished();
}

void VerdictMaker::follow()
{
    const Scenario &scenario = m_session->assessment().scenario;
    if (m_rows == m_session->rows() && sameLoad(m_asked, scenario))
        return;
    m_rows = m_session->rows();
    m_asked = scenario;
    m_stop.request_stop();
    m_pending = true;
    m_settle.start();
    if (!m_outdated && !m_outdate.isActive())
        m_outdate.start();
}

void VerdictMaker::start()
{
    // The hand is still on it: what it lets go of is what counts.
    if (m_session->isInGesture())
        return m_settle.start();
    m_stop = std::stop_source();
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_making.setFuture(
            QtConcurrent::run([rows = m_rows, scenario = m_asked, stop = m_stop.get_token()] {
                return loadOf(*rows, scenario, stop);
            }));
}

void VerdictMaker::take()
{
    // Also when it was done before it could be stopped.
    if (m_stop.stop_requested())
        return;
    m_load = m_making.result();
    m_pending = false;
    m_outdated = false;
    m_outdate.stop();
    Q_EMIT changed();
}

void VerdictMaker::outdate()
{
    m_outdated = true;
    Q_EMIT changed();
}

} // namespace oneinn
