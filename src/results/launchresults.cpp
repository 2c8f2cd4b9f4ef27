// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/launchresults.h"

#include "core/assessment.h"
#include "results/paces.h"
#include "session/session.h"

#include <memory>
#include <utility>

namespace oneinn {

LaunchResults::LaunchResults(Session *session, Workers &workers)
    : m_session(session)
    , m_release(workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_learning(workers, settledPace, [session] { return session->history().isInGesture(); })
{
    connect(m_session, &Session::dataChanged, this, &LaunchResults::forget);
    connect(m_session, &Session::assessmentChanged, this, &LaunchResults::follow);
}

/// Another reading of the file changes what is answered, not what is asked.
void LaunchResults::forget()
{
    m_release.forget();
    m_learning.forget();
    const QString &path = m_session->data().source.path;
    if (std::exchange(m_of, path) == path)
        return;
    m_releaseQuestion = {};
    m_learningQuestion = {};
    Q_EMIT forgotten();
}

void LaunchResults::askRelease(const ReleasePlanQuestion &question)
{
    m_releaseQuestion = question;
    followRelease();
}

void LaunchResults::askLearning(const LearningQuestion &question)
{
    m_learningQuestion = question;
    followLearning();
}

void LaunchResults::setReleaseWanted(bool wanted)
{
    m_releaseWanted = wanted;
    followRelease();
}

void LaunchResults::setLearningWanted(bool wanted)
{
    m_learningWanted = wanted;
    followLearning();
}

void LaunchResults::follow()
{
    followRelease();
    followLearning();
}

void LaunchResults::followRelease()
{
    if (!m_session->hasData())
        return;
    if (!m_releaseWanted)
        return m_release.pause();
    const ReleaseAsked asked{{m_session->rows(), m_session->assessment().scenario},
                             m_releaseQuestion};
    m_release.ask(asked, [asked](const JobControl & /*job*/) {
        const Assessment released = assess(*asked.released.of, asked.released.question);
        return std::make_shared<const ReleasePlan>(
                releasePlan(released, asked.question,
                            usesOfGroup(*asked.released.of, released.scenario.selection)));
    });
}

void LaunchResults::followLearning()
{
    if (!m_session->hasData())
        return;
    if (!m_learningWanted)
        return m_learning.pause();
    const LearningAsked asked{{m_session->rows(), m_session->assessment().scenario},
                              m_learningQuestion};
    m_learning.ask(asked, [asked](const JobControl & /*job*/) {
        const Assessment released = assess(*asked.released.of, asked.released.question);
        return std::make_shared<const LearningAnswer>(LearningAnswer{
                asked.question,
                learningPlan(released, asked.question,
                             usesOfGroup(*asked.released.of, released.scenario.selection))});
    });
}

} // namespace oneinn

#include "moc_launchresults.cpp"
