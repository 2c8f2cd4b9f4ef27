// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"

#include "core/comparedpolicies.h"
#include "ingest/memoryneed.h"
#include "results/kept.h"
#include "results/paces.h"
#include "session/session.h"

#include <algorithm>

namespace oneinn {

namespace {

/// Whether it was not wanted by this one before, and is now.
bool setWanted(QSet<const QObject *> &wantedBy, const QObject *by, bool wanted)
{
    const bool before = wantedBy.contains(by);
    if (wanted)
        wantedBy.insert(by);
    else
        wantedBy.remove(by);
    return wanted && !before;
}

} // namespace

Results::Results(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clusters(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_outlook(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_load(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_reach(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_within(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_rivals(m_workers, atOncePace, {})
    , m_plane(m_workers, atOncePace, {})
    , m_bestWithin(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_policies(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_doubts(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_drawnDoubts(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_labelWorth(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_calibration(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_labelsMissing(m_workers, settledPace,
                      [session] { return session->history().isInGesture(); })
    , m_band(m_workers, settledPace, [session] { return session->history().isInGesture(); })
    , m_places(m_workers, atOncePace, {})
    , m_fallback(session, m_workers)
    , m_pins(session, m_workers)
    , m_periods(session, m_workers)
    , m_earlier(session, &m_periods, m_workers)
    , m_launch(session, m_workers)
    , m_file(session, m_workers)
    , m_review(session, m_workers)
    , m_bySegment(session, m_workers)
{
    connect(session, &Session::dataChanged, this, &Results::forget);
    connect(session, &Session::assessmentChanged, this, &Results::follow);
    connect(&session->history(), &History::gestureChanged, this, [this](bool underWay) {
        underWay ? m_workers.recess()->begin() : m_workers.recess()->end();
    });
    connect(&m_clusters, &BackgroundState::changed, this, &Results::takeClusters);
    connect(&m_outlook, &BackgroundState::changed, this, &Results::takeClusters);
    connect(&m_policies, &BackgroundState::changed, this, &Results::askForPlaces);
    const auto ranOut = [this] { Q_EMIT problemRaised(ingest::memoryRanOut()); };
    for (const BackgroundState *part : parts()) {
        connect(part, &BackgroundState::changed, this, &Results::tellWhenComplete);
        connect(part, &BackgroundState::memoryRanOut, this, ranOut);
    }
    connect(&m_pins, &PinResults::changed, this, &Results::tellWhenComplete);
    connect(&m_pins, &PinResults::memoryRanOut, this, ranOut);
}

std::vector<const BackgroundState *> Results::parts() const
{
    std::vector<const BackgroundState *> all{&m_clusters,
                                             &m_outlook,
                                             &m_load,
                                             &m_reach,
                                             &m_within,
                                             &m_rivals,
                                             &m_plane,
                                             &m_bestWithin,
                                             &m_policies,
                                             &m_doubts,
                                             &m_drawnDoubts,
                                             &m_labelWorth,
                                             &m_calibration,
                                             &m_labelsMissing,
                                             &m_bySegment.table(),
                                             &m_bySegment.paying(),
                                             &m_band,
                                             &m_places,
                                             &m_fallback.searching(),
                                             &m_periods.reading(),
                                             &m_periods.comparing(),
                                             &m_earlier.rows(),
                                             &m_earlier.sweep(),
                                             &m_earlier.calibration(),
                                             &m_launch.release(),
                                             &m_launch.learning(),
                                             &m_review.finding()};
    const auto file = m_file.parts();
    all.insert(all.end(), file.begin(), file.end());
    return all;
}

bool Results::isPending() const
{
    const auto all = parts();
    return m_pins.isPending()
            || std::any_of(all.begin(), all.end(),
                           [](const BackgroundState *part) { return part->isPending(); });
}

void Results::tellWhenComplete()
{
    if (!isPending())
        Q_EMIT completed();
}

/// What is known is about other rows.
void Results::forget()
{
    m_clusters.forget();
    m_outlook.forget();
    m_load.forget();
    m_reach.forget();
    m_within.forget();
    m_rivals.forget();
    m_plane.forget();
    m_bestWithin.forget();
    m_policies.forget();
    m_drawnBy.reset();
    m_doubts.forget();
    m_drawnDoubts.forget();
    m_labelWorth.forget();
    m_drawn = std::make_shared<DrawnDoubts>();
    m_calibration.forget();
    m_labelsMissing.forget();
    m_bySegment.forget();
    m_band.forget();
    m_places.forget();
    m_fallback.forget();
}

void Results::follow()
{
    const Scenario &scenario = m_session->assessment().scenario;
    const AskedOfRows<LoadQuestion> load{m_session->rows(), loadQuestion(scenario)};
    m_load.ask(load, [load](const JobControl &job) {
        return kept(scenarioLoad(*load.of, load.question, job));
    });
    followClusters();
    followReach();
    followPolicies();
    followDoubts();
    followLabelWorth();
    followCalibration();
    followLabels();
    m_bySegment.follow();
    followBand();
    m_fallback.follow();
}

void Results::followClusters()
{
    if (!m_session->waitsForClusters()) {
        m_clusters.forget();
        m_outlook.forget();
        return;
    }
    const Assessment &now = m_session->assessment();
    const AskedOfRows<ClustersQuestion> asked{m_session->rows(), clustersQuestion(now.scenario)};
    m_clusters.ask(asked, [asked](const JobControl &job) {
        return clusterMoments(*asked.of->at(asked.question), asked.question, job);
    });
    const AskedOfRows<OutlookQuestion> outlooked{m_session->rows(), now.scenario};
    m_outlook.ask(outlooked, [outlooked](const JobControl &job) {
        return outlook(*outlooked.of->at(outlooked.question), outlooked.question, job);
    });
}

/// Null clusters: nothing is alike after all, or it was stopped.
void Results::takeClusters()
{
    if (m_clusters.isAnswered() || m_outlook.isAnswered())
        m_session->takeClusters(m_clusters.current(), m_outlook.current());
}

void Results::followReach()
{
    const Scenario &scenario = m_session->assessment().scenario;
    const AskedOfRows<ReachQuestion> reach{m_session->rows(), limitsQuestion(scenario)};
    m_within.ask(reach, [reach](const JobControl &job) {
        return kept(reachAt(*reach.of->at(reach.question), reach.question, job));
    });
    if (!scenario.targets.any() && !m_reachWanted)
        return m_reach.forget();
    m_reach.ask(reach, [reach](const JobControl &job) {
        return kept(reachTargets(reach.of, reach.question, job));
    });
}

void Results::setReachWanted(bool wanted)
{
    if (wanted == m_reachWanted)
        return;
    m_reachWanted = wanted;
    if (m_session->hasData())
        followReach();
}

void Results::setPoliciesWanted(const QObject *by, bool wanted)
{
    const bool anew = setWanted(m_policiesWantedBy, by, wanted);
    m_bySegment.wantPaying(!m_policiesWantedBy.isEmpty(), anew);
    if (!m_session->hasData())
        return;
    followPolicies();
    followDoubts();
    followLabelWorth();
    if (!anew)
        return;
    m_policies.resume();
    m_doubts.resume();
    m_labelWorth.resume();
}

void Results::setDoubtsWanted(const QObject *by, bool wanted)
{
    const bool anew = setWanted(m_doubtsWantedBy, by, wanted);
    if (!m_session->hasData())
        return;
    followDoubts();
    if (anew)
        drawnDoubts().resume();
}

void Results::drawDoubtsBy(std::optional<ClusterSource> by)
{
    m_drawnBy = by;
    if (m_session->hasData())
        followDoubts();
}

void Results::setCalibrationWanted(const QObject *by, bool wanted)
{
    const bool anew = setWanted(m_calibrationWantedBy, by, wanted);
    if (!m_session->hasData())
        return;
    followCalibration();
    if (anew)
        m_calibration.resume();
}

void Results::followPolicies()
{
    if (m_policiesWantedBy.isEmpty()) {
        m_policies.pause();
        m_places.pause();
        return;
    }
    const AskedOfRows<PoliciesQuestion> asked{m_session->rows(),
                                              policiesQuestion(m_session->assessment().scenario)};
    // What is told beside them of the best threshold is of the same draw.
    const AskedOfRows<DoubtsQuestion> doubts{asked.of,
                                             doubtsQuestion(m_session->assessment().scenario)};
    m_policies.ask(asked, [asked, doubts, drawn = m_drawn](const JobControl &job) {
        const DrawnDoubts::DoubtsPtr found = drawn->of(doubts, job.quiet());
        return kept(comparedPolicies(*asked.of, asked.question, job, found.get()));
    });
}

void Results::followDoubts()
{
    const bool looked = !m_doubtsWantedBy.isEmpty();
    if (!m_policiesWantedBy.isEmpty() || (looked && !m_drawnBy))
        askForDoubts(m_doubts, {});
    else
        m_doubts.pause();
    if (looked && m_drawnBy)
        askForDoubts(m_drawnDoubts, m_drawnBy);
    else
        m_drawnDoubts.pause();
}

void Results::askForDoubts(Doubts &doubts, std::optional<ClusterSource> by)
{
    AskedOfRows<DoubtsQuestion> asked{m_session->rows(),
                                      doubtsQuestion(m_session->assessment().scenario)};
    asked.question.by = by;
    doubts.ask(asked, [asked, drawn = m_drawn](const JobControl &job) {
        // By another unit nobody else draws.
        return asked.question.by ? kept(thresholdDoubts(*asked.of, asked.question, job))
                                 : drawn->of(asked, job);
    });
}

void Results::followLabelWorth()
{
    if (m_policiesWantedBy.isEmpty())
        return m_labelWorth.pause();
    const Scenario &scenario = m_session->assessment().scenario;
    const AskedOfRows<SettingQuestion> asked{m_session->rows(), settingQuestion(scenario)};
    const AskedOfRows<DoubtsQuestion> doubts{asked.of, doubtsQuestion(scenario)};
    using LabelsPtr = Labels::AnswerPtr;
    m_labelWorth.ask(asked, [asked, doubts, drawn = m_drawn](const JobControl &job) -> LabelsPtr {
        const DrawnDoubts::DoubtsPtr found = drawn->of(doubts, job);
        if (!found)
            return nullptr;
        auto worth = labelWorthOfNow(*asked.of, *found, asked.question.threshold, job);
        return worth ? kept(std::move(worth).value()) : nullptr;
    });
}

void Results::followLabels()
{
    const AskedOfAll<Selection> asked{m_session->rows()->source(), m_session->index().selection()};
    if (!asked.of->setAside())
        return m_labelsMissing.forget();
    m_labelsMissing.ask(asked, [asked](const JobControl &) {
        return kept(labelsByScore(*asked.of, asked.question));
    });
}

void Results::followCalibration()
{
    if (m_calibrationWantedBy.isEmpty())
        return m_calibration.pause();
    const AskedOfAll<Selection> asked{m_session->rows()->source(), m_session->index().selection()};
    m_calibration.ask(asked, [asked](const JobControl &job) {
        return kept(scoreCalibration(*asked.of, asked.question, job));
    });
}

void Results::setBandWanted(std::optional<BandKind> kind)
{
    const bool anew = kind && kind != m_bandWanted;
    m_bandWanted = kind;
    if (!m_session->hasData())
        return;
    followBand();
    if (anew)
        m_band.resume();
}

void Results::followBand()
{
    if (!m_bandWanted)
        return m_band.pause();
    const AskedOfRows<CurveBandQuestion> asked{
            m_session->rows(), curveBandQuestion(m_session->assessment().scenario, *m_bandWanted)};
    m_band.ask(asked, [asked](const JobControl &job) {
        return kept(curveBand(*asked.of->at(asked.question), asked.question, job));
    });
}

void Results::setFrontierView(const FrontierView &view)
{
    m_view = view;
    askForPlaces();
}

void Results::askForPlaces()
{
    const PlacesAsked asked{m_policies.current(), m_view.value_or(FrontierView())};
    if (!m_view || !asked.compared)
        return;
    m_places.ask(asked, [asked](const JobControl &job) {
        return kept(placesOf(*asked.compared, asked.view, {}, job));
    });
}

} // namespace oneinn

#include "moc_results.cpp"
