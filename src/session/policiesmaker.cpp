// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/policiesmaker.h"

#include <QtConcurrentRun>

#include <utility>

namespace oneinn {

namespace {

/// Null if it was stopped.
std::shared_ptr<const ComparedPolicies> comparedFor(const Predictions &predictions,
                                                    const Scenario &scenario, const JobControl &job)
{
    auto candidates = candidatesOf(predictions, scenario);
    if (!candidates)
        return nullptr;
    auto compared = comparePolicies(std::move(*candidates), scenario, {}, job);
    return compared ? std::make_shared<const ComparedPolicies>(std::move(compared).value())
                    : nullptr;
}

PoliciesMaker::AnswerPtr answerOf(const Predictions &predictions, PoliciesAnswer answer,
                                  const JobControl &job)
{
    if (!answer.compared)
        answer.compared = comparedFor(predictions, answer.scenario, job);
    if (answer.compared) {
        auto places = placesOf(*answer.compared, answer.view, {}, job);
        if (places)
            answer.places = std::move(places).value();
    }
    return std::make_shared<const PoliciesAnswer>(std::move(answer));
}

} // namespace

bool sameComparison(const Scenario &a, const Scenario &b)
{
    Scenario other = b;
    other.usesPerWeek = a.usesPerWeek;
    other.badBeforeLeaving = a.badBeforeLeaving;
    other.noticed = a.noticed;
    other.noun = a.noun;
    other.targets = a.targets;
    return other == a;
}

PoliciesMaker::PoliciesMaker(QObject *parent)
    : QObject(parent)
{
    connect(&m_making, &QFutureWatcher<AnswerPtr>::finished, this, [this] {
        // Also when it was done before it could be stopped.
        if (m_stop.stop_requested())
            return;
        m_made = m_making.result();
        m_madeOf = m_predictions;
        Q_EMIT made(m_made);
    });
}

PoliciesMaker::~PoliciesMaker()
{
    m_stop.request_stop();
    m_making.disconnect(this);
    m_making.waitForFinished();
}

void PoliciesMaker::ask(PredictionsPtr predictions, const Scenario &scenario,
                        const FrontierView &view)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    PoliciesAnswer answer{scenario, view, {}, {}};
    if (m_made && m_madeOf == predictions && sameComparison(m_made->scenario, scenario))
        answer.compared = m_made->compared;
    m_predictions = std::move(predictions);
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_making.setFuture(QtConcurrent::run(
            [of = m_predictions, answer = std::move(answer), stop = m_stop.get_token()]() mutable {
                return answerOf(*of, std::move(answer), {.stop = stop, .progress = {}});
            }));
}

void PoliciesMaker::cancel()
{
    m_stop.request_stop();
}

} // namespace oneinn
