// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "session/historylimit.h"
#include "session/progress.h"

#include <QPromise>
#include <QtConcurrentRun>

namespace oneinn {

namespace {

constexpr Eigen::Index rowsPreparedAtOnce = 200000; ///< within a frame

/// Whether one file is read in two ways.
bool isOtherReading(const OpenedDataPtr &now, const OpenedData &other)
{
    return now && !other.source.session && now->source.path == other.source.path
            && !(now->source.mapping == other.source.mapping);
}

Scenario startingScenario(const OpenedData &data)
{
    Scenario scenario = data.source.scenario.value_or(Scenario{});
    scenario.selection = data.rows->all()->selection();
    if (!data.rows->all()->predictions()->hasLatency())
        scenario.budget.reset();
    if (!data.source.scenario || data.source.atMostValuable)
        scenario.threshold = outlook(*data.rows->at(scenario), scenario)->mostValuable.threshold;
    return scenario;
}

} // namespace

Session::Session(QObject *parent)
    : QObject(parent)
{
    connect(&m_loading, &QFutureWatcher<OpenedPtr>::progressValueChanged, this,
            [this](int value) { Q_EMIT loadingProgressed(double(value) / progressSteps); });
    connect(&m_loading, &QFutureWatcher<OpenedPtr>::finished, this, &Session::takeOpened);
    connect(&m_rowsJob, &RowsJob::progressed, this, &Session::loadingProgressed);
    connect(&m_rowsJob, &RowsJob::failed, this, &Session::problemRaised);
    connect(&m_rowsJob, &RowsJob::finished, this, &Session::takeRows);
}

Session::~Session()
{
    m_stopLoading.request_stop();
    m_loading.disconnect(this);
    m_loading.waitForFinished();
}

void Session::open(Source source)
{
    m_stopLoading.request_stop();
    m_stopLoading = std::stop_source();
    const QString path = source.path;
    // What cannot be read again was read for this path: only the columns are others now.
    const bool onlyColumns = m_kept && m_keptOf == path
            && !(source.mapping == ingest::ColumnMapping{})
            && source.mapping.delimiter.value_or(m_kept->table->delimiter())
                    == m_kept->table->delimiter();
    const auto kept = onlyColumns ? m_kept : std::nullopt;
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_loading.setFuture(
            QtConcurrent::run([source = std::move(source), kept, memory = m_columnMemory,
                               stop = m_stopLoading.get_token()](QPromise<OpenedPtr> &promise) {
                promise.setProgressRange(0, progressSteps);
                const JobControl job{stop, [&promise](double share) {
                                         promise.setProgressValue(int(share * progressSteps));
                                     }};
                promise.addResult(
                        std::make_shared<const Opened>(openSource(source, kept, job, memory)));
            }));
    m_openingPath = path;
    m_isLoading = true;
    Q_EMIT loadingStarted(path);
}

void Session::cancelLoading()
{
    m_stopLoading.request_stop();
    m_rowsJob.cancel();
}

void Session::takeOpened()
{
    m_isLoading = false;
    Q_EMIT loadingFinished();
    // Also when reading was done before it could be stopped.
    if (m_stopLoading.stop_requested())
        return;
    const OpenedPtr answer = m_loading.result();
    m_kept = answer->kept;
    m_keptOf = m_openingPath;
    if (!answer->data) {
        Q_EMIT problemRaised(answer->data.problem());
        if (answer->choices)
            Q_EMIT columnsUnclear(*answer->choices);
        return;
    }
    const auto data = std::make_shared<const OpenedData>(answer->data.value());
    SessionState state{data, startingScenario(*data), {}, data->source.text};
    if (isOtherReading(m_state.data, *data)) {
        state.pins = m_state.pins;
        state.text = m_state.text;
        push(EditedPart::Columns, 0, std::move(state));
        limitHistory();
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

/// QUndoStack forgets its steps only all together: those that stay are put back.
void Session::limitHistory()
{
    const int dropped = stepsOverLimit(m_history, m_mostHistoryBytes);
    if (dropped == 0)
        return;
    std::vector<std::unique_ptr<StateEdit>> kept;
    for (int i = dropped; i < m_history.count(); ++i)
        kept.push_back(static_cast<const StateEdit *>(m_history.command(i))->applied());
    const int clean = m_history.cleanIndex() - dropped;
    m_history.clear();
    if (clean != 0)
        m_history.resetClean();
    for (auto &step : kept) {
        m_history.push(step.release());
        if (m_history.index() == clean)
            m_history.setClean();
    }
}

ingest::TableFile::Ptr Session::keptTable(const QString &path) const
{
    return m_kept && m_keptOf == path ? m_kept->table : nullptr;
}

void Session::beginGesture()
{
    m_gesture = ++m_lastGesture;
    m_gestureStart = m_state;
    m_gestureStartIndex.reset();
}

void Session::endGesture()
{
    m_gesture = 0;
    m_gestureStart = {}; // and not the data in it
}

void Session::cancelGesture()
{
    if (m_gesture == 0)
        return;
    const int start = m_gestureStartIndex.value_or(m_history.index());
    // Every part that was edited, down to the first step; then back to the start within that: it
    // becomes obsolete and is removed, and the others with it.
    while (m_history.index() > start + 1)
        m_history.undo();
    if (m_history.index() > start) {
        const auto *first = static_cast<const StateEdit *>(m_history.command(start));
        push(first->part(), m_gesture, m_gestureStart);
    }
    endGesture();
}

void Session::push(EditedPart part, quint64 gesture, SessionState changed)
{
    if (changed == m_state)
        return;
    if (gesture != 0 && gesture == m_gesture && !m_gestureStartIndex)
        m_gestureStartIndex = m_history.index();
    m_history.push(new StateEdit(part, gesture, m_state, std::move(changed),
                                 [this](const SessionState &state) { apply(state); }));
}

void Session::apply(const SessionState &state)
{
    const bool otherPins = m_state.pins != state.pins;
    const bool otherText = !(m_state.text == state.text);
    const Scenario scenario = state.scenario;
    m_state.pins = state.pins;
    m_state.text = state.text;
    if (m_state.data != state.data) {
        m_state.data = state.data;
        m_state.scenario = scenario;
        m_rowsJob.drop();
        useRows(m_state.data->rows);
        if (m_gesture != 0)
            beginGesture(); // the hand still holds a marker: what it does from here on is one step
        if (!m_rows->fit(scenario))
            prepareRows();
        Q_EMIT dataChanged();
        reassess();
    } else if (!(m_state.scenario == scenario)) {
        applyScenario(scenario);
    }
    if (otherPins)
        Q_EMIT pinsChanged();
    if (otherText)
        Q_EMIT answerTextChanged();
}

void Session::applyScenario(const Scenario &scenario)
{
    const bool fitted = m_rows->fit(m_state.scenario);
    const RowsQuestion &before = m_state.scenario;
    const bool sameRows = m_rowsJob.isUnderWay() && before == scenario;
    m_state.scenario = scenario;
    if (!sameRows && (!fitted || !m_rows->fit(m_state.scenario)))
        prepareRows();
    reassess();
}

void Session::prepareRows()
{
    const bool wasPreparing = isPreparing();
    m_rowsJob.drop();
    if (m_rows->fit(m_state.scenario)) {
        if (wasPreparing)
            Q_EMIT loadingFinished();
    } else if (predictions().rows() <= rowsPreparedAtOnce) {
        auto rows = preparedRows(m_rows, m_state.scenario, {});
        if (rows)
            return useRows(std::move(rows).value());
        Q_EMIT problemRaised(rows.problem());
        // Not now, amid the step of undo that asked for them.
        QMetaObject::invokeMethod(this, &Session::goBackToRows, Qt::QueuedConnection);
    } else {
        m_rowsJob.start(m_rows, m_state.scenario);
        Q_EMIT preparingStarted();
    }
}

void Session::takeRows(const ScenarioRows::Ptr &rows)
{
    Q_EMIT loadingFinished();
    if (rows) {
        useRows(rows);
        reassess();
        return;
    }
    goBackToRows();
}

/// What is asked of rows that could not be prepared goes back to those there are.
void Session::goBackToRows()
{
    if (m_rows->fit(m_state.scenario))
        return;
    EditedPart part = EditedPart::Segment;
    if (m_state.scenario.selection.model != index().selection().model)
        part = EditedPart::Model;
    else if (!(m_state.scenario.patience == m_rows->patience()))
        part = EditedPart::Patience;
    edit(part, [this](Scenario &s) { s = m_rows->asPrepared(s); });
}

Session::Clustering Session::clusteringOf(const ScenarioRows &rows)
{
    constexpr std::size_t mostRowsAtOnce = 20000; // a few milliseconds
    if (!mayBeClustered(rows))
        return Clustering::None;
    return rows.all()->rows() > mostRowsAtOnce ? Clustering::Elsewhere : Clustering::AtOnce;
}

void Session::useRows(ScenarioRows::Ptr rows)
{
    if (m_rows && m_rows->source() != rows->source())
        m_clusters.reset();
    m_rows = std::move(rows);
    m_clustering = clusteringOf(*m_rows);
    m_slice.reset();
    m_outlook.reset();
}

void Session::reassess()
{
    const Scenario shown = m_rows->asPrepared(m_state.scenario);
    if (!m_slice || m_sliceOf != shown) {
        m_slice = m_rows->at(shown);
        m_sliceOf = shown;
        m_outlook.reset();
    }
    if (!m_outlook || m_outlookOf != shown) {
        m_outlook = waitsForClusters() ? quickOutlook(*m_slice, shown) : outlook(*m_slice, shown);
        m_outlookOf = shown;
    }
    if (m_clustering == Clustering::AtOnce)
        m_clusters = clusterMoments(*m_slice, clustersQuestion(shown));
    m_assessment = assess(*m_slice, m_outlook, shown, m_clusters);
    Q_EMIT assessmentChanged(m_assessment);
}

void Session::takeClusters(const ClusterMomentsPtr &clusters,
                           const std::shared_ptr<const Outlook> &outlook)
{
    m_clusters = clusters;
    if (outlook)
        m_outlook = outlook;
    reassess();
}

} // namespace oneinn

#include "moc_session.cpp"
