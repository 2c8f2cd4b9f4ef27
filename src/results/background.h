// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/backgroundstate.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace oneinn {

/// The last answer, and the question that is to be answered next. Question: a value with ==, of
/// exactly what the answer depends on.
template<typename Question, typename Answer> class Background final : public BackgroundState {
public:
    using AnswerPtr = std::shared_ptr<const Answer>;
    /// Null when stopped, or where there is nothing to say. Called in another thread; see Workers.
    using Work = std::function<AnswerPtr(const JobControl &)>;

    Background(Workers &workers, const SettlePace &pace, IsInGesture isInGesture,
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
