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
Found reviewFor(const AskedOfRows<ReviewQuestion> &asked, const Scenario &scenario,
                const Found &before, const JobControl &job)
{
    constexpr double prepared = 0.4; // of the work
    const auto slice = asked.of->at(asked.question);
    const bool same = before && before->uses && before->asked.of == asked.of
            && static_cast<const UsesQuestion &>(before->asked.question) == asked.question
            && before->asked.question.baseRate == asked.question.baseRate;
    ReviewFound found{asked,
                      same ? before->uses
                           : ReviewUses::of(*slice, asked.question, job.part(0.0, prepared)),
                      {},
                      {}};
    if (found.uses)
        found.answer = reviewAnswer(*slice, *found.uses, asked.question, job.part(prepared, 1.0));
    if (job.stopRequested())
        return nullptr;
    if (found.answer)
        found.alone = shownAlone(*asked.of, scenario, found.answer->band.to);
    return std::make_shared<const ReviewFound>(std::move(found));
}

} // namespace

ReviewResults::ReviewResults(Session *session, Workers &workers)
    : m_session(session)
    , m_finding(workers, settledPace, [session] { return session->history().isInGesture(); })
{
    connect(session, &Session::dataChanged, this, &ReviewResults::forget);
    connect(session, &Session::assessmentChanged, this, &ReviewResults::follow);
    connect(session, &Session::besideChanged, this, &ReviewResults::takeSetting);
    connect(&session->history(), &History::gestureChanged, this, [this](bool underWay) {
        if (underWay || !m_session->hasData())
            return;
        follow();
        Q_EMIT changed();
    });
    connect(&m_finding, &BackgroundState::changed, this, &ReviewResults::changed);
}

const ReviewSetting &ReviewResults::setting() const
{
    return m_session->state().review;
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
    m_finding.forget();
    m_followed = setting();
    Q_EMIT forgotten();
}

/// While a hand holds a mark, what is known is told of the band and nothing is searched.
void ReviewResults::takeSetting()
{
    if (m_followed == setting())
        return;
    m_followed = setting();
    if (!m_session->history().isInGesture())
        follow();
    Q_EMIT changed();
}

void ReviewResults::setReviewer(const Reviewer &reviewer)
{
    if (reviewer == this->reviewer())
        return;
    ReviewSetting changed = setting();
    changed.reviewer = reviewer;
    m_session->setReview(changed);
}

void ReviewResults::setBand(const BandThresholds &band)
{
    ReviewSetting changed = setting();
    changed.band = band;
    m_session->setReview(changed);
}

void ReviewResults::setBestBand()
{
    ReviewSetting changed = setting();
    changed.band.reset();
    if (const auto known = now(); known && changed.isInForce)
        changed.band = BandThresholds{known->best.from, known->best.to};
    if (changed.band || !changed.isInForce)
        m_session->setReview(changed);
}

void ReviewResults::setInForce(bool inForce)
{
    const auto known = now();
    ReviewSetting changed = setting();
    changed.isInForce = inForce && known && known->band.isOpen();
    if (changed.isInForce)
        changed.band = BandThresholds{known->band.from, known->band.to};
    m_session->setReview(changed);
}

ReviewQuestion ReviewResults::question() const
{
    return reviewQuestion(m_session->assessment().scenario, setting());
}

std::optional<ReviewAnswer> ReviewResults::now() const
{
    const auto &found = m_finding.answer();
    if (!found || !found->answer)
        return std::nullopt;
    const auto &band = setting().band;
    if (band == found->asked.question.band)
        return found->answer;
    const BandThresholds best{found->answer->best.from, found->answer->best.to};
    return movedTo(band.value_or(best), *found->answer, *found->uses, found->asked.question);
}

std::shared_ptr<const ReviewFound> ReviewResults::current() const
{
    auto found = m_finding.current();
    return found && found->asked == AskedOfRows<ReviewQuestion>{m_session->rows(), question()}
            ? found
            : nullptr;
}

void ReviewResults::follow()
{
    if (!m_isWanted && !isInForce())
        return m_finding.pause();
    const AskedOfRows<ReviewQuestion> asked{m_session->rows(), question()};
    const auto work = [asked, scenario = m_session->assessment().scenario,
                       before = m_finding.answer()](const JobControl &job) {
        return reviewFor(asked, scenario, before, job);
    };
    if (m_session->predictions().rows() > mostRowsAtOnce || m_session->history().isInGesture())
        return m_finding.ask(asked, work);
    const auto before = m_finding.answer();
    m_finding.askAtOnce(asked, work); // tells nobody
    if (m_finding.answer() != before)
        Q_EMIT changed();
}

} // namespace oneinn

#include "moc_reviewresults.cpp"
