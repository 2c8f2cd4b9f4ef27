// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/scenariorows.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>

namespace oneinn {

/// Rows for a scenario on the data of others, which lend what stays the same. Problems: those of
/// ScenarioRows::prepare(), NotEnoughMemory.
Result<ScenarioRows::Ptr> preparedRows(const ScenarioRows::Ptr &now, const Scenario &scenario,
                                       const JobControl &job);

/// Prepares rows for a scenario in the background, one at a time: a newer request drops the older,
/// whose result never arrives.
class RowsJob final : public QObject {
    Q_OBJECT

public:
    explicit RowsJob(QObject *parent = nullptr);
    ~RowsJob() override;

    /// now: lends the parts that stay the same.
    void start(const ScenarioRows::Ptr &now, const Scenario &scenario);
    bool isUnderWay() const { return m_underWay; }
    /// Stops the work; finished(null) follows unless it had come to its end already.
    void cancel();
    /// Stops the work; nothing follows.
    void drop();

Q_SIGNALS:
    void progressed(double share);
    /// Before finished(null), where it was not cancelled.
    void failed(const oneinn::Problem &problem);
    /// Null when cancelled or failed.
    void finished(const oneinn::ScenarioRows::Ptr &rows);

private:
    void take();

    using Answer = Result<ScenarioRows::Ptr>;

    QFutureWatcher<Answer> m_watcher;
    std::stop_source m_stop;
    bool m_underWay = false;
};

} // namespace oneinn
