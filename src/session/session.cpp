// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "core/policies/candidates.h"

#include <QPromise>
#include <QtConcurrentRun>

namespace oneinn {

namespace {

constexpr int progressSteps = 1000;
constexpr double readingShare = 0.8;                ///< of the progress shown; the rest is indexing
constexpr Eigen::Index rowsPreparedAtOnce = 200000; ///< within a frame

bool otherColumnsMayMend(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::DuplicateColumn:
    case ProblemKind::ColumnMissing:
    case ProblemKind::NoLabelColumn:
    case ProblemKind::NoScoreColumn:
    case ProblemKind::PositiveValueUnclear:
    case ProblemKind::PositiveValueMissing:
    case ProblemKind::LabelNotBinary:
    case ProblemKind::NothingUsable:
        return true;
    default:
        return false;
    }
}

Result<OpenedData> openData(Source source, const JobControl &job)
{
    JobControl reading = job;
    reading.progress = [&job](double share) { job.report(share * readingShare); };
    auto file = ingest::load(source.path.toStdString(), source.mapping, reading);
    if (!file)
        return file.problem();

    Scenario scenario = source.scenario.value_or(Scenario{});
    if (!source.scenario || source.atDefaultSelection)
        scenario.selection = defaultSelection(*file.value().predictions);
    JobControl indexing = job;
    indexing.progress = [&job](double share) {
        job.report(readingShare + share * (1.0 - readingShare));
    };
    auto rows = ScenarioRows::prepare(file.value().predictions, scenario, indexing);
    if (!rows)
        return rows.problem();
    return OpenedData{std::move(source), std::move(file).value(), std::move(rows).value()};
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

/// Whether uses end alike in both, on the same rows.
bool sameEndings(const Scenario &a, const Scenario &b)
{
    return a.budget == b.budget && a.latePolicy == b.latePolicy && a.fallback == b.fallback;
}

/// Whether rows prepared for the one do for the other.
bool sameRowsNeeded(const Scenario &a, const Scenario &b)
{
    return a.selection == b.selection && a.patience == b.patience && a.latePolicy == b.latePolicy
            && a.fallback == b.fallback;
}

} // namespace

bool sameButThreshold(const Scenario &a, const Scenario &b)
{
    Scenario moved = a;
    moved.threshold = b.threshold;
    return moved == b;
}

Session::Session(QObject *parent)
    : QObject(parent)
{
    connect(&m_loading, &QFutureWatcher<OpenedPtr>::progressValueChanged, this,
            [this](int value) { Q_EMIT loadingProgressed(double(value) / progressSteps); });
    connect(&m_loading, &QFutureWatcher<OpenedPtr>::finished, this, &Session::takeOpened);
    connect(&m_rowsJob, &RowsJob::progressed, this, &Session::loadingProgressed);
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
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_loading.setFuture(
            QtConcurrent::run([source = std::move(source),
                               stop = m_stopLoading.get_token()](QPromise<OpenedPtr> &promise) {
                promise.setProgressRange(0, progressSteps);
                const JobControl job{stop, [&promise](double share) {
                                         promise.setProgressValue(int(share * progressSteps));
                                     }};
                promise.addResult(std::make_shared<const Opened>(openWithChoices(source, job)));
            }));
    Q_EMIT loadingStarted(path);
}

void Session::cancelLoading()
{
    m_stopLoading.request_stop();
    m_rowsJob.cancel();
}

void Session::takeOpened()
{
    Q_EMIT loadingFinished();
    // Also when reading was done before it could be stopped.
    if (m_stopLoading.stop_requested())
        return;
    const OpenedPtr opened = m_loading.result();
    if (!opened->data) {
        Q_EMIT problemRaised(opened->data.problem());
        if (opened->choices)
            Q_EMIT columnsUnclear(*opened->choices);
        return;
    }
    m_data = std::make_shared<const OpenedData>(opened->data.value());
    m_rowsJob.drop();
    useRows(m_data->rows);
    m_history.clear();
    m_scenario = startingScenario(*m_data);
    if (m_gesture != 0)
        beginGesture(); // the hand still holds a marker: what it does from here on is one step
    Q_EMIT dataChanged();
    reassess();
}

Session::Opened Session::openWithChoices(const Source &source, const JobControl &job)
{
    Opened opened{openData(source, job), {}};
    if (opened.data || !otherColumnsMayMend(opened.data.problem().kind))
        return opened;
    const auto columns = ingest::profileColumns(source.path.toStdString(), source.mapping,
                                                {.stop = job.stop, .progress = {}});
    if (!columns)
        return opened;
    opened.choices = ColumnChoices{source, {}, {}};
    const auto preview = ingest::preview(source.path.toStdString(), source.mapping,
                                         {.stop = job.stop, .progress = {}});
    if (preview) {
        opened.choices->mapping = preview.value().mapping;
        // Which value is the positive one is for the person to say.
        if (!preview.value().positiveIsClear)
            opened.choices->mapping->positive.value.clear();
    }
    for (const ingest::ColumnProfile &column : columns.value()) {
        std::vector<std::string> values;
        if (!column.hasManyValues()) {
            for (const auto &value : column.values)
                values.push_back(value.text);
        }
        opened.choices->columns.push_back({column.name, std::move(values)});
    }
    return opened;
}

ColumnChoices Session::columnChoices() const
{
    ColumnChoices choices{m_data->source, {}, m_data->file.mapping};
    for (const std::string &name : m_data->file.columns) {
        std::vector<std::string> values;
        if (name == m_data->file.mapping.label.value)
            values = {m_data->file.mapping.positive.value, m_data->file.mapping.negative};
        choices.columns.push_back({name, std::move(values)});
    }
    return choices;
}

void Session::beginGesture()
{
    m_gesture = ++m_lastGesture;
    m_gestureStart = m_scenario;
    m_gestureStartIndex = m_history.index();
}

void Session::endGesture()
{
    m_gesture = 0;
}

void Session::cancelGesture()
{
    if (m_gesture == 0)
        return;
    // Back to the start within the gesture: its command becomes obsolete and is removed.
    if (m_history.index() > m_gestureStartIndex) {
        const auto *last =
                static_cast<const ScenarioEdit *>(m_history.command(m_history.index() - 1));
        m_history.push(new ScenarioEdit(last->part(), m_gesture, m_scenario, m_gestureStart,
                                        [this](const Scenario &s) { apply(s); }));
    }
    m_gesture = 0;
}

template<typename Change> void Session::edit(ScenarioPart part, Change change)
{
    if (!hasData())
        return;
    Scenario changed = m_scenario;
    change(changed);
    if (changed == m_scenario)
        return;
    // A selection that no row meets is refused before it becomes a step of undo.
    if (changed.selection != m_scenario.selection) {
        if (const auto problem = PredictionIndex::problemWith(predictions(), changed.selection)) {
            Q_EMIT problemRaised(*problem);
            return;
        }
    }
    m_history.push(new ScenarioEdit(part, m_gesture, m_scenario, std::move(changed),
                                    [this](const Scenario &s) { apply(s); }));
}

void Session::apply(const Scenario &scenario)
{
    const bool fitted = m_rows->fit(m_scenario);
    const bool sameRows = m_rowsJob.isUnderWay() && sameRowsNeeded(m_scenario, scenario);
    m_scenario = scenario;
    if (!sameRows && (!fitted || !m_rows->fit(m_scenario)))
        prepareRows();
    reassess();
}

void Session::prepareRows()
{
    const bool wasPreparing = isPreparing();
    m_rowsJob.drop();
    if (m_rows->fit(m_scenario)) {
        if (wasPreparing)
            Q_EMIT loadingFinished();
    } else if (predictions().rows() <= rowsPreparedAtOnce) {
        useRows(ScenarioRows::prepare(index().predictions(), m_scenario, {}, m_rows).value());
    } else {
        m_rowsJob.start(m_rows, m_scenario);
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
    ScenarioPart part = ScenarioPart::Segment;
    if (m_scenario.selection.model != index().selection().model)
        part = ScenarioPart::Model;
    else if (!(m_scenario.patience == m_rows->patience()))
        part = ScenarioPart::Patience;
    edit(part, [this](Scenario &s) { s = m_rows->asPrepared(s); });
}

void Session::useRows(ScenarioRows::Ptr rows)
{
    m_rows = std::move(rows);
    m_slice.reset();
    m_outlook.reset();
}

void Session::reassess()
{
    const Scenario shown = m_rows->asPrepared(m_scenario);
    if (!m_slice || !sameEndings(m_outlookScenario, shown)) {
        m_slice = m_rows->at(shown);
        m_outlook.reset();
    }
    if (!m_outlook || !sameButThreshold(m_outlookScenario, shown)) {
        m_outlook = outlook(*m_slice, shown);
        m_outlookScenario = shown;
    }
    m_assessment = assess(*m_slice, m_outlook, shown);
    Q_EMIT assessmentChanged(m_assessment);
}

void Session::setThreshold(Threshold threshold)
{
    edit(ScenarioPart::Threshold, [&](Scenario &s) { s.threshold = threshold; });
}

void Session::stepThreshold(int steps)
{
    if (!hasData())
        return;
    setThreshold(m_slice->decided()->stepped(m_scenario.threshold, steps));
}

void Session::moveThresholdToEnd(bool high)
{
    if (!hasData())
        return;
    const auto all = m_slice->decided()->showingAll();
    setThreshold(high || !all ? Threshold::alertOnNothing() : *all);
}

void Session::setBudget(Budget budget)
{
    if (hasData() && predictions().hasLatency())
        edit(ScenarioPart::LatencyBudget, [&](Scenario &s) { s.budget = budget; });
}

void Session::setOperatingPoint(Threshold threshold, Budget budget)
{
    if (!hasData())
        return;
    const bool hasLatency = predictions().hasLatency();
    edit(ScenarioPart::OperatingPoint, [&](Scenario &s) {
        s.threshold = threshold;
        if (hasLatency)
            s.budget = budget;
    });
}

void Session::adopt(const SingleModel &policy, const std::vector<std::string> &models)
{
    edit(ScenarioPart::ModelAndPolicy, [&](Scenario &s) { s = adopted(s, policy, models); });
}

void Session::setLatePolicy(LatePolicy policy)
{
    edit(ScenarioPart::LatePolicy, [&](Scenario &s) { s.latePolicy = policy; });
}

void Session::fallBackTo(const std::string &model)
{
    if (!hasData())
        return;
    Scenario alone = m_scenario;
    alone.selection.model = model;
    alone.latePolicy = LatePolicy::Wait;
    const auto rows = ScenarioRows::prepare(index().predictions(), alone);
    if (!rows)
        return;
    const Threshold threshold = outlook(*rows.value()->at(alone), alone)->mostValuable.threshold;
    edit(ScenarioPart::LatePolicy, [&](Scenario &s) {
        s.latePolicy = LatePolicy::FallBack;
        const auto start = s.fallback ? s.fallback->start : Fallback::Start::WithMain;
        s.fallback = FallbackModel{model, threshold, start};
    });
}

void Session::setFallback(const std::optional<FallbackModel> &fallback)
{
    edit(ScenarioPart::Fallback, [&](Scenario &s) { s.fallback = fallback; });
}

void Session::setPatience(const PatienceCurve &patience)
{
    edit(ScenarioPart::Patience, [&](Scenario &s) { s.patience = patience; });
}

void Session::setValues(const OutcomeValues &values)
{
    edit(ScenarioPart::Values, [&](Scenario &s) { s.values = values; });
}

void Session::setBaseRate(std::optional<double> baseRate)
{
    edit(ScenarioPart::BaseRate, [&](Scenario &s) { s.baseRate = baseRate; });
}

void Session::setUsesPerWeek(double uses)
{
    edit(ScenarioPart::UsesPerWeek, [&](Scenario &s) { s.usesPerWeek = uses; });
}

void Session::setBadBeforeLeaving(int count)
{
    edit(ScenarioPart::BadBeforeLeaving, [&](Scenario &s) { s.badBeforeLeaving = count; });
}

void Session::setNoticed(const Noticed &noticed)
{
    edit(ScenarioPart::Noticed, [&](Scenario &s) { s.noticed = noticed; });
}

void Session::setPrecisionLimit(double limit)
{
    edit(ScenarioPart::PrecisionLimit, [&](Scenario &s) { s.precisionLimit = limit; });
}

void Session::setNoun(const std::string &noun)
{
    edit(ScenarioPart::Noun, [&](Scenario &s) { s.noun = noun; });
}

void Session::applyPreset(const Preset &preset)
{
    edit(ScenarioPart::Preset, [&](Scenario &s) { s = withPreset(s, preset); });
}

void Session::setModel(std::optional<std::string> model)
{
    edit(ScenarioPart::Model, [&](Scenario &s) { s.selection.model = std::move(model); });
}

void Session::setWhere(std::vector<Selection::Where> where)
{
    edit(ScenarioPart::Segment, [&](Scenario &s) { s.selection.where = std::move(where); });
}

} // namespace oneinn
