// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/earliercurves.h"

#include "core/assessment.h"
#include "results/kept.h"
#include "results/paces.h"
#include "session/session.h"

namespace oneinn {

namespace {

void setIn(QSet<const QObject *> &wantedBy, const QObject *by, bool wanted)
{
    if (wanted)
        wantedBy.insert(by);
    else
        wantedBy.remove(by);
}

/// What makes no difference to rows is left out, so that it asks for no others.
RowsQuestion earlierRowsQuestion(const Scenario &scenario, const Selection &earlier)
{
    RowsQuestion question = rivalsQuestion(scenario);
    question.combination = scenario.combination;
    question.selection = earlier;
    return question;
}

} // namespace

EarlierCurves::EarlierCurves(Session *session, PeriodComparison *periods, Workers &workers)
    : m_session(session)
    , m_periods(periods)
    , m_rows(workers, atOncePace, {})
    , m_sweep(workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_calibration(workers, atOncePace, {})
{
    connect(session, &Session::assessmentChanged, this, &EarlierCurves::follow);
    connect(periods, &PeriodComparison::changed, this, [this] {
        follow();
        Q_EMIT changed();
    });
    connect(&m_rows, &BackgroundState::changed, this, [this] {
        followSweep();
        Q_EMIT changed();
    });
    for (const BackgroundState *part : {static_cast<const BackgroundState *>(&m_sweep),
                                        static_cast<const BackgroundState *>(&m_calibration)})
        connect(part, &BackgroundState::changed, this, &EarlierCurves::changed);
}

void EarlierCurves::setRowsWanted(const QObject *by, bool wanted)
{
    setIn(m_rowsWantedBy, by, wanted);
    m_periods->setReadingWanted(by, wanted && m_isShown);
    follow();
}

void EarlierCurves::setCalibrationWanted(const QObject *by, bool wanted)
{
    setIn(m_calibrationWantedBy, by, wanted);
    m_periods->setReadingWanted(by, wanted && m_isShown);
    follow();
}

void EarlierCurves::setShown(bool shown)
{
    if (shown == m_isShown)
        return;
    m_isShown = shown;
    for (const auto *wantedBy : {&m_rowsWantedBy, &m_calibrationWantedBy}) {
        for (const QObject *by : *wantedBy)
            m_periods->setReadingWanted(by, shown);
    }
    follow();
    Q_EMIT changed();
}

std::optional<QString> EarlierCurves::name() const
{
    const auto &earlier = m_periods->earlier();
    return earlier && m_session->hasData()
            ? std::optional(periodNames(*earlier, m_session->data().source.path).before)
            : std::nullopt;
}

EarlierDrawn EarlierCurves::drawn() const
{
    const auto period = name();
    if (!period || !m_isShown)
        return {};
    return {*period, m_rows.current(), m_sweep.current(), m_calibration.current()};
}

bool EarlierCurves::hasNone() const
{
    return m_periods->problem().has_value() || (m_rows.isAnswered() && !m_rows.current());
}

void EarlierCurves::follow()
{
    const PredictionsPtr before = m_periods->before();
    if (!before) {
        m_rows.forget();
        m_sweep.forget();
        m_calibration.forget();
        return;
    }
    followRows(before);
    followSweep();
    followCalibration(before);
}

void EarlierCurves::followRows(const PredictionsPtr &before)
{
    if (m_rowsWantedBy.isEmpty() || !m_isShown)
        return m_rows.pause();
    const Scenario &scenario = m_session->assessment().scenario;
    const AskedOfAll<RowsQuestion> asked{
            before, earlierRowsQuestion(scenario, m_periods->earlierOf(scenario.selection))};
    m_rows.ask(asked, [asked](const JobControl &job) -> Rows::AnswerPtr {
        auto rows = ScenarioRows::prepare(asked.of, asked.question, job);
        return rows ? std::move(rows).value() : nullptr;
    });
}

void EarlierCurves::followSweep()
{
    const auto rows = m_rows.current();
    if (!rows || m_rowsWantedBy.isEmpty() || !m_isShown)
        return m_sweep.pause();
    const Scenario scenario = rows->asPrepared(m_session->assessment().scenario);
    const SweepAsked asked{rows, scenario, scenario.baseRate};
    m_sweep.ask(asked, [asked](const JobControl & /*job*/) -> Sweep::AnswerPtr {
        return std::make_shared<const ThresholdSweep>(
                drawnSweep(*asked.of->at(asked.uses), asked.baseRate));
    });
}

void EarlierCurves::followCalibration(const PredictionsPtr &before)
{
    if (m_calibrationWantedBy.isEmpty() || !m_isShown)
        return m_calibration.pause();
    const AskedOfAll<Selection> asked{before, m_periods->earlierOf(m_session->index().selection())};
    m_calibration.ask(asked, [asked](const JobControl &job) {
        return kept(scoreCalibration(*asked.of, asked.question, job));
    });
}

} // namespace oneinn

#include "moc_earliercurves.cpp"
