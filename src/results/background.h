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
#include <utility>

/// Answers that take a while: asked for as often as anything changes, worked out when it has
/// settled, off the window's thread.
namespace oneinn {

/// When work begins after the last change.
struct Pace {
    int settleMs = 150;
    bool duringGesture = false; ///< also while a hand is on a dial: what it lets go of counts
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

    BackgroundState(Workers &workers, const Pace &pace, IsInGesture isInGesture, QObject *parent);

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
    Pace m_pace;
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

/// The last answer, and the question that is to be answered next. Question: a value with ==, of
/// exactly what the answer depends on.
template<typename Question, typename Answer> class Background final : public BackgroundState {
public:
    using AnswerPtr = std::shared_ptr<const Answer>;
    /// Null when stopped, or where there is nothing to say. Called in another thread; see Workers.
    using Work = std::function<AnswerPtr(const JobControl &)>;

    Background(Workers &workers, const Pace &pace, IsInGesture isInGesture,
               QObject *parent = nullptr)
        : BackgroundState(workers, pace, std::move(isInGesture), parent)
    {
    }

    /// changed() follows. Asking again what was asked last does nothing, so that no work is given
    /// up for a change that it does not depend on.
    void ask(const Question &question, Work work)
    {
        if (m_asked == question)
            return;
        stopRun();
        m_asked = question;
        m_work = std::move(work);
        if (isAnswered()) {
            setDone();
            Q_EMIT changed();
            return;
        }
        setPending();
    }
    /// The same for what is quick, without leaving this thread: it is there on return, and nothing
    /// is signalled.
    void askAtOnce(const Question &question, const Work &work)
    {
        if (isAnswered() && m_asked == question)
            return;
        stopRun();
        m_asked = question;
        m_answer = work({});
        m_answered = question;
        setDone();
    }
    /// The answer is no longer wanted: work stops, and what was answered last stays.
    void pause()
    {
        if (isAnswered())
            return;
        stopRun();
        m_asked = m_answered;
        setDone();
    }
    /// The answer is about something that is gone.
    void forget()
    {
        const bool known = m_answer || isPending() || isOutdated();
        stopRun();
        m_asked.reset();
        m_answered.reset();
        m_answer.reset();
        setDone();
        if (known)
            Q_EMIT changed();
    }

    /// The last that arrived, of whichever question; null also where there was nothing to say.
    const AnswerPtr &answer() const { return m_answer; }
    /// It is of what was asked last.
    bool isAnswered() const { return m_asked && m_asked == m_answered; }
    /// The last that arrived, if it is of what was asked last.
    AnswerPtr current() const { return isAnswered() ? m_answer : nullptr; }
    const std::optional<Question> &asked() const { return m_asked; }

protected:
    void start() override
    {
        begin([work = m_work, run = run() + 1](const JobControl &job) -> Deliver {
            return [run, answer = work(job)](BackgroundState *to) {
                static_cast<Background *>(to)->take(run, answer);
            };
        });
    }

private:
    void take(quint64 run, const AnswerPtr &answer)
    {
        if (!isLastRun(run))
            return;
        m_answer = answer;
        m_answered = m_asked;
        setDone();
        Q_EMIT changed();
    }

    std::optional<Question> m_asked;
    std::optional<Question> m_answered;
    AnswerPtr m_answer;
    Work m_work;
};

} // namespace oneinn
