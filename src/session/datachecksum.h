// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "document/document.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>

namespace oneinn {

/// Reads a data file in the background for its size and checksum.
class DataChecksum final : public QObject {
    Q_OBJECT

public:
    explicit DataChecksum(QObject *parent = nullptr);
    ~DataChecksum() override;

    /// Drops what was under way.
    void start(const QString &path);
    bool isUnderWay() const { return m_underWay; }
    /// With the path alone until it is known, or where it cannot be.
    const DataReference &reference() const { return m_reference; }

Q_SIGNALS:
    void finished();

private:
    using Answer = std::shared_ptr<const Result<DataReference>>;

    QFutureWatcher<Answer> m_watcher;
    std::stop_source m_stop;
    DataReference m_reference;
    bool m_underWay = false;
};

} // namespace oneinn
