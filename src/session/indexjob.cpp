// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/indexjob.h"

#include <QPromise>
#include <QtConcurrentRun>

namespace oneinn {

namespace {

constexpr int progressSteps = 1000;

} // namespace

IndexJob::IndexJob(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<IndexPtr>::progressValueChanged, this,
            [this](int value) { Q_EMIT progressed(double(value) / progressSteps); });
    connect(&m_watcher, &QFutureWatcher<IndexPtr>::finished, this, &IndexJob::take);
}

IndexJob::~IndexJob()
{
    m_stop.request_stop();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void IndexJob::start(const PredictionsPtr &predictions, const Selection &selection)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_underWay = true;
    m_watcher.setFuture(QtConcurrent::run(
            [predictions, selection, stop = m_stop.get_token()](QPromise<IndexPtr> &promise) {
                promise.setProgressRange(0, progressSteps);
                const JobControl job{stop, [&promise](double share) {
                                         promise.setProgressValue(int(share * progressSteps));
                                     }};
                auto index = PredictionIndex::build(predictions, selection, job);
                promise.addResult(index ? index.value() : nullptr);
            }));
}

void IndexJob::cancel()
{
    m_stop.request_stop();
}

void IndexJob::drop()
{
    m_stop.request_stop();
    m_underWay = false;
}

void IndexJob::take()
{
    if (!m_underWay)
        return;
    m_underWay = false;
    Q_EMIT finished(m_watcher.result());
}

} // namespace oneinn
