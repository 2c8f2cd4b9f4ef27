// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/loading.h"

#include "session/progress.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <utility>

namespace oneinn {

Loading::Loading(QObject *parent)
    : QObject(parent)
{
    connect(&m_reading, &QFutureWatcher<OpenedPtr>::progressValueChanged, this,
            [this](int value) { Q_EMIT progressed(double(value) / progressSteps); });
    connect(&m_reading, &QFutureWatcher<OpenedPtr>::finished, this, &Loading::takeOpened);
    connect(&m_rowsJob, &RowsJob::progressed, this, &Loading::progressed);
    connect(&m_rowsJob, &RowsJob::failed, this, &Loading::failed);
    connect(&m_rowsJob, &RowsJob::finished, this, [this](const ScenarioRows::Ptr &rows) {
        Q_EMIT finished();
        Q_EMIT prepared(rows);
    });
}

Loading::~Loading()
{
    m_stopReading.request_stop();
    m_reading.disconnect(this);
    m_reading.waitForFinished();
}

/// What cannot be read again was read for this path: only the columns are others now.
std::optional<ReadTable> Loading::keptFor(const Source &source) const
{
    const bool onlyColumns = m_kept && m_keptOf == source.path && !source.mapping.table
            && !(source.mapping == ingest::ColumnMapping{})
            && source.mapping.delimiter.value_or(m_kept->table->delimiter())
                    == m_kept->table->delimiter();
    return onlyColumns ? m_kept : std::nullopt;
}

void Loading::open(Source source)
{
    m_stopReading.request_stop();
    m_stopReading = std::stop_source();
    m_path = source.path;
    m_asked = source;
    const auto kept = keptFor(source);
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_reading.setFuture(
            QtConcurrent::run([source = std::move(source), kept, memory = m_columnMemory,
                               stop = m_stopReading.get_token()](QPromise<OpenedPtr> &promise) {
                promise.setProgressRange(0, progressSteps);
                const JobControl job{stop, [&promise](double share) {
                                         promise.setProgressValue(int(share * progressSteps));
                                     }};
                promise.addResult(
                        std::make_shared<const Opened>(openSource(source, kept, job, memory)));
            }));
    m_isReading = true;
    Q_EMIT readingStarted(m_path);
}

void Loading::openAgain()
{
    open(m_asked);
}

void Loading::takeOpened()
{
    m_isReading = false;
    Q_EMIT finished();
    // Also when reading was done before it could be stopped.
    if (m_stopReading.stop_requested())
        return;
    const OpenedPtr answer = m_reading.result();
    m_kept = answer->kept;
    m_keptOf = m_path;
    if (answer->data) {
        Q_EMIT opened(std::make_shared<const OpenedData>(answer->data.value()));
        return;
    }
    Q_EMIT failed(answer->data.problem());
    if (answer->choices)
        Q_EMIT columnsUnclear(*answer->choices);
}

ingest::TableFile::Ptr Loading::keptTable(const QString &path) const
{
    return m_kept && m_keptOf == path ? m_kept->table : nullptr;
}

void Loading::prepare(const ScenarioRows::Ptr &now, const Scenario &scenario)
{
    m_rowsJob.drop();
    m_rowsJob.start(now, scenario);
    Q_EMIT preparingStarted();
}

void Loading::dropRows()
{
    if (!isPreparing())
        return;
    m_rowsJob.drop();
    Q_EMIT finished();
}

void Loading::cancel()
{
    m_stopReading.request_stop();
    m_rowsJob.cancel();
}

} // namespace oneinn

#include "moc_loading.cpp"
