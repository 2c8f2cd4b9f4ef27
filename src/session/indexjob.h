// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictionindex.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>

namespace oneinn {

/// Builds an index in the background, one at a time: a newer request drops the older, whose result
/// never arrives.
class IndexJob final : public QObject {
    Q_OBJECT

public:
    using IndexPtr = std::shared_ptr<const PredictionIndex>;

    explicit IndexJob(QObject *parent = nullptr);
    ~IndexJob() override;

    void start(const PredictionsPtr &predictions, const Selection &selection);
    bool isUnderWay() const { return m_underWay; }
    /// Stops the work; finished(null) follows unless it had come to its end already.
    void cancel();
    /// Stops the work; nothing follows.
    void drop();

Q_SIGNALS:
    void progressed(double share);
    /// Null when cancelled.
    void finished(const oneinn::IndexJob::IndexPtr &index);

private:
    void take();

    QFutureWatcher<IndexPtr> m_watcher;
    std::stop_source m_stop;
    bool m_underWay = false;
};

} // namespace oneinn
