// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "core/classes/classnoun.h"
#include "ingest/againstrest.h"

#include <utility>

namespace oneinn {

namespace {

constexpr Eigen::Index rowsPreparedAtOnce = 200000; ///< within a frame

/// Whether one file is read in two ways, or again since it has changed.
bool isOtherReading(const OpenedDataPtr &now, const OpenedData &other)
{
    return now && !other.source.session && now->source.path == other.source.path
            && (other.source.isReadAgain || !(now->source.mapping == other.source.mapping));
}

bool startsAtMostValuable(const Source &source)
{
    return !source.scenario || source.atMostValuable;
}

/// before: another reading of the same file, if that is what was shown.
Scenario startingScenario(const OpenedData &data, const OpenedDataPtr &before)
{
    Scenario scenario = data.source.scenario.value_or(Scenario{});
    const auto taken = ingest::classAgainstRest(data.file.mapping);
    if (taken && !data.source.session)
        scenario.words = wordsAgainstRest(scenario.words, *taken,
                                          before ? ingest::classAgainstRest(before->file.mapping)
                                                 : std::nullopt);
    scenario.selection = data.rows->all()->selection();
    if (!data.rows->all()->predictions()->hasLatency())
        scenario.budget.reset();
    if (startsAtMostValuable(data.source))
        scenario.threshold = outlook(*data.rows->at(scenario), scenario)->mostValuable.threshold;
    return scenario;
}

} // namespace

Session::Session(QObject *parent)
    : QObject(parent)
{
    connect(&m_loading, &Loading::opened, this, &Session::takeOpened);
    connect(&m_loading, &Loading::prepared, this, &Session::takeRows);
    connect(&m_loading, &Loading::failed, this, &Session::problemRaised);
    connect(&m_pinBoard, &PinBoard::problemRaised, this, &Session::problemRaised);
}

Session::~Session() = default;

void Session::takeOpened(const OpenedDataPtr &data)
{
    const bool isOther = isOtherReading(m_state.data, *data);
    SessionState state{data,
                       startingScenario(*data, isOther ? m_state.data : nullptr),
                       {},
                       data->source.text,
                       data->source.compared,
                       data->source.review};
    if (startsAtMostValuable(data->source))
        state.untouched = state.scenario.threshold;
    if (isOther) {
        state.pins =
                data->source.isReadAgain && data->source.pins ? *data->source.pins : m_state.pins;
        state.text = m_state.text;
        state.compared = m_state.compared;
        state.review = m_state.review;
        m_history.step(data->source.isReadAgain ? EditedPart::FileNow : EditedPart::Columns,
                       std::move(state));
        return;
    }
    m_history.clear();
    if (data->source.pins)
        state.pins = *data->source.pins;
    else if (auto pin = defaultNobodyChose(*data->file.predictions, state.scenario))
        state.pins = {std::move(*pin)};
    apply(state);
    Q_EMIT opened();
}

void Session::apply(const SessionState &state)
{
    const bool otherPins = m_state.pins != state.pins;
    const bool otherBeside = !(m_state.text == state.text) || m_state.compared != state.compared
            || m_state.review != state.review;
    m_state.compared = state.compared;
    m_state.review = state.review;
    m_state.untouched = state.untouched;
    const Scenario scenario = state.scenario;
    m_state.pins = state.pins;
    m_state.text = state.text;
    if (m_state.data != state.data) {
        m_state.data = state.data;
        m_state.scenario = scenario;
        m_loading.dropRows();
        m_assessor.useRows(m_state.data->rows);
        if (m_history.isInGesture())
            m_history.beginGesture(); // the hand still holds a marker: from here on it is one step
        if (!rows()->fit(scenario))
            prepareRows();
        Q_EMIT dataChanged();
        reassess();
    } else if (!(m_state.scenario == scenario)) {
        applyScenario(scenario);
    }
    if (otherPins)
        Q_EMIT m_pinBoard.changed();
    if (otherBeside)
        Q_EMIT besideChanged();
}

void Session::applyScenario(const Scenario &scenario)
{
    const bool fitted = rows()->fit(m_state.scenario);
    const RowsQuestion &before = m_state.scenario;
    const bool sameRows = m_loading.isPreparing() && before == scenario;
    m_state.scenario = scenario;
    if (!sameRows && (!fitted || !rows()->fit(m_state.scenario)))
        prepareRows();
    reassess();
}

void Session::prepareRows()
{
    const bool fit = rows()->fit(m_state.scenario);
    if (!fit && predictions().rows() > rowsPreparedAtOnce) {
        m_loading.prepare(rows(), m_state.scenario);
        return;
    }
    m_loading.dropRows();
    if (fit)
        return;
    auto prepared = preparedRows(rows(), m_state.scenario, {});
    if (prepared) {
        m_assessor.useRows(std::move(prepared).value());
        return;
    }
    Q_EMIT problemRaised(prepared.problem());
    // Not now, amid the step of undo that asked for them.
    QMetaObject::invokeMethod(this, &Session::goBackToRows, Qt::QueuedConnection);
}

void Session::takeRows(const ScenarioRows::Ptr &rows)
{
    if (rows) {
        m_assessor.useRows(rows);
        reassess();
        return;
    }
    goBackToRows();
}

/// What is asked of rows that could not be prepared goes back to those there are.
void Session::goBackToRows()
{
    if (rows()->fit(m_state.scenario))
        return;
    EditedPart part = EditedPart::Segment;
    if (m_state.scenario.selection.model != index().selection().model)
        part = EditedPart::Model;
    else if (!(m_state.scenario.patience == rows()->patience()))
        part = EditedPart::Patience;
    else if (!(m_state.scenario.mix == rows()->source()->mix()))
        part = EditedPart::TrafficMix;
    edit({part, [this](Scenario &s) { s = rows()->asPrepared(s); }});
}

void Session::reassess()
{
    m_assessor.assess(m_state.scenario);
    Q_EMIT assessmentChanged(assessment());
}

void Session::takeClusters(const ClusterMomentsPtr &clusters,
                           const std::shared_ptr<const Outlook> &outlook)
{
    m_assessor.takeClusters(clusters, outlook);
    reassess();
}

} // namespace oneinn

#include "moc_session.cpp"
