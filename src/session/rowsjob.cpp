// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/rowsjob.h"

#include "ingest/memoryneed.h"
#include "session/progress.h"

#include <QPromise>
#include <QtConcurrentRun>

namespace oneinn {

namespace {

} // namespace

Result<ScenarioRows::Ptr> preparedRows(const ScenarioRows::Ptr &now, const Scenario &scenario,
                                       const JobControl &job)
{
    return ingest::withinMemory(
            [&] { return ScenarioRows::prepare(now->source(), scenario, job, now); });
}

RowsJob::RowsJob(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Answer>::progressValueChanged, this,
            [this](int value) { Q_EMIT progressed(double(value) / progressSteps); });
    connect(&m_watcher, &QFutureWatcher<Answer>::finished, this, &RowsJob::take);
}

RowsJob::~RowsJob()
{
    m_stop.request_stop();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void RowsJob::start(const ScenarioRows::Ptr &now, const Scenario &scenario)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_underWay = true;
    m_watcher.setFuture(QtConcurrent::run(
            [now, scenario, stop = m_stop.get_token()](QPromise<Answer> &promise) {
                promise.setProgressRange(0, progressSteps);
                const JobControl job{stop, [&promise](double share) {
                                         promise.setProgressValue(int(share * progressSteps));
                                     }};
                promise.addResult(preparedRows(now, scenario, job));
            }));
}

void RowsJob::cancel()
{
    m_stop.request_stop();
}

void RowsJob::drop()
{
    m_stop.request_stop();
    m_underWay = false;
}

void RowsJob::take()
{
    if (!m_underWay)
        return;
    m_underWay = false;
    const Answer answer = m_watcher.result();
    if (!answer && answer.problem().kind != ProblemKind::Cancelled)
        Q_EMIT failed(answer.problem());
    Q_EMIT finished(answer ? answer.value() : nullptr);
}

} // namespace oneinn

#include "moc_rowsjob.cpp"
