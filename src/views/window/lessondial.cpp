// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/lessondial.h"

#include "results/results.h"
#include "session/session.h"
#include "views/dials/latencypanel.h"
#include "views/dials/scorespanel.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

std::optional<double> onAxis(const charts::AxisMapping &axis, double value)
{
    constexpr double rounding = 1e-6;
    const double at = axis.toAxis(value);
    if (axis.kind() == charts::AxisMapping::Kind::Rank)
        return at; // shown are all beyond one end, and none beyond the other
    const bool isAtAnEnd = at <= axis.low() || at >= axis.high();
    const double end = axis.toScore(at);
    const bool isBeyond =
            isAtAnEnd && std::abs(end - value) > rounding * std::max(1.0, std::abs(end));
    return isBeyond ? std::nullopt : std::optional(at);
}

LessonDial::LessonDial(Results *results, QWidget *parent)
    : QStackedWidget(parent)
    , m_session(results->session())
    , m_scores(new ScoresPanel(this))
    , m_latency(new LatencyPanel(this))
{
    setObjectName(QStringLiteral("lessonDial"));
    m_scores->setSession(m_session);
    m_latency->setResults(results);
    addWidget(m_scores);
    addWidget(m_latency);
    connect(m_session, &Session::assessmentChanged, this, &LessonDial::render);
}

bool LessonDial::isOf(const LessonStep &step)
{
    return step.kind == AnswerKind::Score || step.kind == AnswerKind::Wait;
}

void LessonDial::ask(const LessonStep &step)
{
    setCurrentWidget(step.kind == AnswerKind::Wait ? static_cast<QWidget *>(m_latency)
                                                   : static_cast<QWidget *>(m_scores));
    setAsking(isOf(step));
}

void LessonDial::tell()
{
    setAsking(false);
}

void LessonDial::setAsking(bool asking)
{
    m_scores->setAsking(asking);
    m_latency->setAsking(asking);
    render();
}

void LessonDial::render()
{
    if (!m_session->hasData())
        return;
    if (isWait())
        m_latency->render(m_session->assessment(), {}, {});
    else
        m_scores->render(m_session->assessment(), {});
}

bool LessonDial::isWait() const
{
    return currentWidget() == m_latency;
}

charts::ChartView *LessonDial::chart() const
{
    return isWait() ? m_latency->chart() : m_scores->chart();
}

double LessonDial::sign() const
{
    return m_session->data().file.mapping.lowerIsPositive.value ? -1.0 : 1.0;
}

std::optional<double> LessonDial::believed() const
{
    const Scenario &scenario = m_session->scenario();
    if (!isWait())
        return sign() * scenario.threshold.value;
    return scenario.budget ? std::optional(scenario.budget->value) : std::nullopt;
}

void LessonDial::put(double typed)
{
    if (!isWait())
        m_session->setThreshold({sign() * typed});
    else if (typed > 0.0)
        m_session->setBudget(Milliseconds{typed});
}

std::optional<double> LessonDial::axisOf(double typed) const
{
    return isWait() ? onAxis(m_latency->axis(), typed) : onAxis(m_scores->axis(), sign() * typed);
}

Scenario LessonDial::askedScenario(const LessonStep &step, const StepAnswers &answers) const
{
    Scenario scenario = answers.scenario();
    const auto ends = answers.dialEnds(step);
    if (step.kind == AnswerKind::Score && !step.threshold && ends)
        scenario.threshold = {sign() < 0.0 ? -ends->high : ends->low};
    return scenario;
}

} // namespace oneinn

#include "moc_lessondial.cpp"
