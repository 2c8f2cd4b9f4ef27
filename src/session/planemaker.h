// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/valueplane.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>

namespace oneinn {

/// Works planes out: at once where that is quick, otherwise in the background. Only the last one
/// asked for arrives.
class PlaneMaker final : public QObject {
    Q_OBJECT

public:
    using PlanePtr = std::shared_ptr<const ValuePlane>;

    explicit PlaneMaker(QObject *parent = nullptr);
    ~PlaneMaker() override;

    /// made() follows, before this returns if there are few rows.
    void ask(ScenarioRows::Ptr rows, const Scenario &scenario, PlaneGrid grid);
    /// What was asked for is no longer wanted.
    void cancel();

    /// More rows are worked on in the background.
    static constexpr std::size_t mostRowsAtOnce = 200000;

Q_SIGNALS:
    void made(const oneinn::PlaneMaker::PlanePtr &plane);

private:
    QFutureWatcher<PlanePtr> m_making;
    std::stop_source m_stop;
};

} // namespace oneinn
