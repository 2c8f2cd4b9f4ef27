// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/planemaker.h"

#include <QtConcurrentRun>

namespace oneinn {

namespace {

/// Null if it was stopped.
PlaneMaker::PlanePtr planeOf(const ScenarioRows &rows, const Scenario &scenario, PlaneGrid grid,
                             const std::stop_token &stop)
{
    auto plane = valuePlane(rows, scenario, std::move(grid), {.stop = stop, .progress = {}});
    return plane ? std::make_shared<const ValuePlane>(std::move(plane).value()) : nullptr;
}

} // namespace

PlaneMaker::PlaneMaker(QObject *parent)
    : QObject(parent)
{
    connect(&m_making, &QFutureWatcher<PlanePtr>::finished, this, [this] {
        // Also when it was done before it could be stopped; and the future that stands for "made at
        // once" has no result.
        if (m_stop.stop_requested() || m_making.future().resultCount() == 0)
            return;
        if (const PlanePtr plane = m_making.result())
            Q_EMIT made(plane);
    });
}

PlaneMaker::~PlaneMaker()
{
    m_stop.request_stop();
    m_making.disconnect(this);
    m_making.waitForFinished();
}

void PlaneMaker::ask(ScenarioRows::Ptr rows, const Scenario &scenario, PlaneGrid grid)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (rows->all()->rows() <= mostRowsAtOnce) {
        m_making.setFuture({});
        Q_EMIT made(planeOf(*rows, scenario, std::move(grid), {}));
        return;
    }
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_making.setFuture(QtConcurrent::run(
            [rows = std::move(rows), scenario, grid = std::move(grid), stop = m_stop.get_token()] {
                return planeOf(*rows, scenario, grid, stop);
            }));
}

void PlaneMaker::cancel()
{
    m_stop.request_stop();
}

} // namespace oneinn
