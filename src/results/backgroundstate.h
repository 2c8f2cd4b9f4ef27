// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "results/workers.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

/// Answers that take a while: asked for as often as anything changes, worked out when it has
/// settled, off the window's thread.
namespace oneinn {

/// When work begins after the last change.
struct SettlePace {
    int settleMs = 150;
    /// Also while a hand is on a dial. What is not begun then either waits, as what it lets go of
    /// counts; what is under way takes a recess.
    bool duringGesture = false;
};

/// What an answer's state is, whatever it answers. Of a newer question only the answer arrives;
/// every run has its own stop source.
class BackgroundState : public QObject {
    Q_OBJECT

public:
    using IsInGesture = std::function<bool()>;

    ~BackgroundState() override;

    /// What was asked last is not answered yet, and will be.
    bool isPending() const { return m_pending; }
    /// So long that it should be seen. Stays when it is cancelled: what is shown is still old.
    bool isOutdated() const { return m_outdated; }
    /// Share of the work done, where it has been outdated so long that it should be seen.
    std::optional<double> progress() const;

    /// By a person: the question stays unanswered until it is another, or resume() is called.
    void cancel();
    bool isCancelled() const { return m_cancelled; }
    void resume();

    static constexpr int outdatedMs = 200;

Q_SIGNALS:
    /// What is to be shown is another: an answer, none, out of date, or cancelled.
    void changed();
    /// progress() is.
    void progressed();
    /// There was not enough to work the answer out. It is as if cancelled: resume() tries again.
    void memoryRanOut();

protected:
    using Deliver = std::function<void(BackgroundState *)>;
    /// The way back from a thread to whatever still listens there.
    class Line;

    BackgroundState(Workers &workers, const SettlePace &pace, IsInGesture isInGesture,
                    QObject *parent);

    /// What is under way will not arrive.
    void stopRun();
    void setPending();
    void setDone();
    /// The run that `id` stands for is the last one that was begun.
    bool isLastRun(quint64 id) const { return id == m_run; }
    /// Works off this thread. The result is delivered in it, unless this is gone by then; of
    /// another run than the last it is up to the receiver to drop it.
    void begin(std::function<Deliver(const JobControl &)> work);
    quint64 run() const { return m_run; }
    virtual void start() = 0;

private:
    void settle();
    void giveUp();
    /// What the work delivers, or that memory ran out.
    static Deliver deliveryOf(const std::function<Deliver(const JobControl &)> &work,
                              const JobControl &job, quint64 run);
    void showShare(quint64 run, double share);
    void failRun(quint64 run);

    Workers &m_workers;
    SettlePace m_pace;
    IsInGesture m_isInGesture;
    QTimer m_settle;
    QTimer m_outdate;
    std::stop_source m_stop;
    std::shared_ptr<Line> m_line;
    quint64 m_run = 0;
    double m_share = 0.0;
    bool m_running = false;
    bool m_pending = false;
    bool m_outdated = false;
    bool m_cancelled = false;
};

} // namespace oneinn
