// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/reviewresults.h"

#include "core/assessment.h"
#include "presets/presetreviewers.h"
#include "results/paces.h"
#include "session/session.h"

#include <utility>

namespace oneinn {

namespace {

using Found = std::shared_ptr<const ReviewFound>;

/// Before, if it is of the same uses, lends them.
Found reviewFor(const AskedOfRows<ReviewQuestion> &asked, const Found &before,
                const JobControl &job)
{
    constexpr double prepared = 0.4; // of the work
    const auto slice = asked.of->at(asked.question);
    const bool same = before && before->uses && before->asked.of == asked.of
            && static_cast<const UsesQuestion &>(before->asked.question) == asked.question
            && before->asked.question.baseRate == asked.question.baseRate;
    ReviewFound found{asked,
                      same ? before->uses
                           : ReviewUses::of(*slice, asked.question, job.part(0.0, prepared)),
                      {}};
    if (found.uses)
        found.answer = reviewAnswer(*slice, *found.uses, asked.question, job.part(prepared, 1.0));
    if (job.stopRequested())
        return nullptr;
    return std::make_shared<const ReviewFound>(std::move(found));
}

} // namespace

ReviewResults::ReviewResults(Session *session, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_finding(workers, settledPace, [session] { return session->history().isInGesture(); })
{
    connect(session, &Session::dataChanged, this, &ReviewResults::forget);
    connect(session, &Session::assessmentChanged, this, &ReviewResults::follow);
    connect(&m_finding, &BackgroundState::changed, this, &ReviewResults::changed);
}

void ReviewResults::want(bool wanted)
{
    m_isWanted = wanted;
    if (m_session->hasData())
        follow();
    if (wanted)
        m_finding.resume();
}

void ReviewResults::forget()
{
    m_setting = {};
    m_finding.forget();
    Q_EMIT forgotten();
}

Reviewer ReviewResults::reviewer() const
{
    if (m_setting.reviewer)
        return *m_setting.reviewer;
    return presetReviewer(m_session->scenario()).value_or(Reviewer());
}

void ReviewResults::setReviewer(const Reviewer &reviewer)
{
    if (reviewer == this->reviewer())
        return;
    m_setting.reviewer = reviewer;
    follow();
    Q_EMIT changed();
}

void ReviewResults::setBand(const std::optional<BandThresholds> &band)
{
    if (band == m_setting.band)
        return;
    m_setting.band = band;
    follow();
    Q_EMIT changed();
}

void ReviewResults::endMove()
{
    m_isMoving = false;
    follow();
    Q_EMIT changed();
}

ReviewQuestion ReviewResults::question() const
{
    const Scenario &scenario = m_session->assessment().scenario;
    ReviewQuestion question;
    static_cast<ValueQuestion &>(question) = scenario;
    question.reviewer = reviewer();
    question.threshold = scenario.threshold;
    question.band = m_setting.band;
    return question;
}

std::optional<ReviewAnswer> ReviewResults::now() const
{
    const auto &found = m_finding.answer();
    if (!found || !found->answer)
        return std::nullopt;
    if (m_setting.band == found->asked.question.band)
        return found->answer;
    const BandThresholds best{found->answer->best.from, found->answer->best.to};
    auto moved = movedTo(m_setting.band.value_or(best), *found->answer, *found->uses,
                         found->asked.question);
    moved.isByHand = m_setting.band.has_value();
    return moved;
}

void ReviewResults::follow()
{
    if (!m_isWanted)
        return m_finding.pause();
    if (m_isMoving)
        return;
    const AskedOfRows<ReviewQuestion> asked{m_session->rows(), question()};
    const auto work = [asked, before = m_finding.answer()](const JobControl &job) {
        return reviewFor(asked, before, job);
    };
    if (m_session->predictions().rows() <= mostRowsAtOnce && !m_session->history().isInGesture())
        m_finding.askAtOnce(asked, work);
    else
        m_finding.ask(asked, work);
}

} // namespace oneinn

#include "moc_reviewresults.cpp"
