// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/fallbackchosen.h"

#include "core/mostvaluablealone.h"
#include "results/paces.h"
#include "session/session.h"

namespace oneinn {

FallbackChosen::FallbackChosen(Session *session, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_alone(workers, atOncePace, {})
{
    connect(&m_alone, &BackgroundState::changed, this, &FallbackChosen::take);
}

void FallbackChosen::choose(const std::string &model)
{
    if (!m_session->hasData())
        return;
    const Scenario &scenario = m_session->scenario();
    const FallbackAsked asked{{m_session->rows()->source(), aloneQuestion(scenario, model)},
                              scenario};
    const auto work = [asked](const JobControl &job) -> Alone::AnswerPtr {
        const auto threshold = mostValuableAlone(asked.alone.of, asked.alone.question, job);
        return threshold ? std::make_shared<const Threshold>(*threshold) : nullptr;
    };
    // Asked for anew, also after it was refused or undone.
    m_alone.forget();
    if (asked.alone.of->rows() > mostRowsAtOnce)
        return m_alone.ask(asked, work);
    m_alone.askAtOnce(asked, work);
    take();
}

void FallbackChosen::follow()
{
    if (!m_alone.isPending())
        return;
    const FallbackAsked asked = *m_alone.asked();
    const Scenario &scenario = m_session->scenario();
    const RowsQuestion &now = scenario;
    const bool sameWish =
            now.latePolicy == asked.now.latePolicy && now.fallback == asked.now.fallback;
    if (!sameWish)
        m_alone.forget();
    else if (asked.alone.question != aloneQuestion(scenario, *asked.alone.question.selection.model))
        choose(*asked.alone.question.selection.model);
}

void FallbackChosen::take()
{
    if (!m_alone.isAnswered())
        return;
    const auto threshold = m_alone.current();
    const Selection alone = m_alone.asked()->alone.question.selection;
    m_alone.forget();
    if (threshold)
        m_session->edit(edits::fallBackTo(*alone.model, *threshold));
    else if (const auto problem = PredictionIndex::problemWith(m_session->predictions(), alone))
        Q_EMIT refused(*problem);
}

} // namespace oneinn

#include "moc_fallbackchosen.cpp"
