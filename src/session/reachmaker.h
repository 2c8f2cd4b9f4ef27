// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/targets/reachtargets.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace oneinn {

class Session;

/// Looks in the background for settings that reach a session's targets, once its scenario has
/// settled: not during a gesture, and a moment after the last change. Only the last answer asked
/// for arrives; without a target nothing is asked.
class ReachMaker final : public QObject {
    Q_OBJECT

public:
    using AnswerPtr = std::shared_ptr<const ReachAnswer>;

    explicit ReachMaker(Session *session, QObject *parent = nullptr);
    ~ReachMaker() override;

    /// The last that was found for the data shown; null before, and without a target.
    const AnswerPtr &answer() const { return m_answer; }
    /// It is of an older scenario, or not there yet.
    bool isPending() const { return m_pending; }
    /// So old that it should be seen.
    bool isOutdated() const { return m_outdated; }

    static constexpr int settleMs = 150;
    static constexpr int outdatedMs = 200;

Q_SIGNALS:
    /// What is to be shown is another: an answer, none, or that it is out of date.
    void changed();

private:
    void follow();
    void start();
    void take();
    void forget();

    Session *m_session;
    QTimer m_settle;
    QTimer m_outdate;
    QFutureWatcher<AnswerPtr> m_making;
    std::stop_source m_stop;
    ScenarioRows::Ptr m_rows; ///< what was asked for last
    Scenario m_asked;
    AnswerPtr m_answer;
    bool m_pending = false;
    bool m_outdated = false;
};

} // namespace oneinn
