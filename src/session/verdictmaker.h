// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/scenarioload.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace oneinn {

class Session;

/// Works out in the background what carries a session's product, once its scenario has settled:
/// not during a gesture, and a moment after the last change. Only the last one asked for arrives.
class VerdictMaker final : public QObject {
    Q_OBJECT

public:
    using LoadPtr = std::shared_ptr<const ScenarioLoad>;

    explicit VerdictMaker(Session *session, QObject *parent = nullptr);
    ~VerdictMaker() override;

    /// The last that was worked out for the data shown; null before, and without uses.
    const LoadPtr &load() const { return m_load; }
    /// It is of an older scenario, or not there yet.
    bool isPending() const { return m_pending; }
    /// So old that it should be seen.
    bool isOutdated() const { return m_outdated; }

    static constexpr int settleMs = 150;
    static constexpr int outdatedMs = 200;

Q_SIGNALS:
    /// What is to be shown is another: a result, or that it is out of date.
    void changed();

private:
    void follow();
    void start();
    void take();
    void outdate();

    Session *m_session;
    QTimer m_settle;
    QTimer m_outdate;
    QFutureWatcher<LoadPtr> m_making;
    std::stop_source m_stop;
    ScenarioRows::Ptr m_rows; ///< what was asked for last
    Scenario m_asked;
    LoadPtr m_load;
    bool m_pending = false;
    bool m_outdated = false;
};

} // namespace oneinn
