// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/pincomparison.h"

#include <QFutureWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

namespace oneinn {

class Session;

/// Works out in the background what a session's pinned points mean under its assumptions, and then
/// how they differ from now, once its scenario has settled: not during a gesture, and a moment
/// after the last change. Only what was asked for last arrives.
class PinsMaker final : public QObject {
    Q_OBJECT

public:
    using AssessedPtr = std::shared_ptr<const AssessedPin>;
    using DifferencesPtr = std::shared_ptr<const PinDifferences>;

    struct Pin {
        Choice choice;
        AssessedPtr assessed;       ///< null: not there yet
        DifferencesPtr differences; ///< null: not there yet, or the pin does not fit the data
        Scenario comparedWith;      ///< what `differences` are from
        bool isCurrent = false;     ///< `assessed` is under the assumptions as they are
        bool isCompared = false;    ///< `differences` are from what is set now
    };

    explicit PinsMaker(Session *session, QObject *parent = nullptr);
    ~PinsMaker() override;

    /// One for each of the session's, in their order.
    const std::vector<Pin> &pins() const { return m_pins; }
    Session *session() const { return m_session; }
    /// Something has been missing or old for so long that it should be seen.
    bool isOutdated() const { return m_outdated; }
    /// Differences take a while: they are worked out only while somebody looks at them.
    void setDifferencesWanted(const QObject *by, bool wanted);

    static constexpr int settleMs = 150;
    static constexpr int outdatedMs = 200;

Q_SIGNALS:
    /// Pins were added, moved, named or removed; there is a result, or one is out of date.
    void changed();

private:
    using Assessed = std::vector<std::pair<Choice, AssessedPtr>>;
    using Differences = std::vector<std::pair<Choice, DifferencesPtr>>;

    void follow();
    bool matchPins();
    bool markCurrent();
    bool isComplete() const;
    void start();
    void startAssessing(std::vector<Choice> choices);
    void startComparing();
    void takeAssessed();
    void takeDifferences();
    void finish();

    Session *m_session;
    std::vector<Pin> m_pins;
    QSet<const QObject *> m_wantedBy;
    bool m_outdated = false;
    QTimer m_settle;
    QTimer m_outdate;
    QFutureWatcher<Assessed> m_assessing;
    QFutureWatcher<Differences> m_comparing;
    Scenario m_comparedWith; ///< by m_comparing
    std::stop_source m_stop;
};

} // namespace oneinn
