// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/backgroundstate.h"

#include <mutex>
#include <new>
#include <stdexcept>

namespace oneinn {

namespace {

constexpr double progressStep = 0.01; ///< smaller ones nobody sees

} // namespace

class BackgroundState::Line {
public:
    explicit Line(BackgroundState *to)
        : m_to(to)
    {
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_to = nullptr;
    }
    /// From any thread. What was sent and not delivered yet goes with the receiver.
    void send(Deliver deliver)
    {
        const std::lock_guard lock(m_mutex);
        if (BackgroundState *to = m_to)
            QMetaObject::invokeMethod(
                    to, [to, deliver = std::move(deliver)] { deliver(to); }, Qt::QueuedConnection);
    }

private:
    std::mutex m_mutex;
    BackgroundState *m_to;
};

BackgroundState::BackgroundState(Workers &workers, const SettlePace &pace, IsInGesture isInGesture,
                                 QObject *parent)
    : QObject(parent)
    , m_workers(workers)
    , m_pace(pace)
    , m_isInGesture(std::move(isInGesture))
    , m_stop(std::nostopstate)
    , m_line(std::make_shared<Line>(this))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(pace.settleMs);
    m_outdate.setSingleShot(true);
    m_outdate.setInterval(outdatedMs);
    connect(&m_settle, &QTimer::timeout, this, &BackgroundState::settle);
    connect(&m_outdate, &QTimer::timeout, this, [this] {
        m_outdated = true;
        Q_EMIT changed();
    });
}

BackgroundState::~BackgroundState()
{
    m_stop.request_stop();
    m_line->close();
}

std::optional<double> BackgroundState::progress() const
{
    return m_outdated && m_running ? std::optional(m_share) : std::nullopt;
}

void BackgroundState::stopRun()
{
    m_stop.request_stop();
    m_settle.stop();
    ++m_run;
    m_running = false;
    m_cancelled = false;
}

void BackgroundState::setPending()
{
    m_pending = true;
    m_settle.start();
    if (!m_outdated && !m_outdate.isActive())
        m_outdate.start();
}

void BackgroundState::setDone()
{
    m_pending = false;
    m_running = false;
    m_outdated = false;
    m_outdate.stop();
}

void BackgroundState::cancel()
{
    if (m_pending)
        giveUp();
}

void BackgroundState::giveUp()
{
    stopRun();
    setDone();
    m_outdated = true;
    m_cancelled = true;
    Q_EMIT changed();
}

void BackgroundState::resume()
{
    if (!m_cancelled)
        return;
    m_cancelled = false;
    setPending();
    Q_EMIT changed();
}

void BackgroundState::settle()
{
    if (!m_pace.duringGesture && m_isInGesture && m_isInGesture())
        return m_settle.start();
    start();
}

void BackgroundState::begin(std::function<Deliver(const JobControl &)> work)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const quint64 run = ++m_run;
    m_share = 0.0;
    m_running = true;
    const auto recess = m_pace.duringGesture ? nullptr : m_workers.recess();
    m_workers.run(
            [work = std::move(work), line = m_line, run, stop = m_stop.get_token(), recess] {
                if (stop.stop_requested())
                    return;
                double told = 0.0;
                const auto tell = [&](double share) {
                    if (share < told + progressStep)
                        return;
                    told = share;
                    line->send([run, share](BackgroundState *to) { to->showShare(run, share); });
                };
                line->send(
                        deliveryOf(work, {.stop = stop, .progress = tell, .recess = recess}, run));
            },
            m_pace.duringGesture ? Workers::Want::AtOnce : Workers::Want::InTurn);
}

BackgroundState::Deliver BackgroundState::deliveryOf(
        const std::function<Deliver(const JobControl &)> &work, const JobControl &job, quint64 run)
{
    try {
        return work(job);
    } catch (const std::bad_alloc &) {
        return [run](BackgroundState *to) { to->failRun(run); };
    } catch (const std::length_error &) {
        return [run](BackgroundState *to) { to->failRun(run); };
    }
}

void BackgroundState::showShare(quint64 run, double share)
{
    if (!isLastRun(run))
        return;
    m_share = share;
    if (progress())
        Q_EMIT progressed();
}

void BackgroundState::failRun(quint64 run)
{
    if (!isLastRun(run))
        return;
    giveUp();
    Q_EMIT memoryRanOut();
}

} // namespace oneinn

#include "moc_backgroundstate.cpp"
