// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/rivalsmaker.h"

#include <QtConcurrentRun>

#include <numeric>

namespace oneinn {

namespace {

/// Null if it was stopped.
RivalsMaker::RivalsPtr rivalsOf(const PredictionsPtr &predictions, const Scenario &scenario,
                                const std::stop_token &stop)
{
    auto made = rivals(predictions, scenario, {.stop = stop, .progress = {}});
    return made ? std::make_shared<const std::vector<Rival>>(std::move(made).value()) : nullptr;
}

std::size_t rowsOf(const std::vector<RivalRows> &rivals)
{
    return std::accumulate(
            rivals.begin(), rivals.end(), std::size_t{0},
            [](std::size_t sum, const RivalRows &rival) { return sum + rival.rows; });
}

} // namespace

RivalsMaker::RivalsMaker(QObject *parent)
    : QObject(parent)
{
    connect(&m_making, &QFutureWatcher<RivalsPtr>::finished, this, [this] {
        // Also when they were done before they could be stopped; and the future that stands for
        // "made at once" has no result.
        if (m_stop.stop_requested() || m_making.future().resultCount() == 0)
            return;
        m_rivals = m_making.result();
        Q_EMIT made();
    });
}

RivalsMaker::~RivalsMaker()
{
    m_stop.request_stop();
    m_making.disconnect(this);
    m_making.waitForFinished();
}

void RivalsMaker::ask(const PredictionsPtr &predictions, const Scenario &scenario)
{
    if (predictions == m_predictions && sameRivals(scenario, m_asked))
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_predictions = predictions;
    m_asked = scenario;
    m_rivals.reset();
    if (rowsOf(rivalRows(*predictions, scenario.selection)) <= mostRowsAtOnce) {
        m_making.setFuture({});
        m_rivals = rivalsOf(predictions, scenario, {});
        return;
    }
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_making.setFuture(QtConcurrent::run([predictions, scenario, stop = m_stop.get_token()] {
        return rivalsOf(predictions, scenario, stop);
    }));
}

} // namespace oneinn
