// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/datachecksum.h"

#include "document/documentfile.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace oneinn {

DataChecksum::DataChecksum(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Answer>::finished, this, [this] {
        m_underWay = false;
        if (const Answer answer = m_watcher.result(); answer->ok())
            m_reference = answer->value();
        Q_EMIT finished();
    });
}

DataChecksum::~DataChecksum()
{
    m_stop.request_stop();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void DataChecksum::start(const QString &path)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_underWay = true;
    m_reference = {.path = QFileInfo(path).absoluteFilePath(), .relative = {}, .sha256 = {}};
    m_watcher.setFuture(QtConcurrent::run([path, stop = m_stop.get_token()] {
        return std::make_shared<const Result<DataReference>>(
                referenceTo(path, {.stop = stop, .progress = {}}));
    }));
}

} // namespace oneinn
