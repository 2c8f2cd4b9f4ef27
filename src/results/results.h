// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/drawndoubts.h"
#include "results/earliercurves.h"
#include "results/fallbackchosen.h"
#include "results/fileresults.h"
#include "results/launchresults.h"
#include "results/pinresults.h"
#include "results/resultkinds.h"
#include "results/reviewresults.h"
#include "results/segmentsresults.h"

#include <QSet>

#include <array>
#include <vector>

namespace oneinn {

class Session;

/// Everything about a session that takes a while, each worked out once, whoever shows it. What is
/// always in sight follows the session by itself; the rest while it is wanted.
class Results final : public QObject, public ResultKinds {
    Q_OBJECT

public:
    explicit Results(Session *session, QObject *parent = nullptr);

    Session *session() const { return m_session; }
    Workers &workers() { return m_workers; } ///< for what belongs to a view alone
    /// Something that is wanted is not worked out yet.
    bool isPending() const;
    const Load &load() const { return m_load; }
    /// Asked where there is a target, or while setReachWanted().
    const Reach &reach() const { return m_reach; }
    /// What keeps all limits with the model, the late policy and the budget on the dials.
    const Within &within() const { return m_within; }
    PinResults &pins() { return m_pins; }
    PeriodComparison &periods() { return m_periods; }
    const PeriodComparison &periods() const { return m_periods; }
    EarlierCurves &earlier() { return m_earlier; }
    LaunchResults &launch() { return m_launch; }
    FileResults &file() { return m_file; }
    FallbackChosen &fallback() { return m_fallback; }
    ReviewResults &review() { return m_review; }
    const ReviewResults &review() const { return m_review; }
    const Rivals &rivals() const { return m_rivals; }
    const Plane &plane() const { return m_plane; }
    /// The plane's best point within the limits; absent where nothing keeps them all.
    const BestWithin &bestWithin() const { return m_bestWithin; }
    /// Null where there is nothing to compare.
    Policies &policies() { return m_policies; }
    /// Of the best threshold: where policies() are, as an answer has both, and where wanted itself.
    const Doubts &doubts() const { return m_doubts; }
    Doubts &doubts() { return m_doubts; }
    Labels &labelWorth() { return m_labelWorth; }
    /// The same by what drawDoubtsBy() says, if anything. An answer never has these.
    Doubts &drawnDoubts() { return m_drawnBy ? m_drawnDoubts : m_doubts; }
    std::array<Doubts *, 2> everyDoubts() { return {&m_doubts, &m_drawnDoubts}; }
    /// Null where scores are no probabilities.
    Calibration &calibration() { return m_calibration; }
    /// Null where they are not missing by the score.
    const LabelsMissing &labelsMissing() const { return m_labelsMissing; }
    SegmentsResults &bySegment() { return m_bySegment; }
    SegmentsResults::Table &segments() { return m_bySegment.table(); }
    /// Who pays for the average: worked out where policies() are, as labelWorth() is.
    SegmentsResults::Paying &paying() { return m_bySegment.paying(); }
    /// Around the model's own curves, of the kind that was wanted last.
    Band &band() { return m_band; }
    /// Of policies(), for the view that was asked for last.
    const Places &places() const { return m_places; }

    /// Other models of the file: there on return where rows are few.
    void askForRivals();
    /// With the best point within the limits. There on return where that is quick (planeWork()).
    void askForPlane(const PlaneGrid &grid);
    void setPlaneUnwanted();
    void setPoliciesWanted(const QObject *by, bool wanted);
    void setReachWanted(bool wanted);
    void setDoubtsWanted(const QObject *by, bool wanted);
    /// Must be possible for the rows (canDrawBy()); absent: by what the file's uses are clustered
    /// by. Forgotten with the rows.
    void drawDoubtsBy(std::optional<ClusterSource> by);
    void setCalibrationWanted(const QObject *by, bool wanted);
    /// Absent: none is wanted any more.
    void setBandWanted(std::optional<BandKind> kind);
    void setFrontierView(const FrontierView &view);

Q_SIGNALS:
    /// Nothing is pending any more.
    void completed();
    /// Something could not be worked out; it is as if cancelled, and can be taken up again.
    void problemRaised(const oneinn::Problem &problem);

private:
    void follow();
    void followClusters();
    void takeClusters();
    void askForBestWithin(const std::vector<Budget> &searched);
    void followReach();
    void followPolicies();
    void followDoubts();
    void askForDoubts(Doubts &doubts, std::optional<ClusterSource> by);
    void followLabelWorth();
    void followCalibration();
    void followLabels();
    void followBand();
    void askForPlaces();
    void forget();
    std::vector<const BackgroundState *> parts() const;
    void tellWhenComplete();

    Session *m_session;
    Workers m_workers;
    Clusters m_clusters;
    Outlooks m_outlook;
    Load m_load;
    Reach m_reach;
    Within m_within;
    Rivals m_rivals;
    Plane m_plane;
    BestWithin m_bestWithin;
    Policies m_policies;
    Doubts m_doubts, m_drawnDoubts;
    Labels m_labelWorth;
    Calibration m_calibration;
    LabelsMissing m_labelsMissing;
    Band m_band;
    Places m_places;
    FallbackChosen m_fallback;
    PinResults m_pins;
    PeriodComparison m_periods;
    EarlierCurves m_earlier;
    LaunchResults m_launch;
    FileResults m_file;
    ReviewResults m_review;
    SegmentsResults m_bySegment;
    QSet<const QObject *> m_policiesWantedBy, m_doubtsWantedBy, m_calibrationWantedBy;
    bool m_reachWanted = false;
    std::optional<BandKind> m_bandWanted;
    std::optional<ClusterSource> m_drawnBy;
    std::shared_ptr<DrawnDoubts> m_drawn = std::make_shared<DrawnDoubts>();
    std::optional<FrontierView> m_view;
};

} // namespace oneinn
